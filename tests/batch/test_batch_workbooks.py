"""Which files are taken for workbooks: all that a unit may have sent, none that a program left behind."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from generator.batch.run import run_batch
from generator.batch.summary import summary_bytes
from generator.batch.workbooks import find_workbooks, is_generated
from tests.batch.units import request, send, workbook


def lay_out(folder: Path, *files: str) -> None:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def found_in(folder: Path) -> list[str]:
    workbooks, _ = find_workbooks(folder, folder / "bao-cao")
    return [found.path.relative_to(folder).as_posix() for found in workbooks]


@pytest.mark.parametrize(
    ("files", "taken"),
    [
        (["b.xlsx", "a/so.xlsx", "a/b/so.XLSM", "c.xls"], ["a/b/so.XLSM", "a/so.xlsx", "b.xlsx", "c.xls"]),
        (["so.xlsx", "~$so.xlsx", ".~lock.so.xlsx#", "._so.xlsx", "ghi-chu.docx", "so.xlsx.bak"], ["so.xlsx"]),
        (["so.ods", "so.gsheet", "so.xlsb", "anh.png"], ["so.gsheet", "so.ods", "so.xlsb"]),
        (["so.xlsx", "bao-cao/cu.xlsx", ".an/so.xlsx"], ["so.xlsx"]),
    ],
)
def test_what_is_taken_for_a_workbook(tmp_path, files, taken):
    lay_out(tmp_path, *files)
    assert found_in(tmp_path) == taken


@pytest.mark.parametrize(
    "copy",
    [
        "so (1).xlsx",
        "So(2).xlsx",
        "so - Copy.xlsx",
        "so - Copy (3).xlsx",
        "so - Copy - Copy.xlsx",
        "so copy 2.xlsx",
        "so_copy.xlsx",
        "Copy of so.xlsx",
        "Bản sao của so.xlsx",
        unicodedata.normalize("NFD", "Bản sao của so.xlsx"),
        "so - Bản sao.xlsx",
        "so – Bản sao (2).xlsx",
        "so - Sao chép.xlsx",
        "so (bản lưu 2023-06-25).xlsx",
        "so (ban luu 2).xlsx",
        "so cũ.xlsx",
        "so_old.xlsx",
        "so [Recovered].xlsx",
        "so (Máy Phòng Nội vụ's conflicted copy 2023-06-12).xlsx",
        "so.xls",
    ],
)
def test_a_name_tells_what_is_a_copy_and_of_what(tmp_path, copy):
    lay_out(tmp_path, copy, "so.xlsx", "so.docx", "khac/" + copy)
    workbooks, _ = find_workbooks(tmp_path, tmp_path / "bao-cao")
    beside = {found.path: found for found in workbooks}
    assert beside[tmp_path / copy].original == tmp_path / "so.xlsx"
    assert not beside[tmp_path / "so.xlsx"].is_copy
    assert beside[tmp_path / "khac" / copy].original is None


@pytest.mark.parametrize(
    "name", ["so 2.xlsx", "so moi.xlsx", "Copybook.xlsx", "so-cchc 2023.xlsx", "so phường Cũng.xlsx"]
)
def test_other_names_are_no_copies(tmp_path, name):
    lay_out(tmp_path, name, "so.xlsx", "so-cchc.xlsx", "book.xlsx")
    workbooks, _ = find_workbooks(tmp_path, tmp_path / "bao-cao")
    assert not any(found.is_copy for found in workbooks)


def test_the_lowest_folders_without_a_workbook_have_sent_nothing(tmp_path):
    lay_out(
        tmp_path, "phuong/a/so.xlsx", "phuong/b/doc-toi.txt", "xa/c/~$so.xlsx", "xa/d/bao cao.docx", "bao-cao/x.txt"
    )
    send(tmp_path / "gui", "a")
    reports = run_batch(replace(request(tmp_path / "gui"), outputs=tmp_path / "lan-truoc"), jobs=1).outputs
    for path in reports.glob("*.xlsx"):
        path.unlink()
    _, without = find_workbooks(tmp_path, tmp_path / "bao-cao")
    assert [path.relative_to(tmp_path).as_posix() for path in without] == ["phuong/b", "xa/c", "xa/d"]


def test_a_summary_is_known_as_our_own_and_a_unit_s_workbook_is_not(tmp_path):
    assert is_generated(summary_bytes([], request(tmp_path)))
    assert not is_generated(workbook("a"))
    assert not is_generated(b"PK damaged")
