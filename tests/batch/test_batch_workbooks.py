"""Which files are taken for workbooks: all that a unit may have sent, none that a program left behind."""

from pathlib import Path

import pytest

from generator.batch.summary import summary_bytes
from generator.batch.workbooks import find_workbooks, is_generated
from tests.batch.units import request, workbook


def lay_out(folder: Path, *files: str) -> None:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def found_in(folder: Path) -> list[str]:
    workbooks, _ = find_workbooks(folder, folder / "bao-cao")
    return [path.relative_to(folder).as_posix() for path in workbooks]


@pytest.mark.parametrize(
    ("files", "taken"),
    [
        (["b.xlsx", "a/so.xlsx", "a/b/so.XLSM", "c.xls"], ["a/b/so.XLSM", "a/so.xlsx", "b.xlsx", "c.xls"]),
        (["so.xlsx", "~$so.xlsx", ".~lock.so.xlsx#", "._so.xlsx", "ghi-chu.docx", "so.xlsx.bak"], ["so.xlsx"]),
        (["so.xlsx", "so (bản lưu 2023-06-25).xlsx", "so (ban luu 2).xlsx"], ["so.xlsx"]),
        (["so.xlsx", "so (1).xlsx", "so - Copy.xlsx", "so - Copy (2).xlsx", "Copy of so.xlsx"], ["so.xlsx"]),
        (["so (1).xlsx"], ["so (1).xlsx"]),
        (["so.xlsx", "bao-cao/cu.xlsx", ".an/so.xlsx"], ["so.xlsx"]),
    ],
)
def test_what_is_taken_for_a_workbook(tmp_path, files, taken):
    lay_out(tmp_path, *files)
    assert found_in(tmp_path) == taken


def test_the_lowest_folders_without_a_workbook_have_sent_nothing(tmp_path):
    lay_out(tmp_path, "phuong/a/so.xlsx", "phuong/b/doc-toi.txt", "xa/c/~$so.xlsx", "cu/bao cao.docx", "bao-cao/x.txt")
    _, without = find_workbooks(tmp_path, tmp_path / "bao-cao")
    assert [path.relative_to(tmp_path).as_posix() for path in without] == ["phuong/b", "xa/c"]


def test_a_summary_is_known_as_our_own_and_a_unit_s_workbook_is_not(tmp_path):
    assert is_generated(summary_bytes([], request(tmp_path)))
    assert not is_generated(workbook("a"))
    assert not is_generated(b"PK damaged")
