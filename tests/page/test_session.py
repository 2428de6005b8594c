"""What the page's screens ask, answered without a browser: the same files as the commands write."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from generator.page.asking import asker
from generator.page.session import Session

HOUSE = Path(__file__).parents[2]
UNIT = HOUSE / "inputs" / "phuoc-hai-2023"
UNITS = HOUSE / "inputs" / "cac-phuong-xa-nha-trang-2023"
NAME = "phuoc-hai-2023.xlsx"


@pytest.fixture
def session(tmp_path):
    session = Session(date(2023, 6, 10), tmp_path / "so")
    session.sync({NAME: (UNIT / NAME).read_bytes()}, True)
    assert session.open(NAME).shown["unit"] == "UBND phường Phước Hải"
    return session


def test_what_is_due_names_the_report_and_the_workbook(session):
    shown = session.due().shown
    report = next(line for line in shown["due"] if line["kind"] == "cchc")
    assert (report["period"], report["state"]) == ("2023-H1", "not_made")
    assert shown["books"] == [{"file": NAME, "unit": "UBND phường Phước Hải"}]


def test_a_report_that_a_person_edited_is_never_overwritten(session):
    made = session.report("cchc", "2023-H1", "")
    ((name, data),) = session.place_files(made.files).files
    assert session.place_files(made.files).files == [(name, data)]
    (session.place / name).write_bytes(edited(data))
    answer = session.place_files(made.files)
    ((beside, _),) = answer.files
    assert beside != name and "đã có người sửa" in answer.shown["notes"][0]
    assert (session.place / name).read_bytes() == edited(data)


def edited(document: bytes) -> bytes:
    from generator.word.package import read_members, with_parts

    members = read_members(document)
    body = members["word/document.xml"].content.replace("Phước Hải".encode(), "Phước Hải mới".encode())
    return with_parts(members, {"word/document.xml": body})


def test_a_number_of_the_report_is_explained(session):
    session.report("cchc", "2023-H1", "2023-06-13")
    found = session.explain("III.2").shown["found"]
    assert found and all("!" in cells for _, _, cells in found[0]["rows"])
    with pytest.raises(ValueError, match="xuất báo cáo"):
        Session(date(2023, 6, 10), session.place).explain("3")


def test_the_workbook_is_written_with_a_copy_of_what_it_was(session):
    former = (session.place / NAME).read_bytes()
    opened = session.open_month("2023-06-25")
    answer = session.place_files(opened.files)
    (backup, kept), (name, data) = answer.files
    assert (name, data) == (NAME, opened.files[0][1]) and kept == former and "bản lưu" in backup
    assert session.open_month("2023-06-25").files == []


def test_a_workbook_that_excel_changed_meanwhile_is_not_written_over(session):
    opened = session.open_month("2023-06-25")
    (session.place / NAME).write_bytes((UNIT / NAME).read_bytes() + b"\0")
    with pytest.raises(ValueError, match="vừa bị thay đổi"):
        session.place_files(opened.files)
    session.sync({f"~${NAME}": b"", NAME: (UNIT / NAME).read_bytes()}, False)
    with pytest.raises(ValueError, match="đang mở"):
        session.place_files(session.open_month("2023-06-25").files)


def test_slips_go_out_and_blank_ones_that_come_back_are_chased(session):
    made = session.slips("2023-06-25")
    assert made.shown["slips"][0]["message"].startswith("Gửi ")
    assert all(name.startswith("Phieu 2023-06-25/") for name, _ in made.files)
    merged = session.merge([list(file) for file in made.files])
    assert merged.files == [] and merged.shown["silent"]


def test_every_units_report_is_handed_on_as_it_is_made(tmp_path):
    told = []
    session = Session(date(2023, 6, 13), tmp_path, lambda *args: told.append(args))
    files = {p.relative_to(UNITS).as_posix(): p.read_bytes() for p in sorted(UNITS.rglob("*.xlsx"))[:4]}
    session.sync({**files, "hong/so.xlsx": b"x"}, True)
    answer = session.batch("2023-H1", "cchc")
    assert [done for done, _, _ in told] == [1, 2, 3, 4, 5] and sum(len(made) for _, _, made in told) == 4
    assert {unit["outcome"] for unit in answer.shown["units"]} == {"Đã làm", "Chưa làm được"}
    assert "bao-cao/tong-hop.xlsx" in dict(answer.files)
    again = session.batch("2023-H1", "cchc")
    assert "Không đổi, giữ nguyên" in {unit["outcome"] for unit in again.shown["units"]}


def test_units_are_rounded_up(tmp_path):
    session = Session(date(2023, 6, 13), tmp_path)
    files = {p.relative_to(UNITS).as_posix(): p.read_bytes() for p in sorted(UNITS.rglob("*.xlsx"))[:3]}
    session.sync({**files, "nha-trang.xlsx": (HOUSE / "inputs/nha-trang-2023/nha-trang-2023.xlsx").read_bytes()}, True)
    answer = session.round_up("2023-H1", "cchc", "nha-trang.xlsx")
    assert {Path(name).suffix for name, _ in answer.files} == {".docx", ".xlsx", ".json"}
    assert all(name.startswith("tong-hop/") for name, _ in answer.files)
    assert "Chưa gửi" in {unit["outcome"] for unit in answer.shown["units"]}


def test_what_is_edited_and_what_is_new_stand_side_by_side(session):
    ((name, data),) = session.report("cchc", "2023-H1", "2023-06-13").files
    from generator.word.package import read_members, with_parts

    members = read_members(data)
    body = members["word/document.xml"].content.decode().replace("đã hoàn thành 03 nhiệm vụ", "đã làm xong ba nhiệm vụ")
    answer = session.renew(name, with_parts(members, {"word/document.xml": body.encode()}), {})
    assert answer.shown["regions"]


def test_a_fault_nobody_expected_is_told_without_what_anybody_typed(tmp_path, monkeypatch):
    monkeypatch.setattr(Session, "check", lambda *args: {}["Nguyễn Văn A"])
    told, files = asker("2023-06-10", str(tmp_path), print)("check", ["a.docx", b""])
    said = json.loads(told)
    assert files == [] and "Lỗi ngoài dự kiến" in said["fault"]
    assert "KeyError" in said["details"] and "Nguyễn" not in said["details"]


@pytest.mark.skipif(os.name == "nt", reason="paths of the page are those of its own file system")
def test_files_are_packed_into_one(session):
    from generator.word.package import read_members

    ((_, packed),) = session.zipped([("a/b.txt", b"1"), ("c.txt", b"2")]).files
    assert {name: member.content for name, member in read_members(packed).items()} == {"a/b.txt": b"1", "c.txt": b"2"}
