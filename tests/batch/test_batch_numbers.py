"""`--numbers`: what does not agree in a report is a question to its unit, whether the report is new or edited by hand."""

from __future__ import annotations

import json
from pathlib import Path

from openpyxl import load_workbook

from generator.batch.outcome import Outcome
from generator.word.package import read_members, with_parts
from tests.batch.test_batch_command import batch
from tests.batch.units import outcomes, run, send
from tests.word_files import body_lines


def edit(path, old: str, new: str) -> None:
    members = read_members(path.read_bytes())
    body = members["word/document.xml"].content.decode()
    assert old in body
    path.write_bytes(with_parts(members, {"word/document.xml": body.replace(old, new, 1).encode()}))


def test_reports_as_made_agree_and_one_edited_wrongly_is_told(tmp_path):
    for code in ("tan-lap", "vinh-hai"):
        send(tmp_path / "so", code)
    first = run(tmp_path / "so", numbers=True)
    assert not any(unit.needs_a_look for unit in first.units)
    report = first.units[0].output
    line = next(
        text for text in body_lines(report.read_bytes()) if text.startswith("Tính đến") or "04 nhiệm vụ" in text
    )
    assert "04 nhiệm vụ" in line
    edit(report, "04 nhiệm vụ", "05 nhiệm vụ")
    again = run(tmp_path / "so", numbers=True)
    assert outcomes(again) == {"tan-lap": Outcome.EDITED, "vinh-hai": Outcome.UNCHANGED}
    (problem,) = again.units[0].problems
    assert (problem.code, problem.is_error) == ("numbers-differ", False)
    assert "05" in problem.message and again.exit_code == 1
    said = [row[8] for row in load_workbook(again.summary).active.iter_rows(min_row=5, values_only=True)]
    assert any(problem.message in text for text in said if text)
    assert not run(tmp_path / "so").units[0].problems


def test_the_command_asks_for_it(tmp_path):
    send(tmp_path / "so", "tan-lap")
    shown = batch(tmp_path / "so", "--period", "2023-H1", "--numbers", "--json")
    told = json.loads(shown.stdout)["units"][0]
    assert shown.return_value == 0 and not [p for p in told["problems"] if p["code"] == "numbers-differ"]
    edit(Path(told["output"]), "04 nhiệm vụ", "05 nhiệm vụ")
    asked = batch(tmp_path / "so", "--period", "2023-H1", "--numbers")
    assert asked.return_value == 1 and "số 05 không khớp" in asked.output
