"""A kind of report is one file, one template and its phrases; nothing else knows it."""

import json
import re
import shutil
from pathlib import Path

import pytest

from generator import kinds
from generator.commands.report import ReportOptions, run
from generator.domain.period import PeriodKind
from generator.kinds import UnknownKind, kind_ids, kind_of, usual_kind
from generator.making import find_template
from tests.word_files import all_lines

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "inputs" / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"

#: The one file of a new kind: a report by the calendar's quarter, as superiors ask of digital transformation.
FOURTH = """
from generator.law.cut_offs import CALENDAR
from generator.reporting.document_kind import Kind, say_report

KIND = Kind(id="chuyen-doi-so", cut_off=CALENDAR, appendices=("thong_ke", "nhiem_vu", "qua_han"), say=say_report)
"""
#: Its words, beside those that every kind shares.
WORDS = {
    "ten_tep": "BC chuyen doi so {ky} - {don_vi}",
    "trich_yeu": "Công tác chuyển đổi số {ky}",
    "mo_dau": "{don_vi} báo cáo công tác chuyển đổi số {ky} như sau:",
    "ket_thuc": "báo cáo công tác chuyển đổi số {ky}",
}


@pytest.fixture
def fourth(tmp_path, monkeypatch):
    """A folder with the sample workbook, and the fourth kind's file, template and phrases."""
    code = tmp_path / "kinds"
    code.mkdir()
    (code / "chuyen_doi_so.py").write_text(FOURTH, encoding="utf-8")
    monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(code)])
    shutil.copy(SAMPLE, tmp_path / "so.xlsx")
    shutil.copy(find_template("cchc.docx"), tmp_path / "chuyen-doi-so.docx")
    phrases = find_template("cau-chu.toml").read_text("utf-8")
    for table, words in WORDS.items():
        phrases = re.sub(rf"(?m)^\[{table}\]$", f'[{table}]\nchuyen-doi-so = "{words}"', phrases)
    (tmp_path / "cau-chu.toml").write_text(phrases, encoding="utf-8")
    return tmp_path


def test_a_fourth_kind_is_one_file_one_template_and_its_phrases(fourth, capsys):
    options = ReportOptions(fourth / "so.xlsx", "2023-Q2", "chuyen-doi-so", "30/6/2023", as_json=True)
    code = run(options)
    told = json.loads(capsys.readouterr().out)
    assert [p["code"] for p in told["problems"] if p["severity"] != "note"] == ["as-above-without-addressee"]
    assert code == 1
    assert told["schema"] == 2
    assert told["kind"] == "chuyen-doi-so"
    assert (told["period"]["start"], told["period"]["end"]) == ("2023-04-01", "2023-06-30")
    made = Path(told["output"])
    assert made.name == "BC chuyen doi so quy II nam 2023 - P Phuoc Hai.docx"
    lines = all_lines(made.read_bytes())
    assert "Công tác chuyển đổi số quý II năm 2023" in [line.replace("\xa0", " ") for line in lines]


def test_the_shipped_kinds_are_these():
    assert set(kind_ids()) == {"thang", "cchc", "ke-hoach", "muc-tieu"}
    assert all(
        kind_of(kind_id).id == kind_id and find_template(kind_of(kind_id).template).is_file() for kind_id in kind_ids()
    )


@pytest.mark.parametrize("period", PeriodKind)
def test_a_month_has_the_monthly_report_and_longer_periods_the_periodic_one(period):
    assert usual_kind(period).id == ("thang" if period is PeriodKind.MONTH else "cchc")


def test_an_unknown_kind_is_told_with_those_that_there_are():
    with pytest.raises(
        UnknownKind, match=r"Không có loại báo cáo “nam”. Ghi một trong: thang, muc-tieu, ke-hoach, cchc"
    ):
        kind_of("nam")


def test_no_other_room_asks_which_kind_a_report_is():
    """A room that compares ids of kinds would have to be changed for the next kind."""
    ids = "|".join(kind_ids())
    asks = re.compile(rf"""(?:==|!=|\bis\b|\bin\b)\s*\(?["'](?:{ids})["']""")
    places = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in (ROOT / "generator").rglob("*.py")
        if path.parent.name != "kinds"
        for line in path.read_text("utf-8").splitlines()
        if asks.search(line)
    ]
    assert places == []
