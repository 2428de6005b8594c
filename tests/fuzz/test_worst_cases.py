"""Small files made to take for ever or to fill the memory: every command ends within a minute and a gigabyte."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator import limits
from generator.book.read.raw_xlsx import RawWorkbook
from generator.book.write.new_workbook import workbook_bytes
from generator.word.package import read_members, with_parts
from tests.book.small_workbook import result, small_rows, task
from tests.check.kinds import bao_cao
from tests.fuzz.files import document, workbook

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


def full_sheets(count: int) -> bytes:
    """Every sheet as long as it may be: tasks with a day, a result and a document each, as many indicators and wishes."""
    rows = small_rows()
    for n in range(2, count):
        code, word = f"II.{n}", ("Đang thực hiện", "Hoàn thành")[n % 2]
        rows["Nhiệm vụ"].append(task(code, "II. TÀI CHÍNH CÔNG", f"Việc {n}", "Trước ngày 01/6/2023"))
        rows["Mốc"].append({"Mã": code, "Đến hạn": "trước 01/6/2023"})
        rows["Kết quả"].append(result(code, word, **{"Kết quả thực hiện": f"Đã làm việc {n}"}))
        rows["Chỉ tiêu"].append({"Mã": f"C{n}", "STT": n + 1, "Chỉ tiêu": f"Tỷ lệ {n}", "Đơn vị tính": "%"})
        rows["Số liệu"].append({"Kỳ": "2023-06", "Mã": f"C{n}", "Tử số": 96, "Mẫu số": 100})
        rows["Văn bản"].append({"Số ký hiệu": f"{n}/KH-UBND", "Ngày": date(2023, 5, 4), "Nhiệm vụ": code})
        rows["Lời văn"].append({"Kỳ": "2023-H1", "Phần": "Kiến nghị", "Nội dung": f"Đề nghị bố trí kinh phí {n}"})
    return workbook_bytes(rows)


def in_body(inside: bytes, data: bytes | None = None) -> bytes:
    """A report, or another Word file, with more at the end of its body."""
    members = read_members(data or document())
    body = members["word/document.xml"].content
    return with_parts(members, {"word/document.xml": body.replace(b"</w:body>", inside + b"</w:body>")})


def numbered(count: int) -> bytes:
    level = (
        b'<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    )
    return in_body(b"".join(level % (n % 9) for n in range(count)))


_CELL = b"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"
_LINE = b"<w:p><w:r><w:t>x</w:t></w:r></w:p>"
_MARK = b'<w:bookmarkStart w:id="%d" w:name="b%d"/><w:bookmarkEnd w:id="%d"/>'
_REGION_MARK = b'<w:bookmarkStart w:id="%d" w:name="_cchc_x%d_a"/><w:bookmarkEnd w:id="%d"/>'


def paragraph(words: str) -> bytes:
    doc = bao_cao()
    doc.body[3].text = words
    return doc.to_docx()


CHECK = ("check", "a.docx")
OF_WORD = (CHECK, ("appendix", "a.docx"), ("import", "a.docx", "-o", "moi.xlsx"), ("template", "check", "a.docx"))
MONTH, HALF = ("--period", "2023-06"), ("--period", "2023-H1")
MADE = "BC CCHC 6 thang dau nam 2023 - P B.docx"
OF_A_WORKBOOK = (
    REPORT,
    (*REPORT, "--since", MADE),
    ("report", "so.xlsx", *MONTH),
    ("report", "so.xlsx", "--kind", "muc-tieu", "--period", "2023"),
    ("report", "so.xlsx", "--kind", "ke-hoach"),
    ("explain", "so.xlsx", "II.50"),
    ("explain", MADE, "tong-hop"),
    ("check", MADE, "--numbers"),
    ("appendix", MADE, "so.xlsx"),
    ("appendix", MADE, "so.xlsx", "--read-back"),
    ("slips", "so.xlsx", "--date", "25/7/2023", "-o", "phieu"),
    ("merge", "so.xlsx", "phieu"),
    ("due", ".", "--on", "25/7/2023", "--ics", "han.ics"),
    ("batch", ".", *MONTH),
    ("consolidate", ".", *HALF),
    IMPORT,
    OPEN,
)
CASES = {
    "a cell far away": ("so.xlsx", lambda: far_cell("ZZ50000"), (REPORT, IMPORT, OPEN)),
    "a thousand large merges": ("so.xlsx", lambda: merges(1000), (REPORT, IMPORT)),
    "milestones of one task": ("so.xlsx", lambda: milestones(8000), (REPORT,)),
    "a long number format": ("so.xlsx", lambda: long_format(1_000_000), (REPORT,)),
    "dates in one paragraph": ("a.docx", lambda: paragraph("ngày 1/1/2023 " * 60_000), (CHECK,)),
    "full sheets": ("so.xlsx", lambda: full_sheets(limits.SHEET_ROWS.most - 10), OF_A_WORKBOOK),
    "a paragraph of everything": (
        "a.docx",
        lambda: in_body(b"<w:p>" + b"<w:r><w:tab/><w:t>a</w:t></w:r>" * 400_000 + b"</w:p>"),
        OF_WORD,
    ),
    "a paragraph of 50 MB": (
        "a.docx",
        lambda: in_body(b"<w:p>" + b"<w:r><w:t>ab</w:t></w:r>" * 2_000_000 + b"</w:p>"),
        OF_WORD,
    ),
    "as many tables": ("a.docx", lambda: in_body((_CELL[0] + _LINE + _CELL[1]) * 100_000 + _LINE), OF_WORD),
    "deep nesting": ("a.docx", lambda: in_body(_CELL[0] * 5_000 + (_LINE + _CELL[1]) * 5_000 + _LINE), OF_WORD),
    "bookmarks": (
        "a.docx",
        lambda: in_body(b"".join(_MARK % (n, n, n) for n in range(1_000, 101_000)) + _LINE),
        OF_WORD,
    ),
    "marks of regions": (
        "a.docx",
        lambda: in_body(b"".join(_REGION_MARK % (n, n, n) for n in range(1_000, 51_000)) + _LINE),
        OF_WORD,
    ),
    "numbering levels": ("a.docx", lambda: numbered(50_000), OF_WORD),
}
#: What takes seconds of the suite's time; the others take minutes, and run with `make fuzz`.
SOON = {"a cell far away", "a thousand large merges", "a long number format", "a paragraph of 50 MB"}


@pytest.mark.parametrize("case", CASES)
def test_it_ends_within_a_minute_and_a_gigabyte(case, tmp_path):
    if case not in SOON and not os.environ.get("CCHC_WORST_CASES"):
        pytest.skip("takes long: CCHC_WORST_CASES=1")
    name, made, commands = CASES[case]
    (tmp_path / "so.xlsx").write_bytes(workbook())
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
