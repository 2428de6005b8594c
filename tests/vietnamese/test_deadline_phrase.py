"""What a plan's "Tiến độ" means. Every phrase of the three real plans stands in the table below."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.domain.deadline import Deadline, DeadlineNature
from generator.vietnamese.dated_clause import PlanYear
from generator.vietnamese.deadline_phrase import Meaning, read_deadline_phrase
from generator.vietnamese.named_periods import periods_named

PLAN = PlanYear(2023, date(2023, 4, 14))
PLANS = Path(__file__).parents[2].parent / "shared" / "plans"


def d(text: str) -> date:
    day, month, year = (int(part) for part in text.split("/"))
    return date(year, month, day)


def shown(phrase: str, deliverables: str = "", plan: PlanYear = PLAN) -> list[str]:
    """The milestones as "label|first day|last day|required", empty where there is none."""
    reading = read_deadline_phrase(phrase, plan, deliverables=deliverables)
    lines = []
    for m in reading.milestones:
        days = [f"{day.day}/{day.month}/{day.year}" if day else "" for day in (m.first_day, m.last_day)]
        share = "" if m.required == 100 else f"|{m.required}%"
        lines.append("|".join([m.label, *days]) + share)
    return lines


ONGOING, RECURRING, DATED = Meaning.ONGOING, Meaning.RECURRING, Meaning.DATED
AFTER, INSTRUCTION = Meaning.AFTER_EVENT, Meaning.BY_INSTRUCTION
REPORTS = "Báo cáo (6 tháng, quý III và báo cáo năm 2023)"
QUARTERS = "Báo cáo định kỳ (quý II, quý III, năm 2023)"

#: phrase -> what it means, its milestones ("…": named by the phrase itself), and the deliverable that names the periods of a recurring one.
OF_THE_PLANS: dict[str, tuple[tuple[Meaning, ...], list[str], str]] = {
    "Thường xuyên": ((ONGOING,), [], ""),
    "Định kỳ hằng tháng": ((RECURRING,), [], ""),
    "Định kỳ hàng tháng": ((RECURRING,), [], ""),
    "Trong năm 2023": ((DATED,), ["|1/1/2023|31/12/2023"], ""),
    "Trước ngày 05/12/2023": ((DATED,), ["||4/12/2023"], ""),
    "Trước ngày 10/12/2023": ((DATED,), ["||9/12/2023"], ""),
    "Trước ngày 15/12/2023": ((DATED,), ["||14/12/2023"], ""),
    "Trước ngày 17/12/2023": ((DATED,), ["||16/12/2023"], ""),
    "Trước ngày 25/11/2023": ((DATED,), ["||24/11/2023"], ""),
    "Trước ngày 30/12/2023": ((DATED,), ["||29/12/2023"], ""),
    "Chậm nhất trong ngày 20/12/2023": ((DATED,), ["||20/12/2023"], ""),
    "Tháng 9/2023": ((DATED,), ["|1/9/2023|30/9/2023"], ""),
    "Trong tháng 03/2023.": ((DATED,), ["|1/3/2023|31/3/2023"], ""),
    "Trong quý II và III năm 2023": ((DATED,), ["|1/4/2023|30/9/2023"], ""),
    "Trong quý IV năm 2023": ((DATED,), ["|1/10/2023|31/12/2023"], ""),
    "Từ quý II/2023": ((DATED,), ["|1/4/2023|"], ""),
    "Báo cáo gửi Sở Nội vụ trong ngày 14 của tháng cuối kỳ báo cáo": (
        (RECURRING,),
        ["6 tháng đầu năm 2023||14/6/2023", "Quý III năm 2023||14/9/2023", "Năm 2023||14/12/2023"],
        REPORTS,
    ),
    "Báo cáo gửi phòng Nội vụ trong ngày 13 của tháng cuối kỳ báo cáo": (
        (RECURRING,),
        ["6 tháng đầu năm 2023||13/6/2023", "Quý III năm 2023||13/9/2023", "Năm 2023||13/12/2023"],
        REPORTS,
    ),
    "Báo cáo của UBND thành phố gửi trên hệ thống chậm nhất vào ngày 19 của tháng cuối quý thuộc kỳ báo cáo": (
        (RECURRING,),
        ["Quý II năm 2023||19/6/2023", "Quý III năm 2023||19/9/2023", "Năm 2023||19/12/2023"],
        QUARTERS,
    ),
    "Báo cáo của UBND phường gửi trên hệ thống chậm nhất vào ngày 17 của tháng cuối quý thuộc kỳ báo cáo.": (
        (RECURRING,),
        ["Quý II năm 2023||17/6/2023", "Quý III năm 2023||17/9/2023", "Năm 2023||17/12/2023"],
        QUARTERS,
    ),
    "Trong năm 2023 Báo cáo năm hoàn thành trước ngày 05/12/2023": (
        (DATED, DATED),
        ["Báo cáo năm||4/12/2023", "Trong năm 2023|1/1/2023|31/12/2023"],
        "",
    ),
    "Báo cáo 06 tháng trước ngày 15/6/2023 Báo cáo năm trước ngày 15/11/2023": (
        (DATED, DATED),
        ["Báo cáo 06 tháng||14/6/2023", "Báo cáo năm||14/11/2023"],
        "",
    ),
    "Thường xuyên Riêng báo cáo rà soát và đề xuất phương án đơn giản hóa TTHC năm 2023 gửi Văn phòng UBND tỉnh "
    "trước ngày 25/7/2023": ((ONGOING, DATED), ["||24/7/2023"], ""),
    "- Báo cáo kết quả rà soát và đề xuất phương án đơn giản hóa TTHC năm 2023: trước ngày 01/6/2023. - Các báo cáo "
    "khác gửi định kỳ hằng quý hoặc đột xuất khi có phát sinh vướng mắc": (
        (DATED, RECURRING),
        [
            "Báo cáo kết quả rà soát và đề xuất phương án đơn giản hóa TTHC năm 2023||31/5/2023",
            "Các báo cáo khác gửi định kỳ hằng quý hoặc đột xuất khi có phát sinh vướng mắc||",
        ],
        "",
    ),
    "Đến 15/12/2023 hoàn thành tối thiểu 90% kế hoạch được giao": ((DATED,), ["||15/12/2023|90%"], ""),
    "Đến 15/12/2023 hoàn thành tối thiểu 90% kế hoạch được giao. Đến 31/01/2024 hoàn thành 100% kế hoạch được giao.": (
        (DATED, DATED),
        [
            "Hoàn thành tối thiểu 90% kế hoạch được giao||15/12/2023|90%",
            "Hoàn thành 100% kế hoạch được giao||31/1/2024",
        ],
        "",
    ),
    "Chậm nhất 02 ngày làm việc từ khi văn bản trả lời PAKN được ban hành": ((AFTER,), ["…||"], ""),
    "Trong vòng 30 ngày sau khi có hướng dẫn của UBND tỉnh": ((AFTER,), ["…||"], ""),
    "Trong vòng 20 ngày kể từ khi UBND tỉnh công bố báo cáo khảo sát mức độ hài lòng đối với UBND cấp huyện năm 2022": (
        (AFTER,),
        ["…||"],
        "",
    ),
    "Trong vòng 05 ngày kể từ ngày thay đổi thông tin": ((AFTER,), ["…||"], ""),
    "Trong vòng 05 ngày, kể từ khi có sự thay đổi nhân sự": ((AFTER,), ["…||"], ""),
    "Ngay sau khi các văn bản, tài liệu được ban hành": ((AFTER,), ["…||"], ""),
    "Sau khi Đề án được phê duyệt": ((AFTER,), ["…||"], ""),
    "Theo hướng dẫn của Sở Nội vụ": ((INSTRUCTION,), [], ""),
    "Theo chỉ đạo của UBND tỉnh, thành phố": ((INSTRUCTION,), [], ""),
    "Theo chỉ đạo của UBND tỉnh hoặc văn bản triển khai của Sở Nội vụ, Phòng Nội vụ": ((INSTRUCTION,), [], ""),
    "Theo chỉ đạo tại Công văn số 6611/UBND-NV ngày 14/9/2022 của UBND thành phố": ((INSTRUCTION,), [], ""),
    "Theo tiến độ triển khai của tỉnh": ((INSTRUCTION,), [], ""),
    "Tháng 01/2022 – Tháng 12/2022": ((DATED,), ["|1/1/2022|31/12/2022"], ""),
}


@pytest.mark.parametrize("phrase", OF_THE_PLANS)
def test_a_phrase_of_the_plans_has_its_meaning(phrase: str) -> None:
    meanings, milestones, deliverables = OF_THE_PLANS[phrase]
    reading = read_deadline_phrase(phrase, PLAN, deliverables=deliverables)
    assert reading.meanings == meanings
    assert shown(phrase, deliverables) == [m.replace("…", phrase) for m in milestones]
    assert reading.not_understood == ()


@pytest.mark.skipif(not PLANS.is_dir(), reason="the real plans are not here")
def test_the_table_above_has_every_phrase_of_the_plans() -> None:
    missing = []
    for file in PLANS.glob("ke-hoach*.txt"):
        for line in file.read_text("utf-8").splitlines():
            cells = line.split("\t")
            phrase = " ".join(re.sub(r"<[^>]+>", " ", cells[3]).split()) if len(cells) > 3 else ""
            if phrase and phrase != "Tiến độ" and phrase not in OF_THE_PLANS:
                missing.append(phrase)
    assert missing == []


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("trước ngày 5/6/2023", ["||4/6/2023"]),
        ("Trước 05.06.2023", ["||4/6/2023"]),
        ("Trước ngày 5 tháng 6 năm 2023", ["||4/6/2023"]),
        ("Chậm nhất trước ngày 5-6-2023", ["||4/6/2023"]),
        ("đến ngày 05/6/23", ["||5/6/2023"]),
        ("Hạn: 05/6/2023", ["||5/6/2023"]),
        ("Ngày 20/12", ["||20/12/2023"]),
        ("25/11", ["||25/11/2023"]),
        ("Trước ngày 15 tháng 11", ["||14/11/2023"]),
        ("Trước tháng 9/2023", ["||31/8/2023"]),
        ("Trước quý IV/2023", ["||30/9/2023"]),
        ("Đến hết quý III/2023", ["||30/9/2023"]),
        ("Quý 4", ["|1/10/2023|31/12/2023"]),
        ("Quý II, III", ["|1/4/2023|30/9/2023"]),
        ("quý I - III/2023", ["|1/1/2023|30/9/2023"]),
        ("12/2023", ["|1/12/2023|31/12/2023"]),
        ("T10/2023", ["|1/10/2023|31/10/2023"]),
        ("Cuối năm 2023", ["||31/12/2023"]),
        ("6 tháng đầu năm 2023", ["|1/1/2023|30/6/2023"]),
        ("Giai đoạn 2023-2025", ["|1/1/2023|31/12/2025"]),
        ("Từ tháng 3 đến tháng 11/2023", ["|1/3/2023|30/11/2023"]),
        ("Tháng 11 đến tháng 2/2024", ["|1/11/2023|29/2/2024"]),
        ("từ ngày 1/3 đến ngày 30/6/2023", ["|1/3/2023|30/6/2023"]),
        ("Sau ngày 15/6/2023", ["|16/6/2023|"]),
        ("Trong quý III/2023, chậm nhất ngày 15/9/2023", ["||15/9/2023"]),
        ("Thường xuyên trong năm 2023", []),
        ("Thực hiện theo Kế hoạch số 5/KH-UBND ngày 3/2/2023, xong trước 1/8/2023", ["||31/7/2023"]),
        ("Ngày 05 của tháng 9/2023", ["||5/9/2023"]),
        ("Trước 17 giờ ngày 25/6/2023", ["||25/6/2023"]),
        ("Quý 3 + 4/2023", ["|1/7/2023|31/12/2023"]),
        ("năm 2023-2024", ["|1/1/2023|31/12/2024"]),
        ("Từ nay đến 30/6/2023", ["||30/6/2023"]),
        ("Quý II năm 2023 (trước ngày 15/6)", ["||14/6/2023"]),
        ("Quyết định ngày 14/9/2022 của UBND tỉnh", []),
        ("Thông báo số 733-TB/TU ngày 24/3/2023", []),
    ],
)
def test_days_and_periods_in_their_many_writings(phrase: str, expected: list[str]) -> None:
    assert shown(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("15/6, 15/9 và 15/12/2023", ["15/6/2023", "15/9/2023", "15/12/2023"]),
        ("trước 15/6 và 15/12 hằng năm", ["14/6/2023", "14/12/2023"]),
        ("Trước ngày 15/6/2023 và 15/12/2023", ["14/6/2023", "14/12/2023"]),
        ("quý II và quý IV/2023", ["30/6/2023", "31/12/2023"]),
        ("Trong tháng 3 và quý IV/2023", ["31/3/2023", "31/12/2023"]),
        ("Hoàn thành 50% trước ngày 30/6/2023, 100% trước ngày 30/11/2023", ["29/6/2023", "29/11/2023"]),
        ("trước ngày 15/6 (6 tháng), trước ngày 15/12 (năm)", ["14/6/2023", "14/12/2023"]),
        ("Trước ngày 20/11/2023 (riêng xã A trước 30/11/2023)", ["19/11/2023", "29/11/2023"]),
        ("Tháng 3, 6/2023", ["31/3/2023", "30/6/2023"]),
        ("Trước ngày 1/8/2023 hoặc 05 ngày sau khi có yêu cầu", ["31/7/2023"]),
    ],
)
def test_several_days_are_several_milestones_with_labels_of_their_own(phrase: str, days: list[str]) -> None:
    milestones = read_deadline_phrase(phrase, PLAN).milestones
    assert [m.last_day for m in milestones if m.last_day] == [d(day) for day in days]
    assert len({m.label for m in milestones}) == len(milestones)


def test_a_day_of_each_month_is_unfolded_from_the_plans_day_of_issue() -> None:
    monthly = shown("trước ngày 22 hàng tháng")
    assert monthly[0] == "Tháng 4 năm 2023||21/4/2023"
    assert monthly[-1] == "Tháng 12 năm 2023||21/12/2023"
    assert len(monthly) == 9
    assert shown("ngày 05 của tháng tiếp theo")[-1] == "Tháng 12 năm 2023||5/1/2024"
    both = shown("Trước ngày 15 hằng tháng và trước 20/12/2023")
    assert both[-1] == "Trước 20/12/2023||19/12/2023" and both[0] == "Tháng 4 năm 2023||14/4/2023"
    assert shown("Hằng quý, ngày 31 của tháng cuối quý")[0] == "Quý II năm 2023||30/6/2023"


def test_a_recurring_day_without_named_periods_takes_those_the_unit_owes() -> None:
    owed = PlanYear(2023, periods=periods_named("6 tháng; năm", 2023) + periods_named("báo cáo năm", 2023))
    phrase = "ngày 13 của tháng cuối kỳ báo cáo"
    assert shown(phrase) == []
    assert [m.last_day for m in read_deadline_phrase(phrase, owed).milestones] == [d("13/6/2023"), d("13/12/2023")]


def test_what_counts_from_an_event_waits_for_it_under_the_plan_s_own_words() -> None:
    phrase = "Chậm nhất 02 ngày làm việc từ khi văn bản được ban hành"
    reading = read_deadline_phrase(phrase, PLAN)
    assert (reading.meanings, reading.not_understood) == ((Meaning.AFTER_EVENT,), ())
    assert [(m.label, m.last_day, m.waits_for_event) for m in reading.milestones] == [(phrase, None, True)]


def test_the_units_switch_makes_before_include_the_day() -> None:
    including = PlanYear(2023, before_includes_day=True)
    assert shown("Trước ngày 25/11/2023", plan=including) == ["||25/11/2023"]


@pytest.mark.parametrize(
    ("phrase", "nature"),
    [
        ("Thường xuyên", DeadlineNature.ONGOING),
        ("Từ quý II/2023", DeadlineNature.ONGOING),
        ("Định kỳ hằng tháng", DeadlineNature.ONGOING),
        ("Trong năm 2023", DeadlineNature.DATED),
        ("Sau khi Đề án được phê duyệt", DeadlineNature.ON_DEMAND),
        ("Theo hướng dẫn của Sở Nội vụ", DeadlineNature.ON_DEMAND),
    ],
)
def test_milestones_and_phrase_together_make_the_nature_of_the_duty(phrase: str, nature: DeadlineNature) -> None:
    assert Deadline(phrase, read_deadline_phrase(phrase, PLAN).milestones).nature is nature


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("Trước ngày 31/6/2023", "31/6/2023"),
        ("Đầu tháng 9/2023", "Đầu tháng 9/2023"),
        ("Tuần cuối tháng 9", "Tuần cuối tháng 9"),
        ("Tuần thứ 2 của tháng 9", "Tuần thứ 2 của tháng 9"),
        ("ngày 2 của tháng đầu quý", "tháng đầu quý"),
        ("Năm 2023 và các năm tiếp theo", "các năm tiếp theo"),
        ("Giữa quý III", "Giữa quý III"),
        ("Trước ngày 15/6/2023; sơ kết giữa kỳ", "sơ kết giữa kỳ"),
        ("Trước ngày 15/6/2023 và 31/9/2023", "31/9/2023"),
        ("Khoảng tháng 8", "tháng 8"),
        ("Sớm", "Sớm"),
    ],
)
def test_what_is_not_understood_is_named_and_makes_no_day(phrase: str, named: str) -> None:
    reading = read_deadline_phrase(phrase, PLAN)
    assert any(named in part for part in reading.not_understood)
    assert all(m.last_day == d("14/6/2023") for m in reading.milestones)


# -- any text ----------------------------------------------------------------------------------------------------
_WORDS = (
    "trước ngày đến hết trong chậm nhất từ quý tháng năm tuần đầu giữa cuối định kỳ hằng hàng mỗi kỳ báo cáo hoàn thành "
    "thường xuyên theo khi sau kể vòng làm việc I II III IV 1 5 13 31 32 2023 2024 02 6 9 31/6/2023 15/6/2023 15/6 1/13 "
    "29/2/2023 12/2023 và , . ; : - – Riêng UBND % 90% số 12/KH-UBND Công văn Quyết định của tiếp theo 6611/UBND-NV"
)
WORDS = st.sampled_from([*_WORDS.split(), "\n"])
PHRASES = st.one_of(st.text(), st.lists(WORDS, max_size=14).map(" ".join))


@given(PHRASES, st.sampled_from([0, 2023]))
def test_no_text_makes_it_fail_and_no_word_is_lost(text: str, year: int) -> None:
    reading = read_deadline_phrase(text, PlanYear(year))
    assert len({m.label for m in reading.milestones}) == len(reading.milestones) or len(reading.milestones) == 1
    assert all(m.first_day is None or m.last_day is None or m.first_day <= m.last_day for m in reading.milestones)
    if text.strip(" .,:-–+*•·\n") and not reading.clauses:
        assert not re.search(r"[^\W_]{2}", text)


@given(PHRASES)
def test_no_day_is_invented(text: str) -> None:
    """Every day comes from figures or Roman quarters of the text, or is the end of the plan's own year."""
    figures = {int(n) for n in re.findall(r"\d+", text)}
    years = {n if n >= 100 else n + 2000 for n in figures} | {2023, 2024}
    for milestone in read_deadline_phrase(text, PLAN).milestones:
        for day in (milestone.first_day, milestone.last_day):
            if day is None:
                continue
            following = day + timedelta(days=1)
            ends_a_month = following.day == 1 or day.day == 1
            assert {day.day, following.day, (day - timedelta(days=1)).day} & figures or ends_a_month
            assert {day.year, following.year} & years


