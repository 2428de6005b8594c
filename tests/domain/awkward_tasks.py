"""Tasks with the deadlines that the real plans state awkwardly, and short ways to write what was said of them."""

from datetime import date
from decimal import Decimal

from generator.domain.deadline import Deadline, Milestone
from generator.domain.plan import Task
from generator.domain.progress import ProgressEntry, Word

PLAN_DAY = date(2023, 4, 25)


def day(text: str) -> date:
    """ "13/6" is of 2023."""
    d, m, *y = map(int, text.split("/"))
    return date(y[0] if y else 2023, m, d)


WORDS = {"chưa": Word.NOT_STARTED, "đang": Word.IN_PROGRESS, "xong": Word.DONE, "không": Word.NOT_ARISEN} | {
    "dừng": Word.PAUSED
}


def said(
    on: str, word: str | None, milestone: str = "", done: str | None = None, percent: int | None = None
) -> ProgressEntry:
    return ProgressEntry(
        day(on),
        "I.1",
        WORDS[word] if word else None,
        milestone,
        Decimal(percent) if percent is not None else None,
        day(done) if done else None,
    )


def task(phrase: str, *milestones: Milestone) -> Task:
    return Task("I.1", "Một nhiệm vụ", deadline=Deadline(phrase, milestones))


def due(last: str, label: str = "", required: int = 100, **more: date | str) -> Milestone:
    return Milestone(label, last_day=day(last), required=Decimal(required), **more)  # type: ignore[arg-type]


SINGLE = task("Trước ngày 01/7/2023", due("30/6"))
SHARES = task("Đến 15/12/2023 tối thiểu 90%, đến 31/01/2024 100%", due("15/12", "90%", 90), due("31/1/2024", "100%"))
HALVES = task("Đến 30/6 đạt 50%, đến 31/12 đạt 95%", due("30/6", "50%", 50), due("31/12", "95%", 95))
TWO_DATES = task(
    "Trong năm 2023\nBáo cáo năm trước ngày 05/12/2023", due("4/12", "Báo cáo năm"), due("31/12", "Cả năm")
)
PERIODIC = task(
    "Trong ngày 13 của tháng cuối kỳ báo cáo", due("13/6", "6 tháng"), due("13/9", "Quý III"), due("13/12", "Năm")
)
MONTHLY = task("Định kỳ hằng tháng", *(due(f"28/{m}", f"Tháng {m}") for m in range(1, 13)))
MONTHLY_IN_WORDS = task("Định kỳ hằng tháng")
ALWAYS = task("Thường xuyên")
ALWAYS_AND_ONCE = task("Thường xuyên; báo cáo rà soát trước ngày 25/7/2023", due("24/7", "Báo cáo rà soát"))
FROM_Q2 = task("Từ quý II/2023", Milestone("Từ quý II", first_day=day("1/4")))
EVENT_TO_COME = task("Trong vòng 05 ngày kể từ khi có sự thay đổi", Milestone())
EVENT_HAPPENED = task("Trong vòng 05 ngày kể từ khi có sự thay đổi", due("8/7")._replace(first_day=day("3/7")))
EVENT_BEGUN = task("Trong vòng 05 ngày kể từ khi có sự thay đổi", Milestone(first_day=day("3/7")))
TWO_EVENTS = task("Khi có văn bản của cấp trên", Milestone("Lần 1"), Milestone("Lần 2"))
BY_INSTRUCTION = task("Theo hướng dẫn của Sở Nội vụ")
MARCH = task("Trong tháng 03/2023", due("31/3"))
ON_PLAN_DAY = task("Trong ngày 25/4/2023", due("25/4"))
MARCH_AND_YEAR = task("Trong tháng 03/2023 và cuối năm", due("31/3", "Đợt 1"), due("30/11", "Đợt 2"))
EXTENDED = task(
    "Trước ngày 01/7/2023", due("30/6", extended_to=day("31/8"), extension_document="Công văn số 70/UBND-VP")
)
MARCH_EXTENDED = task("Trong tháng 03/2023", due("31/3", extended_to=day("31/5"), extension_document="số 71"))

# What was said of them.
SHARES_DONE = (said("14/12", "xong", "90%", done="12/12", percent=92), said("30/1/2024", "xong", "100%"))
TWO_DATES_HALF = (said("25/11", "xong", "Báo cáo năm", done="24/11"),)
PERIODIC_TWO = (said("13/6", "xong", "6 tháng", done="13/6"), said("15/9", "xong", "Quý III", done="14/9"))
