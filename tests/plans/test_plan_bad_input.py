"""Files that are no plan, or that are made to do harm: a clear message, quickly, in little memory."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import limits
from generator.book.write.new_workbook import workbook_bytes
from generator.plans.blocks import UnreadablePlan
from generator.plans.reading import read_plan, understand
from generator.plans.source import open_bytes
from generator.plans.to_workbook import plan_rows
from generator.vietnamese.office_names import UnreadableNames, load_names
from tests.plans.plan_samples import ROWS, W, docx, p, tbl, tr, w, written, zipped

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
PICTURE = '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r></w:p>'
BOMB_ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def with_type(doctype: str) -> bytes:
    return zipped({"word/document.xml": f'{doctype}<w:document xmlns:w="{W}"><w:body><w:p/></w:body></w:document>'})


def damaged() -> bytes:
    data = bytearray(docx(tbl(ROWS)))
    start = data.index(b"word/document.xml") + 40
    data[start : start + 60] = bytes(60)
    return bytes(data)


def lying_about_its_size() -> bytes:
    """A member that says it is small and unpacks to 64 MB."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 64_000_000)
    content = bytearray(data.getvalue())
    directory = content.index(b"PK\x01\x02")
    for offset in (22, directory + 24):
        struct.pack_into("<L", content, offset, 1000)
    return bytes(content)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "trống"),
        (b"   \n", "trống"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600), "mật khẩu"),
        (OLE + bytes(600), "đời cũ"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "ảnh"),
        (b"PK\x03\x04 not a zip", "hỏng"),
        (zipped({"a.txt": "x"}), "không phải tài liệu Word"),
        (zipped({"word/document.xml": "<w:document"}), "hỏng"),
        (zipped({"word/document.xml": f'<w:document xmlns:w="{W}"/>'}), "không có nội dung"),
        (zipped({"xl/workbook.xml": "<workbook/>"}), "hỏng"),
        (damaged(), "hỏng"),
        (lying_about_its_size(), "hỏng"),
        (with_type(BOMB_ENTITIES), "an toàn"),
        (with_type(OUTSIDE), "an toàn"),
        (docx(PICTURE), "ảnh quét"),
        (docx(p("Đây là một lá thư.")), "Không thấy nhiệm vụ nào"),
        (docx(tbl((("STT", "Họ tên", "Chức vụ"), ("1", "Nguyễn Văn A", "Chủ tịch")))), "Không thấy nhiệm vụ nào"),
        ("Một tờ thư, không phải kế hoạch.".encode(), "Không thấy nhiệm vụ nào"),
        ("Nội dung mã cũ: ế".encode("cp1258", "replace") + b"\xff\xfe\x80", "UTF-8"),
        (b"abc\x00def", "không phải văn bản"),
    ],
)
def test_a_file_that_is_no_plan_says_what_it_is(data: bytes, message: str) -> None:
    with pytest.raises(UnreadablePlan, match=message):
        understand(open_bytes(data), load_names())


def test_a_zip_bomb_stops_before_it_fills_the_memory() -> None:
    bomb = zipped({"word/document.xml": b" " * 300_000_000})
    tracemalloc.start()
    with pytest.raises(UnreadablePlan, match="bất thường"):
        open_bytes(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_an_enormous_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    with path.open("wb") as file:
        file.truncate(limits.PLAN_BYTES.most * 15)
    with pytest.raises(UnreadablePlan, match="MB"):
        read_plan(path)


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePlan, match="thư mục"):
        read_plan(tmp_path)


def test_a_sheet_with_a_far_cell_names_it() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active["A1"] = "STT"
    book.active["XFD900000"] = "x"
    data = BytesIO()
    book.save(data)
    with pytest.raises(UnreadablePlan, match="quá xa bảng"):
        open_bytes(data.getvalue())