@given(st.text(alphabet=st.characters(exclude_categories=["Nd", "Nl", "No"])))
def test_text_without_figures_states_at_most_the_plans_own_year(text: str) -> None:
    for milestone in read_deadline_phrase(text, PLAN).milestones:
        assert milestone.last_day is None or milestone.last_day.month in (3, 6, 9, 12)


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["Công văn số 66/UBND-NV", "Kế hoạch số 5/KH-UBND"])
)
def test_the_day_of_a_cited_document_is_no_deadline(day: date, document: str) -> None:
    phrase = f"Theo {document} ngày {day.day:02}/{day.month}/{day.year} của UBND thành phố"
    assert shown(phrase) == []


@given(st.dates(date(2000, 1, 2), date(2099, 12, 31)))
def test_any_day_is_read_in_every_writing_and_one_of_another_time_is_told(day: date) -> None:
    before = day - timedelta(days=1)
    is_near = abs(day.year - PLAN.year) <= 10
    for written in (
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
    ):
        for phrase, last in ((f"Trước {written}", before), (f"Chậm nhất {written}", day)):
            reading = read_deadline_phrase(phrase, PLAN)
            assert [m.last_day for m in reading.milestones] == ([last] if is_near else [])
            assert bool(reading.not_understood) is not is_near


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("đến 15/12 đạt 90%, 31/01/2027 đạt 100%", [("2026-12-15", 90), ("2027-01-31", 100)]),
        ("đến 15/12/2026 đạt 90%, đến 31/01/2027 đạt 100%", [("2026-12-15", 90), ("2027-01-31", 100)]),
        ("Trong 6 tháng cuối năm 2026", [("2026-12-31", 100)]),
        ("ngày 6 của tháng cuối năm", [("2026-12-06", 100)]),
        ("15/02/2026-15/03/2026", [("2026-03-15", 100)]),
        ("từ 15/12 đến 31/01/2027", [("2027-01-31", 100)]),
        ("Trước ngày 15/01 năm sau", [("2027-01-14", 100)]),
        ("Tuần 2 tháng 5/2026", []),
        ("Ngày 10, 25 hằng tháng", [(f"2026-{m:02}-{d}", 100) for m in range(1, 13) for d in (10, 25)][1:]),
        ("20/5/2026 (gia hạn đến 30/6/2026)", [("2026-05-20", 100)]),
    ],
)
def test_years_shares_and_halves_that_are_left_unsaid(phrase, days):
    reading = read_deadline_phrase(phrase, PlanYear(2026, date(2026, 1, 22)))
    assert [(m.last_day.isoformat(), int(m.required)) for m in reading.milestones] == days
    assert bool(reading.not_understood) == (not days)


