"""For each rule of the table, a document that breaks it and nothing else; unbroken documents hold every rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.check.checking import check_document
from generator.check.verdict import FAIL, NOT_EVALUATED, Verdict
from generator.law.rule import BOLD, ITALIC, UPPER, Rule
from generator.law.rules import RULES
from generator.word.read.document import parse_document
from tests.check.kinds import KINDS
from tests.check.written import P, Written

Change = Callable[[Written], object]


def judged(doc: Written) -> Verdict:
    return check_document(parse_document(doc.to_docx()), "thu.docx")


def body_text(doc: Written) -> P:
    return doc.paragraph("Ủy ban nhân dân phường")


#: The paragraph of an element, and the kind of document that has it.
ELEMENTS: dict[str, tuple[str, Callable[[Written], P]]] = {
    "page_number": ("bao-cao", lambda d: d.number),
    "quoc_hieu": ("bao-cao", lambda d: d.quoc_hieu),
    "tieu_ngu": ("bao-cao", lambda d: d.tieu_ngu),
    "co_quan_chu_quan": ("bao-cao", lambda d: d.chu_quan[0]),
    "co_quan": ("bao-cao", lambda d: d.co_quan[1]),
    "so_ky_hieu": ("bao-cao", lambda d: d.so),
    "dia_danh": ("bao-cao", lambda d: d.dia_danh),
    "ten_loai": ("bao-cao", lambda d: d.ten_loai),
    "trich_yeu": ("bao-cao", lambda d: d.trich_yeu),
    "trich_yeu_cong_van": ("cong-van", lambda d: d.trich_yeu_cong_van[0]),
    "do_khan": ("cong-van", lambda d: d.trich_yeu_cong_van[1]),
    "luu_hanh": ("cong-van", lambda d: d.trich_yeu_cong_van[2]),
    "dia_chi": ("cong-van", lambda d: d.footer[0]),
    "nguoi_soan": ("cong-van", lambda d: d.nhan[3]),
    "kinh_gui": ("bao-cao", lambda d: d.title[3]),
    "can_cu": ("quyet-dinh", lambda d: d.paragraph("Căn cứ Nghị định")),
    "body": ("bao-cao", body_text),
    "phan_chuong": ("quy-che", lambda d: d.paragraph("Chương I")),
    "phan_chuong_tieu_de": ("quy-che", lambda d: d.paragraph("QUY ĐỊNH CHUNG")),
    "muc": ("quy-che", lambda d: d.paragraph("Mục 1")),
    "muc_tieu_de": ("quy-che", lambda d: d.paragraph("PHẠM VI")),
    "de_muc": ("bao-cao", lambda d: d.paragraph("II. ")),
    "dieu": ("quy-che", lambda d: d.paragraph("Điều 2. ")),
    "diem": ("bao-cao", lambda d: d.paragraph("b) ")),
    "chuc_vu": ("bao-cao", lambda d: d.quyen_han[1]),
    "ho_ten": ("bao-cao", lambda d: d.ho_ten),
    "noi_nhan": ("bao-cao", lambda d: d.noi_nhan),
    "noi_nhan_muc": ("bao-cao", lambda d: d.nhan[1]),
    "phu_luc": ("bao-cao", lambda d: d.appendices[0].label),
    "phu_luc_ten": ("bao-cao", lambda d: d.appendices[0].titles[0]),
    "phu_luc_kem_theo": ("bao-cao", lambda d: d.appendices[0].reference),
}


def break_property(paragraph: P, rule: Rule) -> None:
    """Set the property that a rule measures to what it does not allow."""
    if rule.measure == "size":
        paragraph.size = 12.5 if rule.id == "tieu_ngu.size" else 16
    elif rule.measure == "case":
        text = paragraph.text
        paragraph.text = text[:3] + text[3:].lower() if rule.allowed == (UPPER,) else text.upper()
    elif rule.measure == "weight":
        paragraph.bold = rule.allowed != (BOLD,)
    elif rule.measure == "slant":
        paragraph.italic = rule.allowed != (ITALIC,)
    elif rule.measure == "align":
        paragraph.align = "right"
    elif rule.measure == "line_spacing":
        paragraph.line = 480
    elif rule.measure == "first_line":
        paragraph.first = 284


def put(name: str, value: object, of: Callable[[Written], object] = lambda d: d) -> Change:
    return lambda doc: setattr(of(doc), name, value)


def said(of: Callable[[Written], P], text: str) -> Change:
    return put("text", text, of)


def page(name: str, value: object) -> Change:
    return put(name, value, lambda d: d.page)


def _line(name: str, share: float) -> Change:
    def change(doc: Written) -> None:
        line = getattr(doc, name) if name != "title" else doc.title[2]
        line.left, line.right = line.left + int(share), line.right + int(share)

    return change


def _solid(name: str) -> Change:
    return lambda doc: setattr(doc.title[2] if name == "title" else getattr(doc, name), "border", "dashed")


def _starting(start: str, text: str) -> Change:
    return lambda doc: setattr(doc.paragraph(start), "text", text)


def _append(end: str) -> Change:
    def change(doc: Written) -> None:
        body_text(doc).text += end

    return change


def _drop(start: str) -> Change:
    return lambda doc: doc.body.remove(doc.paragraph(start))


def _fewer_articles(doc: Written) -> None:
    article = doc.paragraph("Điều 2.")
    article.text, article.runs = "Điều II. Hiệu lực kể từ ngày ký.", []
    article.bold = True


def _article_again(doc: Written) -> None:
    article = doc.paragraph("Điều 3.")
    article.runs[0].text = "Điều 2."


def _plain_article(doc: Written) -> None:
    article = doc.paragraph("Điều 2.")
    article.runs[0].bold = False


def _upper_article(doc: Written) -> None:
    doc.paragraph("Điều 2.").text = "ĐIỀU 2. TỔ CHỨC THỰC HIỆN"


SPECIAL: dict[str, tuple[str, Change]] = {
    "page.width": ("bao-cao", page("width", 12240)),
    "page.height": ("bao-cao", page("height", 15840)),
    "page.orientation": ("quyet-dinh", lambda d: (page("width", 16838)(d), page("height", 11906)(d))),
    "page.margin.top": ("bao-cao", page("top", 1000)),
    "page.margin.bottom": ("bao-cao", page("bottom", 1500)),
    "page.margin.left": ("bao-cao", page("left", 1134)),
    "page.margin.right": ("bao-cao", page("right", 1417)),
    "page.font": ("bao-cao", put("font", "Arial", body_text)),
    "page.unicode": ("bao-cao", put("font", ".VnTime", body_text)),
    "page.color": ("bao-cao", put("color", "FF0000", body_text)),
    "page_number.shown": (
        "bao-cao",
        lambda d: (page("numbered", False)(d), d.body.extend([body_text(d)] * 20 + [d.body[-1]])),
    ),
    "page_number.place": ("bao-cao", lambda d: (page("numbered", False)(d), page("footer_numbered", True)(d))),
    "page_number.bare": ("bao-cao", lambda d: said(lambda e: e.number, "- ")(d)),
    "page_number.arabic": ("bao-cao", page("form", "lowerRoman")),
    "page_number.first_hidden": ("bao-cao", page("title_page", False)),
    "page_number.start": ("bao-cao", page("start", 3)),
    "page_number.appendix_restart": ("bao-cao", put("start", None, lambda d: d.appendices[1].page)),
    "page_number.appendix_first_hidden": ("bao-cao", put("title_page", False, lambda d: d.appendices[0].page)),
    "quoc_hieu.text": ("bao-cao", said(lambda d: d.quoc_hieu, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT  NAN")),
    "quoc_hieu.place": ("bao-cao", put("swapped_header", True)),
    "tieu_ngu.text": ("bao-cao", said(lambda d: d.tieu_ngu, "Độc lập-Tự do-Hạnh phúc")),
    "tieu_ngu.place": ("bao-cao", put("tieu_ngu_above", True)),
    "tieu_ngu.rule_line": ("bao-cao", _line("tieu_ngu_line", 500)),
    "tieu_ngu.rule_line_solid": ("bao-cao", _solid("tieu_ngu_line")),
    "co_quan.present": ("bao-cao", lambda d: (put("chu_quan", [])(d), put("co_quan", [P()])(d))),
    "co_quan.full_name": ("bao-cao", lambda d: said(lambda e: e.co_quan[0], "UBND")(d)),
    "co_quan.rule_line": ("bao-cao", _line("co_quan_line", 400)),
    "co_quan.rule_line_solid": ("bao-cao", _solid("co_quan_line")),
    "so_ky_hieu.present": ("bao-cao", said(lambda d: d.so, "")),
    "so_ky_hieu.label": ("bao-cao", said(lambda d: d.so, "Số 05/BC-UBND")),
    "so_ky_hieu.leading_zero": ("bao-cao", said(lambda d: d.so, "Số: 5/BC-UBND")),
    "so_ky_hieu.separators": ("bao-cao", said(lambda d: d.so, "Số: 05/BC - UBND")),
    "so_ky_hieu.symbol_case": ("bao-cao", said(lambda d: d.so, "Số: 05/BC-Ubnd")),
    "so_ky_hieu.type": ("bao-cao", said(lambda d: d.so, "Số: 05/KH-UBND")),
    "so_ky_hieu.letter_unit": ("cong-van", said(lambda d: d.so, "Số: 12/UBND")),
    "dia_danh.present": ("bao-cao", said(lambda d: d.dia_danh, "")),
    "dia_danh.form": ("bao-cao", said(lambda d: d.dia_danh, "Phước Hải, 05/6/2023")),
    "dia_danh.real_date": ("bao-cao", said(lambda d: d.dia_danh, "Phước Hải, ngày 31 tháng 6 năm 2023")),
    "dia_danh.leading_zero": ("bao-cao", said(lambda d: d.dia_danh, "Phước Hải, ngày 5 tháng 6 năm 2023")),
    "dia_danh.extra_zero": ("bao-cao", said(lambda d: d.dia_danh, "Phước Hải, ngày 05 tháng 06 năm 2023")),
    "dia_danh.comma": ("bao-cao", said(lambda d: d.dia_danh, "Phước Hải ngày 05 tháng 6 năm 2023")),
    "dia_danh.capital": ("bao-cao", said(lambda d: d.dia_danh, "phước Hải, ngày 05 tháng 6 năm 2023")),
    "dia_danh.same_line": ("bao-cao", put("date_above", True)),
    "trich_yeu.label": ("quyet-dinh", said(lambda d: d.trich_yeu, "V/v kiện toàn Tổ công tác cải cách hành chính")),
    "trich_yeu.present": ("quyet-dinh", lambda d: d.title.__delitem__(slice(1, None))),
    "trich_yeu.place": ("bao-cao", lambda d: d.title.insert(1, P())),
    "trich_yeu.rule_line": ("bao-cao", _line("title", 800)),
    "trich_yeu.rule_line_solid": ("bao-cao", _solid("title")),
    "trich_yeu_cong_van.label": ("cong-van", said(lambda d: d.trich_yeu_cong_van[0], "Về việc báo cáo")),
    "trich_yeu_cong_van.gap": ("cong-van", put("before", 0, lambda d: d.trich_yeu_cong_van[0])),
    "kinh_gui.present": ("cong-van", lambda d: d.body.__delitem__(slice(0, 3))),
    "kinh_gui.label": ("bao-cao", said(lambda d: d.title[3], "Kính Gửi: Ủy ban nhân dân thành phố")),
    "kinh_gui.colon": ("bao-cao", said(lambda d: d.title[3], "Kính gửi Ủy ban nhân dân thành phố")),
    "kinh_gui.one_line": (
        "bao-cao",
        lambda d: d.title.__setitem__(slice(3, 4), [P("Kính gửi:"), P("Ủy ban nhân dân thành phố")]),
    ),
    "kinh_gui.own_lines": ("bao-cao", said(lambda d: d.title[3], "Kính gửi: Sở Nội vụ; Văn phòng Ủy ban.")),
    "kinh_gui.dash": ("cong-van", said(lambda d: d.body[1], "• Phòng Nội vụ thành phố;")),
    "kinh_gui.punctuation": ("cong-van", said(lambda d: d.body[1], "- Phòng Nội vụ thành phố,")),
    "kinh_gui.aligned": ("cong-van", put("left", 4000, lambda d: d.body[1])),
    "can_cu.punctuation": ("quyet-dinh", _starting("Căn cứ Luật", "Căn cứ Luật Tổ chức chính quyền địa phương,")),
    "can_cu.citation": ("quyet-dinh", _starting("Căn cứ Nghị", "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ;")),
    "can_cu.real_date": (
        "quyet-dinh",
        _starting("Căn cứ Luật", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 31 tháng 6 năm 2015;"),
    ),
    "tham_quyen.present": ("quyet-dinh", _drop("ỦY BAN NHÂN DÂN PHƯỜNG")),
    "body.citation": ("bao-cao", _append(" Thực hiện Kế hoạch số 98/KH-UBND của Ủy ban nhân dân tỉnh.")),
    "body.real_date": ("bao-cao", _append(" Hoàn thành trước ngày 30 tháng 02 năm 2024.")),
    "body.space": ("bao-cao", put("before", 60, body_text)),
    "table.size": ("bao-cao", lambda d: setattr(d.body[7], "size", 11)),
    "body.end_mark": ("bao-cao", _starting("Trên đây", "Trên đây là báo cáo của phường.")),
    "phan_chuong.own_line": (
        "quy-che",
        lambda d: (_drop("QUY ĐỊNH CHUNG")(d), _starting("Chương", "Chương I. QUY ĐỊNH CHUNG")(d)),
    ),
    "phan_chuong.number": ("quy-che", _starting("Chương", "Chương 1")),
    "phan_chuong.title": ("quy-che", _drop("QUY ĐỊNH CHUNG")),
    "muc.own_line": ("quy-che", lambda d: (_drop("PHẠM VI")(d), _starting("Mục", "Mục 1. PHẠM VI")(d))),
    "muc.number": ("quy-che", _starting("Mục", "Mục I")),
    "muc.title": ("quy-che", _drop("PHẠM VI")),
    "dieu.form": ("quyet-dinh", _fewer_articles),
    "dieu.order": ("quyet-dinh", _article_again),
    "dieu.weight": ("quyet-dinh", _plain_article),
    "khoan.form": ("bao-cao", lambda d: setattr(d.body[4], "text", d.body[4].text.replace("1. ", "1) "))),
    "khoan.title_weight": ("bao-cao", put("bold", False, lambda d: d.paragraph("1. Công tác"))),
    "khoan.plain_weight": ("bao-cao", put("bold", True, lambda d: d.body[4])),
    "khoan.same_size": ("bao-cao", put("size", 13, lambda d: d.body[4])),
    "diem.form": ("quy-che", _starting("b) ", "b. Đôn đốc thực hiện;")),
    "diem.alphabet": ("quy-che", _starting("đ) ", "e) Lưu hồ sơ.")),
    "diem.same_size": ("bao-cao", put("size", 13, lambda d: d.paragraph("a) "))),
    "chuc_vu.present": ("bao-cao", lambda d: (put("quyen_han", [])(d), put("ho_ten", P())(d))),
    "chuc_vu.place": ("bao-cao", put("swapped_closing", True)),
    "chuc_vu.dot": ("bao-cao", said(lambda d: d.quyen_han[1], "KT CHỦ TỊCH")),
    "chuc_vu.abbreviated": ("bao-cao", said(lambda d: d.quyen_han[1], "KÝ THAY CHỦ TỊCH")),
    "chuc_vu.full_name": ("bao-cao", said(lambda d: d.quyen_han[0], "TM. UBND PHƯỜNG")),
    "chuc_vu.for_head": ("bao-cao", lambda d: d.quyen_han.__delitem__(slice(0, 2))),
    "ho_ten.no_title": ("bao-cao", said(lambda d: d.ho_ten, "ThS. Nguyễn Văn A")),
    "noi_nhan.present": ("bao-cao", lambda d: (put("nhan", [])(d), said(lambda e: e.noi_nhan, "")(d))),
    "noi_nhan.label_form": ("bao-cao", said(lambda d: d.noi_nhan, "Nơi nhận")),
    "noi_nhan.level": ("bao-cao", put("closing_rows_apart", True)),
    "noi_nhan.list_dash": ("bao-cao", said(lambda d: d.nhan[1], "+ Đảng ủy phường;")),
    "noi_nhan.list_punctuation": ("bao-cao", said(lambda d: d.nhan[1], "- Đảng ủy phường,")),
    "noi_nhan.list_last": ("bao-cao", said(lambda d: d.nhan[2], "- Lưu VPTK.")),
    "noi_nhan.list_first": ("bao-cao", said(lambda d: d.nhan[0], "- Phòng Nội vụ;")),
    "phu_luc.mentioned": ("bao-cao", _starting("b) Kết", "b) Kết quả từng nhiệm vụ nêu tại bảng gửi kèm báo cáo này.")),
    "phu_luc.number": ("bao-cao", said(lambda d: d.appendices[1].label, "Phụ lục 2")),
    "phu_luc.own_line": (
        "bao-cao",
        lambda d: (
            said(lambda e: e.appendices[0].label, "Phụ lục I: Kết quả thực hiện nhiệm vụ")(d),
            put("titles", [], lambda e: e.appendices[0])(d),
        ),
    ),
    "phu_luc.reference": (
        "bao-cao",
        lambda d: (
            put("reference", None, lambda e: e.appendices[0])(d),
            put("line", None, lambda e: e.appendices[0])(d),
        ),
    ),
    "phu_luc.reference_form": ("bao-cao", said(lambda d: d.appendices[0].reference, "(Kèm theo Báo cáo của phường)")),
    "phu_luc.reference_same": (
        "bao-cao",
        said(
            lambda d: d.appendices[0].reference,
            "(Kèm theo Báo cáo số 05/BC-UBND ngày 06 tháng 6 năm 2023 của Ủy ban nhân dân phường Phước Hải)",
        ),
    ),
    "phu_luc.real_date": (
        "bao-cao",
        said(
            lambda d: d.appendices[0].reference,
            "(Kèm theo Báo cáo số 05/BC-UBND ngày 31 tháng 6 năm 2023 của Ủy ban nhân dân phường Phước Hải)",
        ),
    ),
    "phu_luc.rule_line": ("bao-cao", put("line", None, lambda d: d.appendices[0])),
    "phu_luc.end_mark": ("bao-cao", put("end", None, lambda d: d.appendices[0])),
    "viet_hoa.dau_cau": ("bao-cao", _starting("Ủy ban", "kết quả công tác đạt yêu cầu đề ra.")),
    "viet_hoa.don_vi_so": ("bao-cao", _append(" Cuộc họp tại phường 5.")),
    "viet_hoa.don_vi_ten": ("bao-cao", _append(" Cuộc họp tổ chức tại Phường Phước Hải.")),
    "viet_hoa.dac_biet": ("bao-cao", _append(" Đoàn đi thành phố Hồ Chí Minh.")),
    "viet_hoa.co_quan": ("bao-cao", _append(" Gửi Ủy ban Nhân dân thành phố.")),
    "viet_hoa.van_ban": ("bao-cao", _append(" Thực hiện kế hoạch số 567/KH-UBND của phường.")),
    "viet_hoa.vien_dan": ("bao-cao", _append(" Theo khoản 2 điều 5 của Quy chế.")),
    "viet_hoa.tet": ("bao-cao", _append(" Trực dịp Tết nguyên đán.")),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_correct_document_holds_every_rule_that_applies(kind: str) -> None:
    verdict = judged(KINDS[kind]())
    assert [(f.rule.id, f.where, f.found) for f in verdict.findings] == []
    assert verdict.kind == kind
    assert verdict.exit_code == 0


def test_every_rule_applies_to_one_of_the_correct_documents() -> None:
    applied = {rule_id for make in KINDS.values() for rule_id in judged(make()).outcomes}
    assert set(RULES) - applied == set()


def breaking(rule_id: str) -> tuple[str, Change]:
    if rule_id in SPECIAL:
        return SPECIAL[rule_id]
    rule = RULES[rule_id]
    kind, paragraph = ELEMENTS[rule.elements[0]]
    return kind, lambda doc: break_property(paragraph(doc), rule)


@pytest.mark.parametrize("rule_id", RULES)
def test_a_document_that_breaks_one_rule_fails_that_one_alone(rule_id: str) -> None:
    kind, change = breaking(rule_id)
    doc = KINDS[kind]()
    change(doc)
    if "rule_line" not in rule_id:
        doc.refit()
    verdict = judged(doc)
    assert [i for i, outcome in verdict.outcomes.items() if outcome == FAIL] == [rule_id]
    assert NOT_EVALUATED not in verdict.outcomes.values()
    failed = next(f for f in verdict.findings if f.verdict == FAIL)
    assert failed.where and failed.found