@pytest.mark.parametrize(
    "text", ["trước ngày ", "1", "1/", "Phòng Nội vụ, ", "(", "<p a=b ", " - A", "tối thiểu 20% ", "I"]
)
def test_a_cell_of_endless_repetition_is_no_harm(text: str) -> None:
    for column in range(1, 5):
        cells = ["1", "Làm", "Báo cáo", "Thường xuyên", "Công an"]
        cells[column] = text * (4000 // len(text))
        table = "STT\tNhiệm vụ\tSản phẩm\tTiến độ\tPhân công\n" + "\t".join(cells)
        assert len(understand(open_bytes(table.encode()), load_names()).plan) == 1


def test_a_cell_that_no_workbook_can_hold_is_named() -> None:
    table = "STT\tNhiệm vụ\tSản phẩm\tTiến độ\tPhân công\n1\t" + "a" * 40_000 + "\tb\tc\td\n"
    with pytest.raises(UnreadablePlan, match="dòng 2: ô dài 40000 ký tự"):
        understand(open_bytes(table.encode()), load_names())


def test_characters_that_no_workbook_can_hold_are_left_out_and_said() -> None:
    table = "STT\tNhiệm vụ\tSản phẩm\tTiến độ\tPhân công\n1\tLập\x07 báo\x0b cáo\tb\tc\td\n"
    read = understand(open_bytes(table.encode()), load_names())
    assert next(read.plan.tasks).text == "Lập báo cáo"
    assert any("ký tự điều khiển" in r.message for r in read.remarks)
    assert workbook_bytes(plan_rows(read))


def test_lists_that_refer_to_nothing_are_no_harm() -> None:
    lost = p("Lập báo cáo.", '<w:numPr><w:ilvl w:val="7"/><w:numId w:val="99"/></w:numPr>')
    styles = w(
        "styles",
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
    )
    body = lost + p("x", '<w:pStyle w:val="a"/>') + tbl(ROWS)
    assert len(understand(open_bytes(docx(body, styles=styles, numbering=w("numbering", ""))), load_names()).plan) == 2


@pytest.mark.parametrize("odd", ["99999999999", "-1", "x", "", "²"])
def test_odd_numbers_in_the_files_xml_are_no_harm(odd: str) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{odd}"/></w:tcPr>{p("1")}</w:tc>'
    symbol = f'<w:p><w:r><w:sym w:char="{odd}"/></w:r></w:p>'
    item = p("x", f'<w:numPr><w:ilvl w:val="{odd}"/><w:numId w:val="1"/></w:numPr>')
    numbering = w(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="{odd}"><w:start w:val="{odd}"/><w:lvlText w:val="%1"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    body = symbol + item + tbl(ROWS) + tbl((tr(cell),))
    assert len(understand(open_bytes(docx(body, numbering=numbering)), load_names()).plan) == 2


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    for content in (data, b"PK\x03\x04" + data, data.decode("latin-1").encode()):
        try:
            understand(open_bytes(content), load_names())
        except UnreadablePlan as fault:
            assert str(fault).strip()


@given(st.integers(0, 4000), st.binary(min_size=1, max_size=40))
def test_a_damaged_word_file_is_read_or_refused_in_words(at: int, garbage: bytes) -> None:
    good = docx(tbl(ROWS))
    data = good[: at % len(good)] + garbage + good[at % len(good) + len(garbage) :]
    try:
        understand(open_bytes(data), load_names())
    except UnreadablePlan as fault:
        assert str(fault).strip()


def test_own_names_that_are_wrongly_written_are_said(tmp_path: Path) -> None:
    path = written(tmp_path, docx(tbl(ROWS)))
    own = tmp_path / "ten-don-vi.toml"
    for text, message in (("[[unit", "sai mẫu"), ("[[unit]]\nten = 'A'", "name"), ("unit = 5", "name|sai mẫu")):
        own.write_text(text, "utf-8")
        with pytest.raises(UnreadablePlan, match=message):
            read_plan(path)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('unit = "Công an"', "mỗi cơ quan, đơn vị là một mục"),
        ("[[unit]]\nname = 1", "phải có dòng name"),
        ('[[unit]]\nname = "Công an"\nalso = nan', "“Công an”: dòng also phải có dạng"),
        ('[[unit]]\nname = "Công an"\nalso = "CA"', "“Công an”: dòng also phải có dạng"),
        ('[[unit]]\nname = "Công an"\nalso = ["CA", 1]', "“Công an”: dòng also phải có dạng"),
        ("[[unit", "viết sai mẫu"),
    ],
)
def test_a_table_of_names_in_another_form_says_what_to_mend(table: str, message: str) -> None:
    with pytest.raises(UnreadableNames, match=message):
        load_names(table.encode())