# -- a plan of 2026, issued on 22/01 -----------------------------------------------------------------------------
PLAN_2026 = PlanYear(2026, date(2026, 1, 22))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("30/6 đạt 50%, 31/12 đạt 100%", ["Đạt 50%||30/6/2026|50%", "Đạt 100%||31/12/2026"]),
        ("30/6 đạt 50% và 31/12 đạt 100%", ["Đạt 50%||30/6/2026|50%", "Đạt 100%||31/12/2026"]),
        ("30/6: 50%; 31/12: 100%", ["50%||30/6/2026|50%", "100%||31/12/2026"]),
        ("30/6 ≥ 50%, 31/12 ≥ 95%", ["≥ 50%||30/6/2026|50%", "≥ 95%||31/12/2026|95%"]),
        ("50% (30/6), 100% (31/12)", ["50%||30/6/2026|50%", "100%||31/12/2026"]),
        ("đạt 50% vào 30/6, 100% vào 31/12", ["Đạt 50%||30/6/2026|50%", "100%||31/12/2026"]),
        ("Đạt 90% đến 31/12, 100% đến 31/01/2027", ["Đạt 90%||31/12/2026|90%", "100%||31/1/2027"]),
        ("Quý II đạt 50%, quý IV đạt 100%", ["Đạt 50%|1/4/2026|30/6/2026|50%", "Đạt 100%|1/10/2026|31/12/2026"]),
        (
            "Giải ngân 30% quý I, 95% quý IV",
            ["Giải ngân 30%|1/1/2026|31/3/2026|30%", "95%|1/10/2026|31/12/2026|95%"],
        ),
        ("Trước 30/6 đạt 50%, phấn đấu 60%", ["||29/6/2026|50%"]),
    ],
)
def test_each_share_goes_with_its_own_day(phrase: str, expected: list[str]) -> None:
    assert shown(phrase, plan=PLAN_2026) == expected
    assert read_deadline_phrase(phrase, PLAN_2026).not_understood == ()


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("01/3-30/9/2026", ["|1/3/2026|30/9/2026"]),
        ("01/03 đến 30/09", ["|1/3/2026|30/9/2026"]),
        ("01/3/2026 → 30/6/2026", ["|1/3/2026|30/6/2026"]),
        ("04/2026-06/2026", ["|1/4/2026|30/6/2026"]),
        ("Từ tháng 4 - 6/2026", ["|1/4/2026|30/6/2026"]),
        ("Từ T4-T6", ["|1/4/2026|30/6/2026"]),
        ("Bắt đầu 01/3, kết thúc 30/6/2026", ["|1/3/2026|30/6/2026"]),
        ("Bắt đầu từ tháng 3/2026", ["|1/3/2026|"]),
        ("31/12 hàng năm", ["||31/12/2026"]),
        ("30 tháng 6", ["||30/6/2026"]),
        ("Xong trước ngày 30.6", ["||29/6/2026"]),
        ("Quí II/2026", ["|1/4/2026|30/6/2026"]),
        ("2026", ["|1/1/2026|31/12/2026"]),
        ("Trước ngày 20/6; 20/11", ["Trước ngày 20/6||19/6/2026", "20/11||19/11/2026"]),
        ("6 tháng: 15/6; năm: 15/12", ["6 tháng||15/6/2026", "Năm||15/12/2026"]),
        ("Đợt 1: 30/4; Đợt 2: 30/8", ["Đợt 1||30/4/2026", "Đợt 2||30/8/2026"]),
        ("Lần 1 trước 30/4/2026, lần 2 trước 30/10/2026", ["Lần 1||29/4/2026", "Lần 2||29/10/2026"]),
        ("6 tháng trước 10/6, năm trước 10/12", ["6 tháng||9/6/2026", "Năm||9/12/2026"]),
        (
            "Trước ngày 10/6 (BC 6 tháng) và trước ngày 10/12 (BC năm)",
            ["BC 6 tháng||9/6/2026", "BC năm||9/12/2026"],
        ),
        ("6 tháng đầu năm và cả năm", ["6 tháng đầu năm|1/1/2026|30/6/2026", "Cả năm|1/1/2026|31/12/2026"]),
        ("Ngày 15 tháng 3 và 15 tháng 9", ["Ngày 15 tháng 3||15/3/2026", "15 tháng 9||15/9/2026"]),
        ("Ngày 15 tháng 3, 20 tháng 6/2026", ["Ngày 15 tháng 3||15/3/2026", "20 tháng 6/2026||20/6/2026"]),
        (
            "Ngày 15 các tháng 6, 12",
            [
                "Tháng 6||15/6/2026",
                "Tháng 12||15/12/2026",
            ],
        ),
        ("Sau khi Đề án được phê duyệt, trước ngày 30/6/2026", ["||29/6/2026"]),
        (
            "Trong 10 ngày kể từ ngày ký, chậm nhất 30/6/2026",
            ["Chậm nhất 30/6/2026||30/6/2026", "Trong 10 ngày kể từ ngày ký, chậm nhất 30/6/2026||"],
        ),
        ("Khi có yêu cầu, nhưng không quá 31/12/2026", ["||31/12/2026"]),
    ],
)
def test_days_as_hurried_plans_write_them(phrase: str, expected: list[str]) -> None:
    assert shown(phrase, plan=PLAN_2026) == expected
    assert read_deadline_phrase(phrase, PLAN_2026).not_understood == ()


