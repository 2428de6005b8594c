"""A .docx or .xlsx as a zip whose unchanged members are copied as they lie, still compressed.

The standard zipfile can only decompress and compress again, which costs more than rendering a report does.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import IO

from generator import limits

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

try:
    from isal import isal_zlib as deflate

    #: The best trade of speed and size among zlib, zlib-ng and isal on report XML; see the README.
    _LEVEL = 2
except ImportError:
    deflate = zlib  # type: ignore[misc]
    _LEVEL = 6

#: 1980-01-01 00:00, the zip format's first moment: the same inputs give the same bytes.
_DOS_TIME, _DOS_DATE = 0, 0x21

_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_END = struct.Struct("<4sHHHHLLH")
_UTF8_NAMES = 0x800

#: How a file begins that Word or Excel locked with a password, or that is older than .docx and .xlsx.
_OLE_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGED = "Tệp bị hỏng hoặc không phải tệp Word, Excel (.docx, .xlsx)."


_NO_FILE = "không phải tệp thường (đường ống hoặc thiết bị)"


def read_file(path: Path) -> bytes:
    """Return what a file holds that somebody gives: every one comes in here, or says why not.

    Raises OSError, with the reason in Vietnamese, for a pipe or a device, which would be waited for without end, and
    for what is too large to be what it is taken for.
    """
    about = path.stat()
    if not (stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)):
        raise OSError(errno.EINVAL, _NO_FILE, str(path))
    if about.st_size > limits.FILE_BYTES.most:
        raise OSError(errno.EINVAL, limits.FILE_BYTES.told(), str(path))
    return path.read_bytes()


class NotAPackage(ValueError):
    """The bytes are not a readable .docx or .xlsx. The message is whole and in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the zip, compressed with `method` (0 stored, 8 deflated)."""

    name: str
    method: int
    crc: int
    size: int
    data: bytes

    @classmethod
    def packed(cls, name: str, content: bytes) -> Member:
        data = deflate.compress(content, _LEVEL, -zlib.MAX_WBITS)
        return cls(name, zipfile.ZIP_DEFLATED, deflate.crc32(content), len(content), data)

    @classmethod
    def packed_from(cls, name: str, pieces: Iterable[bytes]) -> Member:
        """Return a member whose content comes piece by piece: it is never all in memory."""
        packer = deflate.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        crc = size = 0
        packed = []
        for piece in pieces:
            crc, size = deflate.crc32(piece, crc), size + len(piece)
            packed.append(packer.compress(piece))
        return cls(name, zipfile.ZIP_DEFLATED, crc, size, b"".join((*packed, packer.flush())))

    @classmethod
    def stored(cls, name: str, content: bytes) -> Member:
        return cls(name, zipfile.ZIP_STORED, deflate.crc32(content), len(content), content)

    @property
    def content(self) -> bytes:
        """The member, unpacked. Raises NotAPackage when it is not what its header says (damage, a bomb)."""
        try:
            unpacked = self.data if self.method == zipfile.ZIP_STORED else self._inflated()
        except deflate.error as exc:  # type: ignore[misc]  # its stub says it is an instance
            raise NotAPackage(_DAMAGED) from exc
        if len(unpacked) != self.size or deflate.crc32(unpacked) != self.crc:
            raise NotAPackage(_DAMAGED)
        return unpacked

    def _inflated(self) -> bytes:
        # One byte more than announced is enough to find out a header that lies about its size.
        return deflate.decompressobj(-zlib.MAX_WBITS).decompress(self.data, self.size + 1)


def read_members(data: bytes) -> dict[str, Member]:
    """Return the members of a zip in their order, still compressed. Raises NotAPackage."""
    if data.startswith(_OLE_FILE):
        raise NotAPackage(
            "Tệp có mật khẩu hoặc ở dạng cũ (.doc, .xls). Hãy bỏ mật khẩu hoặc lưu lại thành .docx, .xlsx, rồi làm lại."
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = {}
            if sum(info.file_size for info in archive.infolist()) > limits.UNPACKED_BYTES.most:
                raise NotAPackage(limits.UNPACKED_BYTES.told())
            for info in archive.infolist():
                if info.flag_bits & 0x1:
                    raise NotAPackage("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi làm lại.")
                if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise NotAPackage("Tệp nén theo cách không dùng cho Word, Excel.")
                start = info.header_offset + _LOCAL.size + sum(struct.unpack_from("<HH", data, info.header_offset + 26))
                raw = data[start : start + info.compress_size]
                members[info.filename] = Member(info.filename, info.compress_type, info.CRC, info.file_size, raw)
            return members
    except (zipfile.BadZipFile, struct.error, NotImplementedError, UnicodeDecodeError) as exc:
        raise NotAPackage(_DAMAGED) from exc


def write_members(members: Iterable[Member]) -> bytes:
    """Return a zip with the members as given: fixed dates and attributes, so equal members give equal bytes."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = count = 0
    for member in members:
        name = member.name.encode("utf-8")
        fields = (_UTF8_NAMES, member.method, _DOS_TIME, _DOS_DATE, member.crc, len(member.data), member.size)
        header = _LOCAL.pack(b"PK\x03\x04", 20, *fields, len(name), 0)
        body += (header, name, member.data)
        directory += (_CENTRAL.pack(b"PK\x01\x02", 20, 20, *fields, len(name), 0, 0, 0, 0, 0, offset), name)
        offset += len(header) + len(name) + len(member.data)
        count += 1
    central = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(central), offset, 0)
    return b"".join((*body, central, end))


