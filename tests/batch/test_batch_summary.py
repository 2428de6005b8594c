"""tong-hop.xlsx: everything a person needs to follow up, and safe to open."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import load_workbook

from generator.batch.outcome import Outcome, UnitOutcome
from generator.batch.run import run_batch
from generator.batch.summary import summary_bytes
from generator.domain.problem import Problem
from tests.batch.units import request, send


def rows(data: bytes) -> list[list[object]]:
    page = load_workbook(io.BytesIO(data)).active
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=5)]


def test_each_unit_is_listed_with_its_report_its_figures_and_its_reasons(tmp_path):
    for code in ("tan-lap", "vinh-hai"):
        send(tmp_path / "so", code)
    (tmp_path / "so" / "vinh-hai" / "so-cchc.xlsx").write_bytes(b"PK damaged")
    (tmp_path / "so" / "loc-tho").mkdir()
    result = run_batch(request(tmp_path / "so"), jobs=1)
    made, failed, missing = rows(result.summary.read_bytes())
    assert made[1:8] == ["UBND phường tan-lap", "Đã làm", result.units[0].output.name, "tan-lap/so-cchc.xlsx", 4,
                         result.units[0].done, result.units[0].late]  # fmt: skip
    assert failed[1:5] == ["vinh-hai/so-cchc.xlsx", "Chưa làm được", None, "vinh-hai/so-cchc.xlsx"]
    assert "hỏng" in failed[8]
    assert missing[1:3] == ["loc-tho", "Chưa gửi sổ"]


def test_it_says_what_concerns_all_and_its_rows_show_all_their_text(tmp_path):
    send(tmp_path / "so", "tan-lap")
    (tmp_path / "so" / "vinh-hai").mkdir()
    (tmp_path / "so" / "vinh-hai" / ("tờ trình " * 20 + ".pdf")).write_bytes(b"x")
    (tmp_path / "so" / "gui them.zip").write_bytes(b"x")
    page = load_workbook(run_batch(request(tmp_path / "so"), jobs=1).summary).active
    assert "gui them.zip" in page["A3"].value
    assert page.row_dimensions[6].height > page.row_dimensions[5].height * 1.5


def test_its_links_lead_to_the_files(tmp_path):
    send(tmp_path / "so", "tan-lap", "Tân Lập")
    result = run_batch(request(tmp_path / "so"), jobs=1)
    page = load_workbook(result.summary).active
    targets = [cell.hyperlink.target for cell in page[5] if cell.hyperlink]
    assert len(targets) == 2
    for target in targets:
        assert (result.outputs / target.replace("%20", " ")).exists()


def test_workbooks_on_another_drive_are_linked_too(tmp_path, monkeypatch):
    def on_two_drives(path: object, start: object = None) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'E:'")

    send(tmp_path / "so", "tan-lap")
    monkeypatch.setattr("os.path.relpath", on_two_drives)
    result = run_batch(request(tmp_path / "so"), jobs=1)
    page = load_workbook(result.summary).active
    assert page["E5"].hyperlink.target == (tmp_path / "so" / "tan-lap" / "so-cchc.xlsx").as_uri()


def test_the_same_outcome_gives_the_same_bytes_and_no_text_becomes_a_formula(tmp_path):
    problem = Problem("Kết quả", "D5", "=1+1 \x0b")
    units = [UnitOutcome(Outcome.FAILED, "=so.xlsx", "x", "=HYPERLINK(1)", problems=(problem,))]
    data = summary_bytes(units, request(tmp_path))
    assert data == summary_bytes(units, request(tmp_path))
    assert all(cell.data_type != "f" for row in load_workbook(io.BytesIO(data)).active.iter_rows() for cell in row)


def test_a_summary_that_somebody_has_changed_is_kept(tmp_path):
    send(tmp_path / "so", "tan-lap")
    path = run_batch(request(tmp_path / "so"), jobs=1).summary
    assert run_batch(request(tmp_path / "so"), jobs=1).summary == path
    book = load_workbook(path)
    book.active["J5"] = "đã gọi điện nhắc"
    book.save(path)
    kept = path.read_bytes()
    again = run_batch(request(tmp_path / "so"), jobs=1)
    assert path.read_bytes() == kept
    assert again.summary == Path(path.with_name("tong-hop (ban moi 2).xlsx"))
    assert "giữ nguyên" in " ".join(again.notes)