@pytest.mark.parametrize("phrase", ["Mỗi quý 1 lần", "Mỗi tháng 2 lần", "Tháng 2 lần", "02 lần/năm", "06 tháng/lần"])
def test_how_often_is_no_month_or_quarter(phrase: str) -> None:
    reading = read_deadline_phrase(phrase, PLAN_2026)
    assert (reading.meanings, reading.milestones, reading.not_understood) == ((RECURRING,), (), ())


@pytest.mark.parametrize(
    "phrase",
    [
        "24/7",
        "04-06/2026",
        "Năm học 2025-2026",
        "Trước kỳ họp cuối năm của HĐND",
        "30/6 và 31/12 đạt 50% và 100%",
        "Hằng quý trước ngày 20",
        "Ngày làm việc đầu tiên hằng tháng",
        "Tuần cuối hằng tháng",
        "Cuối mỗi quý",
        "Tỷ lệ: 1/2",
    ],
)
def test_what_could_mean_two_days_is_left_to_a_person(phrase: str) -> None:
    reading = read_deadline_phrase(phrase, PLAN_2026)
    assert reading.milestones == ()
    assert reading.not_understood


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Trước 15/3 (số liệu năm 2025)", ["||14/3/2026"]),
        ("Trước 15/12 trình kế hoạch năm 2027", ["||14/12/2026"]),
        ("15/12 và 15/01/2027", ["15/12||15/12/2026", "15/01/2027||15/1/2027"]),
        ("trước 26/9 đối với xã, Sơ kết 13/9/2026", ["Sơ kết||13/9/2026", "Đối với xã||25/9/2026"]),
        ("trước 12/11 đạt 50%. Chậm nhất ngày 16/6/2026", ["Chậm nhất ngày 16/6/2026||16/6/2026", "Đạt 50%||11/11/2026|50%"]),
        ("Tháng 12 và tháng 01/2027", ["Tháng 12|1/12/2026|31/12/2026", "Tháng 01/2027|1/1/2027|31/1/2027"]),
        ("Quý IV và quý I/2027", ["Quý IV|1/10/2026|31/12/2026", "Quý I/2027|1/1/2027|31/3/2027"]),
        ("Trước 13 tháng 7", ["||12/7/2026"]),
    ],
)  # fmt: skip
def test_a_day_takes_the_year_of_its_own_list_and_of_nothing_else(phrase: str, expected: list[str]) -> None:
    assert shown(phrase, plan=PLAN_2026) == expected


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("Khi có yêu cầu và báo cáo 15/6/2026", "15/6/2026"),
        ("Trước 15/3/2026 và khi có yêu cầu; hoặc chậm nhất ngày 20/7/2026 khi đủ hồ sơ, và 20/9/2026", "20/9/2026"),
        ("10 tháng 4 năm 2026/11.5.2026", "11.5.2026"),
        ("16/5 Sơ kết/20/8/2026", "16/5"),
        ("1/3/2026/2 tháng 2 năm 2026", "1/3/2026"),
        ("Trước 3/9/2026 và khi có yêu cầu/23.05.2026 đạt 50%", "23.05.2026"),
        ("1/3/2026 (2/2/2026 và khi có yêu cầu (trước 2/2/2026", "1/3/2026"),
    ],
)
def test_a_day_that_makes_no_milestone_is_reported_beside_one_that_does(phrase: str, named: str) -> None:
    assert any(named in part for part in read_deadline_phrase(phrase, PLAN_2026).not_understood)


