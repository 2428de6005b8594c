"""What a person makes of the sample workbook, of its slips and of its report; files that cannot be read."""

from __future__ import annotations

import os
from datetime import date
from io import BytesIO

import openpyxl

from generator.word.package import Member, read_members, with_parts, write_members


def by_hand(document: bytes, *changes: tuple[str, str]) -> bytes:
    """Return a report with words changed."""
    members = read_members(document)
    body = members["word/document.xml"].content.decode()
    for before, after in changes:
        assert before in body
        body = body.replace(before, after)
    return with_parts(members, {"word/document.xml": body.encode()})


def with_a_result(book: bytes) -> bytes:
    """Return the sample workbook after one more task was done in the half year."""
    opened = openpyxl.load_workbook(BytesIO(book))
    sheet = opened["Kết quả"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    row = sheet.max_row + 1
    for header, value in {"Đến ngày": date(2023, 6, 13), "Mã": "I.1", "Tình trạng": "Hoàn thành"}.items():
        sheet.cell(row, columns[header], value)
    return _bytes(opened)


def answered(slip: bytes, result: str) -> bytes:
    """Return a slip with its first row filled in."""
    book = openpyxl.load_workbook(BytesIO(slip))
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "Tình trạng" for cell in row))
    columns = {cell.value: cell.column for cell in head if cell.value}
    sheet.cell(head[0].row + 1, columns["Tình trạng"], "Đang thực hiện")
    sheet.cell(head[0].row + 1, columns["Kết quả thực hiện"], result)
    return _bytes(book)


def five_megabytes(book: bytes) -> bytes:
    """Return a workbook that carries scans: pictures and a long sheet of an officer's own."""
    members = read_members(book)
    scan = Member.packed("xl/media/image99.jpeg", os.urandom(5_000_000))
    return write_members([*members.values(), scan])


def locked() -> bytes:
    """Return what Office makes of a file with a password: a compound file with an encrypted package."""
    name = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + name + bytes(1024)


def _bytes(book: openpyxl.Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()