def with_parts(members: Mapping[str, Member], parts: Mapping[str, bytes]) -> bytes:
    """Return the package with `parts` replaced or added and every other member copied as it lies."""
    changed = {**members, **{name: Member.packed(name, content) for name, content in parts.items()}}
    return write_members(changed.values())


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside `path`, flush, then rename: a crash leaves the old file or the new one, whole. Raises OSError.

    A file that is there keeps who may read it; where `path` is a link, what it points to is written. A pipe or a device
    is none to write to.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file() and not target.is_dir():
        raise OSError(errno.EINVAL, _NO_FILE, str(path))
    _sweep(target.parent)
    try:
        temporary, file = _temporary(target)
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path.parent)) from error
    try:
        with file:
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException as fault:
        temporary.unlink(missing_ok=True)
        if isinstance(fault, OSError):
            fault.filename = str(path)  # what a full disk did not take; the system names no file, or the one beside it
        raise
    _flush_folder(target.parent)


_TEMPORARY = re.compile(r"~cchc-[0-9a-f]{8}\.tmp")


@lru_cache(maxsize=64)
def _sweep(folder: Path) -> None:
    """Remove what runs that were killed left in a folder: once a run, and nothing that is being written now."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if _TEMPORARY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError), nullcontext() if fcntl is None else open(entry.path, "rb") as left:
                    _hold(left)
                    os.unlink(entry.path)


def _temporary(target: Path) -> tuple[Path, IO[bytes]]:
    """Return a new file beside `target`, held against other runs that would take it for left over. Raises OSError."""
    while True:
        path = target.with_name(f"~cchc-{secrets.token_hex(4)}.tmp")
        file = path.open("xb")
        try:
            _hold(file)
        except BlockingIOError:
            file.close()
            continue
        except OSError:
            return path, file  # where files cannot be held, nobody removes any
        if path.exists():
            return path, file
        file.close()


def _hold(file: IO[bytes] | None) -> None:
    """Hold a file until it is closed. Raises OSError when somebody else does. Windows lets no open file be removed."""
    if fcntl is not None and file is not None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _flush_folder(folder: Path) -> None:
    """Bring a rename to disk, where the system lets a folder be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
