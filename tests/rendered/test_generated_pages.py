"""Every kind of generated document as pages: what the decree asks of them, measured on paper."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from generator.commands.report import ReportOptions, run
from generator.law.rules import RULES
from tests.rendered.pages import MM, Line, SheetOfPaper, pages_of, to_pdf

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")

_INPUTS = Path(__file__).parents[2] / "inputs"
_PHUOC_HAI = _INPUTS / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"
_BAC_NHA_TRANG = _INPUTS / "bac-nha-trang-2026" / "bac-nha-trang-2026.xlsx"
#: Name of the case -> workbook, period, kind, as of.
CASES = {
    "cchc": (_PHUOC_HAI, "2023-H1", "cchc", "2023-06-13"),
    "thang": (_PHUOC_HAI, "2023-06", "thang", "2023-06-25"),
    "thang-12": (_PHUOC_HAI, "2023-12", "thang", "2023-12-25"),
    "cchc-2026": (_BAC_NHA_TRANG, "2026-H1", "cchc", "2026-06-13"),
    "thang-2026": (_BAC_NHA_TRANG, "2026-06", "thang", "2026-06-25"),
    "ke-hoach": (_PHUOC_HAI, None, "ke-hoach", "2023-04-25"),
    "ke-hoach-2026": (_BAC_NHA_TRANG, None, "ke-hoach", "2026-01-22"),
    "ten-dai": (_PHUOC_HAI, "2023-H1", "cchc", "2023-06-13"),
}
_LONG_NAME = "Vĩnh Nguyên Trường Thọ Đông Bắc"
_CLOSING = ("Nơi nhận", "TM.", "KT.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "-")
#: The height of one line of text with the gap above it.
_ONE_LINE = 22
#: What a reader cannot see: half a millimetre.
_HAIR = 0.5 * MM


def with_long_name(workbook: Path, folder: Path) -> Path:
    """A copy of a workbook whose ward has a name of 30 letters."""
    book = openpyxl.load_workbook(workbook)
    for row in book["Thông tin"].iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                longer = cell.value.replace("Phước Hải", _LONG_NAME)
                cell.value = longer.replace("PHƯỚC HẢI", _LONG_NAME.upper())
    target = folder / "ten-dai.xlsx"
    book.save(target)
    return target


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[SheetOfPaper]]:
    folder = tmp_path_factory.mktemp("trang")
    made: list[Path] = []
    for name, (workbook, period, kind, as_of) in CASES.items():
        out = folder / name
        out.mkdir()
        source = with_long_name(workbook, out) if name == "ten-dai" else workbook
        run(ReportOptions(source, period=period, kind=kind, as_of=as_of, out=out), today=date.fromisoformat(as_of))
        (document,) = out.glob("*.docx")
        made.append(document.rename(folder / f"{name}.docx"))
    pdfs = to_pdf(made, folder)
    return {name: pages_of(pdf) for name, pdf in zip(CASES, pdfs, strict=True)}


@pytest.fixture(params=CASES)
def pages(request: pytest.FixtureRequest, documents: dict[str, list[SheetOfPaper]]) -> list[SheetOfPaper]:
    return documents[request.param]


def is_number(line: Line, page: SheetOfPaper) -> bool:
    return line.text.isdigit() and line.bottom < RULES["page.margin.top"].allowed.low * MM


def body_lines(page: SheetOfPaper) -> list[Line]:
    return [line for line in page.lines if not is_number(line, page)]


def parts_of(pages: list[SheetOfPaper]) -> list[list[SheetOfPaper]]:
    """The report, then each appendix: they begin with a page that says so."""
    parts: list[list[SheetOfPaper]] = []
    for page in pages:
        begins = not parts or any(re.fullmatch(r"Phụ lục( [IVX]+)?", line.text) for line in page.lines[:3])
        if begins:
            parts.append([])
        parts[-1].append(page)
    return parts


def test_paper_is_a4(pages: list[SheetOfPaper]) -> None:
    for page in pages:
        assert sorted((page.width, page.height)) == pytest.approx([210 * MM, 297 * MM], abs=_HAIR)


def test_nothing_runs_over_a_margin(pages: list[SheetOfPaper]) -> None:
    margins = {side: RULES[f"page.margin.{side}"].allowed.low * MM for side in ("top", "bottom", "left", "right")}
    for page in pages:
        for line in body_lines(page):
            assert line.left >= margins["left"] - _HAIR, (page.number, line)
            assert line.right <= page.width - margins["right"] + _HAIR, (page.number, line)
            assert line.top >= margins["top"] - _HAIR, (page.number, line)
            assert line.bottom <= page.height - margins["bottom"] + _HAIR, (page.number, line)
        for left, right, _ in page.strokes:
            assert left >= margins["left"] - 2 * MM
            assert right <= page.width - margins["right"] + 2 * MM


def test_page_numbers_stand_in_the_top_margin_hidden_first_and_begin_again(pages: list[SheetOfPaper]) -> None:
    for part in parts_of(pages):
        for place, page in enumerate(part, start=1):
            numbers = [line for line in page.lines if is_number(line, page)]
            if place == 1:
                assert numbers == [], page.number
            else:
                (number,) = numbers
                assert number.text == str(place)
                margins = RULES["page.margin.left"].allowed.low, RULES["page.margin.right"].allowed.low
                centre = (page.width + (margins[0] - margins[1]) * MM) / 2
                assert number.middle == pytest.approx(centre, abs=2 * _HAIR)


def test_the_header_block_stands_as_the_diagram_shows(pages: list[SheetOfPaper]) -> None:
    first = pages[0]
    motto, creed = first.starting("CỘNG HÒA"), first.starting("Độc lập")
    number, date_line = first.starting("Số:"), next(line for line in first.lines if ", ngày" in line.text)
    agency = next(line for line in first.lines if line.text.startswith(("UBND", "ỦY BAN")))
    assert agency.right < motto.left
    assert agency.bottom == pytest.approx(motto.bottom, abs=1)
    assert motto.middle == pytest.approx(creed.middle, abs=1)
    assert date_line.middle == pytest.approx(motto.middle, abs=1)
    assert number.bottom == pytest.approx(date_line.bottom, abs=1)
    assert number.middle == pytest.approx(agency.middle, abs=1.5)
    assert motto.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_the_rule_lines_are_as_long_as_their_texts_ask_for(pages: list[SheetOfPaper]) -> None:
    first = pages[0]
    creed = first.starting("Độc lập")
    left, right, _ = first.stroke_below(creed)
    assert (right - left) / (creed.right - creed.left) == pytest.approx(1, abs=0.03)
    assert (left + right) / 2 == pytest.approx(creed.middle, abs=1)

    number = first.starting("Số:")
    agency = [
        line for line in first.lines if line.right < creed.left and line.bottom < number.top and line.text.isupper()
    ]
    own = [line for line in agency if not line.text.startswith("UBND")]
    check_share(first, own)

    check_share(first, title_lines(first))


def title_lines(page: SheetOfPaper) -> list[Line]:
    """Trích yếu: the lines from under tên loại to the next stroke."""
    kind = next(line for line in page.lines if line.text in ("BÁO CÁO", "KẾ HOẠCH"))
    end = min(stroke[2] for stroke in page.strokes if stroke[2] > kind.bottom)
    return [line for line in page.lines if kind.bottom < line.bottom <= end + 1]


def check_share(page: SheetOfPaper, lines: list[Line]) -> None:
    left, right, _ = page.stroke_below(lines[-1])
    share = (right - left) / max(line.right - line.left for line in lines)
    assert 1 / 3 <= share <= 1 / 2
    assert (left + right) / 2 == pytest.approx(lines[-1].middle, abs=1.5)


def test_the_signature_is_not_alone_on_its_page(pages: list[SheetOfPaper]) -> None:
    report = parts_of(pages)[0]
    last = next(page for page in report if any(line.text.startswith("Nơi nhận") for line in page.lines))
    recipients = last.starting("Nơi nhận")
    above = [line for line in body_lines(last) if line.bottom < recipients.top]
    assert above, "phần ký đứng một mình một trang"


def test_headings_of_tables_are_repeated_on_each_page(pages: list[SheetOfPaper]) -> None:
    for part in parts_of(pages)[1:]:
        for page in part[1:]:
            head = body_lines(page)[:5]  # of two rows in the superior's forms
            assert any(line.text.startswith("STT") for line in head), page.number


def test_no_heading_is_left_at_the_foot_of_a_page(pages: list[SheetOfPaper]) -> None:
    for page in parts_of(pages)[0][:-1]:
        last = body_lines(page)[-1]
        room = page.height - RULES["page.margin.bottom"].allowed.low * MM - last.bottom
        # LibreOffice 7 keeps a heading with a paragraph whose first line fits, then moves that one for its second.
        if room < _ONE_LINE:
            assert not re.match(r"(?:[IVX]+|\d+)\. [^.;:]*$", last.text), (page.number, last)


def test_no_page_of_a_part_is_nearly_empty(pages: list[SheetOfPaper]) -> None:
    for part in parts_of(pages):
        if len(part) > 1:
            assert len(body_lines(part[-1])) > 3, part[-1].number


@pytest.mark.parametrize(
    ("name", "most"), [("cchc", 6), ("cchc-2026", 4), ("thang", 2), ("thang-12", 2), ("thang-2026", 2)]
)
def test_the_report_is_of_a_length_that_is_read(documents: dict[str, list[SheetOfPaper]], name: str, most: int) -> None:
    parts = parts_of(documents[name])
    assert len(parts[0]) <= most
    if name.startswith("thang"):
        # The table of what moved, is late or comes due: two pages only where most of the plan does, as in December.
        assert len(parts[-1]) <= (2 if name == "thang-12" else 1)
        assert sum(map(len, parts)) <= (5 if name == "thang-12" else 4)


def test_a_long_name_of_a_ward_takes_whole_lines(documents: dict[str, list[SheetOfPaper]]) -> None:
    first = documents["ten-dai"][0]
    left = [line.text for line in first.lines if line.right < first.starting("CỘNG HÒA").left and line.bottom < 140]
    assert "ỦY BAN NHÂN DÂN" in left
    assert " ".join(left).count(_LONG_NAME.upper()) == 1
