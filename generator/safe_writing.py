"""Changing a file that somebody keeps: not while it is open elsewhere, and never without a copy of what it was."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator import limits
from generator.vietnamese.file_names import free_sibling
from generator.word.package import read_file, write_atomically


class NotWritable(ValueError):
    """A file that may not be changed now. The message is whole, in Vietnamese."""


def check_writable(path: Path) -> None:
    """Refuse a file that Word, Excel or LibreOffice has open, or that is read-only. Raises NotWritable."""
    path = Path(os.path.realpath(path))
    name = path.name
    locks = [f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"]
    if any((path.parent / lock).exists() for lock in locks):
        raise NotWritable(f"“{name}” đang mở trong Word hoặc Excel. Lưu, đóng tệp rồi làm lại.")
    # Whoever manages the machine may write anything; a file marked read-only is still not meant to be changed.
    may_write = stat.S_IMODE(path.stat().st_mode) & 0o222 and os.access(path, os.W_OK)
    if not may_write or not os.access(path.parent, os.W_OK):
        raise NotWritable(f"“{name}” hoặc thư mục của nó chỉ được đọc. Bỏ dấu Read-only hoặc chép tệp sang chỗ khác.")


def replace_keeping_former(path: Path, former: bytes, data: bytes) -> Path:
    """Write the file anew; return the copy of what it was: "… (bản lưu 2).docx", the first number that is free.

    Nothing is written when the file is no longer what it was when it was read: of two who change it at once the second
    is asked to begin again. Raises NotWritable.
    """
    check_writable(path)
    with _held(path):
        if read_file(path) != former:
            raise NotWritable(f"“{path.name}” vừa bị thay đổi trong lúc đang làm, nên chưa ghi gì. Hãy làm lại.")
        backup = free_sibling(path, "bản lưu")
        write_atomically(backup, former)
        write_atomically(path, data)
    return backup


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold a file against another run of the program. Raises NotWritable."""
    real = Path(os.path.realpath(path))
    beside = real.with_name(f"~cchc-{real.name}.lock")
    lock = FileLock(beside)
    try:
        lock.acquire(timeout=limits.LOCK_SECONDS.most)
    except Timeout as held:
        raise NotWritable(limits.LOCK_SECONDS.told(name=path.name)) from held
    try:
        yield
    finally:
        # As in batch: removed while still held; Windows removes it by itself after.
        with suppress(OSError):
            beside.unlink()
        lock.release()
