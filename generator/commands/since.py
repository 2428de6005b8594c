"""`cchc report … --since OLD.docx`: what differs from an earlier report of its kind, on screen and as a Word page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from generator.commands.screen import say
from generator.making import find_template
from generator.remaking import CannotRemake, asked_for
from generator.reporting.appendix_columns import (
    INDICATOR_COLUMNS,
    RESULT_COLUMN,
    STATE_COLUMN,
    STATISTICS_REGION,
    TASK_COLUMNS,
    TASKS_REGION,
    VALUE_COLUMNS,
    cell_of,
)
from generator.reporting.changes import Changes, Difference, NotComparable, Snapshot, TaskLine, changes_between
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count
from generator.word.package import NotAPackage, write_atomically
from generator.word.region_text import Line
from generator.word.render.engine import load_template, render
from generator.word.renew.renewing import NotOurs, SavedReport
from generator.word.renew.rows import headers_of, keyed_rows

#: The page of what differs, beside the templates of reports.
TEMPLATE = "thay-doi.docx"
_WHICH_FILE = (
    "Sau --since cần tệp Word mà lệnh cchc report đã làm ra cho kỳ trước (sửa thêm trong Word vẫn được); "
    "báo cáo gõ tay từ đầu thì không so được."
)
#: Of the words of a task, and of a result on the first page.
_LONGEST = 70
#: How many items of each list to say, the first number that fits the page; and what a page holds below its title.
_MOST = (10, 6, 4, 3, 2, 1)
_PAGE_LINES, _LINE_LENGTH = 32, 80


def compared(earlier: bytes, made: bytes) -> Changes:
    """Return what differs between an earlier report, as it was saved, and the one just made. Raises NotComparable."""
    try:
        before = SavedReport.opened(earlier)
    except NotOurs as fault:
        raise NotComparable(f"Không so sánh được với báo cáo trước. {fault} {_WHICH_FILE}") from fault
    except NotAPackage as fault:
        raise NotComparable(f"Không so sánh được với báo cáo trước: {fault} {_WHICH_FILE}") from fault
    after = SavedReport.opened(made)
    if before.provenance.kind != after.provenance.kind:
        raise NotComparable("Chỉ so sánh được hai báo cáo cùng loại: cùng là báo cáo tháng, hoặc cùng là báo cáo CCHC.")
    if before.provenance.unit != after.provenance.unit:
        raise NotComparable("Báo cáo trước là của đơn vị khác.")
    figures = _figures(before.lines_of(STATISTICS_REGION), after.lines_of(STATISTICS_REGION))
    return changes_between(_snapshot(before, figures[0]), _snapshot(after, figures[1]))


def _snapshot(report: SavedReport, figures: Mapping[str, str]) -> Snapshot:
    lines, provenance = report.lines_of(TASKS_REGION), report.provenance
    tasks = {name: _by_heading(row, lines) for name, row in keyed_rows(lines).items()}
    try:
        request = asked_for(provenance)
    except CannotRemake as fault:
        raise NotComparable(f"Không so sánh được với báo cáo trước. {fault}") from fault
    is_short = request.in_full is False
    if not any(tasks.values()) and not (is_short and lines):
        raise NotComparable("Báo cáo trước không còn bảng nhiệm vụ nên không so sánh được.")
    return Snapshot(
        provenance.unit,
        provenance.kind,
        str(request.period),
        request.period.kind.value,
        request.as_of,
        {
            task_id: TaskLine(_flat(cell_of(row, TASK_COLUMNS)), row.get(STATE_COLUMN, ""), row.get(RESULT_COLUMN, ""))
            for task_id, row in tasks.items()
            if row
        },
        figures,
        is_short=is_short,
    )


def _figures(before: Sequence[Line], after: Sequence[Line]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The figures of two statistics tables by one name, the later one's, though their numbers moved."""
    rows = keyed_rows(before)
    known, numbers = keyed_rows(after, rows), keyed_rows(after)
    names = dict(zip(known, numbers, strict=True))
    values: tuple[dict[str, str], dict[str, str]] = {}, {}
    for name in dict.fromkeys([*known, *rows]):
        cells = [_by_heading(r[name], lines) if name in r else {} for r, lines in ((rows, before), (known, after))]
        what = f"{names.get(name, name)}. {cell_of(cells[1] or cells[0], INDICATOR_COLUMNS)}"
        for side, row in zip(values, cells, strict=True):
            if row:
                side[what] = cell_of(row, VALUE_COLUMNS)
    return values


def _by_heading(row: Line, lines: Sequence[Line]) -> Mapping[str, str]:
    """A row's cells by heading, none for a row divided otherwise."""
    headers = headers_of(lines)
    return dict(zip(headers, row.cells, strict=True)) if len(row.cells) == len(headers) else {}


