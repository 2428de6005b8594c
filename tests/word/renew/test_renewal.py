"""An edited report after its workbook changed: every hand edit is there, every figure new, all else as it lay."""

import re

import pytest

from generator.word.package import read_members
from generator.word.region_text import region_lines
from generator.word.renew.judging import Outcome
from tests.word.renew import hands
from tests.word.renew.outside import other_parts, outside
from tests.word.renew.reports import first, renewed, second
from tests.word_files import all_lines, body_lines

NEW_WORDS = (
    "Báo cáo rà soát, đơn giản hóa TTHC: Đã gửi báo cáo rà soát 35 thủ tục (Báo cáo số 77/BC-UBND ngày 12/6/2023)"
)
FIGURE_LINES = (
    "Tính đến ngày 13/6/2023",
    "Còn 01 nhiệm vụ quá hạn",
    "Trước hết hoàn thành dứt điểm nhiệm vụ quá hạn nêu trên",
)

WAYS = {
    "as made": lambda data: data,
    "saved by Word": hands.word,
    "saved by LibreOffice": hands.libreoffice,
    "saved by LibreOffice and Word": lambda data: hands.word(hands.libreoffice(data)),
}
SAVED = [pytest.param(way, marks=hands.needs_office if "LibreOffice" in way else ()) for way in WAYS]


@pytest.fixture(params=SAVED)
def edited(request) -> bytes:
    return WAYS[request.param](hands.all_sorts_of_edits(first()))


def test_every_figure_is_new(edited):
    result = renewed(edited)
    assert not result.is_stopped
    assert NEW_WORDS in "\n".join(all_lines(result.data))
    for start in FIGURE_LINES:
        wanted = [line for line in body_lines(second()) if line.startswith(start)]
        assert wanted
        assert [line for line in body_lines(result.data) if line.startswith(start)] == wanted


def test_every_table_says_what_a_fresh_report_says(edited):
    assert _rows(renewed(edited).data) == _rows(second())


def _rows(data: bytes) -> list[str]:
    xml = read_members(data)["word/document.xml"].content.decode()
    return [
        str(line)
        for line in region_lines(xml[xml.index("<w:body") : xml.rindex("</w:document>")])
        if line.is_row and len(line.cells) > 2
    ]


def test_every_edit_by_hand_is_there(edited):
    data = renewed(edited).data
    xml = read_members(data)["word/document.xml"].content.decode()
    assert "Đoạn mở đầu do cán bộ viết lại." in body_lines(data)
    assert "<w:drawing>" in xml
    assert re.search(r"<w:ins [^>]*w:author=\"Nguyễn Văn A\"", xml)
    assert "w:commentRangeStart" in xml
    assert re.search(r'<w:pgMar [^>]*w:top="130[34]"', xml)
    assert any("Kiểm tra lại câu này" in m.content.decode() for n, m in read_members(data).items() if "comments" in n)
    assert any(name.startswith("word/media/") for name in read_members(data))


def test_everything_outside_regions_is_the_same_to_the_byte(edited):
    data = renewed(edited).data
    assert outside(data) == outside(edited)
    assert other_parts(data) == other_parts(edited)


def test_regions_have_their_controls_again_and_ids_are_unique(edited):
    xml = read_members(renewed(edited).data)["word/document.xml"].content.decode()
    tags = re.findall(r'<w:tag w:val="cchc:([^"]+)"', xml)
    assert len(tags) == len(set(tags)) == 21
    for found in (re.findall(r'<w:bookmarkStart w:id="(\d+)"', xml), re.findall(r'w:name="(_cchc_[^"]+)"', xml)):
        assert len(found) == len(set(found))
    controls = re.findall(r'<w:sdtPr>(?:(?!</w:sdtPr>).)*<w:id w:val="(-?\d+)"', xml)
    assert len(controls) == len(set(controls))


def test_styles_are_found_by_name_whatever_their_id(edited):
    members = read_members(renewed(edited).data)
    styles = set(re.findall(r'w:styleId="([^"]*)"', members["word/styles.xml"].content.decode()))
    used = set(re.findall(r'<w:pStyle w:val="([^"]*)"', members["word/document.xml"].content.decode()))
    assert used <= styles


def test_renewing_twice_changes_nothing_more(edited):
    once = renewed(edited).data
    assert renewed(once).data == once


@pytest.mark.parametrize("way", SAVED)
def test_a_report_nobody_edited_is_untouched_however_it_was_saved(way):
    result = renewed(WAYS[way](first()), first())
    assert {r.outcome for r in result.regions} == {Outcome.SAME}


def test_a_report_as_made_and_an_unchanged_workbook_give_the_same_file():
    assert renewed(first(), first()).data == first()


def test_a_report_as_made_becomes_what_a_fresh_one_says():
    assert all_lines(renewed(first()).data) == all_lines(second())


def test_a_style_that_the_file_lacks_is_added_with_those_it_rests_on():
    def drop(tree):
        for style in list(tree):
            if style.get(f"{hands.W}styleId") in ("BangMuc", "HetPhuLuc"):
                tree.remove(style)

    bare = hands.changed(first(), drop, "word/styles.xml")
    styles = read_members(renewed(bare).data)["word/styles.xml"].content.decode()
    assert '<w:name w:val="Mục trong bảng"/>' in styles
    assert '<w:name w:val="Hết phụ lục"/>' in styles
    assert styles.startswith(read_members(bare)["word/styles.xml"].content.decode()[: -len("</w:styles>")])


def test_an_officers_column_widths_stay():
    def widen(tree):
        table = hands.control(tree, "phu-luc-nhiem-vu").find(f".//{hands.W}tbl")
        columns = table.findall(f"{hands.W}tblGrid/{hands.W}gridCol")
        first_width, last_width = (int(c.get(f"{hands.W}w")) for c in (columns[1], columns[5]))
        columns[1].set(f"{hands.W}w", str(first_width - 500))
        columns[5].set(f"{hands.W}w", str(last_width + 500))

    wide = hands.changed(first(), widen)
    table = hands.control(hands.part(renewed(wide).data), "phu-luc-nhiem-vu").find(f".//{hands.W}tbl")
    grid = [int(c.get(f"{hands.W}w")) for c in table.find(f"{hands.W}tblGrid")]
    row = table.findall(f"{hands.W}tr")[2]
    assert grid[5] - [int(c.get(f"{hands.W}w")) for c in _grid(first())][5] == 500
    assert [int(w.get(f"{hands.W}w")) for w in row.iter(f"{hands.W}tcW")] == grid


def _grid(data: bytes):
    return hands.control(hands.part(data), "phu-luc-nhiem-vu").find(f".//{hands.W}tblGrid")
