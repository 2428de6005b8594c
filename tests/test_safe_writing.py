"""A file that somebody keeps is changed only while nobody has it open, and never without a copy."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from generator.book.write.new_workbook import workbook_bytes
from generator.commands.workbook import open_month_in
from generator.safe_writing import NotWritable, replace_keeping_former
from tests.book.small_workbook import small_rows

DAY = "25/7/2023"


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "sổ.xlsx"
    path.write_bytes(workbook_bytes(small_rows()))
    return path


def others(path):
    return sorted(p.name for p in path.parent.iterdir() if p != path)


@pytest.mark.parametrize("lock", ["~$sổ.xlsx", ".~lock.sổ.xlsx#"])
def test_a_month_is_not_opened_in_a_workbook_that_is_open(workbook, lock, capsys):
    before = workbook.read_bytes()
    (workbook.parent / lock).write_bytes(b"")
    assert open_month_in(workbook, DAY) == 2
    assert "đang mở" in capsys.readouterr().err
    assert workbook.read_bytes() == before and others(workbook) == [lock]


def test_a_month_is_not_opened_in_a_workbook_that_is_read_only(workbook, capsys):
    before = workbook.read_bytes()
    workbook.chmod(0o444)
    assert open_month_in(workbook, DAY) == 2
    assert "chỉ được đọc" in capsys.readouterr().err
    assert workbook.read_bytes() == before and not others(workbook)


def test_the_copy_kept_is_named(workbook, capsys):
    before = workbook.read_bytes()
    assert open_month_in(workbook, DAY) == 0
    assert others(workbook) == ["sổ (bản lưu 2).xlsx"]
    assert "sổ (bản lưu 2).xlsx" in capsys.readouterr().out
    assert (workbook.parent / "sổ (bản lưu 2).xlsx").read_bytes() == before


def test_nothing_to_add_writes_nothing(workbook):
    open_month_in(workbook, DAY)
    before, names = workbook.read_bytes(), others(workbook)
    assert open_month_in(workbook, DAY) == 0
    assert workbook.read_bytes() == before and others(workbook) == names


def test_what_was_saved_meanwhile_is_not_written_over(workbook):
    read = workbook.read_bytes()
    workbook.write_bytes(b"saved by Excel meanwhile")
    with pytest.raises(NotWritable, match="vừa bị thay đổi"):
        replace_keeping_former(workbook, read, b"ours")
    assert workbook.read_bytes() == b"saved by Excel meanwhile" and not others(workbook)


def test_of_several_who_write_at_once_one_does_and_the_others_are_told(workbook):
    read, count = workbook.read_bytes(), 6
    together = Barrier(count)

    def write(number):
        together.wait()
        try:
            replace_keeping_former(workbook, read, f"{number}".encode())
        except NotWritable as fault:
            return str(fault)
        return number

    with ThreadPoolExecutor(count) as pool:
        came = list(pool.map(write, range(count)))
    written = [each for each in came if isinstance(each, int)]
    assert len(written) == 1 and workbook.read_bytes() == f"{written[0]}".encode()
    assert all("Hãy làm lại" in each for each in came if isinstance(each, str))
    assert others(workbook) == ["sổ (bản lưu 2).xlsx"]
    assert (workbook.parent / "sổ (bản lưu 2).xlsx").read_bytes() == read