_LEADS = ("", "trước ", "đến ", "chậm nhất ngày ", "xong ", "báo cáo ", "vào ngày ", "từ ", "đợt 1 ")
_JOINS = (", ", " và ", "; ", " hoặc ", ". ", "\n", " & ", " (", " rồi ", "/")
_WRITINGS = ("{d.day}/{d.month}/2026", "{d.day:02}.{d.month:02}.2026", "{d.day} tháng {d.month} năm 2026")
_ENDS = ("", " đạt 50%", " (đợt 1)", " đối với xã", " và khi có yêu cầu", "; thường xuyên")
_DAYS = st.dates(date(2026, 2, 2), date(2026, 12, 28))
_STATED = st.tuples(st.sampled_from(_LEADS), _DAYS, st.sampled_from(_WRITINGS), st.sampled_from(_ENDS))


@given(st.lists(_STATED, min_size=1, max_size=3), st.sampled_from(_JOINS))
@example([("", date(2026, 3, 1), _WRITINGS[0], ""), ("", date(2026, 2, 2), _WRITINGS[2], "")], "/")
def test_no_stated_day_is_lost_in_silence(stated: list[tuple[str, date, str, str]], join: str) -> None:
    phrase = join.join(lead + writing.format(d=day) + end for lead, day, writing, end in stated)
    reading = read_deadline_phrase(phrase, PLAN_2026)
    made = {day for m in reading.milestones for day in (m.first_day, m.last_day) if day}
    for _, day, _, _ in stated:
        assert reading.not_understood or {day, day - timedelta(days=1)} & made, phrase


