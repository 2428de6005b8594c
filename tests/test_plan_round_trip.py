"""A plan imported, kept in a workbook, made into a document and imported again is the same plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.book.write.new_workbook import workbook_bytes
from generator.check.checking import check_file
from generator.making import find_template, load_phrases, make_beside, read_workbook, request_for
from generator.plans.reading import PlanImport, understand
from generator.plans.source import open_bytes
from generator.plans.to_workbook import plan_rows
from generator.reporting.example import example_year
from generator.reporting.plan_document import plan_context
from generator.vietnamese.office_names import load_names
from tests.word_files import all_lines

ROOT = Path(__file__).parents[1]
FILES = [*(ROOT / "tests" / "plans" / "plans").glob("*.txt"), *(ROOT.parent / "shared" / "plans").glob("*.txt")]


def imported(data: bytes) -> PlanImport:
    return understand(open_bytes(data), load_names())


def made(read: PlanImport) -> bytes:
    source = read_workbook(workbook_bytes(plan_rows(read)), "so.xlsx")
    assert source.data is not None
    return make_beside(source, request_for(source.data, date(2023, 12, 31), kind="ke-hoach"), None).data


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_plan_comes_back_as_it_was(file: Path) -> None:
    first = imported(file.read_bytes())
    again = imported(made(first))
    assert again.plan == first.plan
    assert again.of_objectives == first.of_objectives
    assert again.front.recipients == first.front.recipients
    assert (again.front.signer_lines, again.front.signer_name) == (first.front.signer_lines, first.front.signer_name)
    if first.front.body:
        assert again.front.body == first.front.body


def test_the_plan_looks_like_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(made(imported((ROOT / "tests" / "plans" / "plans" / "ke-hoach-phuong.txt").read_bytes())))
    document = docx.Document(str(path))
    lines = [p.text for p in document.paragraphs]
    assert lines[:2] == [
        "KẾ HOẠCH",
        "Nâng cao chất lượng phục vụ và Chỉ số cải cách hành chính của UBND phường Bến Xuân năm 2024",
    ]
    assert [s.orientation for s in document.sections] == [0, 1]
    reference = "(Kèm theo Kế hoạch số 45/KH-UBND ngày 08 tháng 02 năm 2024 của UBND phường Bến Xuân)"
    assert reference in all_lines(path.read_bytes())


def test_the_plan_keeps_the_decrees_layout(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(made(imported((ROOT / "tests" / "plans" / "plans" / "ke-hoach-phuong.txt").read_bytes())))
    verdict = check_file(path)
    assert verdict.exit_code == 0, [str(f) for f in verdict.findings]


GROUNDS = (
    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ về Chương trình tổng thể;",
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2024 của UBND thành phố;",
    "Theo đề nghị của Văn phòng HĐND và UBND.",
)
SENTENCE = "Thực hiện Kế hoạch số 12/KH-UBND của UBND thành phố, UBND phường ban hành Kế hoạch như sau."


@pytest.mark.parametrize(
    ("body", "italic"),
    [
        ((*GROUNDS, "UBND phường ban hành Kế hoạch như sau:", "I. MỤC TIÊU"), GROUNDS),
        ((SENTENCE, "I. MỤC TIÊU"), ()),
        (("I. MỤC TIÊU", "Căn cứ tình hình thực tế;", "Thực hiện thường xuyên;"), ()),
    ],
    ids=["the grounds of a plan", "a sentence that begins as one", "below the grounds"],
)
def test_grounds_above_a_plan_are_set_in_italics(
    body: tuple[str, ...], italic: tuple[str, ...], tmp_path: Path
) -> None:
    read = imported((ROOT / "tests" / "plans" / "plans" / "ke-hoach-phuong.txt").read_bytes())
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(made(replace(read, front=replace(read.front, body=body))))
    paragraphs = docx.Document(str(path)).paragraphs
    assert tuple(p.text for p in paragraphs if p.text in body and p.style is not None and p.style.font.italic) == italic
    assert [str(f) for f in check_file(path).findings if f.rule.id.startswith("can_cu")] == []


def test_a_plan_without_number_and_day_leaves_room_for_them() -> None:
    year = example_year()
    year = replace(year, plan=replace(year.plan, number="", issued_on=None))
    context = plan_context(year, year.unit.terms("ke-hoach"), load_phrases(find_template("cau-chu.toml")), body=())
    assert context["so_ky_hieu"] == "Số:      /BC-UBND"
    assert (
        context["kem_theo"] == "(Kèm theo Kế hoạch số      /BC-UBND ngày      tháng      năm 2026 của UBND phường Mẫu)"
    )


NAMES = st.sampled_from(["Phòng Nội vụ", "Công chức Tư pháp - Hộ tịch", "Các công chức chuyên môn", "Tổ công nghệ số"])
WORDS = st.sampled_from(
    [
        "báo",
        "cáo",
        "rà",
        "soát",
        "thủ",
        "tục",
        "hồ",
        "sơ",
        "phường",
        "kết",
        "quả",
        "100%",
        "tối",
        "thiểu",
        "20%",
        "năm",
        "2024",
        "<b",
        "&",
        "c>",
        "{{",
        "x",
        "}}",
        "“a”",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=9).map(lambda words: ("Lập " + " ".join(words)).strip() + ".")
TEXTS = st.lists(SENTENCES, min_size=1, max_size=3).map(
    lambda lines: lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)
)
PHRASES = st.sampled_from(
    [
        *(
            "Thường xuyên",
            "Trước ngày 05/12/2024",
            "Trong quý II và III/2024",
            "Theo yêu cầu",
            "Sớm",
            "Từ tháng 3/2024",
        ),
        *("Đến 15/12/2024 hoàn thành tối thiểu 90%\nĐến 31/01/2025 hoàn thành 100%", "Ngày 25 hằng tháng", ""),
    ]
)
HOWS = st.one_of(st.just(""), TEXTS, st.builds("- {} chủ trì, phối hợp với {}.".format, NAMES, NAMES))
TASKS = st.tuples(TEXTS, st.one_of(st.just(""), TEXTS), PHRASES, HOWS)
PLANS = st.lists(st.lists(TASKS, min_size=1, max_size=3), min_size=1, max_size=3)


def as_text(sections: list[list[tuple[str, ...]]], flat: bool) -> bytes:
    """A text plan whose cells keep their lines as paragraphs of a conversion."""
    lines = ["Số: 5/KH-UBND", "Bến Xuân, ngày 05 tháng 02 năm 2024", "KẾ HOẠCH", "Cải cách hành chính năm 2024", ""]
    lines.append("STT\tNhiệm vụ\tSản phẩm/kết quả\tTiến độ\tPhân công và cách thức thực hiện")
    number = 0
    for roman, tasks in zip(("I", "II", "III"), sections, strict=False):
        lines += [] if flat else [f"{roman}\tLĨNH VỰC {roman}\t\t\t"]
        for n, task in enumerate(tasks, start=1):
            number += 1
            cells = ("".join(f"<p>{line}</p>" for line in cell.split("\n")) if cell else "" for cell in task)
            lines.append("\t".join([str(number if flat else n), *cells]))
    return "\n".join(
        [*lines, "", "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"]
    ).encode()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PLANS, st.booleans())
def test_any_plan_comes_back_as_it_was(sections: list[list[tuple[str, ...]]], flat: bool) -> None:
    first = imported(as_text(sections, flat))
    assert len(first.plan) == sum(len(tasks) for tasks in sections)
    assert imported(made(first)).plan == first.plan


@pytest.mark.parametrize(
    ("rows", "ids"),
    [
        (
            ["I\tTHỂ CHẾ", "1\tVăn bản", "1.1\tBan hành.\tA\tThường xuyên\tB", "a)\tRà soát.\tA\tSớm\tB"],
            ["I.1.1", "I.1.1.a"],
        ),
        (["A. CHUNG", "I\tMỘT", "1\tA.\tA\tSớm\tB", "B. RIÊNG", "I\tHAI", "1\tB.\tA\tSớm\tB"], ["A.I.1", "B.I.1"]),
        (["1\tTHỂ CHẾ", "1.1\tA.\tA\tSớm\tB", "2\tBỘ MÁY", "2.1\tB.\tA\tSớm\tB"], ["1.1", "2.1"]),
        (["1\tThể chế", "1.1\tA.\tA\tSớm\tB", "2\tBộ máy", "2.1\tB.\tA\tSớm\tB"], ["1.1", "2.1"]),
        (["A\tCHUNG", "1\tA.\tA\tSớm\tB", "B\tRIÊNG", "1\tB.\tA\tSớm\tB"], ["A.1", "B.1"]),
        (["1\tA.\tA\tSớm\tB", "2\tB.\tA\tSớm\tB"], ["1", "2"]),
    ],
)
def test_every_way_of_numbering_comes_back_with_its_ids(rows: list[str], ids: list[str]) -> None:
    lines = ["STT\tNhiệm vụ\tSản phẩm\tTiến độ\tPhân công", *(f"{r}{chr(9) * (4 - r.count(chr(9)))}" for r in rows)]
    first = imported("\n".join(lines).encode())
    again = imported(made(first))
    assert [t.id for t in first.plan.tasks] == ids
    assert again.plan.sections == first.plan.sections


def test_a_plan_typed_into_the_workbook_names_who_does_it() -> None:
    year = example_year()
    context = plan_context(year, year.unit.terms("ke-hoach"), load_phrases(find_template("cau-chu.toml")), body=())
    assert context["bang_ke_hoach"][0].hang[0].phan_cong == "Chủ trì: Văn phòng"
