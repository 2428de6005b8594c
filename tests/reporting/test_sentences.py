"""Sentences for none, one, some and all, on plans made for each case."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.indicator import Indicator, Measurement, Target
from generator.domain.period import ReportingPeriod
from generator.domain.plan import Plan, Section, Task
from generator.domain.progress import Word
from generator.domain.unit import ReportTerms, Unit
from generator.domain.unit_year import IssuedDocument, UnitYear
from generator.reporting.title_case import Spelling
from generator.reporting.wording import PhraseFault, Phrases, listed, one_line, section_title
from tests.reporting.years import DUE_MAY, DUE_NOVEMBER, ON_DEMAND, ONGOING, PHRASES, UNIT, entry, said, year

HEAD = "Tính đến ngày 13/6/2023, trong "
TAIL = " (chi tiết tại Phụ lục kèm theo)."
#: Where there are late tasks they have an appendix too.
TAIL_OF_TWO = " (chi tiết tại Phụ lục I kèm theo)."


@pytest.mark.parametrize(
    ("deadlines", "entries", "sentence"),
    [
        (
            [DUE_NOVEMBER] * 3,
            [],
            f"Tính đến ngày 13/6/2023, 03 nhiệm vụ của Kế hoạch đều chưa đến hạn{TAIL}",
        ),
        (
            [DUE_MAY, DUE_NOVEMBER],
            [entry(1, Word.DONE)],
            f"{HEAD}02 nhiệm vụ của Kế hoạch, có 01 nhiệm vụ đến hạn và đã hoàn thành; 01 nhiệm vụ còn lại chưa đến hạn{TAIL}"
            " Lũy kế từ đầu năm đã hoàn thành 01/02 nhiệm vụ Kế hoạch đề ra, đạt 50%.",
        ),
        (
            [DUE_MAY] * 4,
            [entry(1, Word.DONE), entry(2, Word.DONE), entry(3, Word.DONE)],
            "Tính đến ngày 13/6/2023, 04 nhiệm vụ của Kế hoạch đều đã đến hạn: đã hoàn thành 03 nhiệm vụ (đạt 75%), còn 01"
            f" nhiệm vụ quá hạn chưa hoàn thành{TAIL_OF_TWO}",
        ),
        (
            [DUE_MAY] * 2 + [ONGOING],
            [entry(3, Word.IN_PROGRESS)],
            f"{HEAD}03 nhiệm vụ của Kế hoạch, có 02 nhiệm vụ đến hạn, chưa hoàn thành nhiệm vụ nào; 01 nhiệm vụ thường xuyên"
            f" được triển khai theo yêu cầu{TAIL_OF_TWO}",
        ),
        (
            [DUE_MAY] * 2,
            [entry(1, Word.DONE), entry(2, Word.DONE)],
            "Đến ngày 13/6/2023, UBND phường đã hoàn thành 02/02 nhiệm vụ, đạt 100% Kế hoạch; không có nhiệm vụ quá hạn (chi tiết tại Phụ lục kèm theo).",
        ),
        (
            [ON_DEMAND, ON_DEMAND, DUE_NOVEMBER],
            [entry(1, Word.NOT_ARISEN), entry(2, Word.PAUSED), entry(3, Word.DONE)],
            f"{HEAD}03 nhiệm vụ của Kế hoạch, chưa có nhiệm vụ đến hạn; 01 nhiệm vụ chưa đến hạn đã hoàn thành; 01 nhiệm vụ chưa"
            f" phát sinh; 01 nhiệm vụ tạm dừng{TAIL} Lũy kế từ đầu năm đã hoàn thành 01/03 nhiệm vụ Kế hoạch đề ra,"
            " đạt 33,33%.",
        ),
    ],
    ids=["none due", "one due and done", "some done", "none done", "all done", "ahead, not arisen, paused"],
)
def test_totals(deadlines, entries, sentence):
    assert said(year(deadlines, entries), "tong_hop")[0] == sentence


NOTHING_NEW = ["Trong kỳ chưa ghi nhận kết quả mới của các nhiệm vụ thuộc lĩnh vực này."]


@pytest.mark.parametrize(
    ("deadlines", "entries", "sentences"),
    [
        ([DUE_NOVEMBER], [], NOTHING_NEW),
        ([DUE_NOVEMBER] * 5, [], NOTHING_NEW),
        ([DUE_NOVEMBER] * 2, [entry(1, Word.IN_PROGRESS)], NOTHING_NEW),
        (
            [DUE_NOVEMBER],
            [entry(1, Word.IN_PROGRESS, result="đang lấy ý kiến các bộ phận; ")],
            ["Rà soát nội dung 1: đang lấy ý kiến các bộ phận."],
        ),
        (
            [ONGOING, ONGOING, DUE_NOVEMBER],
            [
                entry(1, Word.IN_PROGRESS, result="Đã niêm yết nội dung 128/128 TTHC."),
                entry(2, Word.NOT_STARTED, result="chưa phát sinh"),
                entry(3, Word.DONE, result="Đã rà soát", document="Báo cáo số 9/BC-UBND ngày 20/5/2023"),
            ],
            [
                "Đã rà soát (Báo cáo số 9/BC-UBND). Đã niêm yết nội dung 128/128 TTHC. Rà soát nội dung 2: chưa phát sinh."
            ],
        ),
        (
            [DUE_MAY] * 2,
            [entry(1, Word.DONE)],
            [
                "Đã hoàn thành nhiệm vụ rà soát nội dung 1.",
                "Việc rà soát nội dung 2 chậm so với thời hạn (nhiệm vụ I.2, hạn ngày 31/5/2023; Công chức Tư pháp - Hộ tịch"
                " chủ trì).",
            ],
        ),
    ],
)
def test_a_field_of_work(deadlines, entries, sentences):
    assert said(year(deadlines, entries), "the_che") == sentences


def test_a_field_without_tasks_says_so():
    assert said(year([DUE_MAY]), "tthc") == ["Trong kỳ chưa phát sinh nhiệm vụ thuộc lĩnh vực này."]


def test_one_completed_task_is_told_in_one_sentence_with_its_proof():
    data = year([DUE_MAY], [entry(1, Word.DONE, document="Kế hoạch số 384/KH-UBND ngày 23/3/2023")])
    assert said(data, "hoan_thanh") == [
        "Trong kỳ ghi nhận thêm 01 nhiệm vụ hoàn thành: rà soát nội dung 1 (nhiệm vụ I.1; Kế hoạch số 384/KH-UBND ngày"
        " 23/3/2023; hoàn thành ngày 20/5/2023)."
    ]


def test_nothing_completed_is_one_natural_sentence():
    data = year([DUE_NOVEMBER], [entry(1, Word.IN_PROGRESS, date(2023, 6, 5))])
    assert said(data, "hoan_thanh", kind="thang", period="2023-06") == [
        "Trong tháng không có nhiệm vụ mới hoàn thành; các nhiệm vụ của Kế hoạch tiếp tục được triển khai theo tiến độ."
    ]


def test_one_late_task_says_who_why_and_what_is_done():
    late = entry(
        1, Word.IN_PROGRESS, cause="Do chờ số liệu của bộ phận chuyên môn.", remedy="Hoàn thành trong tháng 6."
    )
    data = year([DUE_MAY], [late])
    assert said(data, "the_che") == [
        "Việc rà soát nội dung 1 chậm so với thời hạn (nhiệm vụ I.1, hạn ngày 31/5/2023; Công chức Tư pháp - Hộ tịch chủ trì),"
        " nguyên nhân do chờ số liệu của bộ phận chuyên môn; biện pháp: hoàn thành trong tháng 6."
    ]
    assert said(data, "qua_han") == [
        "Còn 01 nhiệm vụ quá hạn chưa hoàn thành là rà soát nội dung 1 (nhiệm vụ I.1); theo dõi tại Phụ lục II kèm theo."
    ]


def test_late_tasks_are_named():
    assert said(year([DUE_MAY] * 3), "qua_han") == [
        "Còn 03 nhiệm vụ quá hạn chưa hoàn thành (theo dõi tại Phụ lục II kèm theo): rà soát nội dung 1 (nhiệm vụ I.1); rà"
        " soát nội dung 2 (nhiệm vụ I.2); rà soát nội dung 3 (nhiệm vụ I.3)."
    ]
    data = year([DUE_MAY] * 4)
    assert said(data, "qua_han")[:2] == [
        "Còn 04 nhiệm vụ quá hạn chưa hoàn thành (theo dõi tại Phụ lục II kèm theo):",
        "- Rà soát nội dung 1 (nhiệm vụ I.1);",
    ]
    monthly = said(data, "qua_han", kind="thang", period="2023-06")
    assert monthly[0] == "Còn 04 nhiệm vụ quá hạn chưa hoàn thành:"
    assert [line[-1] for line in monthly[1:]] == [";", ";", ";", "."]


def test_no_late_task():
    assert said(year([DUE_NOVEMBER]), "qua_han") == ["Đến ngày 13/6/2023 không có nhiệm vụ quá hạn."]


def test_comparison_only_with_a_period_that_has_data():
    data = year([DUE_MAY, DUE_MAY], [entry(1, Word.DONE), entry(2, Word.DONE, date(2023, 7, 3))])
    assert "So với" not in said(data, "tong_hop")[0]
    later = said(data, "tong_hop", period="2023-Q3", as_of=date(2023, 9, 14))[0]
    assert (
        "So với quý trước (đến ngày 14/6/2023), số nhiệm vụ hoàn thành tăng 01, số nhiệm vụ quá hạn giảm 01." in later
    )


TWENTY = Indicator(
    "CT1", "1.1", "Nhóm", "Tỷ lệ chứng thực điện tử", "%", (), Target.parse("tối thiểu 20%"), "tối thiểu 20%"
)
FIVE = Indicator("CT2", "1.2", "Nhóm", "Tỷ lệ qua bưu chính", "%", (), Target.parse("tối thiểu 5%"), "tối thiểu 5%")
UNTARGETED = Indicator("CT3", "1.3", "Nhóm", "Số cuộc kiểm tra", "Cuộc")


@pytest.mark.parametrize(
    ("values", "sentences"),
    [
        ({}, ["Trong kỳ chưa có số liệu để đánh giá các chỉ tiêu."]),
        ({"CT3": "4"}, ["Trong kỳ chưa có số liệu để đánh giá các chỉ tiêu."]),
        ({"CT1": "20"}, ["Chỉ tiêu đạt mức đề ra: tỷ lệ chứng thực điện tử (20%, mục tiêu tối thiểu 20%)."]),
        (
            {"CT1": "20", "CT2": "5"},
            [
                "Có 02 chỉ tiêu đạt mức đề ra: tỷ lệ chứng thực điện tử (20%, mục tiêu tối thiểu 20%) và tỷ lệ qua bưu chính"
                " (5%, mục tiêu tối thiểu 5%)."
            ],
        ),
        (
            {"CT1": "19.999", "CT2": "5"},
            [
                "Chỉ tiêu đạt mức đề ra: tỷ lệ qua bưu chính (5%, mục tiêu tối thiểu 5%).",
                "Chỉ tiêu chưa đạt mức đề ra: tỷ lệ chứng thực điện tử (19,99%, mục tiêu tối thiểu 20%).",
            ],
        ),
    ],
)
def test_indicators(values, sentences):
    period = ReportingPeriod.parse("2023-H1")
    measured = {(period.id, c): Measurement(period, c, value=Decimal(v)) for c, v in values.items()}
    data = year([DUE_MAY], indicators=(TWENTY, FIVE, UNTARGETED), measurements=measured)
    assert said(data, "chi_tieu") == sentences


def test_documents_of_the_period_in_full():
    data = year(
        [DUE_MAY],
        documents=(
            IssuedDocument("384/KH-UBND", date(2023, 3, 23), "Cải thiện mức độ hài lòng năm 2023"),
            IssuedDocument("9/BC-UBND", date(2023, 8, 1), "Sau kỳ"),
        ),
    )
    assert said(data, "van_ban") == [
        "Trong kỳ đã ban hành Kế hoạch số 384/KH-UBND ngày 23/3/2023 về cải thiện mức độ hài lòng năm 2023."
    ]


def test_own_words_take_the_place_of_the_sentence_for_nothing():
    assert said(year([DUE_MAY], [entry(1, Word.IN_PROGRESS)]), "kho_khan") == [
        "Trong kỳ chưa phát sinh khó khăn, vướng mắc vượt thẩm quyền."
    ]
    data = year([DUE_MAY], words={("2023-H1", "kho_khan"): ("Thiếu máy quét.",)})
    assert said(data, "kho_khan") == []


def test_next_period_groups_what_is_due_together():
    few = said(year([DUE_NOVEMBER] * 2, [entry(1, Word.IN_PROGRESS)]), "nhiem_vu_toi")
    assert few[0] == (
        "Trong 6 tháng cuối năm 2023, UBND phường tiếp tục triển khai 02 nhiệm vụ của Kế hoạch; các mốc phải hoàn thành,"
        " chậm nhất vào các ngày sau:"
    )
    assert few[1:] == [
        "- Tháng 11/2023: ngày 24/11, rà soát nội dung 1 (nhiệm vụ I.1) và rà soát nội dung 2 (nhiệm vụ I.2)."
    ]
    many = said(year([DUE_NOVEMBER] * 11), "nhiem_vu_toi")
    assert many[1] == "- Tháng 11/2023: ngày 24/11, 11 nhiệm vụ (I.1 đến I.11)."


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("CẢI CÁCH THỂ CHẾ", "Cải cách thể chế"),
        ("CHỈ SỐ HÀI LÒNG CỦA UBND PHƯỜNG PHƯỚC HẢI", "Chỉ số hài lòng của UBND phường Phước Hải"),
        ("KIỂM SOÁT TTHC", "Kiểm soát TTHC"),
        ("CẢI CÁCH Ở UBND TỈNH KHÁNH HÒA", "Cải cách ở UBND tỉnh Khánh Hòa"),
        ("BÁO CÁO CỦA SỞ NỘI VỤ VÀ PHƯỜNG BẾN XUÂN", "Báo cáo của Sở Nội vụ và phường Bến Xuân"),
        ("KHOA HỌC VÀ CÔNG NGHỆ CỦA SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Khoa học và công nghệ của Sở Khoa học và Công nghệ"),
        ("CẢI CÁCH TẠI XÃ KHÁNH VĨNH", "Cải cách tại xã Khánh Vĩnh"),
        ("MỞ RỘNG THỊ TRƯỜNG, KHU VỰC", "Mở rộng thị trường, khu vực"),
        ("TẠI CÁC PHƯỜNG, XÃ, ĐẶC KHU", "Tại các phường, xã, đặc khu"),
        ("NÂNG CAO MỨC ĐỘ HÀI LÒNG Ở PHƯỜNG TÂY LỘC NĂM 2026", "Nâng cao mức độ hài lòng ở phường Tây Lộc năm 2026"),
        ("Đã viết thường", "Đã viết thường"),
    ],
)
def test_section_titles_in_sentence_case(title, shown):
    task = Task(
        "I.1", "Rà soát quy trình, báo cáo UBND tỉnh Khánh Hòa và Sở Nội vụ về việc cải cách ở phường Bến Xuân."
    )
    plan = Plan(sections=(Section("I", title, (task,)),))
    assert section_title(title, plan, UNIT, PHRASES) == shown


@given(st.text(st.sampled_from("AĐỘ BÊ-,."), max_size=20), st.text(st.sampled_from("aAđĐộỘ bBêÊ-,."), max_size=40))
def test_a_title_changes_its_capitals_alone(title, words):
    assert Spelling([words], [], ["Bộ Độ"]).in_a_sentence(title).upper() == title


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Do chờ số liệu", "do chờ số liệu"),
        ("UBND tỉnh giao", "UBND tỉnh giao"),
        ("Sở Nội vụ đề nghị", "Sở Nội vụ đề nghị"),
        ("Ủy ban nhân dân", "Ủy ban nhân dân"),
        ("", ""),
    ],
)
def test_small_letters_in_the_middle_of_a_sentence(text, shown):
    assert PHRASES.lower_first(text) == shown


def test_lines_become_one_line():
    assert one_line("- Báo cáo năm.\n- Báo cáo quý;\n") == "Báo cáo năm; báo cáo quý"
    assert listed(["a", "b", "c"]) == "a, b và c"


def test_a_phrase_with_an_unknown_brace_is_named():
    with pytest.raises(PhraseFault, match=r"tong_hop\.dau.*\{n\}"):
        Phrases({"tong_hop": {"dau": "{sai}"}}).say("tong_hop.dau", n="1")
    with pytest.raises(PhraseFault, match="thiếu mục"):
        Phrases({}).say("tong_hop.dau")


def test_terms_of_one_report_win_over_those_of_its_kind():
    unit = Unit(
        terms_by_kind={"": ReportTerms("A"), "cchc": ReportTerms("B"), "cchc 2023-H1": ReportTerms("C", number="12")}
    )
    period = ReportingPeriod.parse("2023-H1")
    assert unit.terms("cchc", period).symbol == "C"
    assert unit.terms("cchc", period.following).symbol == "B"
    assert unit.terms("thang", period).symbol == "A"


@pytest.mark.parametrize(
    ("number", "subject", "cited"),
    [
        ("15/KH-UBND", "Kế hoạch kiểm tra năm 2023", "Kế hoạch số 15/KH-UBND ngày 02/5/2023 về kiểm tra năm 2023"),
        ("640/UBND-VP", "Chấn chỉnh", "Công văn số 640/UBND-VP ngày 02/5/2023 về chấn chỉnh"),
        ("22/QD-UBND", "", "Văn bản số 22/QD-UBND ngày 02/5/2023"),
        ("15", "", "Văn bản số 15 ngày 02/5/2023"),
    ],
)
def test_a_document_is_cited_by_what_its_symbol_says_and_no_more(number, subject, cited):
    data = year([DUE_MAY], documents=(IssuedDocument(number, date(2023, 5, 2), subject),))
    assert said(data, "van_ban") == [f"Trong kỳ đã ban hành {cited}."]


def test_tasks_below_a_heading_carry_the_number_that_tells_them_apart():
    def numbers(section: str, *ids: str) -> list[str]:
        tasks = tuple(Task(task_id, "Rà soát.", "", DUE_MAY) for task_id in ids)
        plan = Plan("567/KH-UBND", date(2023, 4, 25), "Kế hoạch", "UBND phường", 2023, (Section(section, "A", tasks),))
        return [row.stt for row in said(UnitYear(UNIT, plan), "bang_nhiem_vu")[0].hang]

    assert numbers("III", "III.1", "III.11") == ["1", "11"]
    assert numbers("I", "I.1.1", "I.2.1") == ["1.1", "2.1"]
    assert numbers("1", "1.1", "1.2") == ["1.1", "1.2"]


def test_a_sum_in_mid_year_is_held_against_the_target_of_the_year():
    inspections = Indicator("CT3", "1.3", "Nhóm", "Số cuộc kiểm tra", "Cuộc", (), Target.parse("10"), "10")
    period = ReportingPeriod.parse("2023-H1")
    measured = {(period.id, "CT3"): Measurement(period, "CT3", value=Decimal(4))}
    data = year([DUE_MAY], indicators=(inspections,), measurements=measured)
    assert said(data, "chi_tieu") == [
        "Chỉ tiêu của cả năm tính đến nay: số cuộc kiểm tra (04 cuộc, đạt 40% mục tiêu năm)."
    ]
    assert said(data, "linh_vuc_khac")[1].chu == "Trong kỳ có 04 cuộc kiểm tra, đạt 40% mục tiêu năm (10 cuộc)."


def test_dashes_typed_before_addressees_are_not_doubled():
    unit = Unit(code="a", terms_by_kind={"": ReportTerms(addressees=("- UBND tỉnh;", "Sở Nội vụ."))})
    data = UnitYear(unit, year([DUE_MAY]).plan)
    assert said(data, "kinh_gui") == ["UBND tỉnh", "Sở Nội vụ"]


def test_groups_of_indicators_are_numbered_unless_their_own_items_are():
    dotted = [Indicator("A", "1", "Chỉ đạo", "Chỉ đạo"), Indicator("B", "1.1", "Chỉ đạo", "Số tin", "Tin")]
    plain_numbers = [Indicator("C", "1", "Tuyên truyền", "Số bài", "Bài")]
    rows = said(year([DUE_MAY], indicators=(*dotted, *plain_numbers)), "bang_thong_ke")
    assert [(r.stt, r.chi_tieu, r.dam) for r in rows] == [
        ("1", "Chỉ đạo", True),
        ("1.1", "Số tin", False),
        ("", "Tuyên truyền", True),
        ("1", "Số bài", False),
    ]


def test_what_the_letterhead_lacks_is_a_gap_that_stands_out():
    data = UnitYear(Unit(code="a"), year([DUE_MAY]).plan)
    for part, gap in (
        ("dia_danh_ngay", "[Địa danh], ngày"),
        ("so_ky_hieu", "/[Ký hiệu]"),
        ("nguoi_ky", "[Họ tên người ký]"),
    ):
        shown = said(data, part)
        assert gap in shown and shown.doubtful


def test_what_should_go_on_but_has_not_begun_is_not_said_to_go_on():
    data = year([ONGOING, ONGOING], [entry(1, Word.NOT_STARTED), entry(2, Word.IN_PROGRESS)])
    assert said(data, "tong_hop")[0] == (
        f"{HEAD}02 nhiệm vụ của Kế hoạch, chưa có nhiệm vụ đến hạn; 01 nhiệm vụ thường xuyên được triển khai theo yêu cầu;"
        f" 01 nhiệm vụ thường xuyên chưa triển khai{TAIL}"
    )
