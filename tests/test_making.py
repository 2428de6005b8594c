"""Reports as an officer sees them: made from the samples, read as text."""

import json
import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from generator.commands.report import ReportOptions, run
from tests.word_files import all_lines, body_lines, headers, highlighted, tables

INPUTS = Path(__file__).parents[1] / "inputs"
WARD_2023 = INPUTS / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"
WARD_2026 = INPUTS / "bac-nha-trang-2026" / "bac-nha-trang-2026.xlsx"
LATER = date(2027, 6, 1)


def periods(year: int, first_month: int) -> list[str]:
    months = [f"{year}-{m:02}" for m in range(first_month, 13)]
    return [*months, *(f"{year}-{p}" for p in ("Q1", "Q2", "Q3", "Q4", "H1", "H2", "9M")), str(year)]


def make(workbook: Path, folder: Path, capsys, **options) -> tuple[int, dict, bytes]:
    code = run(ReportOptions(workbook, out=folder, as_json=True, **options), today=LATER)
    told = json.loads(capsys.readouterr().out)
    return code, told, Path(told["output"]).read_bytes()


ALL = [(WARD_2023, p) for p in periods(2023, 5)] + [(WARD_2026, p) for p in periods(2026, 2)]


@pytest.mark.parametrize(("workbook", "period"), ALL, ids=lambda v: v if isinstance(v, str) else v.stem)
def test_every_report_reads_naturally_and_adds_up(workbook, period, tmp_path, capsys):
    code, told, data = make(workbook, tmp_path, capsys, period=period)
    assert code == 0 and [p for p in told["problems"] if p["severity"] != "note"] == []
    lines = body_lines(data)
    _read_aloud(lines)
    _refers_to_each_appendix(lines)
    _recount(told, lines, tables(data))


#: What no officer would write.
_AWKWARD = re.compile(
    r"\b0/0|\(0%\)|\b00\b|None|nan\b|\{|\}|\[|\]|;;|\.\.(?!\.)|,,|\s,|\s;|có có|; ?\.|: ?\.|\( | \)|100,00%|\d\.\d\d%"
    r"|  (?!\s*/)|\b0 nhiệm vụ|trong trong|của của"
)


def _read_aloud(lines: list[str]) -> None:
    heading_done = False
    for line in lines:
        heading_done = heading_done or line.startswith(("Thực hiện", "Kính gửi"))
        if not heading_done or line.startswith("(Kèm theo"):
            continue
        assert not (found := _AWKWARD.search(line)), f"{found and found[0]!r} in {line!r}"
        if not re.match(r"[IVX]+\. |\d+\. |Phụ lục|Kính gửi", line) and line != line.upper():
            assert line.endswith((".", ";", ":", "./.")), line
            assert line.startswith("- ") or line[:1].isupper() or line[:1].isdigit(), line


def _refers_to_each_appendix(lines: list[str]) -> None:
    names = [line for line in lines if re.fullmatch(r"Phụ lục(?: [IVX]+)?", line)]
    body = "\n".join(lines[: lines.index(names[0])])
    assert names
    assert all(re.search(rf"{name} kèm theo", body) for name in names)


