"""PDF by LibreOffice, when it is there: many files a call, a profile of its own each time, every file checked."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import limits
from generator.word.package import write_atomically

NO_LIBREOFFICE = (
    "Chưa làm được PDF vì máy chưa có LibreOffice. Cài bản miễn phí từ libreoffice.org "
    "(Ubuntu, Debian: sudo apt install libreoffice-writer; macOS: brew install --cask libreoffice), rồi chạy lại. "
    "Cũng có thể mở tệp Word và chọn Lưu thành PDF."
)
_FONTS = ("Times New Roman", "Liberation Serif", "Tinos")
_NO_FONT = (
    "Máy chưa có phông Times New Roman hoặc phông cùng cỡ chữ (Liberation Serif, Tinos): "
    "PDF sẽ dùng phông khác, dòng và trang có thể bị xê dịch. Cài một trong các phông đó rồi làm lại PDF."
)
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
#: Beside what a call takes to start; each file takes a tenth of a second on a common machine.
_SECONDS_A_FILE = 5
_FILES_A_CALL = 40
#: To be gone once killed: only a disk that does not answer takes longer than a moment.
_SECONDS_TO_END = 5

_KEPT = "Tệp “{name}” không phải do chương trình làm hoặc đã ký số nên được giữ nguyên. Chuyển tệp đó đi rồi làm lại."
_PRODUCER = (b"LibreOffice", "LibreOffice".encode("utf-16-be").hex().upper().encode())


def find_libreoffice() -> Path | None:
    """Return LibreOffice's program, None when there is none."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    return next((Path(place) for place in _USUAL_PLACES if Path(place).is_file()), None)


def font_warning() -> str:
    """Return what to say when no font has the widths of Times New Roman; empty when there is one or nobody knows."""
    lister = shutil.which("fc-list")
    if lister is None:
        return ""
    try:
        listed = subprocess.run([lister, ":", "family"], capture_output=True, timeout=60, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
    families = listed.decode("utf-8", "replace")
    return "" if any(font in families for font in _FONTS) else _NO_FONT


def make_pdfs(documents: Sequence[Path], soffice: Path, *, jobs: int = 1) -> dict[Path, str]:
    """Make a PDF beside each Word file. Return the reason for each that has none, in Vietnamese; empty when it has.

    A PDF that LibreOffice did not make, or that is signed, is never replaced. Whatever stops this ends LibreOffice too.
    """
    reasons = {path: _KEPT.format(name=path.with_suffix(".pdf").name) for path in documents if _is_not_ours(path)}
    wanted = [path for path in documents if path not in reasons]
    size = max(1, min(_FILES_A_CALL, -(-len(wanted) // jobs)))
    groups = [wanted[at : at + size] for at in range(0, len(wanted), size)]
    calls = _Calls(soffice)
    with ThreadPoolExecutor(jobs) as threads:
        try:
            for group, left in zip(groups, threads.map(calls.convert, groups), strict=True):
                reasons |= {path: limits.PDF_SECONDS.told() if path in left else "" for path in group}
        except BaseException:
            calls.end()
            raise
    return {path: reasons[path] for path in documents}


def _is_not_ours(document: Path) -> bool:
    pdf = document.with_suffix(".pdf")
    if not pdf.exists():
        return False
    data = pdf.read_bytes()
    return b"/ByteRange" in data or not any(name in data for name in _PRODUCER)


class _Calls:
    """LibreOffice called for files, several times at once; and ended with all that it started."""

    def __init__(self, soffice: Path) -> None:
        self._soffice = soffice
        self._running: set[subprocess.Popen[bytes]] = set()
        self._is_over = False

    def convert(self, documents: Sequence[Path]) -> list[Path]:
        """Convert, once more what is left over, and return what still is: the first left over may have stopped the
        rest."""
        with TemporaryDirectory(prefix="cchc-pdf-", ignore_cleanup_errors=True) as room:
            left = self._call(documents, Path(room))
            return [path for again in (left[:1], left[1:]) for path in self._call(again, Path(room))]

    def end(self) -> None:
        """Begin no other call, and end those under way."""
        self._is_over = True
        for process in tuple(self._running):
            _end_family(process)

    def _call(self, documents: Sequence[Path], room: Path) -> list[Path]:
        if not documents or self._is_over:
            return list(documents)
        made = room / "pdf"
        profile = (room / "profile").as_uri()
        command = [self._soffice, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
        self._run(
            [*map(str, command), "--convert-to", "pdf", "--outdir", str(made), *map(str, documents)], len(documents)
        )
        left = []
        for document in documents:
            pdf = made / f"{document.stem}.pdf"
            data = pdf.read_bytes() if pdf.exists() else b""
            if data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:]:
                write_atomically(document.with_suffix(".pdf"), data)
            else:
                left.append(document)
        return left

    def _run(self, command: list[str], files: int) -> None:
        """Run to the end or to the time limit. What it started ends with it: its profile is about to be removed."""
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=sys.platform != "win32"
        )
        self._running.add(process)
        try:
            with suppress(subprocess.TimeoutExpired):
                process.wait(limits.PDF_SECONDS.most + _SECONDS_A_FILE * files)
        finally:
            _end_family(process)
            self._running.discard(process)


def _end_family(process: subprocess.Popen[bytes]) -> None:
    """End a process with all that it started, also when it has ended itself, and wait until they are gone."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        process.wait()
        return
    deadline = time.monotonic() + _SECONDS_TO_END
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        while time.monotonic() < deadline:
            os.killpg(process.pid, 0)
            time.sleep(0.01)
    process.wait()
