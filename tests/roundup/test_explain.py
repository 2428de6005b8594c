"""From every number of a round-up's body to rows that add up to it; and of a unit's report."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import rmtree

import pytest

from generator.check.numbers import numbers_in as figures_in
from generator.commands.explain import ExplainOptions, run
from generator.commands.report import ReportOptions
from generator.commands.report import run as report
from generator.explaining import Ground, explain_report
from generator.making import make_beside, other_years, read_workbook, request_for
from generator.reporting.comparison import Neighbours
from generator.roundup.explaining import Explained, Tables, numbers_in
from generator.roundup.finding import found
from generator.roundup.making import phrases_for
from generator.word.provenance import read_provenance
from generator.word.read.document import parse_document
from tests.roundup.rounds import CITY, ROOT, WARDS, Made, consolidate, rates_added, send
from tests.samples import sample_path
from tests.word_files import W, body_lines, part

SAMPLE = ROOT / "inputs" / "phuoc-hai-2023" / "phuoc-hai-2023.xlsx"


@pytest.fixture
def made(tmp_path, capsys):
    return consolidate(WARDS, tmp_path, capsys, own=CITY)


@pytest.fixture
def of_two_years(tmp_path, capsys):
    """A ward over two years, each in its own folder, and over two quarters that differ."""
    for year in ("2022", "2023"):
        sample = sample_path(f"phuoc-hai-{year}")
        send(tmp_path / f"so {year}", "phuong-phuoc-hai", sample.read_bytes(), sample.name)

    def of(period: str) -> Made:
        return consolidate(tmp_path / "so 2023", tmp_path / period, capsys, period)

    return of


def _first(text: str) -> Decimal:
    first = text.partition("/")[0].rstrip("%")
    return Decimal(re.sub(r"\.(?=\d{3})", "", first).replace(",", "."))


def wrong_numbers(made: Made) -> list[str]:
    """The numbers whose rows come to something else."""
    tables = Tables(next(made.folder.glob("TH*.xlsx")).read_bytes(), phrases_for(made.folder))
    wrong = []
    for key, text in numbers_in(made.word, read_provenance(made.word)):
        explained = tables.explained(key)
        if explained is None:
            wrong.append(f"{key} {text}: nothing behind it")
            continue
        amount = sum((row.amount for row in explained.rows), Decimal())
        if explained.whole is not None and "/" not in text:
            amount = amount * 100 / explained.whole
        if abs(amount - _first(text)) > Decimal("0.005"):
            wrong.append(f"{key} {text}: the rows come to {amount}")
    return wrong


def numbers_without_a_key(document: bytes) -> list[str]:
    """What is left of the body's figures when those with a key are taken out, and days, periods, targets, thresholds,
    the numbers of documents, tasks and headings."""
    left = []
    body = part(document).find(f"{W}body")
    for control in body.iter(f"{W}sdt"):
        for paragraph in control.iter(f"{W}p"):
            if next(paragraph.iterancestors(f"{W}tbl"), None) is not None:
                continue
            text, is_keyed = "", False
            for element in paragraph.iter():
                if element.tag == f"{W}bookmarkStart" and element.get(f"{W}name").startswith("_cchc_so_"):
                    is_keyed = True
                elif element.tag == f"{W}bookmarkEnd":
                    is_keyed = False
                elif element.tag == f"{W}t" and not is_keyed:
                    text += element.text or ""
            text = re.sub(_NO_FIGURE, "", text)
            left += [text] if re.search(r"\d", text) and not text.isupper() else []
    return left


_NO_FIGURE = (
    r"(?i)ngày\s\d+/\d+/\d{4}|(?:tháng|năm|quý)\s\d+|\d+\stháng|Kế hoạch số \S+|đạt mục tiêu \([^)]*\)|dưới \d+%"
    r"|hoàn thành 100%|nhiệm vụ [IVX]+\.\d+(?: \(.*?\):| \([^;)]*;)?|\(Kèm theo [^)]*\)"
)


@pytest.mark.parametrize(("period", "kind"), [("2023-H1", "cchc"), ("2023-06", "thang")])
def test_every_number_of_the_body_leads_to_rows_that_add_up_to_it(tmp_path, capsys, period, kind):
    made = consolidate(WARDS, tmp_path, capsys, period, kind=kind, own=CITY)
    assert len(list(numbers_in(made.word, read_provenance(made.word)))) > 80
    assert wrong_numbers(made) == []
    assert numbers_without_a_key(made.word) == []
    if kind == "thang":
        workbooks = {path.parent.name: path.read_bytes() for path in sorted(WARDS.glob("*/so-cchc.xlsx"))}
        now, then = (rates_added(workbooks, "2023-06", (month, month)) for month in (6, 5))
        said = dict(numbers_in(made.word, read_provenance(made.word)))
        for code, (part, whole) in now.items():
            change = round(100 * part / whole, 2) - round(100 * then[code][0] / then[code][1], 2)
            assert float(_first(said[f"truoc.chi-tieu..{code}"])) == pytest.approx(abs(change))
            verb = "tăng" if change > 0 else "giảm"
            assert any(f"{verb} {said[f'truoc.chi-tieu..{code}']} điểm" in line for line in body_lines(made.word))


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2023-06", ("So với tháng 5, tỷ lệ hoàn thành", "So với cùng kỳ năm trước, số nhiệm vụ quá hạn tăng 01")),
        ("2023-Q3", ("So với quý II, tỷ lệ hoàn thành", "Tiến bộ nhiều nhất là phường Phước Hải (từ 60% lên 100%)")),
        ("2023-H1", ("So với cùng kỳ năm trước, số nhiệm vụ quá hạn tăng 02",)),
    ],
)
def test_a_change_is_said_against_both_times_and_leads_to_its_rows(of_two_years, period, words):
    made = of_two_years(period)
    said = " ".join(body_lines(made.word)).replace("\xa0", " ")
    assert [w for w in words if w not in said] == []
    assert wrong_numbers(made) == []
    assert numbers_without_a_key(made.word) == []


def test_without_last_years_folder_nothing_is_said_of_it(of_two_years, tmp_path):
    rmtree(tmp_path / "so 2022")
    made = of_two_years("2023-06")
    assert "cùng kỳ" not in " ".join(body_lines(made.word))
    assert [unit["status"] for unit in made.told["units"]] == ["doubtful"] or made.told["units"][0]["counted"]


def test_a_unit_of_last_years_folder_alone_is_not_waited_for(of_two_years, tmp_path):
    send(tmp_path / "so 2022", "xa-cu", (tmp_path / "so 2022/phuong-phuoc-hai/phuoc-hai-2022.xlsx").read_bytes())
    made = of_two_years("2023-06")
    assert [unit["code"] for unit in made.told["units"]] == ["phuoc-hai"]


def test_every_count_of_units_and_tasks_in_the_body_is_marked(made):
    marked = {text for _, text in numbers_in(made.word, read_provenance(made.word))}
    counts = [
        n
        for line in body_lines(made.word)
        for n in re.findall(r"(?<![\d/.,])(\d+(?:/\d+)?)(?= (?:đơn vị|nhiệm vụ|xã))", line)
    ]
    assert [n for n in counts if n not in marked and not marked.issuperset(n.split("/"))] == []


def test_bookmarks_are_hidden_and_once_each(made):
    body = made.word
    from generator.word.package import read_members

    names = re.findall(r'w:name="(_cchc_so_[^"]*)"', read_members(body)["word/document.xml"].content.decode())
    assert len(names) == len(set(names)) > 80
    assert all(len(name) <= 40 for name in names)


def test_the_command_tells_unit_task_file_and_cell(made, capsys):
    path = next(made.folder.glob("TH*.docx"))
    assert run(ExplainOptions(path, "83,53%")) == 0
    said = capsys.readouterr().out
    assert said.startswith("nv.ty-le: 71/85.")
    assert re.search(
        r"- UBND phường \S+.*; [IVX]+\.\d+; .*Nhiệm vụ!A\d+; Kết quả!A\d+.*tệp phuong-\S+/so-cchc.xlsx", said
    )


def test_the_workbook_explains_itself_by_key(made, capsys):
    path = next(made.folder.glob("TH*.xlsx"))
    assert run(ExplainOptions(path, "dv.chua-gui", as_json=True)) == 0
    told = json.loads(capsys.readouterr().out)
    assert [row["unit"] for row in told["explained"][0]["rows"]] == ["UBND xã Vĩnh Lương", "UBND xã Vĩnh Thái"]


def test_the_workbook_explains_a_task_and_an_indicator_by_its_name(made, capsys):
    in_time = "  - UBND phường Lộc Thọ; DH; 3943/4040; Số liệu!A3"
    for what, said, row in (
        (
            "III.11",
            "III.11: 6. ",
            "  - III.11; Tăng tỷ lệ hồ sơ TTHC được giải quyết đúng hạn (Thường xuyên); Nhiệm vụ!A25",
        ),
        ("Tỷ lệ hồ sơ nộp trực tuyến", "ct.TT: 33.130/75.670. ", "  - UBND phường Lộc Thọ; TT; 1941/4040; Số liệu!A4"),
        ("1.2", "ct.DH: 73.924/75.670. ", in_time),
        ("97,69%", "ct.DH: 73.924/75.670. ", in_time),
    ):
        assert run(ExplainOptions(next(made.folder.glob("TH*.xlsx")), what)) == 0
        first, second, *_ = capsys.readouterr().out.splitlines()
        assert first.startswith(said) and second.startswith(row)


def test_word_and_workbook_give_the_same_keys_however_it_is_asked(made):
    word, tables = made.word, Tables(next(made.folder.glob("TH*.xlsx")).read_bytes(), phrases_for(made.folder))
    said = list(numbers_in(word, read_provenance(word)))
    for asked, keys in (
        ("83,53%", ["nv.ty-le"]),
        ("83,53 phần trăm", ["nv.ty-le"]),
        ("71/85", ["nv.ty-le"]),
        ("71/256 nhiệm vụ", ["nv.ty-le-ke-hoach"]),
        ("85", ["nv.den-han", "ct.NV2"]),
        ("85 nhiệm vụ", ["nv.den-han"]),
        ("14/24 đơn vị", ["dv.du-100"]),
        ("4/16", ["tp.don-vi..I-1"]),
        ("90,91%", ["nv.ty-le.chi_dao"]),
        ("40", ["nv.ty-le..phuong-vinh-nguyen"]),
        ("73.924/75.670", ["ct.DH"]),
        ("75.670 hồ sơ", ["ct.HS"]),
        ("UBND phường Vĩnh Nguyên", ["nv.tong..phuong-vinh-nguyen"]),
        ("vinh nguyen", ["nv.tong..phuong-vinh-nguyen"]),
        ("Phụ lục I, phường Lộc Thọ, quá hạn", ["nv.qua-han..phuong-loc-tho"]),
        ("cải cách thể chế, đến hạn", ["nv.den-han.the_che"]),
        ("12345/67", []),
    ):
        for more in ([], said):
            assert [explained.key for explained in found(tables, asked, more)] == keys, asked


def test_what_is_not_there_is_said_kindly(made, capsys):
    path = next(made.folder.glob("TH*.docx"))
    assert run(ExplainOptions(path, "123456")) == 2
    assert "Không tìm thấy “123456”" in capsys.readouterr().err


@pytest.fixture
def ward_report(tmp_path, capsys) -> Path:
    copy = tmp_path / SAMPLE.name
    copy.write_bytes(SAMPLE.read_bytes())
    report(ReportOptions(copy, "2023-H1", as_of="13/6/2023"))
    capsys.readouterr()
    return next(tmp_path.glob("*.docx"))


@pytest.mark.parametrize("period", ["2023-H1", "2023-06", "2023-Q3"])
def test_every_number_of_a_units_body_leads_to_rows_that_add_up_to_it(period):
    """What is counted to its tasks, figures, documents; what an officer typed to the cell; a change to both times."""
    source = read_workbook(SAMPLE.read_bytes(), SAMPLE.name)
    request = request_for(source.data, date(2023, 9, 14), period=period)
    document = make_beside(source, request, SAMPLE.parent).data
    others, _ = other_years(source, request, SAMPLE.parent)
    neighbours = Neighbours.among(others, source.data)
    ground = Ground(source.data, request.period, request.kind, request.as_of, SAMPLE.name, neighbours)
    numbers = [n for n in figures_in(parse_document(document)) if "6 THÁNG" not in n.words]
    wrong: list[str] = []
    seen: dict[str, list[Explained]] = {}
    for number in numbers:
        if number.number not in seen:
            seen[number.number] = explain_report(ground, number.number)
        found = seen[number.number]
        if not found:
            wrong.append(f"{number.number}: nothing behind it ({number.words})")
        for one in found:
            if sum((row.amount for row in one.rows), Decimal()) != one.value and one.rows:
                wrong.append(f"{number.number}: {one.key} is {one.value}, its rows come to something else")
        if found and not any(one.rows for one in found):
            wrong.append(f"{number.number}: no row ({number.words})")
    assert len(numbers) > 25
    assert wrong == []


def test_a_units_report_is_explained_from_the_workbook_beside_it(ward_report, capsys):
    for what, row in (
        ("III.2", "25/5/2023"),
        ("Phụ lục II, III.2", "25/5/2023"),
        ("3/5", "VIII.1"),
        ("03/05 nhiệm vụ", "VIII.1"),
        ("qua-han", "I.5"),
        ("KH-1", "Số nhiệm vụ đề ra"),
        ("60%", "3/5"),
        ("60 phần trăm", "3/5"),
        ("II", "II.1"),
        ("cải cách thể chế", "II.1"),
        ("UBND phường Phước Hải", "nv.tong: 47."),
    ):
        assert run(ExplainOptions(ward_report, what)) == 0, what
        assert row in capsys.readouterr().out, what


def test_a_changed_workbook_is_told(ward_report, capsys):
    book = ward_report.parent / SAMPLE.name
    from openpyxl import load_workbook

    changed = load_workbook(book)
    changed["Kết quả"]["G2"] = "Lời khác"
    changed.save(book)
    assert run(ExplainOptions(ward_report, "III.2")) == 1
    assert "Sổ đã thay đổi sau khi làm báo cáo này" in capsys.readouterr().err


def test_a_report_without_its_workbook_says_what_is_needed(ward_report, capsys):
    (ward_report.parent / SAMPLE.name).unlink()
    assert run(ExplainOptions(ward_report, "III.2")) == 2
    assert "Cần sổ “phuoc-hai-2023.xlsx”" in capsys.readouterr().err
