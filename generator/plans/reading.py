"""A plan file, read and understood: `read_plan`. Nothing is written and nothing is changed silently."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath

from generator import limits
from generator.book.read.beside import names_beside
from generator.domain.deadline import Deadline
from generator.domain.indicator import Indicator
from generator.domain.plan import Assignment, Plan, Section, Task
from generator.plans.blocks import OtherTable, PlanFile, Remark, RemarkKind, UnreadablePlan
from generator.plans.columns import Role
from generator.plans.draft import DraftPlan, DraftTask
from generator.plans.front import PlanFront, lone_years, read_front
from generator.plans.indicators import indicators_of
from generator.plans.outline import NumberedSection, number_plan
from generator.plans.prose import read_prose
from generator.plans.reminders import Reminder, find_reminders
from generator.plans.source import open_bytes, open_plan
from generator.plans.spelling import spelling_suggestions
from generator.plans.superior import Proposal, propose, with_proposals
from generator.plans.tables import read_rows
from generator.vietnamese.dated_clause import PlanYear
from generator.vietnamese.deadline_phrase import Meaning, PhraseReading, read_deadline_phrase
from generator.vietnamese.office_names import UnitNames, UnreadableNames, load_names
from generator.vietnamese.target_phrase import SENTENCES
from generator.vietnamese.titles import sentence_title
from generator.vietnamese.who_does import STEP, find_who_does

#: Between start and end in the phrase of an objective's plan ("Tháng 01/2022 – Tháng 12/2022").
RANGE_DASH = " – "


@dataclass(frozen=True, slots=True)
class PlanImport:
    """What was understood of a plan file. `of_objectives`: a plan of quality objectives, in six columns."""

    plan: Plan
    front: PlanFront
    indicators: tuple[Indicator, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    remarks: tuple[Remark, ...] = ()
    of_objectives: bool = False
    other_tables: tuple[OtherTable, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    def beside(self, superior: Plan) -> PlanImport:
        """Return the same with the superior's task proposed for each task that is like one."""
        proposals = propose(self.plan, superior)
        return replace(self, plan=with_proposals(self.plan, proposals), proposals=proposals)

    def remarks_of(self, kind: RemarkKind) -> tuple[Remark, ...]:
        return tuple(r for r in self.remarks if r.kind is kind)


def read_plan(path: Path) -> PlanImport:
    """Return the plan in a .docx, .xlsx, .pdf or text file. Raises UnreadablePlan when it holds none, OSError.

    Names of units are those shipped and those of `ten-don-vi.toml` beside the plan.
    """
    file = open_plan(path)
    try:
        names = names_beside(path.parent)
    except UnreadableNames as fault:
        raise UnreadablePlan(str(fault)) from fault
    return _named(file, path.stem, names)


def import_plan(content: bytes, name: str = "") -> PlanImport:
    """Return what the bytes of a plan say: a .docx, .xlsx, PDF or text, told apart by what they hold.

    `name` is the file's name, which may tell the year. What was doubtful is in `remarks`, each with its place in the
    plan; days are dates, a deadline's phrase stays word for word. `plan_workbook` makes the workbook of it. Raises
    UnreadablePlan when neither table nor text lists tasks, and for what is no plan, too large or locked.
    """
    return _named(open_bytes(content), PurePath(name).stem, load_names())


def _named(file: PlanFile, name: str, units: UnitNames) -> PlanImport:
    return understand(replace(file, names=(*file.names, name)), units)


def understand(file: PlanFile, names: UnitNames) -> PlanImport:
    """Return the plan in what was read. Raises UnreadablePlan when nothing in it lists tasks."""
    draft = read_rows(file.blocks)
    if not any(section.tasks for section in draft.sections):
        draft = _from_its_text(draft)
    sections, doubts = number_plan(draft.sections)
    front = read_front([p.text for p in draft.outside])
    remarks = [*file.remarks, *draft.remarks, *doubts]
    if not front.year:
        front = _with_the_year_of_a_name(front, file.names, remarks)
    _ask_about_sheets(file.names, remarks)
    names = names.of_unit(front.issuer)
    year = PlanYear(front.year, front.issued_on)
    read = [_section(section, year, names, remarks) for section in sections]
    title = sentence_title(front.title, front.issuer)
    plan = Plan(front.number, front.issued_on, title, front.issuer, front.year, tuple(read))
    _ask_about_the_front(front, remarks)
    for part in plan.sections:
        _point_out(f"Mục {part.id}", part.title, remarks)
    for task in plan.tasks:
        _point_out_spelling(task, remarks)
        _ask_about_days(task, front.issued_on, remarks)
        _ask_about_long_sentences(task, remarks)
    return PlanImport(
        plan=plan,
        front=front,
        indicators=tuple(indicators_of(plan, draft)),
        reminders=tuple(r for task in plan.tasks for r in find_reminders(task, front.year, names)),
        remarks=tuple(remarks),
        of_objectives=draft.of_objectives,
        other_tables=tuple(draft.other_tables),
    )


