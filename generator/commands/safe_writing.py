"""Changing a file that somebody keeps: not while it is open elsewhere, and never without a copy of what it was."""

from __future__ import annotations

import os
from pathlib import Path

from generator.vietnamese.file_names import free_sibling
from generator.word.package import write_atomically


class NotWritable(ValueError):
    """A file that may not be changed now. The message is whole, in Vietnamese."""


def check_writable(path: Path) -> None:
    """Refuse a file that Word, Excel or LibreOffice has open, or that is read-only. Raises NotWritable."""
    name = path.name
    locks = [f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"]
    if any((path.parent / lock).exists() for lock in locks):
        raise NotWritable(f"“{name}” đang mở trong Word hoặc Excel. Lưu, đóng tệp rồi làm lại.")
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise NotWritable(f"“{name}” hoặc thư mục của nó chỉ được đọc. Bỏ dấu Read-only hoặc chép tệp sang chỗ khác.")


def replace_keeping_former(path: Path, former: bytes, data: bytes) -> Path:
    """Write the file anew; return the copy of what it was: "… (bản lưu 2).docx", the first number that is free."""
    backup = free_sibling(path, "bản lưu")
    write_atomically(backup, former)
    write_atomically(path, data)
    return backup
