"""A correct document of each kind: report, decision, letter, regulation, appendix alone."""

from __future__ import annotations

from tests.check.written import CELL, LEFT, PAGE, RIGHT, Appendix, Grid, P, Page, Written, rule_line

_LONG = (
    "Ủy ban nhân dân phường tổ chức thực hiện đầy đủ các nhiệm vụ được giao, phân công từng công chức phụ trách, "
    "theo dõi tiến độ hằng tuần và báo cáo kết quả đúng thời hạn."
)


def text(words: str, **look: object) -> P:
    """A paragraph of the body: justified, first line 12.7 mm in, 6 pt above."""
    return P(words, first=720, before=120, **look)  # type: ignore[arg-type]


def _centred(words: str, size: float = 14, bold: bool = True, **look: object) -> P:
    return P(words, size=size, bold=bold, align="center", **look)  # type: ignore[arg-type]


def _base(symbol: str, title: str, subject: str) -> Written:
    co_quan = [_centred("ỦY BAN NHÂN DÂN", 12), _centred("PHƯỜNG PHƯỚC HẢI", 12)]
    tieu_ngu = _centred("Độc lập - Tự do - Hạnh phúc", 13)
    trich_yeu = _centred(subject)
    return Written(
        quoc_hieu=_centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12),
        tieu_ngu=tieu_ngu,
        tieu_ngu_line=rule_line([tieu_ngu], RIGHT - CELL, 1.0),
        dia_danh=_centred("Phước Hải, ngày 05 tháng 6 năm 2023", 13, False, italic=True),
        chu_quan=[_centred("UBND THÀNH PHỐ NHA TRANG", 12, False)],
        co_quan=co_quan,
        co_quan_line=rule_line(co_quan, LEFT - CELL, 0.4),
        so=_centred(symbol, 13, False),
        title=[_centred(title, before=240), trich_yeu, rule_line([trich_yeu], PAGE, 0.4)],
        body=[],
        noi_nhan=P("Nơi nhận:", size=12, bold=True, italic=True, align="left"),
        nhan=[P(words, size=11, align="left") for words in ("- Như Điều 3;", "- Đảng ủy phường;", "- Lưu: VT, VPTK.")],
        quyen_han=[_centred("TM. ỦY BAN NHÂN DÂN"), _centred("KT. CHỦ TỊCH"), _centred("PHÓ CHỦ TỊCH")],
        ho_ten=_centred("Nguyễn Văn A"),
        appendices=[],
    )