_PERIODS = {
    "quý I": (date(2026, 1, 1), date(2026, 3, 31)),
    "quý III": (date(2026, 7, 1), date(2026, 9, 30)),
    "tháng 6": (date(2026, 6, 1), date(2026, 6, 30)),
    "tháng 12": (date(2026, 12, 1), date(2026, 12, 31)),
}


@given(
    st.lists(st.sampled_from([*_PERIODS, "15/6/2026", "ngày 30/9/2026"]), min_size=2, max_size=3, unique=True),
    st.sampled_from([join for join in _JOINS if join != " ("]),
)
@example(["quý I", "15/6/2026"], "; ")
@example(["15/6/2026", "tháng 12"], " và ")
def test_no_month_or_quarter_listed_beside_a_day_is_lost_in_silence(times: list[str], join: str) -> None:
    reading = read_deadline_phrase(join.join(times), PLAN_2026)
    made = {day for m in reading.milestones for day in (m.first_day, m.last_day) if day}
    for name in times:
        first, last = _PERIODS.get(name, (date.min, date.min))
        if not reading.not_understood and name in _PERIODS:
            assert any(first <= day <= last for day in made), join.join(times)


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("Báo cáo quý I gửi trước ngày 10/6/2023", ["9/6/2023"]),
        ("Hết quý II (trước ngày 15/6/2023)", ["14/6/2023"]),
        ("Báo cáo hết quý I gửi trước ngày 10/6/2023", []),
        ("Báo cáo sau quý I gửi ngày 10/6/2023", []),
    ],
)
def test_a_quarter_beside_a_day_names_what_is_due_or_is_told(phrase: str, days: list[str]) -> None:
    reading = read_deadline_phrase(phrase, PLAN)
    assert [m.last_day for m in reading.milestones] == [d(day) for day in days]
    assert bool(reading.not_understood) is not bool(days)


