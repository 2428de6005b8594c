"""Packages: what is not changed stays as it lies, what cannot be opened is refused kindly, files are written whole."""

import fcntl
import io
import os
import stat
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import limits
from generator.word.package import (
    Member,
    NotAPackage,
    read_members,
    with_parts,
    write_atomically,
    write_members,
)

XML = "<w:t>Báo cáo</w:t>".encode() * 500
CONTENTS = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": XML,
    "word/media/anh.png": bytes(range(256)) * 8,
    "word/media/ảnh bìa.png": b"\x89PNG",
    "customXml/trong.xml": b"",
}


def office_file(contents: dict[str, bytes] = CONTENTS, level: int = 9) -> bytes:
    """A zip as another program writes it: its own compression, dates, a stored picture."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in contents.items():
            info = zipfile.ZipInfo(name, (2023, 6, 13, 8, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return buffer.getvalue()


def contents_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def patched(data: bytes, signature: bytes, at: int, replacement: bytes) -> bytes:
    """The zip with bytes changed in the first header that begins with `signature`."""
    start = data.index(signature) + at
    return data[:start] + replacement + data[start + len(replacement) :]


def test_members_are_read_in_their_order_and_unpack_to_what_they_were() -> None:
    members = read_members(office_file())
    assert list(members) == list(CONTENTS)
    assert {name: m.content for name, m in members.items()} == CONTENTS


def test_what_is_written_any_zip_reader_reads() -> None:
    assert contents_of(write_members(read_members(office_file()).values())) == CONTENTS
    assert contents_of(write_members([])) == {}


def test_a_changed_part_leaves_every_other_member_as_it_lay() -> None:
    members = read_members(office_file())
    changed = with_parts(members, {"word/document.xml": b"<w:t/>", "word/header1.xml": b"<w:hdr/>"})
    assert contents_of(changed) == CONTENTS | {"word/document.xml": b"<w:t/>", "word/header1.xml": b"<w:hdr/>"}
    after = read_members(changed)
    assert list(after) == [*CONTENTS, "word/header1.xml"]
    for name in CONTENTS.keys() - {"word/document.xml"}:
        assert after[name] == members[name]


def test_the_same_members_give_the_same_bytes_whenever_they_were_saved() -> None:
    first = with_parts(read_members(office_file()), {"word/document.xml": XML})
    second = with_parts(read_members(first), {"word/document.xml": XML})
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


names = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20)


@given(st.dictionaries(names, st.binary(max_size=300), max_size=5))
def test_any_content_comes_back(contents: dict[str, bytes]) -> None:
    data = write_members(Member.packed(name, content) for name, content in contents.items())
    assert {name: m.content for name, m in read_members(data).items()} == contents
    assert len(contents_of(data)) == len(contents)


ENCRYPTED = patched(office_file(), b"PK\x01\x02", 8, b"\x01\x00")
ODD_METHOD = patched(office_file(), b"PK\x01\x02", 10, b"\x0e\x00")
BOMB = patched(office_file(), b"PK\x01\x02", 24, (limits.UNPACKED_BYTES.most + 1).to_bytes(4, "little"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"", "bị hỏng", id="empty"),
        pytest.param(b"Ma,Nhiem vu\n", "bị hỏng", id="not a zip"),
        pytest.param(b"%PDF-1.7", "bị hỏng", id="a pdf"),
        pytest.param(office_file()[:-30], "bị hỏng", id="cut short"),
        pytest.param(office_file()[200:], "bị hỏng", id="its beginning lost"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "mật khẩu", id="locked by Word, or a .doc"),
        pytest.param(office_file().replace("ảnh".encode(), b"\xff" * 5), "bị hỏng", id="a name that is no text"),
        pytest.param(ENCRYPTED, "mật khẩu", id="a zip with a password"),
        pytest.param(ODD_METHOD, "nén", id="another compression"),
        pytest.param(BOMB, "lớn bất thường", id="a bomb"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_a_whole_message(data: bytes, says: str) -> None:
    with pytest.raises(NotAPackage) as caught:
        {name: m.content for name, m in read_members(data).items()}
    message = str(caught.value)
    assert says in message
    assert message.startswith("Tệp ") and message.endswith(".")


def test_many_members_that_are_too_large_together_are_refused() -> None:
    data = office_file({"a.xml": b"a", "b.xml": b"b"})
    half = (limits.UNPACKED_BYTES.most // 2 + 1).to_bytes(4, "little")
    data = patched(data, b"PK\x01\x02", 24, half)
    last = data.rindex(b"PK\x01\x02")
    data = data[:last] + patched(data[last:], b"PK\x01\x02", 24, half)
    with pytest.raises(NotAPackage, match="lớn bất thường"):
        read_members(data)


@pytest.mark.parametrize(
    "member",
    [
        pytest.param(lambda m: Member(m.name, m.method, m.crc, 10, m.data), id="larger than its header says"),
        pytest.param(lambda m: Member(m.name, m.method, m.crc, m.size + 1, m.data), id="smaller than it says"),
        pytest.param(lambda m: Member(m.name, m.method, m.crc ^ 1, m.size, m.data), id="other bytes"),
        pytest.param(lambda m: Member(m.name, m.method, m.crc, m.size, m.data[:-9]), id="cut"),
        pytest.param(lambda m: Member(m.name, m.method, m.crc, m.size, b"\xff" + m.data), id="not compressed"),
        pytest.param(lambda m: Member(m.name, 0, m.crc, m.size, m.data), id="not stored"),
    ],
)
def test_a_member_that_is_not_what_its_header_says_is_damaged(member) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NotAPackage, match="bị hỏng"):
        assert member(Member.packed("word/document.xml", XML)).content


@given(st.integers(0, len(office_file()) - 1), st.integers(1, 255))
def test_a_damaged_file_opens_or_is_refused_never_a_crash(at: int, flip: int) -> None:
    data = bytearray(office_file())
    data[at] ^= flip
    try:
        found = {name: m.content for name, m in read_members(bytes(data)).items()}
    except NotAPackage:
        return
    assert set(found.values()) <= set(CONTENTS.values())


# -- writing -----------------------------------------------------------------------------------
def test_a_new_file_is_written_whole_and_others_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "báo cáo.docx"
    write_atomically(target, XML)
    assert target.read_bytes() == XML
    assert list(tmp_path.iterdir()) == [target]
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o644


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "bao cao.docx"
    target.write_bytes(b"old and longer than the new one")
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


class NotBytes:
    """Stands for whatever breaks while writing."""


def test_an_error_while_writing_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "bao cao.docx"
    target.write_bytes(b"old")
    with pytest.raises(TypeError):
        write_atomically(target, NotBytes())  # type: ignore[arg-type]
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_open_elsewhere_stays_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "bao cao.docx"
    target.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "open in Word")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write_atomically(tmp_path / "khong co" / "bao cao.docx", b"new")


posix = pytest.mark.skipif(os.name != "posix", reason="rights and links are POSIX's")


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_keeps_who_may_read_it(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "bao cao.docx"
    target.write_bytes(b"old")
    target.chmod(mode)
    write_atomically(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == mode


@posix
def test_a_link_stays_a_link_and_what_it_points_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "chung").mkdir()
    target, link = tmp_path / "chung" / "so.xlsx", tmp_path / "so.xlsx"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink() and target.read_bytes() == b"new" and list(target.parent.iterdir()) == [target]


@posix
def test_what_killed_runs_left_is_removed_and_what_another_run_is_writing_is_not(tmp_path: Path) -> None:
    left, others, held = tmp_path / "~cchc-0123abcd.tmp", tmp_path / "~cchc-so.tmp", tmp_path / "~cchc-89abcdef.tmp"
    for path in (left, others, held):
        path.write_bytes(b"half")
    with held.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        write_atomically(tmp_path / "bao cao.docx", b"new")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bao cao.docx", held.name, others.name]


@posix
def test_the_file_is_on_disk_before_its_name_and_the_name_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    flush, rename = os.fsync, os.replace

    def flushed(handle: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        flush(handle)

    def renamed(*names: Path) -> None:
        done.append("name")
        rename(*names)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(os, "replace", renamed)
    write_atomically(tmp_path / "bao cao.docx", b"new")
    assert done == ["file", "name", "folder"]


@given(st.binary(max_size=5000))
def test_what_isal_packs_zlib_unpacks_and_the_other_way_round(content: bytes) -> None:
    packed = Member.packed("a", content)
    assert zlib.decompress(packed.data, -zlib.MAX_WBITS) == content
    by_zlib = zlib.compressobj(6, wbits=-zlib.MAX_WBITS)
    data = by_zlib.compress(content) + by_zlib.flush()
    assert Member("a", packed.method, zlib.crc32(content), len(content), data).content == content