def _appendix(number: str, title: str, page: Page) -> Appendix:
    room = page.width - page.left - page.right
    reference = P(
        "(Kèm theo Báo cáo số     /BC-UBND ngày    tháng 6 năm 2023 của Ủy ban nhân dân phường Phước Hải)",
        size=13,
        italic=True,
        align="center",
    )
    rows = [["STT", "Nhiệm vụ", "Kết quả"]] + [[str(n), f"Nhiệm vụ thứ {n}", "Đã hoàn thành"] for n in range(1, 5)]
    return Appendix(
        label=_centred(f"Phụ lục {number}".strip()),
        titles=[_centred(title)],
        reference=reference,
        line=P(size=6, left=(room - 2000) // 2, right=(room - 2000) // 2, border="single"),
        content=[Grid(rows, room)],
        end=P("./.", align="right"),
        page=page,
    )


def bao_cao() -> Written:
    """A report to a superior, with two appendices, the second one lying."""
    doc = _base("Số: 05/BC-UBND", "BÁO CÁO", "Kết quả công tác cải cách hành chính 6 tháng đầu năm 2023")
    doc.in_controls = True
    doc.title.append(_centred("Kính gửi: Ủy ban nhân dân thành phố Nha Trang", bold=False, before=240, after=120))
    doc.body = [
        text("Thực hiện Kế hoạch số 567/KH-UBND ngày 14 tháng 02 năm 2023, phường báo cáo kết quả như sau:"),
        text("I. KẾT QUẢ THỰC HIỆN", bold=True, align="left"),
        text("1. Công tác chỉ đạo, điều hành", bold=True, align="left"),
        text(_LONG),
        text(f"1. {_LONG}"),
        text(f"a) {_LONG}"),
        text("b) Kết quả từng nhiệm vụ nêu tại Phụ lục I, số liệu thống kê nêu tại Phụ lục II kèm theo."),
        Grid([["Nhóm", "Số nhiệm vụ"], ["Đúng hạn", "12"]]),
        text("II. KIẾN NGHỊ", bold=True, align="left"),
        *(text(f"- {_LONG}") for _ in range(8)),
        text("Trên đây là báo cáo của phường./."),
    ]
    doc.nhan[0].text = "- Như trên;"
    doc.appendices = [
        _appendix("I", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ", Page()),
        _appendix("II", "BẢNG SỐ LIỆU THỐNG KÊ", Page(width=16838, height=11906)),
    ]
    return doc


def quyet_dinh() -> Written:
    """A decision: who decides, căn cứ, articles."""
    doc = _base("Số: 15/QĐ-UBND", "QUYẾT ĐỊNH", "Về việc kiện toàn Tổ công tác cải cách hành chính")
    doc.body = [
        _centred("ỦY BAN NHÂN DÂN PHƯỜNG PHƯỚC HẢI", before=240),
        text("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", italic=True),
        text(
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;", italic=True
        ),
        text("Theo đề nghị của công chức Văn phòng - Thống kê.", italic=True),
        _centred("QUYẾT ĐỊNH:", before=120),
        _article(
            "Điều 1.", " Kiện toàn Tổ công tác cải cách hành chính của phường gồm các thành viên có tên kèm theo."
        ),
        _article("Điều 2.", " Quyết định này có hiệu lực kể từ ngày ký."),
        _article("Điều 3.", " Các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."),
    ]
    return doc


def _article(number: str, rest: str) -> P:
    return P(number + rest, first=720, before=120, runs=[P(number, bold=True), P(rest)])


def cong_van() -> Written:
    """A letter to two addressees."""
    doc = _base("Số: 12/UBND-VPTK", "", "x")
    doc.title = []
    doc.trich_yeu_cong_van = [_centred("V/v báo cáo cải cách hành chính", 12, False, before=120)]
    doc.body = [
        P("Kính gửi:", left=2880, before=120),
        P("- Phòng Nội vụ thành phố;", left=3600, before=60),
        P("- Văn phòng Ủy ban nhân dân thành phố.", left=3600, before=60, after=120),
        text(_LONG),
        text("Ủy ban nhân dân phường gửi các cơ quan biết, phối hợp./."),
    ]
    doc.nhan[0].text = "- Như trên;"
    doc.nhan.append(P("VT.(05)", size=11, align="left"))
    doc.trich_yeu_cong_van += [_centred("KHẨN", 13, before=120), _centred("LƯU HÀNH NỘI BỘ", 13)]
    doc.footer = [P("Điện thoại: 0258 000 000; Email: phuochai@example.vn", size=11, align="center")]
    doc.page.footer = True
    return doc


def quy_che() -> Written:
    """A regulation with chapters, sections, articles, clauses and points."""
    doc = _base("Số: 03/QC-UBND", "QUY CHẾ", "Làm việc của Tổ công tác cải cách hành chính")
    doc.body = [
        _centred("Chương I", before=120),
        _centred("QUY ĐỊNH CHUNG"),
        _centred("Mục 1", before=120),
        _centred("PHẠM VI"),
        text("Điều 1. Phạm vi điều chỉnh", bold=True, align="left"),
        text(f"1. {_LONG}"),
        text("a) Theo dõi tiến độ;"),
        text("b) Đôn đốc thực hiện;"),
        text("c) Tổng hợp kết quả;"),
        text("d) Báo cáo định kỳ;"),
        text("đ) Lưu hồ sơ."),
        text("Điều 2. Tổ chức thực hiện", bold=True, align="left"),
        text("Công chức có tên tại khoản 1 Điều 1 chịu trách nhiệm thi hành./."),
    ]
    doc.nhan[0].text = "- Các thành viên Tổ công tác;"
    return doc


def phu_luc() -> Written:
    """An appendix in a file of its own."""
    doc = _base("", "", "x")
    doc.title = []
    doc.has_header = doc.has_closing = False
    doc.appendices = [_appendix("", "BẢNG SỐ LIỆU THỐNG KÊ", Page())]
    return doc


def _of_type(symbol: str, title: str, subject: str, opening: str) -> Written:
    """A paper with a type of its own whose body is a few paragraphs under headings."""
    doc = _base(symbol, title, subject)
    doc.body = [
        text(opening),
        text("I. MỤC ĐÍCH, YÊU CẦU", bold=True, align="left"),
        text(_LONG),
        text("II. TỔ CHỨC THỰC HIỆN", bold=True, align="left"),
        text("1. Các bộ phận chuyên môn", bold=True, align="left"),
        text(_LONG),
        text(f"a) {_LONG}"),
        text("b) Danh mục chi tiết nêu tại phụ lục kèm theo."),
        text(f"- {_LONG}"),
        text("Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Văn phòng để xem xét, giải quyết./."),
    ]
    doc.nhan[0].text = "- Các bộ phận chuyên môn;"
    return doc


def ke_hoach() -> Written:
    """A plan with căn cứ before its sections."""
    doc = _of_type(
        "Số: 25/KH-UBND", "KẾ HOẠCH", "Cải cách hành chính năm 2023", "Ủy ban nhân dân phường ban hành Kế hoạch:"
    )
    doc.body[:0] = [
        text("Căn cứ Kế hoạch số 567/KH-UBND ngày 14 tháng 02 năm 2023 của Ủy ban nhân dân thành phố;", italic=True),
        text("Theo đề nghị của công chức Văn phòng - Thống kê.", italic=True),
    ]
    return doc


def thong_bao() -> Written:
    """A notice."""
    opening = "Theo lịch công tác, Ủy ban nhân dân phường thông báo đến các cơ quan, đơn vị như sau:"
    return _of_type("Số: 31/TB-UBND", "THÔNG BÁO", "Về việc tiếp công dân tháng 6 năm 2023", opening)


def to_trinh() -> Written:
    """A submission to a superior."""
    opening = "Thực hiện chỉ đạo của cấp trên, Ủy ban nhân dân phường kính trình nội dung sau:"
    doc = _of_type("Số: 08/TTr-UBND", "TỜ TRÌNH", "Về việc phê duyệt danh mục nhiệm vụ", opening)
    doc.title.append(_centred("Kính gửi: Ủy ban nhân dân thành phố Nha Trang", bold=False, before=240, after=120))
    doc.nhan[0].text = "- Như trên;"
    return doc


def bien_ban() -> Written:
    """Minutes: no date line, who took them beside who led the meeting."""
    opening = "Thời gian bắt đầu: 14 giờ 00, ngày 05 tháng 6 năm 2023."
    doc = _of_type("Số: 04/BB-UBND", "BIÊN BẢN", "Họp triển khai nhiệm vụ tháng 6 năm 2023", opening)
    doc.dia_danh = P()
    doc.body[-1].text = "Cuộc họp kết thúc vào 16 giờ 30, ngày 05 tháng 6 năm 2023./."
    doc.quyen_han = [_centred("CHỦ TỌA")]
    return doc


#: Document type of a reference, by the kind of document.
_ISSUED_AS = {
    "bao-cao": "Báo cáo số     /BC-UBND",
    "cong-van": "Công văn số     /UBND-VPTK",
    "quyet-dinh": "Quyết định số     /QĐ-UBND",
    "ke-hoach": "Kế hoạch số     /KH-UBND",
    "thong-bao": "Thông báo số     /TB-UBND",
    "to-trinh": "Tờ trình số     /TTr-UBND",
    "bien-ban": "Biên bản số     /BB-UBND",
}


def with_appendices(kind: str, count: int) -> Written:
    """A correct document of a kind with none, one or two appendices."""
    doc = KINDS[kind]()
    numbers = {0: (), 1: ("",), 2: ("I", "II")}[count]
    doc.appendices = [_appendix(number, "DANH MỤC NHIỆM VỤ", Page()) for number in numbers]
    for appendix in doc.appendices:
        assert appendix.reference is not None
        appendix.reference.text = appendix.reference.text.replace(_ISSUED_AS["bao-cao"], _ISSUED_AS[kind])
    if kind in ("quyet-dinh", "cong-van") and count:
        doc.body.insert(-1, text("Danh mục nhiệm vụ nêu tại phụ lục kèm theo."))
    return doc


ISSUED = tuple(_ISSUED_AS)
KINDS = {
    "bao-cao": bao_cao,
    "quyet-dinh": quyet_dinh,
    "cong-van": cong_van,
    "quy-che": quy_che,
    "phu-luc": phu_luc,
    "ke-hoach": ke_hoach,
    "thong-bao": thong_bao,
    "to-trinh": to_trinh,
    "bien-ban": bien_ban,
}
