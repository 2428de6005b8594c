"""What the page's screens ask, answered without a browser: the same files as the commands write."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

import generator
from generator.page.asking import asker
from generator.page.session import Session
from tests.page.samples import by_hand, with_a_result

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
    (session.place / name).write_bytes(by_hand(data, ("Phước Hải", "Phước Hải mới")))
    answer = session.place_files(made.files)
    ((beside, _),) = answer.files
    assert beside != name and "đã có người sửa" in answer.shown["notes"][0]
    assert (session.place / name).read_bytes() == by_hand(data, ("Phước Hải", "Phước Hải mới"))


def test_a_number_of_the_report_is_explained(session):
    session.report("cchc", "2023-H1", "2023-06-13")
    found = session.explain("III.2").shown["found"]
    assert found and all("!" in cells for _, _, cells in found[0]["rows"])


def test_nothing_is_explained_before_a_report_is_made(session):
    with pytest.raises(ValueError, match="xuất báo cáo"):
        session.explain("3")


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
    merged = session.merge([list(file) for file in made.files], {})
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


def test_what_is_edited_and_what_is_new_stand_side_by_side_until_a_person_chooses(session):
    ((name, data),) = session.report("cchc", "2023-H1", "2023-06-13").files
    edited = by_hand(data, ("đã hoàn thành 03 nhiệm vụ", "đã làm xong ba nhiệm vụ"))
    session.path.write_bytes(with_a_result(session.path.read_bytes()))
    session.sync({}, False)
    stopped = session.renew(name, edited, {})
    (asked,) = (region for region in stopped.shown["regions"] if region["sides"])
    assert asked["ways"][:2] == ["keep", "replace"] and "--" not in " ".join(asked["told"])
    assert (" làm xong ba", True) in [piece for old, _ in asked["sides"] for piece in old]
    assert stopped.files == [] and session.renew(name, edited, {asked["name"]: "replace"}).files


def test_what_was_changed_in_the_appendices_goes_into_the_workbook_as_far_as_it_is_ticked(session):
    ((name, data),) = session.report("cchc", "2023-H1", "2023-06-13").files
    results = [
        entry.result for rows in session.source.data.entries.values() for entry in rows if len(entry.result) > 20
    ]
    told = [result for result in results if data_says(data, result)][:2]
    edited = by_hand(data, *((result, f"{result} (mẫu)") for result in told))
    back = session.renew(name, edited, {}).shown["back"]
    assert len(back["changes"]) >= 2
    assert session.read_back(edited, []).files == []
    ((book, written),) = session.read_back(edited, back["changes"][:1]).files
    assert book == NAME
    session.place_files([(book, written)])
    assert session.renew(name, edited, {}).shown["back"]["changes"] == back["changes"][1:]


def data_says(document: bytes, text: str) -> bool:
    from generator.word.package import read_members

    return read_members(document)["word/document.xml"].content.decode().count(text) >= 1


def test_a_plan_is_corrected_before_it_becomes_a_workbook(session):
    plan = (
        "KẾ HOẠCH\nCải cách hành chính năm 2026\nI. CẢI CÁCH THỂ CHẾ\n1. Rà soát văn bản. Hoàn thành trước ngày "
        "25/11/2026. Giao Văn phòng HĐND và UBND chủ trì.\n2. Báo cáo kết quả. Giao Phòng Xyz chủ trì.\n"
    )
    read = session.import_plan("ke-hoach.txt", plan.encode()).shown
    first, second = read["tasks"]
    assert (first["id"], second["deadline"]) == ("I.2", "24/11/2026") and len(first["remarks"]) == 2
    with pytest.raises(ValueError, match="chưa hiểu hạn “mai mốt”"):
        session.correct_plan({"I.2": {"deadline": "mai mốt"}})
    answer = session.correct_plan({"I.2": {"deadline": "Quý II; 15/12/2026", "lead": "Công an phường; Văn phòng"}})
    ((_, book),) = answer.files
    task = next(t for t in generator.read_workbook(book).data.plan.tasks if t.id == "I.2")
    assert [m.last_day.isoformat() for m in task.deadline.milestones] == ["2026-06-30", "2026-12-15"]
    assert task.assignment.lead == ("Công an phường", "Văn phòng")
    assert next(t for t in answer.shown["tasks"] if t["id"] == "I.2")["remarks"] == []


def test_a_sentence_of_the_report_leads_to_the_cells_that_it_was_made_of(session):
    session.report("cchc", "2023-H1", "2023-06-13")
    entry = next(e for rows in session.source.data.entries.values() for e in rows if len(e.result) > 40)
    (typed, *_) = session.explain(f"Trong kỳ, {entry.result[0].lower()}{entry.result[1:]}.").shown["found"]
    assert any(cells.startswith("Kết quả!") for _, _, cells in typed["rows"])
    counted = session.explain("Trong đó, đã hoàn thành 03 nhiệm vụ, đúng hạn như kế hoạch đề ra.").shown["found"]
    assert counted and {one["value"].partition("/")[0] for one in counted} == {"3"}
    assert session.explain("Kính gửi các cơ quan, đơn vị trực thuộc để theo dõi.").shown["found"] == []


def test_a_fault_nobody_expected_is_told_without_what_anybody_typed(tmp_path, monkeypatch):
    monkeypatch.setattr(Session, "check", lambda *args: {}["Nguyễn Văn A"])
    told, files = asker(str(tmp_path), print)("check", ["a.docx", b""], "2023-06-10")
    said = json.loads(told)
    assert files == [] and "Lỗi ngoài dự kiến" in said["fault"]
    assert "KeyError" in said["details"] and "Nguyễn" not in said["details"]


def test_a_page_left_open_over_new_year_knows_what_day_it_is(tmp_path):
    ask = asker(str(tmp_path), print)
    ask("sync", [{NAME: (UNIT / NAME).read_bytes()}, True], "2023-12-31")
    due = [json.loads(ask("open", [NAME], day)[0])["shown"]["due"]["period"] for day in ("2023-12-31", "2024-01-01")]
    assert due == ["2023-12", "2024-01"]


@pytest.mark.skipif(os.name == "nt", reason="paths of the page are those of its own file system")
def test_files_are_packed_into_one(session):
    from generator.word.package import read_members

    ((_, packed),) = session.zipped([("a/b.txt", b"1"), ("c.txt", b"2")]).files
    assert {name: member.content for name, member in read_members(packed).items()} == {"a/b.txt": b"1", "c.txt": b"2"}
