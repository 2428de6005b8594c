"""Small files made to take for ever or to fill the memory: every command ends within a minute and a gigabyte."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.book.read.raw_xlsx import RawWorkbook
from generator.book.write.new_workbook import workbook_bytes
from generator.word.package import read_members, with_parts
from tests.book.small_workbook import small_rows
from tests.check.kinds import bao_cao
from tests.fuzz.files import workbook

resource = pytest.importorskip("resource")
GIGABYTE, SECONDS = 1 << 30, 60
REPORT = ("report", "so.xlsx", "--period", "2023-H1", "--as-of", "13/6/2023")
IMPORT = ("import", "so.xlsx", "-o", "moi.xlsx")
OPEN = ("open-month", "so.xlsx", "--date", "25/7/2023")


def with_sheet(name: str, at_end: bytes, after: bytes = b"") -> bytes:
    part = next(sheet.part for sheet in RawWorkbook(workbook()).sheets if sheet.name == name)
    content = read_members(workbook())[part].content
    return with_parts(
        read_members(workbook()), {part: content.replace(b"</sheetData>", at_end + b"</sheetData>" + after)}
    )


def far_cell(address: str) -> bytes:
    row = re.sub(r"\D", "", address)
    return with_sheet("Nhiệm vụ", f'<row r="{row}"><c r="{address}"><v>1</v></c></row>'.encode())


def merges(count: int) -> bytes:
    merged = b"".join(b'<mergeCell ref="A%d:CV%d"/>' % (1 + n * 500, 500 + n * 500) for n in range(count))
    return with_sheet("Kết quả", b"", b"<mergeCells>" + merged + b"</mergeCells>")


def milestones(count: int) -> bytes:
    rows = small_rows()
    rows["Mốc"] += [
        {"Mã": "I.2", "Mốc": f"Đợt {n}", "Đến hạn": date(2023, 1 + n % 12, 1 + n % 28)} for n in range(count)
    ]
    return workbook_bytes(rows)


def long_format(size: int) -> bytes:
    styles = read_members(workbook())["xl/styles.xml"].content
    code = b'<numFmt numFmtId="200" formatCode="%s"/>' % (b"[d" * size)
    return with_parts(
        read_members(workbook()), {"xl/styles.xml": re.sub(rb"<numFmts[^>]*>", lambda m: m[0] + code, styles)}
    )


def paragraph(words: str) -> bytes:
    doc = bao_cao()
    doc.body[3].text = words
    return doc.to_docx()


CASES = {
    "a cell far away": ("so.xlsx", lambda: far_cell("ZZ50000"), (REPORT, IMPORT, OPEN)),
    "a thousand large merges": ("so.xlsx", lambda: merges(1000), (REPORT, IMPORT)),
    "milestones of one task": ("so.xlsx", lambda: milestones(8000), (REPORT,)),
    "a long number format": ("so.xlsx", lambda: long_format(1_000_000), (REPORT,)),
    "dates in one paragraph": ("a.docx", lambda: paragraph("ngày 1/1/2023 " * 60_000), (("check", "a.docx"),)),
}


@pytest.mark.parametrize("case", CASES)
def test_it_ends_within_a_minute_and_a_gigabyte(case, tmp_path):
    name, made, commands = CASES[case]
    (tmp_path / name).write_bytes(made())
    for command in commands:
        done = subprocess.run(
            (sys.executable, "-c", "from generator.cli import main; main()", *command),
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            preexec_fn=lambda: (
                resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE, GIGABYTE)),
                resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),
            ),
            capture_output=True,
            text=True,
        )
        assert done.returncode in (0, 1, 2), done.stderr
        assert "ngoài dự kiến" not in done.stderr and done.stdout + done.stderr