def _with_the_year_of_a_name(front: PlanFront, names: Sequence[str], remarks: list[Remark]) -> PlanFront:
    """Sheets and files are named by their year; where the names agree on one it is taken, and asked about."""
    named = {year: name for name in reversed(names) if len(years := lone_years(name)) == 1 for year in years}
    if len(named) != 1:
        return front
    year, name = named.popitem()
    message = f"năm kế hoạch {year} lấy theo tên “{name}”, vì phần đầu không ghi; hãy xem lại"
    remarks.append(Remark(RemarkKind.DOUBT, "Phần đầu kế hoạch", message))
    return replace(front, year=year)


def _ask_about_sheets(names: Sequence[str], remarks: list[Remark]) -> None:
    """Sheets of several years in one file may be several plans."""
    named = {year: name for name in names if len(years := lone_years(name)) == 1 for year in years}
    if len(named) > 1:
        listed = ", ".join(f"“{name}”" for name in named.values())
        message = f"tên sheet, tên tệp nói nhiều năm ({listed}), đã đọc gộp; nếu là nhiều kế hoạch, hãy tách tệp"
        remarks.append(Remark(RemarkKind.DOUBT, "", message))


def _from_its_text(draft: DraftPlan) -> DraftPlan:
    """Where no table lists tasks, the text may."""
    read = read_prose(draft.outside)
    if read is None:
        raise UnreadablePlan(_no_plan(draft))
    read.remarks[:0] = draft.remarks
    read.other_tables = draft.other_tables
    return read


def _no_plan(draft: DraftPlan) -> str:
    if draft.outside or draft.sections or draft.other_tables:
        return (
            "Không thấy nhiệm vụ nào của kế hoạch. Bảng cần có dòng tiêu đề với cột “Nhiệm vụ” (hoặc “Nội dung”) và "
            "ít nhất một trong các cột “Sản phẩm/kết quả”, “Tiến độ”, “Phân công”, “Chủ trì”; kế hoạch không có "
            "bảng thì nhiệm vụ cần đánh số và ghi rõ “Thời gian: …”, “Chủ trì: …”, hoặc “Giao … chủ trì …, hoàn thành "
            "trước ngày …”."
        )
    return (
        "Tệp không có chữ nào đọc được, có thể chỉ là ảnh quét. Hãy dùng bản Word của kế hoạch, hoặc nhận dạng chữ "
        "(OCR) rồi lưu thành .docx."
    )


# -- tasks -------------------------------------------------------------------------------------------------------
def _section(section: NumberedSection, year: PlanYear, names: UnitNames, remarks: list[Remark]) -> Section:
    tasks = tuple(_task(task_id, task, year, names, remarks) for task_id, task in section.tasks)
    return Section(section.id, section.title, tasks)


def _task(task_id: str, draft: DraftTask, year: PlanYear, names: UnitNames, remarks: list[Remark]) -> Task:
    said = draft.fields
    text = said.get(Role.TASK, "")
    deliverables = "\n".join(said[r] for r in (Role.DELIVERABLE, Role.MEASURE) if said.get(r))
    phrase = RANGE_DASH.join(said[r] for r in (Role.START, Role.DEADLINE) if said.get(r))
    if not text:
        remarks.append(Remark(RemarkKind.DOUBT, task_id, "ô nhiệm vụ để trống"))
    reading = _read_deadline(said, _NOTES.sub("", phrase), year, deliverables)
    for part in reading.not_understood:
        message = f"chưa hiểu “{part}”; giữ nguyên lời văn, không đặt mốc. Hãy ghi mốc ở sheet Mốc nếu có hạn."
        remarks.append(Remark(RemarkKind.DEADLINE, f"{task_id}, Tiến độ", message))
    if not phrase:
        remarks.append(Remark(RemarkKind.DEADLINE, f"{task_id}, Tiến độ", "không ghi tiến độ"))
    for clause in reading.clauses:
        if clause.meaning is Meaning.RECURRING and not clause.milestones:
            remarks.append(_without_its_days(f"{task_id}, Tiến độ", clause.text))
    return Task(
        task_id, text, deliverables, Deadline(phrase, reading.milestones), _assignment(task_id, draft, names, remarks)
    )


def _read_deadline(said: Mapping[Role, str], phrase: str, year: PlanYear, deliverables: str) -> PhraseReading:
    """What the phrase means. A start in a column of its own opens a span, and is never the day when a task is due."""
    start, end = said.get(Role.START, ""), _NOTES.sub("", said.get(Role.DEADLINE, ""))
    if not start:
        return read_deadline_phrase(phrase, year, deliverables=deliverables)
    if not end:
        return read_deadline_phrase(f"Từ {start}", year, deliverables=deliverables)
    whole = read_deadline_phrase(phrase, year, deliverables=deliverables)
    alone = read_deadline_phrase(end, year, deliverables=deliverables)
    is_a_span = len(whole.milestones) == len(alone.milestones) == 1 and whole.milestones[0].first_day
    return whole if is_a_span and whole.milestones[0].last_day == alone.milestones[0].last_day else alone