def test_a_phrase_that_is_too_long_is_told_by_its_start() -> None:
    reading = read_deadline_phrase("Trước ngày 30/6/2026 " * 500, PLAN)
    assert reading.milestones == () and reading.not_understood[0].startswith("Trước ngày 30/6/2026")


#: Each tells of an exception, a condition or another day, and no rule reads it here.
TELLING = [
    "chẳng",
    "chỉ",
    "chờ",
    "chưa",
    "chứ",
    "có thể",
    "còn",
    "cách",
    "dời",
    "đợi",
    "gần",
    "hay",
    "hoãn",
    "hơn",
    "kém",
    "kéo dài",
    "không",
    "lùi",
    "mà",
    "ngoài",
    "nhưng",
    "như",
    "nếu",
    "rút ngắn",
    "so với",
    "tạm",
    "thay",
    "tiếp",
    "trùng",
    "trừ",
    "tùy",
    "tết",
    "ngoại trừ",
    "nửa",
]
MISTYPED = ("sauk", "sauk hi", "hki", "trc", "nêu", "tríc", "trướ")


@pytest.mark.parametrize("phrase", ["Trước ngày 30/6/2023", "Quý II/2023", "30/6/2023", "Trước ngày 15 tháng cuối quý"])
def test_no_word_that_tells_of_a_time_or_a_condition_is_passed_over(phrase: str) -> None:
    meant = read_deadline_phrase(phrase, PLAN).milestones
    places = [f"{phrase}, {word} nội dung A" for word in TELLING] + [f"{phrase} ({word} việc A)" for word in TELLING]
    places += [f"{phrase}; {word} việc A" for word in TELLING] + [f"{word} việc A {phrase}" for word in TELLING]
    for said in places:
        reading = read_deadline_phrase(said, PLAN)
        assert reading.not_understood or reading.milestones != meant, said


@pytest.mark.parametrize("word", [*TELLING, *MISTYPED])
def test_beside_a_bare_day_stands_no_unknown_word(word: str) -> None:
    for day in ("30/6/2023", "ngày 30/6/2023", "quý II/2023", "tháng 6/2023"):
        assert read_deadline_phrase(f"{word} {day}", PLAN).milestones == ()
        assert read_deadline_phrase(f"{day} {word}", PLAN).milestones == ()


