"""What Word opens: a renewed document of each kind has its elements in order, its ids once, and all that it refers to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from generator import make, read_workbook, request_for
from generator.reporting.appendix_columns import COMPUTED_COLUMNS
from generator.word import xml
from generator.word.package import read_members
from generator.word.renew.judging import Choices, Outcome
from generator.word.renew.renewing import SavedReport, renew
from generator.word.schema import ORDER
from tests.word.renew import hands
from tests.word.renew.reports import DAY, ONE_DONE, WORKBOOK, report_of, ward, with_entries
from tests.word.renew.test_merging_reports import objectives
from tests.word_files import W, part

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def plan_of(suffix: str) -> bytes:
    source = read_workbook(WORKBOOK.read_bytes(), WORKBOOK.name)
    first, *others = source.data.plan.sections
    worded = replace(first, tasks=tuple(t._replace(text=t.text + suffix) for t in first.tasks))
    data = replace(source.data, plan=replace(source.data.plan, sections=[worded, *others]))
    return make(replace(source, data=data), request_for(data, DAY, kind="ke-hoach")).data


MADE = {
    "cchc": lambda: (report_of(ward()), report_of(with_entries(ONE_DONE))),
    "thang": lambda: (report_of(ward(), "2023-06"), report_of(with_entries(ONE_DONE), "2023-06")),
    "muc-tieu": lambda: (objectives(date(2022, 3, 20)), objectives(date(2022, 6, 14))),
    "ke-hoach": lambda: (plan_of(""), plan_of(" (sửa)")),
}


def by_hand(tree) -> None:
    """Words added in every region."""
    for tag in tree.iter(f"{W}tag"):
        if tag.get(f"{W}val").startswith("cchc:"):
            words = [t for t in tag.getparent().getparent().iter(f"{W}t") if t.text]
            words[-1].text += " sửa tay"


def faults(data: bytes) -> Iterator[str]:
    members, tree = read_members(data), part(data)
    for parent in tree.iter():
        order = ORDER.get(xml.local_name(parent), ())
        places = [order.index(xml.local_name(child)) for child in parent] if order else []
        if places != sorted(places):
            yield f"thứ tự trong {xml.local_name(parent)}: {[xml.local_name(child) for child in parent]}"
    yield from (f"ô không kết thúc bằng đoạn: {cell}" for cell in tree.iter(f"{W}tc") if cell[-1].tag != f"{W}p")
    starts, ends = ([m.get(f"{W}id") for m in tree.iter(f"{W}bookmark{half}")] for half in ("Start", "End"))
    names = [m.get(f"{W}name") for m in tree.iter(f"{W}bookmarkStart")]
    yield from (f"dấu trang lẻ: {mark}" for mark in set(starts) ^ set(ends))
    for ids in (starts, ends, names, [e.get("id") for e in tree.iter() if xml.local_name(e) == "docPr"]):
        yield from (f"mã lặp lại: {mark}" for mark, times in Counter(ids).items() if times > 1)
    known = {s.get(f"{W}styleId") for s in part(data, "word/styles.xml").iter(f"{W}style")}
    used = {s.get(f"{W}val") for name in ("pStyle", "rStyle", "tblStyle") for s in tree.iter(f"{W}{name}")}
    yield from (f"kiểu không có: {style}" for style in used - known)
    related = members["word/_rels/document.xml.rels"].content.decode()
    for element in tree.iter():
        yield from (f"không có tệp {v}" for k, v in element.items() if k.startswith(_R) and f'"{v}"' not in related)


@pytest.mark.parametrize("kind", MADE)
def test_a_renewed_document_of_each_kind_is_sound(kind: str) -> None:
    before, after = MADE[kind]()
    saved = SavedReport.opened(hands.changed(hands.word(before), by_hand))
    names = set(saved.regions())
    tables = {name for name in names if any(line.is_row for line in saved.lines_of(name))}
    result = renew(saved, after, Choices(merge=frozenset(tables), replace=frozenset(names - tables)), COMPUTED_COLUMNS)
    outcomes = {r.outcome for r in result.regions}
    assert not result.is_stopped and outcomes & {Outcome.MERGED, Outcome.RENEWED}
    assert list(faults(result.data)) == []
