"""One batch at a time in a folder. The system itself lets go of the lock when its process ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_NAME = "~cchc-batch.lock"


class FolderInUse(Exception):
    """Another batch works in the folder. The message is whole and in Vietnamese."""


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Hold the folder for this process. Raises FolderInUse, OSError."""
    path = folder / _NAME
    handle = _take(path)
    try:
        yield
    finally:
        # Removed while still held: nobody can then lock a file that is about to vanish. Windows removes it only after.
        with suppress(OSError):
            path.unlink()
        os.close(handle)
        if sys.platform == "win32":
            with suppress(OSError):
                path.unlink()


def _take(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _lock(handle):
            os.close(handle)
            raise FolderInUse(
                f"Đang có một lần chạy khác làm báo cáo vào thư mục “{path.parent}”. "
                "Chờ lần chạy đó xong rồi làm lại, hoặc chọn thư mục khác bằng -o."
            )
        with suppress(FileNotFoundError):
            if os.path.samestat(os.stat(path), os.fstat(handle)):
                return handle
        # The holder before has just removed the file that we locked: take the new one.
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