def _recount(told: dict, lines: list[str], found_tables: list[list[list[str]]]) -> None:
    """Count again, from the rows of the appendix and from the sentences, against the figures for machines."""
    labels = {
        "done_on_time": "Hoàn thành đúng hạn",
        "done_late": "Hoàn thành quá hạn",
        "done": "Hoàn thành",
        "in_progress": "Đang thực hiện (trong hạn)",
        "in_progress_late": "Đang thực hiện (quá hạn)",
        "not_started": "Chưa thực hiện (chưa đến hạn)",
        "not_started_late": "Chưa thực hiện (quá hạn)",
        "ongoing": "Thường xuyên",
        "not_arisen": "Chưa phát sinh",
        "paused": "Tạm dừng",
    }
    when_asked = "Thực hiện theo chỉ đạo hoặc khi phát sinh"
    never_heard_of = {"Chưa đến hạn", "Chưa đến thời gian thực hiện", when_asked, labels["ongoing"]}
    task_rows = [r for t in found_tables if t[0][1].startswith("Nhiệm vụ") and t[0][-1] == "Tình trạng" for r in t[1:]]
    states = Counter(told["totals"])
    if told["kind"] == "thang":
        as_told = {t["id"]: labels.get(t["state"]) for t in told["tasks"]}
        rows = {r[0]: r[-1] for r in task_rows if len(r) == 4}
        assert all(state == as_told[task] or state in never_heard_of for task, state in rows.items())
        assert {t["id"] for t in told["tasks"] if t["state"].endswith("_late") and t["state"] != "done_late"} <= set(
            rows
        )
    else:
        in_appendix = Counter(r[-1] for r in task_rows if len(r) == 7)
        assert all(in_appendix[name] == states[s] for s, name in labels.items() if s != "ongoing")
        assert sum(in_appendix[name] for name in never_heard_of) == states["ongoing"] + states["not_reported"]
    assert Counter(t["state"] for t in told["tasks"]) == Counter(told["totals"])
    by_section = Counter()
    for section in told["sections"]:
        by_section.update(section["totals"])
    assert by_section == Counter(told["totals"])
    late = sum(n for s, n in told["totals"].items() if s.endswith("_late") and s != "done_late")
    text = "\n".join(lines)
    stated = re.search(r"còn (\d+) nhiệm vụ quá hạn", text) or re.search(r"Còn (\d+) nhiệm vụ quá hạn", text)
    assert int(stated[1]) == late if stated else late == 0
    if late and told["kind"] == "cchc":
        rows = [r for t in found_tables if "Nguyên nhân" in t[0] for r in t[1:]]
        assert len(rows) == late
    total = len(told["tasks"])
    assert re.search(rf"(?:trong|cả) {total} nhiệm vụ của Kế hoạch|{total}/{total} nhiệm vụ", text)
    _add_up_the_totals(next(line for line in lines if line.startswith(("Tính đến ngày", "Đến ngày"))), total)


def _add_up_the_totals(sentence: str, total: int) -> None:
    """What was due, went on, waits and is to come makes the whole plan."""
    if f"trong {total} nhiệm vụ của Kế hoạch" not in sentence:
        return
    clauses = re.sub(r" \([^()]*\)", "", sentence.partition("nhiệm vụ của Kế hoạch, ")[2].partition(".")[0]).split("; ")
    due = re.match(r"có (\d+) nhiệm vụ đến hạn", clauses[0])
    others = [int(re.match(r"(\d+) nhiệm vụ", clause)[1]) for clause in clauses[1:]]
    assert (int(due[1]) if due else 0) + sum(others) == total


@pytest.mark.parametrize(
    ("workbook", "period"),
    [
        (WARD_2023, "2023-06"),
        (WARD_2023, "2023-H1"),
        (WARD_2023, "2023"),
        (WARD_2026, "2026-Q1"),
        (WARD_2026, "2026-9M"),
    ],
)
def test_reports_pass_an_ooxml_validator(workbook, period, tmp_path, capsys):
    _, told, _ = make(workbook, tmp_path, capsys, period=period)
    result = OpenXmlValidator().validate(told["output"])
    assert result.is_valid, result.errors[:3]


def test_the_half_year_report_says_what_stands_in_the_workbook(tmp_path, capsys):
    code, told, data = make(WARD_2023, tmp_path, capsys, period="2023-H1", as_of="13/6/2023")
    assert code == 0
    assert Path(told["output"]).name == "BC CCHC 6 thang dau nam 2023 - P Phuoc Hai.docx"
    assert told["period"] == {"id": "2023-H1", "start": "2022-12-15", "end": "2023-06-14"}
    assert told["as_of"] == "2023-06-13"
    assert len(told["tasks"]) == 47 and len(told["sections"]) == 8
    lines = all_lines(data)
    for expected in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số:      /BC-UBND",
        "Phước Hải, ngày      tháng 6 năm 2023",
        "BÁO CÁO",
        "Công tác cải cách hành chính 6 tháng đầu năm và phương hướng, nhiệm vụ 6 tháng cuối năm 2023",
        "Kính gửi: UBND thành phố Nha Trang",
        "- Như trên;",
        "TM. ỦY BAN NHÂN DÂN",
        "Nguyễn Văn A",
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
        "./.",
    ):
        assert expected in lines
    assert any(
        line.startswith("Thực hiện Kế hoạch số 567/KH-UBND ngày 25/4/2023 của UBND phường Phước Hải về khắc phục")
        for line in lines
    )
    assert not any("DỰ THẢO" in h for h in headers(data))


