"""`cchc import`: a plan's appendix into a workbook ready to be filled in."""

from __future__ import annotations

from pathlib import Path

from generator.commands.json_output import write
from generator.commands.screen import complain, say, show_problems
from generator.making import read_workbook
from generator.plans.blocks import RemarkKind, UnreadablePlan
from generator.plans.reading import PlanImport, read_plan
from generator.plans.summary import as_json, summary
from generator.reporting.wording import gist
from generator.roundup.alike import Proposal, proposals
from generator.word.package import write_atomically

#: Remarks that leave something for the officer to decide; the others only inform.
_TO_DECIDE = (RemarkKind.DEADLINE, RemarkKind.NAME, RemarkKind.DOUBT)


def import_plan(plan: Path, out: Path | None, in_json: bool, superior: Path | None = None) -> int:
    """Read a plan and write its workbook; an existing one is never overwritten.

    With `in_json` and no `out` nothing is written. Which task of the plan in the `superior`'s workbook each task may
    serve is proposed, never filled in. Return the exit code: 0 clean, 1 with things to look at, 2 nothing
    made.
    """
    try:
        read = read_plan(plan)
    except UnreadablePlan as fault:
        complain(f"{plan.name}: {fault}")
        return 2
    proposed = _proposed(read, superior) if superior else []
    if proposed is None:
        return 2
    if not in_json:
        for line in (*summary(read), *_told(proposed)):
            say(line)
    if out is not None or not in_json:
        target = _target(plan, out)
        if target.exists():
            complain(f"Đã có “{target}”, không ghi đè. Chọn tên khác bằng -o, hoặc chuyển tệp cũ đi chỗ khác.")
            return 2
        if not _write(read, target):
            return 2
        if not in_json:
            say(f"Sổ mới: {target}")
            say("Mở bằng Excel, xem lại các chỗ nêu trên, điền nốt sheet Thông tin.")
    if in_json:
        write({**as_json(read), "superior": [_proposal_as_json(p) for p in proposed]})
    return 1 if any(r.kind in _TO_DECIDE for r in read.remarks) else 0


def _proposed(read: PlanImport, superior: Path) -> list[Proposal] | None:
    """Return which task of the superior's plan each task may serve; None, told, when its workbook cannot be read."""
    source = read_workbook(superior.read_bytes(), superior.name)
    if source.data is None:
        show_problems(source.problems, err=True)
        complain(f"Không đọc được sổ của cấp trên “{superior}”.")
        return None
    return proposals(read.plan, source.data.plan)


def _told(proposed: list[Proposal]) -> list[str]:
    if not proposed:
        return []
    head = "Nhiệm vụ cấp trên có thể tương ứng (xem lại rồi tự ghi vào cột “Nhiệm vụ cấp trên”; chưa ghi gì vào sổ):"
    lines = (f"  - {p.task.id} ↔ {p.superior.id} ({p.score}%): {gist(p.superior.text)}" for p in proposed)
    return [head, *lines]


def _proposal_as_json(proposal: Proposal) -> dict[str, object]:
    return {"task": proposal.task.id, "superior": proposal.superior.id, "score": proposal.score}


def _target(plan: Path, out: Path | None) -> Path:
    if out is None:
        return plan.with_name(f"{plan.stem} - so theo doi.xlsx")
    return out / f"{plan.stem} - so theo doi.xlsx" if out.is_dir() else out


def _write(read: PlanImport, target: Path) -> bool:
    from generator.plans.to_workbook import plan_workbook

    try:
        data = plan_workbook(read)
    except ValueError:
        complain("Có ô dài quá 32.767 ký tự, Excel không chứa được. Hãy kiểm tra lại bảng trong kế hoạch.")
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, data)
    return True