NAMES = (
    "Thời kỳ mới; Kỳ thi công chức; Kỳ hạn gửi tiền; Tuần tự các khâu; Tuần tra; Bơm tuần hoàn; Tuần lễ áo dài; Quý khách; "
    "Quý vị đại biểu; Ngày hội đọc sách; Tháng cao điểm; Tháng hành động; Việc trước mắt; Việc trước tiên; Tồn tại trước đó; "
    "Hồ sơ trước đây; Lệ phí trước bạ; Việc sau đó; Nội dung sau đây; Việc sau này; Đầu tư công; Đầu mối; Đầu ra; Đầu vào của lớp; "
    "Lần đầu; Đợt đầu; Văn bản hết hiệu lực; Quá trình; Trạm quá tải; Hồ sơ quá hạn của xã; Xử lý chậm trễ; Hồ sơ trễ hạn của xã; "
    "Không gian; Họp không giấy; Chợ không dùng tiền mặt; Chỉ đạo; Chỉ số; Chỉ thị; Chỉ tiêu; Bảng chỉ dẫn; Chỉ định thầu; "
    "Biển địa chỉ; Chứng chỉ; Chuyển đổi số; Sửa đổi; Trao đổi; Đổi mới; Chuyển giao; Kế hoạch; Kế toán; Thiết kế; Tiếp nhận; "
    "Tiếp cận; Tiếp thu; Tiếp dân; Tiếp công dân; Tiếp xúc; Trực tiếp; Xã đồng bằng; Mặt bằng; Văn bằng; Bằng khen; Cải cách; "
    "Tư cách; Quy cách; Cách thức; Cách mạng; Phần còn lại; Hàng hóa; Ngân hàng; Khách hàng; Một cửa; Một số; Một phần; "
    "Hai cấp; Ba cấp; Từng bước; Lần hai; Lần ba; Đợt hai; Đợt ba; Hai lần; Ba đợt; Họp từ xa; Từ thiện; Gửi đến các; "
    "Gửi đến người; Gửi đến cán bộ; Gửi đến nhân dân; Gửi đến hộ; Gửi đến thôn; Kỳ 2; Bước IV; Ngày Pháp luật; Đề án 06; "
    "Loại I; Mục 3; 1.200 hồ sơ; 12,5% hồ sơ"
)
DEEDS = (
    "hoàn thành; hoàn tất; hoàn chỉnh; hoàn thiện; xong; dứt điểm; thực hiện; triển khai; tổ chức; xây dựng; dự thảo; trình; "
    "tham mưu; ký; ban hành; phê duyệt; duyệt; thông qua; công bố; công khai; niêm yết; phát hành; gửi; nộp; báo cáo; tổng hợp; "
    "tổng kết; sơ kết; kiểm tra; giám sát; rà soát; khảo sát; thẩm định; đánh giá; chấm điểm; lấy ý kiến; góp ý; nghiệm thu; "
    "bàn giao; thanh toán; quyết toán; giải ngân; tập huấn; tuyên truyền; phát động; ra quân; ra mắt; khai giảng; bế giảng; "
    "khai mạc; bế mạc; vận hành; áp dụng; sử dụng; cập nhật; lắp đặt; cài đặt; chạy thử; nâng cấp; sửa chữa; mua sắm; đấu thầu; "
    "thi công; khởi công; khánh thành; đo đạc; thống kê; điều tra; phân loại; chỉnh lý; số hóa; đăng tải; đăng ký; bình xét; "
    "xếp loại; khen thưởng; kiện toàn; thành lập; sắp xếp; chi trả; phân bổ; đối thoại; giao ban; tọa đàm; chốt số liệu; chốt; "
    "dự kiến; phấn đấu; có hiệu lực; cao điểm; duy trì; buổi sáng; buổi chiều; hội nghị; lớp"
)


def last_days(phrase: str) -> list[date | None]:
    return [m.last_day for m in read_deadline_phrase(phrase, PLAN).milestones]


def test_a_longer_word_or_a_name_with_a_telling_one_in_it_tells_nothing() -> None:
    for name in NAMES.split("; "):
        assert last_days(f"{name} trước ngày 30/6/2023") == [date(2023, 6, 29)], name


def test_a_deed_may_stand_right_beside_a_day() -> None:
    for deed in DEEDS.split("; "):
        for phrase in (f"{deed} 30/6/2023", f"{deed} tháng 6/2023", f"30/6/2023 {deed}"):
            assert last_days(phrase) == [date(2023, 6, 30)], phrase


@pytest.mark.parametrize(
    ("phrase", "milestones", "not_understood"),
    [
        ("Từ tháng 11 đến tháng 02/2023", ["|1/11/2022|28/2/2023"], ()),
        ("Từ tháng 11 đến tháng 2", [], ("Từ tháng 11 đến tháng 2",)),
        ("Thường xuyên vào năm 2023", [], ()),
        ("Trước tháng 4 và tháng 10", ["Trước tháng 4||31/3/2023", "Trước tháng 10||30/9/2023"], ()),
        ("Đến hết tháng 6 và tháng 12", ["Đến hết tháng 6||30/6/2023", "Đến hết tháng 12||31/12/2023"], ()),
    ],
)
def test_times_without_their_year_and_several_times_after_one_word(
    phrase: str, milestones: list[str], not_understood: tuple[str, ...]
) -> None:
    assert shown(phrase) == milestones
    assert read_deadline_phrase(phrase, PLAN).not_understood == not_understood