def test_a_ward_that_reports_to_the_province_has_its_own_words(tmp_path, capsys):
    _, _, data = make(WARD_2026, tmp_path, capsys, period="2026-H1")
    lines = all_lines(data)
    assert "Kính gửi:" in lines
    assert "- Ủy ban nhân dân tỉnh Khánh Hòa;" in lines
    assert "- Sở Nội vụ tỉnh Khánh Hòa." in lines
    assert "KT. CHỦ TỊCH" in lines and "PHÓ CHỦ TỊCH" in lines
    assert lines[0] == "ỦY BAN NHÂN DÂN"


def test_the_same_inputs_give_the_same_file(tmp_path, capsys):
    first = make(WARD_2023, tmp_path / "a", capsys, period="2023-Q3")[2]
    second = make(WARD_2023, tmp_path / "b", capsys, period="2023-Q3")[2]
    assert first == second


def test_an_appendix_of_late_tasks_only_when_there_are_any(tmp_path, capsys):
    _, told, data = make(WARD_2023, tmp_path, capsys, period="2023", as_of="2023-12-31")
    late = [t for t in told["tasks"] if t["state"].endswith("_late") and t["state"] != "done_late"]
    assert any(line.startswith("NHIỆM VỤ QUÁ HẠN") for line in all_lines(data)) == bool(late)


def test_a_report_edited_by_hand_is_never_overwritten(tmp_path, capsys):
    _, told, data = make(WARD_2023, tmp_path, capsys, period="2023-H1", as_of="2023-06-13")
    made = Path(told["output"])
    from docx import Document

    document = Document(str(made))
    document.add_paragraph("Câu cán bộ viết thêm.")
    document.save(str(made))
    edited = made.read_bytes()
    assert run(ReportOptions(WARD_2023, period="2023-H1", as_of="2023-06-13", out=tmp_path), today=LATER) == 0
    said = capsys.readouterr().out
    assert made.read_bytes() == edited
    assert "giữ nguyên" in said
    beside = made.with_name(f"{made.stem} (ban moi 2).docx")
    assert beside.read_bytes() == data


def test_a_report_nobody_touched_is_replaced(tmp_path, capsys):
    make(WARD_2023, tmp_path, capsys, period="2023-H1", as_of="2023-06-13")
    make(WARD_2023, tmp_path, capsys, period="2023-H1", as_of="2023-06-13")
    assert len(list(tmp_path.glob("*.docx"))) == 1


def test_a_template_beside_the_workbook_wins(tmp_path, capsys):
    from docx import Document

    shutil.copy(WARD_2023, tmp_path)
    template = tmp_path / "cchc.docx"
    document = Document()
    document.add_paragraph("Mẫu riêng của phường: {{ trich_yeu }}")
    document.save(str(template))
    _, _, data = make(tmp_path / WARD_2023.name, tmp_path / "out", capsys, period="2023-H1")
    assert body_lines(data)[0].startswith("Mẫu riêng của phường: Công tác cải cách hành chính")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"period": "thang nao do"}, "Không hiểu kỳ báo cáo"),
        ({"period": "2023-13"}, "Không hiểu kỳ báo cáo"),
    ],
)
def test_a_wrong_period_makes_nothing_and_says_what_to_type(options, words, tmp_path, capsys):
    assert run(ReportOptions(WARD_2023, out=tmp_path / "out", **options), today=LATER) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_report_of_another_year_is_a_draft_that_says_why(tmp_path, capsys):
    code, told, data = make(WARD_2023, tmp_path, capsys, period="2024-H1")
    assert code == 1
    assert "năm 2023" in told["problems"][0]["message"]
    assert "DỰ THẢO" in headers(data)


def test_blank_signer_is_shown_as_a_highlighted_gap(tmp_path, capsys):
    from openpyxl import load_workbook

    book = load_workbook(WARD_2023)
    sheet = book["Thông tin"]
    for row in sheet.iter_rows(min_row=2):
        if row[0].value == "Họ tên người ký":
            row[2].value = None
    path = tmp_path / "so.xlsx"
    book.save(path)
    code, told, data = make(path, tmp_path, capsys, period="2023-H1")
    assert code == 1
    assert any("Họ tên người ký" in p["message"] for p in told["problems"])
    assert "[Họ tên người ký]" in highlighted(data)
    strict = ReportOptions(path, period="2023-H1", out=tmp_path / "strict", strict=True)
    assert run(strict, today=LATER) == 2
    assert not (tmp_path / "strict").exists()