# -- saying it -------------------------------------------------------------------------------------
def lines_of(changes: Changes) -> list[tuple[bool, str]]:
    """Return the summary's lines, each with whether it is a heading. What is too long for a page is cut."""
    for most in (None, *_MOST):
        lines = list(_lines(changes, most))
        if sum(-(-len(text) // _LINE_LENGTH) for _, text in lines) <= _PAGE_LINES:
            break
    return lines


def details_of(changes: Changes) -> list[tuple[bool, str]]:
    """Return the lines of all that differs, in full; none where the summary says it all."""
    details = list(_lines(changes, None))
    return details if details != lines_of(changes) else []


def _lines(changes: Changes, most: int | None) -> Iterator[tuple[bool, str]]:
    if changes.are_unlike:
        before, after = changes.before.period, changes.after.period
        yield (
            False,
            f"Lưu ý: {before} và {after} dài ngắn khác nhau, nên số liệu của riêng từng kỳ không so được thẳng.",
        )
    if changes.is_empty:
        yield False, "Không có nhiệm vụ hay số liệu nào thay đổi."
        return
    for title, differences, say_it in (
        ("Nhiệm vụ mới hoàn thành", changes.newly_done, _state_said),
        ("Nhiệm vụ mới quá hạn", changes.newly_late, _state_said),
        ("Nhiệm vụ đổi tình trạng khác", changes.other_states, _state_said),
        ("Số liệu thay đổi", changes.figures, _state_said),
        ("Nhiệm vụ có kết quả mới, tình trạng như cũ", changes.new_results, _result_said),
    ):
        if differences:
            yield True, f"{title} ({count(len(differences))})"
            longest = _LONGEST if most is not None else None
            yield from ((False, f"- {_named(d, longest)}: {say_it(d, longest)}") for d in differences[:most])
            if most is not None and len(differences) > most:
                yield False, f"- Và {count(len(differences) - most)} mục khác, nêu ở phần chi tiết"


def title_of(changes: Changes) -> str:
    before, after = changes.before, changes.after
    earlier = f"{before.period}, tính đến ngày {short_date(before.as_of)}"
    return f"Báo cáo {after.period}, tính đến ngày {short_date(after.as_of)} so với báo cáo {earlier}"


def page_of(changes: Changes) -> bytes:
    """Return the summary as a Word page; what it has no room for follows on the next ones."""
    lines = [_line(text, heading=heading) for heading, text in lines_of(changes)]
    if details := details_of(changes):
        lines.append(_line("CHI TIẾT", next_page=True))
        lines += [_line(text, heading=heading) for heading, text in details]
    context = _context(title_of(changes), changes.after.unit, lines)
    return render(load_template(find_template(TEMPLATE).read_bytes()), context)


def example_context() -> dict[str, Any]:
    """Return a context with everything that the template of the page may use."""
    return _context("Báo cáo …", "UBND phường …", [_line("Nhiệm vụ mới hoàn thành (01)", heading=True)])


def _context(title: str, unit: str, lines: list[SimpleNamespace]) -> dict[str, Any]:
    return {"trich_yeu": title, "don_vi": unit, "du_thao": False, "dong": lines}


def _line(text: str, *, heading: bool = False, next_page: bool = False) -> SimpleNamespace:
    return SimpleNamespace(la_tieu_de=heading, sang_trang=next_page, chu=text)


def tell(changes: Changes, target: Path, *, in_json: bool) -> None:
    """Write the page about a report beside it, never over an earlier one, and say what is on it."""
    wanted = page = target.with_name(f"Thay doi - {target.name}")
    number = 2
    while page.exists():
        page = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        number += 1
    write_atomically(page, page_of(changes))
    if in_json:
        return
    say(f"{title_of(changes)}:")
    for is_heading, text in lines_of(changes):
        say(f"{'' if is_heading else '  '}{text}")
    say(f"Tệp thay đổi{' (có phần chi tiết)' if details_of(changes) else ''}: {page}")


def _named(difference: Difference, longest: int | None) -> str:
    """What it is about: "III.4 – Rà soát quy trình nội bộ"."""
    number, point, words = difference.what.partition(". ")
    return f"{number} – {_cut(words, longest)}" if point else difference.what


def _state_said(difference: Difference, _longest: int | None) -> str:
    if not difference.before:
        return f"{difference.after} (báo cáo trước chưa có)"
    return f"{difference.before} → {difference.after or 'không còn trong báo cáo này'}"


def _result_said(difference: Difference, longest: int | None) -> str:
    """What the printed result says now and did not say before, line by line."""
    before, after = difference.before.split("\n"), difference.after.split("\n")
    gone = "; ".join(line for line in before if line not in after)
    new = "; ".join(line for line in after if line not in before)
    if not gone or not new:
        return f"thêm “{_cut(new, longest)}”" if new else f"bỏ “{_cut(gone, longest)}”"
    return f"nay “{_cut(new, longest)}”" + ("" if longest else f", trước “{gone}”")


def _cut(text: str, longest: int | None) -> str:
    """Return the text, or its beginning up to the end of a word."""
    if longest is None or len(text) <= longest:
        return text
    return f"{text[:longest].rpartition(' ')[0].rstrip(' ,;:–-(')}…"


def _flat(text: str) -> str:
    return " ".join(text.split())
