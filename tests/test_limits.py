"""Limits of size, time and memory: in one table, each in use, and each told by its name and value when it is met."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from filelock import FileLock
from jinja2.exceptions import TemplateError

from generator import limits
from generator.batch import processes
from generator.book.read.raw_xlsx import RawWorkbook
from generator.making import read_workbook
from generator.plans.blocks import UnreadablePlan
from generator.plans.reading import import_plan, read_plan
from generator.safe_writing import NotWritable, replace_keeping_former
from generator.word.package import Member, NotAPackage, read_file, read_members, with_parts, write_members
from generator.word.read.document import parse_document
from generator.word.render import bounds
from generator.word.render.engine import TemplateFault, load_template
from generator.word.render.sandbox import make_environment
from generator.word.renew.renewing import SavedReport
from tests.fuzz.files import document, template, workbook
from tests.test_layers import trees

TABLE = {name: value for name, value in vars(limits).items() if isinstance(value, limits.Limit)}
DOCUMENT, WORKBOOK, TEMPLATE = (
    document(),
    workbook(),
    with_parts(read_members(template("cchc.docx")), {"a.xml": b"<a/>"}),
)
#: Large numbers, and times, that refuse nothing.
NO_LIMITS = {
    "batch.ledger._SAVE_EVERY_SECONDS": "how often, not how long",
    "check.allowed._NO_LIMIT": "no limit",
    "check.elements.dates._LONGEST_LUNAR_MONTH": "a month",
    "pdf._SECONDS_A_FILE": "beside PDF_SECONDS",
    "pdf._SECONDS_TO_END": "what is killed is not waited for without end",
    "roundup.workbook_lists._LONGEST": "what goes on in the next cell",
    "word.read.numbering._LARGEST_START": "what Word's own dialog allows",
}
_BOUNDS = re.compile(r"(?:^|_)(?:MAX|MOST|LARGEST|LONGEST|LIMIT|BYTES|SECONDS|PATIENCE)(?:_|$)")


def names_of_bounds() -> set[str]:
    """Names of numbers in modules that bound something large, or a time."""
    found = set()
    for module, tree in trees().items():
        for node in tree.body:
            if isinstance(node, ast.Assign) and not any(isinstance(n, ast.Name) for n in ast.walk(node.value)):
                names = [n.id for n in ast.walk(node) if isinstance(n, ast.Name)]
                large = re.search(r"\d{4}|<<|\*\*", ast.unparse(node.value))
                found |= {f"{module}.{n}" for n in names if _BOUNDS.search(n) and (large or "SECONDS" in n)}
    return found


def test_no_other_module_holds_a_limit():
    assert names_of_bounds() == NO_LIMITS.keys()
    megabytes = {
        f"{module}:{node.lineno}"
        for module, tree in trees().items()
        for node in ast.walk(tree)
        if module != "limits"
        and isinstance(node, ast.BinOp)
        and re.search(r"<< [23]0$|1024 \* 1024", ast.unparse(node))
    }
    assert {place.partition(":")[0] for place in megabytes} <= {
        "book.read.raw_xlsx"
    }  # what is kept packed, not refused


def used() -> set[str]:
    return {
        node.attr
        for module, tree in trees().items()
        if module != "limits"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "limits"
    }


def test_every_limit_is_in_use_says_why_and_names_its_value():
    assert TABLE.keys() - used() == set()
    for name, limit in TABLE.items():
        assert len(limit.why) > 10 and "{most}" in limit.message, name


# -- each is told ---------------------------------------------------------------------------------
def said(raised: type[Exception], deed: Callable[[], object]) -> str:
    with pytest.raises(raised) as fault:
        deed()
    return str(fault.value)


def of_workbook(data: bytes) -> str:
    return " ".join(problem.message for problem in read_workbook(data, "so.xlsx").problems)


def of_plan(data: bytes) -> str:
    return said(UnreadablePlan, lambda: import_plan(data))


def plan() -> bytes:
    header = {"A": "STT", "B": "Nhiệm vụ", "C": "Sản phẩm", "D": "Tiến độ", "E": "Chủ trì"}
    book = openpyxl.Workbook()
    row = {"A": "1", "B": "Rà soát văn bản quy phạm", "D": "Trước ngày 1/6/2023", "E": "Văn phòng"}
    for number, values in ((1, header), (2, row), (3, {**row, "A": "2"})):
        for column, value in values.items():
            book.active[f"{column}{number}"] = value
    book.active.merge_cells("A10:B12")
    book.active.merge_cells("A20:B22")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def remarks() -> str:
    return " ".join(map(str, import_plan(plan()).remarks))


def with_a_far_row() -> bytes:
    part = next(sheet.part for sheet in RawWorkbook(WORKBOOK).sheets if sheet.name == "Kết quả")
    members = read_members(WORKBOOK)
    row = b'<row r="10000"><c r="C10000"><v>1</v></c></row></sheetData>'
    return with_parts(members, {part: members[part].content.replace(b"</sheetData>", row)})


def plan_text() -> bytes:
    return "KẾ HOẠCH\n1. Rà soát văn bản. Thời gian: tháng 6/2023. Chủ trì: Văn phòng.\n".encode()


def nested(depth: int) -> bytes:
    inner = b"<w:ins>" * depth + b"</w:ins>" * depth
    members = read_members(DOCUMENT)
    body = members["word/document.xml"].content
    return with_parts(members, {"word/document.xml": body.replace(b"</w:body>", inner + b"</w:body>")})


def of_template(source: str) -> str:
    environment = make_environment()
    template = environment.from_string(bounds.bounded(environment.parse(source)))
    return said(TemplateError, lambda: bounds.rendered(template, {"a": "ab" * 20, "n": 99}))


def locked(tmp_path: Path) -> str:
    path = tmp_path / "so.xlsx"
    path.write_bytes(b"a")
    with FileLock(tmp_path / "~cchc-so.xlsx.lock"):
        return said(NotWritable, lambda: replace_keeping_former(path, b"a", b"b"))


class _Lost:
    def __init__(self, error: Exception) -> None:
        self._error = error

    def result(self) -> list[object]:
        raise self._error


class _Work:
    def failed(self, item: object, message: str) -> str:
        return message


def of_batch(error: Exception) -> str:
    return str(processes._finished(_Work(), lambda chunk: _Lost(error), ["so.xlsx"], _Lost(error)))


def file_of(tmp_path: Path, data: bytes) -> Path:
    (tmp_path / "a.docx").write_bytes(data)
    return tmp_path / "a.docx"


#: A value that the deed goes beyond, and what a person reads then.
TOLD: dict[str, tuple[int, Callable[[Path], str]]] = {
    "FILE_BYTES": (10, lambda folder: said(OSError, lambda: read_file(file_of(folder, b"x" * 11)))),
    "UNPACKED_BYTES": (1 << 20, lambda _: said(NotAPackage, lambda: read_members(write_members([Member.packed("a", b" " * ((1 << 20) + 1))])))),
    "XML_MARKS": (100, lambda _: said(NotAPackage, lambda: parse_document(DOCUMENT))),
    "XML_DEPTH": (2_048, lambda _: said(NotAPackage, lambda: parse_document(nested(3_000)))),
    "WORKBOOK_XML_BYTES": (1_000, lambda _: of_workbook(WORKBOOK)),
    "SHEET_ROWS": (1, lambda _: of_workbook(with_a_far_row())),
    "SHEET_COLUMNS": (1, lambda _: of_workbook(with_a_far_row())),
    "SHEET_CELLS": (1, lambda _: of_workbook(with_a_far_row())),
    "CELL_TEXT": (10, lambda _: of_plan(plan())),
    "RENEWED_MARKS": (100, lambda _: said(NotAPackage, lambda: SavedReport.opened(document()))),
    "PARAGRAPHS": (5, lambda _: said(NotAPackage, lambda: parse_document(DOCUMENT))),
    "PLAN_BYTES": (10, lambda folder: said(UnreadablePlan, lambda: read_plan(file_of(folder, b"x" * 11)))),
    "PLAN_PART_BYTES": (1_000, lambda _: of_plan(DOCUMENT)),
    "PLAN_TEXT_BYTES": (10, lambda _: of_plan(plan_text())),
    "PLAN_MERGES": (1, lambda _: remarks()),
    "PLAN_MERGED_CELLS": (1, lambda _: remarks()),
    "PHRASE_TEXT": (5, lambda _: remarks()),
    "SENTENCE_TEXT": (5, lambda _: remarks()),
    "TEMPLATE_PART_BYTES": (1_000, lambda _: said(TemplateFault, lambda: load_template(TEMPLATE))),
    "TEMPLATE_STEPS": (10, lambda _: of_template("{% for i in range(11) %}{{ i }}{% endfor %}")),
    "TEMPLATE_TEXT": (50, lambda _: of_template("{{ a + a }}")),
    "TEMPLATE_OUTPUT": (50, lambda _: of_template("{{ a }}{{ a }}")),
    "TEMPLATE_NUMBER": (50, lambda _: of_template("{{ n * n }}")),
    "UNIT_SECONDS": (60, lambda _: of_batch(TimeoutError())),
    "UNIT_BYTES": (3 << 30, lambda _: of_batch(processes.ProcessExpired("lost"))),
    "LOCK_SECONDS": (0, locked),
}  # fmt: skip
#: With a test of their own, in the room that needs the library.
TOLD_ELSEWHERE = {"PLAN_PAGES": "plans/test_plan_pdf.py", "PDF_SECONDS": "test_pdf.py"}


def test_each_limit_has_its_test():
    assert TOLD.keys() | TOLD_ELSEWHERE.keys() == TABLE.keys()
    for name, file in TOLD_ELSEWHERE.items():
        assert name in (Path(__file__).parent / file).read_text("utf-8")


@pytest.mark.parametrize("name", TOLD)
def test_a_limit_is_told_when_it_is_met(name, tmp_path, monkeypatch):
    most, deed = TOLD[name]
    limit = replace(TABLE[name], most=most)
    monkeypatch.setattr(limits, name, limit)
    words = re.split(r"\\\{\w+\\\}", re.escape(limit.message.replace("{most}", limit.shown)))
    assert re.search(".*".join(words), deed(tmp_path)), limit.message
