"""One batch at a time in a folder. The system itself lets go of the lock when its process ends, however it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

_NAME = "~cchc-batch.lock"


class FolderInUse(Exception):
    """Another batch works in the folder. The message is whole and in Vietnamese."""


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Hold the folder for this process. Raises FolderInUse, OSError."""
    path = folder / _NAME
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout as held:
        raise FolderInUse(
            f"Đang có một lần chạy khác làm báo cáo vào thư mục “{folder}”. "
            "Chờ lần chạy đó xong rồi làm lại, hoặc chọn thư mục khác bằng -o."
        ) from held
    try:
        yield
    finally:
        # Removed while still held, so that nobody locks a file about to vanish; Windows removes it by itself after.
        with suppress(OSError):
            path.unlink()
        lock.release()
