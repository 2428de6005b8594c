"""`cchc import`: a plan's appendix into a workbook ready to be filled in."""

from __future__ import annotations

from pathlib import Path

from generator.commands.json_output import write
from generator.commands.screen import complain, say
from generator.plans.blocks import RemarkKind, UnreadablePlan
from generator.plans.reading import PlanImport, read_plan
from generator.plans.summary import as_json, summary
from generator.plans.superior import read_superior
from generator.word.package import write_atomically

#: Remarks that leave something for the officer to decide; the others only inform.
_TO_DECIDE = (RemarkKind.DEADLINE, RemarkKind.NAME, RemarkKind.DOUBT)


def import_plan(plan: Path, out: Path | None, in_json: bool, superior: Path | None = None) -> int:
    """Read a plan and write its workbook; an existing one is never overwritten.

    With `superior`, a workbook or plan of the superior, its tasks are proposed for those of the plan. With `in_json`
    and no `out` nothing is written. Return the exit code: 0 clean, 1 with things to look at, 2 nothing made.
    """
    try:
        read = read_plan(plan)
    except UnreadablePlan as fault:
        complain(f"{plan.name}: {fault}")
        return 2
    if superior is not None:
        try:
            read = read.beside(read_superior(superior))
        except UnreadablePlan as fault:
            complain(f"Sổ hoặc kế hoạch của cấp trên, {superior.name}: {fault}")
            return 2
    if not in_json:
        for line in summary(read):
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
        write(as_json(read))
    return 1 if any(r.kind in _TO_DECIDE for r in read.remarks) else 0


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
