"""Merging in a table, on small documents: what stands in the file, what was once made, what is made now → what comes.

A paragraph is written as a text, a row of the table as "A | B | C"; the first row is the header.
"""

import re

import pytest

from generator.word.region_text import Line, region_lines
from generator.word.renew.finding import find_regions
from generator.word.renew.fragment import Mover, Styles
from generator.word.renew.merging import CannotMerge, TableMerge
from generator.word.renew.xml_spans import W, XmlPart

COMPUTED = frozenset({"Tình trạng"})
HEAD = "STT | Nhiệm vụ | Tình trạng | Ghi chú"
STYLES = f'<w:styles xmlns:w="{W}"/>'.encode()


def cell(text: str, number: int) -> str:
    """A cell; "[2] a" spans two columns, "!a" has no properties, "☺" holds a picture, "¹" a footnote."""
    if text.startswith("!"):
        return f"<w:tc><w:p><w:r><w:t>{text[1:]}</w:t></w:r></w:p></w:tc>"
    span = f'<w:gridSpan w:val="{text[1]}"/>' if text.startswith("[") else ""
    words = text[4:] if span else text
    picture = "<w:r><w:drawing/></w:r>" if "☺" in words else ""
    picture += '<w:r><w:footnoteReference w:id="2"/></w:r>' if "¹" in words else ""
    properties = f'<w:tcPr><w:tcW w:w="{number}00" w:type="dxa"/>{span}</w:tcPr>'
    return f"<w:tc>{properties}<w:p><w:r><w:t>{words.strip('☺¹')}</w:t></w:r>{picture}</w:p></w:tc>"