#: Footnotes of a cell follow its text, with their marks.
_NOTES = re.compile(r"\n\[\d+\] .*|\[\d+\]")


def _without_its_days(place: str, phrase: str) -> Remark:
    """What to say of a recurring duty that makes no milestone: "Ngày 5 hằng kỳ" of none that is known, "Hằng quý"."""
    if _names_a_recurring_day(phrase):
        message = f"“{phrase}” không nói rõ các kỳ; hãy ghi từng mốc ở sheet Mốc."
        return Remark(RemarkKind.DEADLINE, place, message)
    message = f"“{phrase}” không nêu ngày, đã coi là thường xuyên; nếu mỗi kỳ có hạn, hãy ghi từng mốc ở sheet Mốc."
    return Remark(RemarkKind.DOUBT, place, message)


def _names_a_recurring_day(phrase: str) -> bool:
    return bool(
        re.search(r"(?<!\d)\d{1,2}\s+(?:(?:của\s+)?tháng\s+cuối|(?:h[ằà]ng|mỗi)\s+tháng)", phrase, re.IGNORECASE)
    )


def _assignment(task_id: str, draft: DraftTask, names: UnitNames, remarks: list[Remark]) -> Assignment:
    """The plan's own words; what has a column of its own follows with the column's name."""
    parts = [draft.fields.get(Role.HOW, "")]
    parts += [f"{label}: {draft.fields[role]}" for role, label in _OWN_COLUMNS if draft.fields.get(role)]
    text = "\n".join(p for p in parts if p)
    who = find_who_does(text, names)
    others = [f"{' '.join(label.split())}: {said}" if label else said for label, said in draft.extra.items() if said]
    for name in who.not_recognised:
        message = "chưa có trong danh sách tên; chữ vẫn giữ ở cột Phân công"
        remarks.append(Remark(RemarkKind.NAME, f"{task_id}, Phân công", message, name))
    if not who.assignment.lead and not who.not_recognised:
        message = "chưa rõ cơ quan, đơn vị chủ trì" if text else "kế hoạch không ghi cơ quan, đơn vị chủ trì"
        remarks.append(Remark(RemarkKind.NAME, f"{task_id}, Phân công", message))
    return who.assignment._replace(text="\n".join([*([text] if text else []), *others]))


_OWN_COLUMNS = ((Role.LEAD, "Chủ trì"), (Role.SUPPORT, "Phối hợp"))


# -- what to ask -------------------------------------------------------------------------------------------------
def _ask_about_the_front(front: PlanFront, remarks: list[Remark]) -> None:
    missing = [
        label
        for label, value in (
            ("số, ký hiệu", front.number),
            ("ngày ban hành", front.issued_on),
            ("tên kế hoạch", front.title),
            ("cơ quan ban hành", front.issuer),
            ("năm của kế hoạch", front.year),
        )
        if not value
    ]
    if missing:
        message = f"không thấy {', '.join(missing)}; hãy điền ở sheet Thông tin"
        remarks.append(Remark(RemarkKind.DOUBT, "Phần đầu kế hoạch", message))


def _point_out_spelling(task: Task, remarks: list[Remark]) -> None:
    _point_out(f"{task.id}, Nhiệm vụ", task.text, remarks)
    _point_out(f"{task.id}, Sản phẩm", task.deliverables, remarks)
    _point_out(f"{task.id}, Tiến độ", task.deadline.phrase, remarks)
    _point_out(f"{task.id}, Phân công", task.assignment.text, remarks)


def _point_out(place: str, text: str, remarks: list[Remark]) -> None:
    for written, better in spelling_suggestions(text):
        remarks.append(Remark(RemarkKind.SUGGESTION, place, f"“{written}” có lẽ là “{better}”; chưa sửa"))


def _ask_about_days(task: Task, issued_on: date | None, remarks: list[Remark]) -> None:
    early = [m.last_day for m in task.deadline.milestones if m.last_day and issued_on and m.last_day < issued_on]
    if early:
        message = f"“{task.deadline.phrase}” ở trước ngày ban hành kế hoạch; hãy xem lại có đúng không"
        remarks.append(Remark(RemarkKind.DOUBT, f"{task.id}, Tiến độ", message))


def _ask_about_long_sentences(task: Task, remarks: list[Remark]) -> None:
    told = (("Nhiệm vụ", task.text, SENTENCES), ("Sản phẩm", task.deliverables, SENTENCES))
    for where, text, apart in (*told, ("Phân công", task.assignment.text, STEP)):
        if any(len(sentence) > limits.SENTENCE_TEXT.most for sentence in apart.split(text)):
            remarks.append(Remark(RemarkKind.DOUBT, f"{task.id}, {where}", limits.SENTENCE_TEXT.told()))
