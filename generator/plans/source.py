"""The door for plan files: what kind of file it is, and whether it may be opened at all."""

from __future__ import annotations

from pathlib import Path

from generator import limits
from generator.plans.blocks import PlanFile, UnreadablePlan

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")


def open_plan(path: Path) -> PlanFile:
    """Return the paragraphs and tables of a plan file, whatever its kind. Raises UnreadablePlan, OSError."""
    if path.is_dir():
        raise UnreadablePlan("Đây là một thư mục; hãy chỉ đúng tệp kế hoạch.")
    size = path.stat().st_size
    if size > limits.PLAN_BYTES.most:
        raise UnreadablePlan(limits.PLAN_BYTES.told(size=size >> 20))
    from generator.word.package import read_file

    return open_bytes(read_file(path))


def open_bytes(data: bytes) -> PlanFile:
    """Return the same for a file already in memory."""
    if not data.strip():
        raise UnreadablePlan("Tệp trống, không có gì để đọc. Kiểm tra lại tệp đã chọn, hoặc chép lại từ nơi gửi.")
    if data.startswith(b"PK"):
        return _open_package(data)
    if data.startswith(b"%PDF"):
        from generator.plans.pdf import read_pdf_plan

        return read_pdf_plan(data)
    _refuse_other_kinds(data)
    if len(data) > limits.PLAN_TEXT_BYTES.most:
        raise UnreadablePlan(limits.PLAN_TEXT_BYTES.told())
    from generator.plans.text import read_text_plan

    return read_text_plan(data)


def _open_package(data: bytes) -> PlanFile:
    from generator.word import xml
    from generator.word.package import NotAPackage, read_members
    from generator.word.read.parts import Parts

    try:
        parts = Parts(read_members(data))
        if any(m.size > limits.PLAN_PART_BYTES.most for n, m in parts.members.items() if n.endswith(".xml")):
            raise UnreadablePlan(limits.PLAN_PART_BYTES.told())
        main = parts.target("", "officeDocument")
        root = parts.tree(main)
        if "xl/workbook.xml" in parts.members or (root is not None and xml.local_name(root) == "workbook"):
            from generator.plans.xlsx import read_xlsx_plan

            return read_xlsx_plan(data)
        if "word/document.xml" in parts.members or main:
            from generator.plans.docx import read_docx_plan

            return read_docx_plan(parts.members)
    except NotAPackage as exc:
        raise UnreadablePlan(str(exc)) from exc
    raise UnreadablePlan("Tệp nén này không phải tài liệu Word (.docx) hay bảng tính Excel (.xlsx).")


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UnreadablePlan("Tệp có mật khẩu. Hãy mở bằng Word hoặc Excel, bỏ mật khẩu, lưu lại rồi làm lại.")
        raise UnreadablePlan(
            "Tệp ở dạng Word, Excel đời cũ (.doc, .xls). Hãy mở ra, chọn Lưu thành (Save As) .docx hoặc .xlsx "
            "rồi làm lại."
        )
    if data.startswith(_PICTURES):
        raise UnreadablePlan("Đây là ảnh, không có chữ để đọc. Hãy nhận dạng chữ (OCR) rồi lưu thành .docx.")