def block(lines: list[str]) -> str:
    out, rows = [], []
    for line in [*lines, ""]:
        if " | " in line or line.startswith("["):
            cells = "".join(cell(c, n) for n, c in enumerate(re.split(r" \| ?", line), start=1))
            rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
        else:
            if rows:
                out.append(f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>")
                rows = []
            if line:
                section = '<w:pPr><w:sectPr><w:pgSz w:w="1" w:h="2"/></w:sectPr></w:pPr>' if "§" in line else ""
                out.append(f"<w:p>{section}<w:r><w:t>{line.replace('§', '')}</w:t></w:r></w:p>")
    return "".join(out)


def part(lines: list[str], mark: str = "1") -> XmlPart:
    start = f'<w:p><w:bookmarkStart w:id="{mark}" w:name="_cchc_b_a"/><w:bookmarkEnd w:id="{mark}"/></w:p>'
    control = '<w:sdt><w:sdtPr><w:tag w:val="cchc:b"/></w:sdtPr><w:sdtContent>'
    body = f"{control}{start}{block(lines)}</w:sdtContent></w:sdt><w:p><w:r><w:t>Ngoài vùng</w:t></w:r></w:p>"
    return XmlPart(f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode())


def lines_of(document: XmlPart) -> list[str]:
    region = find_regions(document)["b"]
    return [" | ".join(line.cells) for line in region_lines(region.content(document))]


def made_of(lines: list[str]) -> tuple[Line, ...]:
    document = part(lines)
    return tuple(region_lines(find_regions(document)["b"].content(document)))


def merged(standing: list[str], once: list[str] | None, now: list[str]):
    """Return the lines of the merged document, what the officer is told, and the document."""
    document, new = part(standing), part(now, "7")
    region = find_regions(document)["b"]
    mover = Mover(document, new, Styles(STYLES, STYLES))
    once_made = made_of(once) if once is not None else None
    result = TableMerge(document, region, new, find_regions(new)["b"], once_made, COMPUTED, mover).merge()
    after = XmlPart(document.edited(result.edits))
    assert "Ngoài vùng" in after.data.decode()
    return lines_of(after), result.conflicts, after


A, B, C = "1 | Việc A | Trong hạn | ", "2 | Việc B | Trong hạn | ", "3 | Việc C | Quá hạn | "
A_NOTE = "1 | Việc A | Trong hạn | Ghi tay"
CASES = {
    "a cell by hand stays, the computed one is new": (
        [HEAD, A_NOTE, B], [HEAD, A, B], [HEAD, "1 | Việc A | Quá hạn | ", B],
        [HEAD, "1 | Việc A | Quá hạn | Ghi tay", B], [],
    ),
    "a new row at the end": ([HEAD, A_NOTE, B], [HEAD, A, B], [HEAD, A, B, C], [HEAD, A_NOTE, B, C], []),
    "a new row at the head": ([HEAD, "2 | Việc B | Trong hạn | x"], [HEAD, B], [HEAD, A, B],
                              [HEAD, A, "2 | Việc B | Trong hạn | x"], []),
    "a new row between": ([HEAD, A_NOTE, C], [HEAD, A, C], [HEAD, A, B, C], [HEAD, A_NOTE, B, C], []),
    "two new rows in their order": ([HEAD, A_NOTE], [HEAD, A], [HEAD, A, B, C], [HEAD, A_NOTE, B, C], []),
    "a row no longer made goes": ([HEAD, A_NOTE, B], [HEAD, A, B], [HEAD, A], [HEAD, A_NOTE], []),
    "a row no longer made that a person changed stays, and is told": (
        [HEAD, A_NOTE, B], [HEAD, A, B], [HEAD, B], [HEAD, A_NOTE, B],
        ["Hàng 1 có sửa tay nên được giữ, nhưng sổ không còn hàng này"],
    ),
    "a person's own row stays": ([HEAD, A, "9 | Việc thêm |  | tay", B], [HEAD, A, B], [HEAD, A, B],
                                 [HEAD, A, "9 | Việc thêm |  | tay", B], []),
    "a row deleted by hand does not come back, and is told": (
        [HEAD, B], [HEAD, A, B], [HEAD, A, B], [HEAD, B], ["Hàng 1 đã bị xóa bằng tay, không đưa lại"],
    ),
    "both changed a cell": (
        [HEAD, A_NOTE], [HEAD, A], [HEAD, "1 | Việc A | Trong hạn | Từ sổ"], [HEAD, A_NOTE],
        ["Hàng 1, cột Ghi chú: giữ “Ghi tay”, sổ cũng đã đổi thành “Từ sổ”"],
    ),
    "a computed cell by hand is replaced, and told": (
        [HEAD, "1 | Việc A | Tôi sửa | "], [HEAD, A], [HEAD, "1 | Việc A | Quá hạn | "], [HEAD, "1 | Việc A | Quá hạn | "],
        ["Hàng 1, cột Tình trạng: ô do chương trình tính, sửa tay “Tôi sửa” được thay bằng “Quá hạn”"],
    ),
    "an untouched cell is new": ([HEAD, A], [HEAD, A], [HEAD, "1 | Việc A mới | Trong hạn | Từ sổ"],
                                 [HEAD, "1 | Việc A mới | Trong hạn | Từ sổ"], []),
    "nobody knows what was made: what differs is kept and told": (
        [HEAD, A_NOTE, B], None, [HEAD, "1 | Việc A | Quá hạn | Từ sổ", C],
        [HEAD, "1 | Việc A | Quá hạn | Ghi tay", C, B],
        ["Hàng 1, cột Ghi chú: giữ “Ghi tay”, trong sổ là “Từ sổ”"],
    ),
    "a column that the officer added": (
        [HEAD + " | Ý kiến", A + " | đồng ý"], [HEAD, A], [HEAD, A, B], [HEAD + " | Ý kiến", A + " | đồng ý", B + " | "], [],
    ),
    "a column that the officer put in the middle": (
        ["STT | Nhiệm vụ | Ý kiến | Tình trạng | Ghi chú", "1 | Việc A | ừ | Trong hạn | "], [HEAD, A],
        [HEAD, "1 | Việc A | Quá hạn | ", B],
        ["STT | Nhiệm vụ | Ý kiến | Tình trạng | Ghi chú", "1 | Việc A | ừ | Quá hạn | ", "2 | Việc B |  | Trong hạn | "], [],
    ),
    "a column that the officer deleted is told": (
        ["STT | Nhiệm vụ | Tình trạng", "1 | Việc A | Trong hạn"], [HEAD, A], [HEAD, "1 | Việc A | Quá hạn | Từ sổ"],
        ["STT | Nhiệm vụ | Tình trạng", "1 | Việc A | Quá hạn"],
        ["Hàng 1: bảng không còn cột Ghi chú, giá trị mới là “Từ sổ”"],
    ),
    "a row whose cells the officer joined stays whole, and is told": (
        [HEAD, "1 | [2] Việc A, trong hạn | "], [HEAD, A], [HEAD, "1 | Việc A | Quá hạn | Từ sổ"],
        [HEAD, "1 | Việc A, trong hạn | "],
        ["Hàng 1 có ô đã gộp hoặc tách nên được giữ nguyên; bản mới là “1 | Việc A | Quá hạn | Từ sổ”"],
    ),
    "nothing is told of joined cells when the workbook has nothing new": (
        [HEAD, "1 | [2] Việc A, trong hạn | "], [HEAD, A], [HEAD, A], [HEAD, "1 | Việc A, trong hạn | "], [],
    ),
    "of joined cells nobody knows of, the new ones are told": (
        [HEAD, "1 | [2] Việc A, trong hạn | "], None, [HEAD, A], [HEAD, "1 | Việc A, trong hạn | "],
        ["Hàng 1 có ô đã gộp hoặc tách nên được giữ nguyên; bản mới là “1 | Việc A | Trong hạn”"],
    ),
    "a heading's row, divided otherwise than the header, is renewed": (
        [HEAD, "I | [3] Cải cách", "1 | Việc A | Trong hạn | Ghi tay"], [HEAD, "I | [3] Cải cách", A],
        [HEAD, "I | [3] Cải cách thể chế", A], [HEAD, "I | Cải cách thể chế", "1 | Việc A | Trong hạn | Ghi tay"], [],
    ),
    "a heading that both changed": (
        [HEAD, "I | [3] Tôi sửa", A], [HEAD, "I | [3] Cải cách", A], [HEAD, "I | [3] Cải cách thể chế", A],
        [HEAD, "I | Tôi sửa", A],
        ["Hàng I, cột 2: giữ “Tôi sửa”, sổ cũng đã đổi thành “Cải cách thể chế”"],
    ),
    "a heading newly made takes its own cells": (
        [HEAD + " | Ý kiến", A + " | ừ"], [HEAD, A], [HEAD, A, "II | [3] Lĩnh vực mới"],
        [HEAD + " | Ý kiến", A + " | ừ", "II | Lĩnh vực mới"], [],
    ),
    "what stood in a renewed cell is told": (
        [HEAD, "1 | Việc A | ☺Trong hạn | "], [HEAD, A], [HEAD, "1 | Việc A | Quá hạn | "], [HEAD, "1 | Việc A | Quá hạn | "],
        ["Hàng 1, cột Tình trạng: ô do chương trình tính, sửa tay “Trong hạn￼” được thay bằng “Quá hạn”",
         "Hàng 1, cột Tình trạng: ô được làm mới, đã bỏ ảnh hoặc hình vẽ"],
    ),
    "all that stood in a renewed cell is told": (
        [HEAD, "1 | Việc A | Trong hạn☺¹ | "], None, [HEAD, "1 | Việc A | Quá hạn | "], [HEAD, "1 | Việc A | Quá hạn | "],
        ["Hàng 1, cột Tình trạng: ô được làm mới, đã bỏ ảnh hoặc hình vẽ, chú thích cuối trang"],
    ),
    "rows numbered anew are known by their words": (
        [HEAD, "1 | Việc thêm |  | tay", "2 | Việc A | Trong hạn | Ghi tay"], [HEAD, A],
        [HEAD, "1 | Việc A | Quá hạn | "],
        [HEAD, "1 | Việc thêm |  | tay", "2 | Việc A | Quá hạn | Ghi tay"], [],
    ),
    "rows that the plan numbered anew are known by their words": (
        [HEAD, A, "2 | Việc B | Trong hạn | Ghi tay"], [HEAD, A, B], [HEAD, "1 | Việc B | Quá hạn | "],
        [HEAD, "1 | Việc B | Quá hạn | Ghi tay"], [],
    ),
    "nobody knows what was made, and rows were numbered anew": (
        [HEAD, "1 | Việc thêm |  | tay", "2 | Việc A | Trong hạn | Ghi tay"], None, [HEAD, "1 | Việc A | Quá hạn | "],
        [HEAD, "1 | Việc thêm |  | tay", "2 | Việc A | Quá hạn | Ghi tay"],
        ["Hàng 1, cột STT: giữ “2”, trong sổ là “1”", "Hàng 1, cột Ghi chú: giữ “Ghi tay”, trong sổ là “”"],
    ),
    "a template with its columns in another order": (
        ["STT | Nhiệm vụ | Ghi chú | Tình trạng", "1 | Việc A | Ghi tay | Trong hạn"],
        ["STT | Nhiệm vụ | Ghi chú | Tình trạng", "1 | Việc A |  | Trong hạn"],
        [HEAD, "1 | Việc A mới | Quá hạn | "],
        ["STT | Nhiệm vụ | Ghi chú | Tình trạng", "1 | Việc A mới | Ghi tay | Quá hạn"], [],
    ),
    "a row cut into fewer cells than the new one has": (
        [HEAD, "I | [3] Cải cách"], [HEAD, "I | [3] Cải cách"], [HEAD, "I | Cải cách | [2] thể chế"],
        [HEAD, "I | Cải cách"], ["Hàng I: bảng không còn cột 3, giá trị mới là “thể chế”"],
    ),
    "paragraphs around are new where nobody changed them": (
        ["Đầu", HEAD, A_NOTE, "Cuối"], ["Đầu", HEAD, A, "Cuối"], ["Đầu mới", HEAD, A, "Cuối mới"],
        ["Đầu mới", HEAD, A_NOTE, "Cuối mới"], [],
    ),
    "the one paragraph is new though another stays the same": (
        ["Đầu", HEAD, A_NOTE, "Cuối"], ["Đầu", HEAD, A, "Cuối"], ["Đầu", HEAD, A, "Cuối mới"],
        ["Đầu", HEAD, A_NOTE, "Cuối mới"], [],
    ),
    "a paragraph by hand stays, and is told when the new one differs": (
        ["Đầu tay", HEAD, A_NOTE, "Cuối"], ["Đầu", HEAD, A, "Cuối"], ["Đầu mới", HEAD, A, "Cuối mới"],
        ["Đầu tay", HEAD, A_NOTE, "Cuối mới"], ["Đoạn ngoài bảng: giữ “Đầu tay”, bản mới là “Đầu mới”"],
    ),
    "a paragraph by hand stays untold when there is nothing new": (
        ["Đầu tay", HEAD, A_NOTE], ["Đầu", HEAD, A], ["Đầu", HEAD, A], ["Đầu tay", HEAD, A_NOTE], [],
    ),
    "a paragraph that was not made before": (
        ["Đầu", HEAD, A_NOTE], [HEAD, A], ["Đầu mới", HEAD, A], ["Đầu", HEAD, A_NOTE],
        ["Đoạn ngoài bảng: giữ “Đầu”, bản mới là “Đầu mới”"],
    ),
    "more paragraphs than made stay as they are": (
        ["Đầu", "Thêm", HEAD, A_NOTE], ["Đầu", HEAD, A], ["Đầu mới", HEAD, A], ["Đầu", "Thêm", HEAD, A_NOTE],
        ["Các đoạn ngoài bảng của vùng được giữ như đã sửa"],
    ),
    "a paragraph that ends a section is not touched": (
        [HEAD, A_NOTE, "Cuối§"], [HEAD, A, "Cuối"], [HEAD, A, "Cuối mới"], [HEAD, A_NOTE, "Cuối"],
        ["Đoạn ngoài bảng: giữ “Cuối”, bản mới là “Cuối mới”"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("standing", "once", "now", "after", "told"), CASES.values(), ids=CASES)
def test_what_comes_of_a_table(standing, once, now, after, told):
    lines, conflicts, _ = merged(standing, once, now)
    assert lines == after
    assert list(conflicts) == told


def test_a_new_row_keeps_its_own_properties_and_the_widths_of_the_officers_column():
    """The empty cell under an added column is as wide as its heading, and ends with a paragraph."""
    standing = [HEAD + " | Ý kiến", A + " | ừ"]
    _, _, after = merged(standing, [HEAD, A], [HEAD, A, B])
    row = after.data.decode().split("<w:tr>")[-1].partition("</w:tbl>")[0]
    assert row.startswith("<w:trPr><w:cantSplit/></w:trPr><w:tc>")
    assert row.endswith('<w:tc><w:tcPr><w:tcW w:w="500" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr>')
    assert row.count("<w:tc>") == 5


@pytest.mark.parametrize(
    ("header", "spans"),
    [
        (HEAD + " | Ý kiến", ["3", "2"]),
        ("STT | Nhiệm vụ | Ghi chú", ["1", "2"]),
        ("Nhiệm vụ | Ghi chú", ["1", "2"]),
    ],
)
def test_a_new_joined_row_is_as_wide_as_the_officers_table(header, spans):
    """A column that she added or took away widens or narrows the row's first joined cell, never below one column."""
    width = header.count("|") + 1
    rows = [header, " | ".join("1xyzw"[:width])]
    _, _, after = merged(rows, [HEAD, A], [HEAD, A, "[2] II. Lĩnh vực | [2] Cộng"])
    (row,) = (row for row in after.data.decode().split("<w:tr>") if "Lĩnh vực" in row)
    assert re.findall(r'<w:gridSpan w:val="([^"]*)"/>', row) == spans


def test_a_renewed_cell_keeps_its_width_whatever_the_new_one_has():
    wide = [HEAD, "1 | Việc A | !Trong hạn | "]
    _, _, after = merged(wide, [HEAD, A], [HEAD, "1 | Việc A | Quá hạn | "])
    assert "<w:tc><w:p><w:r><w:t>Quá hạn</w:t></w:r></w:p></w:tc>" in after.data.decode()


def test_a_renewed_paragraph_keeps_the_numbers_of_the_regions_own_marks():
    """The bookmark that opens the region is found again by the next renewal, under a number nobody else has."""

    def opened(text: str, mark: str) -> XmlPart:
        xml = part([text, HEAD, A], mark).data.decode()
        own = xml[xml.index("<w:bookmarkStart") : xml.index("</w:p>")]
        return XmlPart(xml.replace(f"<w:p>{own}</w:p><w:p>", f"<w:p>{own}", 1).encode())

    document, new = opened("Đầu", "1"), opened("Đầu mới", "7")
    region, fresh = find_regions(document)["b"], find_regions(new)["b"]
    mover = Mover(document, new, Styles(STYLES, STYLES))
    result = TableMerge(document, region, new, fresh, made_of(["Đầu", HEAD, A]), COMPUTED, mover).merge()
    after = XmlPart(document.edited(result.edits))
    assert lines_of(after)[0] == "Đầu mới"
    assert [m.attributes["w:id"] for m in find_regions(after)["b"].marks] == ["1"]


def test_without_a_table_there_is_nothing_to_merge():
    with pytest.raises(CannotMerge, match=r"^Vùng này không có bảng$"):
        merged(["Chỉ có chữ"], [HEAD, A], [HEAD, A, B])


def test_a_table_that_was_split_is_not_merged_and_one_that_was_added_below_is_no_part_of_it():
    with pytest.raises(CannotMerge, match=r"^Bảng đã bị tách thành nhiều bảng"):
        merged([HEAD, A, "", HEAD, B, C], [HEAD, A, B, C], [HEAD, A, B, C])
    lines, told, _ = merged([HEAD, A, "", "Tên | Điện thoại", "Lan | 113"], [HEAD, A], [HEAD, A, B])
    assert lines == [HEAD, A, B, "Tên | Điện thoại", "Lan | 113"] and told == ()


def test_rows_that_cannot_be_told_apart_are_not_merged():
    """Rows in a content control of the officer's own."""
    document = part([HEAD, A, B])
    xml = document.data.decode()
    row = xml[xml.rindex("<w:tr>") : xml.rindex("</w:tr>") + len("</w:tr>")]
    document = XmlPart(xml.replace(row, f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>").encode())
    new = part([HEAD, A])
    mover = Mover(document, new, Styles(STYLES, STYLES))
    with pytest.raises(CannotMerge, match=r"^Các hàng của bảng đã bị đổi cấu trúc$"):
        TableMerge(document, find_regions(document)["b"], new, find_regions(new)["b"], None, COMPUTED, mover).merge()
