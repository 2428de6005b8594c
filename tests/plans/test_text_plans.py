"""Plans written as text, without a table: every task, day and lead, and every word somewhere."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.plans.blocks import Paragraph, RemarkKind
from generator.plans.prose import read_prose
from generator.plans.reading import PlanImport, import_plan, read_plan
from generator.plans.to_workbook import plan_rows
from tests.plans.plan_samples import docx, p, written

HERE = Path(__file__).parent / "text_plans"

#: id | how the task starts | its last days | lead | support
EXPECTED = {
    "nhan-tung-dong.txt": [
        "II.1.1 | Ban hành kế hoạch cải cách | 2026-01-30 | Văn phòng HĐND và UBND | Các phòng chuyên môn thuộc UBND phường",
        "II.1.2 | Tổ chức kiểm tra | 2026-09-30 | Phòng Văn hóa - Xã hội | ",
        "II.2.1 | Rà soát, đơn giản hóa | 2026-09-29 | Trung tâm Phục vụ hành chính công | Phòng Kinh tế và Hạ tầng",
    ],
    "mot-cau.txt": [
        "II.1 | Giao Phòng Văn hóa - Xã hội chủ trì | 2026-03-14 | Phòng Văn hóa - Xã hội | Văn phòng HĐND và UBND",
        "II.2 | Giao Trung tâm Phục vụ | | Trung tâm Phục vụ hành chính công | ",
        "II.3 | Phòng Kinh tế chủ trì | 2026-09-30 | Phòng Kinh tế | Trạm Y tế xã; các trường học",
        "II.4 | Đề nghị Ủy ban MTTQ | 2026-11-19 | Ủy ban MTTQ Việt Nam xã | ",
    ],
    "nhan-mot-dong.txt": [
        "I.1 | Niêm yết công khai | | Trung tâm Phục vụ hành chính công | Các phòng chuyên môn thuộc UBND phường",
        "I.2 | Cập nhật Trang thông tin | 2026-01-28, 2026-02-28, 2026-03-28, 2026-04-28, 2026-05-28, 2026-06-28, "
        "2026-07-28, 2026-08-28, 2026-09-28, 2026-10-28, 2026-11-28, 2026-12-28 | Phòng Văn hóa - Xã hội | ",
        "II.1 | Lập danh mục | 2026-03-31 | Phòng Kinh tế, Hạ tầng và Đô thị | ",
        "II.2 | Báo cáo kết quả | 2026-06-09, 2026-12-09 | Văn phòng HĐND và UBND | ",
    ],
    "trong-ngoac.txt": [
        "II.1.a | Bố trí lại Bộ phận Một cửa | 2026-03-31 | Văn phòng HĐND và UBND | ",
        "II.1.b | Lắp đặt bảng hướng dẫn | 2026-04-29 | Phòng Kinh tế | Công an",
        "II.2.a | Tập huấn kỹ năng | 2026-05-31 | Phòng Văn hóa - Xã hội | ",
        "II.3 | Khảo sát mức độ hài lòng | 2026-10-14 | Ủy ban MTTQ Việt Nam phường | ",
    ],
    "markdown.md": [
        "II.1.1 | Nâng cấp mạng | 2026-06-29 | Phòng Kinh tế, Hạ tầng và Đô thị | Văn phòng HĐND và UBND",
        "II.1.2 | Trang bị máy quét | 2026-06-30 | Văn phòng HĐND và UBND | ",
        "II.2.1 | Hướng dẫn người dân | | Tổ Công nghệ số cộng đồng | Đoàn Thanh niên phường",
    ],
    "theo-co-quan.txt": [
        "II.1.1 | Tham mưu UBND xã | 2026-02-27 | Văn phòng HĐND và UBND | ",
        "II.1.2 | Theo dõi việc trả lời | 2026-02-24, 2026-03-24, 2026-04-24, 2026-05-24, 2026-06-24, 2026-07-24, "
        "2026-08-24, 2026-09-24, 2026-10-24, 2026-11-24, 2026-12-24 | Văn phòng HĐND và UBND | ",
        "II.2.1 | Rà soát quy hoạch | 2026-09-30 | Phòng Kinh tế và Hạ tầng | ",
        "II.3.1 | Phối hợp cập nhật dữ liệu | | Công an | ",
    ],
    "phan-cong-chung.txt": [
        "II.1.b.1 | Rà soát văn bản | 2026-11-14 | Phòng Tư pháp | Các phòng chuyên môn thuộc UBND phường",
        "II.1.b.2 | Tự kiểm tra văn bản | | Phòng Tư pháp | Các phòng chuyên môn thuộc UBND phường",
        "II.2 | Cải cách thủ tục hành chính | 2026-03-31 | Trung tâm Phục vụ hành chính công | ",
        "II.3.1 | Số hóa hồ sơ | 2026-06-29 | Phòng Kinh tế | ",
        "II.3.2 | Nâng cấp trang thông tin | 2026-06-30 | Phòng Văn hóa - Xã hội | ",
    ],
    "phan-cong-nhiem-vu.txt": [
        "IV.1.1 | Chủ trì xây dựng lịch | 2026-03-14 | Phòng Nội vụ | ",
        "IV.1.2 | Tổng hợp kết quả | 2026-10-29 | Phòng Nội vụ | ",
        "IV.2.1 | Bố trí phương tiện | | Văn phòng HĐND và UBND | ",
        "IV.2.2 | Đăng tải kết quả | 2026-11-30 | Văn phòng HĐND và UBND | ",
    ],
    "ngoac-cuoi-dong.txt": [
        "II.1.1 | Xây dựng kế hoạch tuyên truyền | 2026-02-27 | Phòng Văn hóa - Xã hội | ",
        "II.1.2 | Phát hành 500 tờ rơi | 2026-03-31 | Trung tâm Phục vụ hành chính công | ",
        "II.2.1 | Tổ chức 02 buổi tọa đàm | 2026-05-31 | Văn phòng HĐND và UBND | Ủy ban MTTQ Việt Nam phường",
        "II.2.2 | Sơ kết 6 tháng | 2026-06-19 | Phòng Văn hóa - Xã hội | ",
    ],
    "cau-noi-tiep.txt": [
        "II.2.1.1 | Kết nối mạng diện rộng | 2026-06-30 | Phòng Kinh tế | Viễn thông Khánh Hòa",
        "II.2.1.2 | Thay thế máy tính cũ. | 2026-09-29 | Văn phòng HĐND và UBND | ",
        "II.2.2.1 | Cử công chức tham gia | | Văn phòng HĐND và UBND | ",
        "II.2.2.2 | Bồi dưỡng tổ công nghệ số | 2026-04-30, 2026-09-30 | Phòng Văn hóa - Xã hội | Đoàn Thanh niên xã",
    ],
}


def shown(read: PlanImport) -> list[str]:
    lines = []
    for task in read.plan.tasks:
        days = ", ".join(str(m.last_day) for m in task.deadline.milestones if m.last_day)
        who = task.assignment
        lines.append(f"{task.id} | {task.text} | {days} | {'; '.join(who.lead)} | {'; '.join(who.support)}")
    return lines


@pytest.mark.parametrize("name", EXPECTED)
def test_every_task_day_and_lead_comes_in(name: str) -> None:
    found = [line.split(" | ") for line in shown(read_plan(HERE / name))]
    wanted = [[part.strip() for part in line.split("|")] for line in EXPECTED[name]]
    assert [[i, t[: len(w[1])], *rest] for (i, t, *rest), w in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted)


def bare(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


def pieces(line: str) -> list[str]:
    """The words of a line without its mark and its labels, which become columns."""
    line = re.sub(
        r"^[#\s]*(?:Phần\s+)?(?:(?:\d+\.)+\d*|[IVX]+\.|[A-Z]\.|[a-z]\)|\(\d+\)|-)\s+", "", line.replace("**", "")
    )
    names = r"Phân công|Thời gian(?: hoàn thành)?|(?:Đơn vị |Cơ quan )?[Cc]hủ trì|(?:Đơn vị )?[Pp]hối hợp|Kết quả|[Ss]ản phẩm|thời gian"
    return [bare(part) for part in re.split(rf"[(;.]?\s*(?:{names}):\s*|\)?[.;,]*$|/\.$", line) if part]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_word_is_somewhere_in_the_workbook(name: str) -> None:
    rows = plan_rows(read_plan(HERE / name))
    held = bare(" ".join(str(cell) for sheet in rows.values() for row in sheet for cell in row.values()))
    for line in (HERE / name).read_text("utf-8").splitlines():
        if re.match(r"\W*(?:Số:|ỦY BAN|UBND|PHƯỜNG|XÃ|KẾ HOẠCH|Nơi nhận|[\w ]+, ngày)", line):
            continue  # the letterhead, read apart
        for piece in pieces(line):
            assert piece in held, line


def test_a_markdown_table_is_a_table() -> None:
    text = (
        "# KẾ HOẠCH\nCải cách hành chính năm 2026\n\n| STT | Nhiệm vụ | Tiến độ | Chủ trì |\n|---|:---|---|---|\n"
        "| I | CHỈ ĐẠO | | |\n| 1 | Lập kế hoạch | Trước 30/6/2026 | Văn phòng HĐND và UBND |\n"
    )
    read = import_plan(text.encode())
    assert shown(read) == ["I.1 | Lập kế hoạch | 2026-06-29 | Văn phòng HĐND và UBND | "]


def test_a_markdown_table_below_each_title_is_a_section() -> None:
    header = "| TT | Nội dung công việc | Thời gian | Chủ trì |\n|----|----|----|----|\n"
    text = (
        "Số: 25/KH-UBND\n\n*Hoa Lư, ngày 10 tháng 02 năm 2026*\n\n# KẾ HOẠCH\nKiểm tra năm 2026\n\n"
        f"### I. Công tác chỉ đạo\n\n{header}| 1 | Lập đoàn kiểm tra | Tháng 3/2026 | Phòng Kinh tế |\n\n"
        f"### II. Công tác kiểm tra\n\n{header}| 1 | Kiểm tra tại thôn | Quý II/2026 | Phòng Kinh tế |\n"
    )
    read = import_plan(text.encode())
    assert [(s.id, s.title) for s in read.plan.sections] == [("I", "Công tác chỉ đạo"), ("II", "Công tác kiểm tra")]
    assert read.plan.issued_on == date(2026, 2, 10)


def test_a_task_that_nobody_leads_is_told() -> None:
    text = "KẾ HOẠCH\nNăm 2026\n\nSTT\tNhiệm vụ\tTiến độ\tChủ trì\n1\tLập kế hoạch\tTháng 3\t\n2\tHọp\tTháng 4\tPhòng Kinh tế\n"
    told = import_plan(text.encode()).remarks_of(RemarkKind.NAME)
    assert [(r.place, r.message) for r in told] == [("1, Phân công", "kế hoạch không ghi cơ quan, đơn vị chủ trì")]


@pytest.mark.parametrize("name", [n for n in EXPECTED if n.endswith(".txt")])
def test_the_same_text_in_word_reads_alike(name: str, tmp_path: Path) -> None:
    lines = (HERE / name).read_text("utf-8").splitlines()
    path = written(tmp_path, docx("".join(p(line) for line in lines if line.strip())))
    assert shown(read_plan(path)) == shown(read_plan(HERE / name))


def test_what_may_be_a_task_outside_the_tasks_is_told_and_stays_in_the_words() -> None:
    read = read_plan(HERE / "nhan-tung-dong.txt")
    (doubt,) = [r.message for r in read.remarks_of(RemarkKind.DOUBT)]
    assert doubt.startswith("có thể là một nhiệm vụ, “báo cáo trước ngày 10/12/2026”, đang để ở Lời văn")
    assert any("theo dõi, đôn đốc, báo cáo trước ngày 10/12/2026" in line for line in read.front.body)
    assert any("rõ người, rõ việc" in line for line in read.front.body)


WORDS = st.sampled_from(
    [
        "NHIỆM VỤ",
        "I.",
        "II.",
        "1.",
        "1.1.",
        "a)",
        "-",
        "+",
        "Mục đích:",
        "Giao Phòng Tư pháp chủ trì",
        "rà soát văn bản",
        "trước ngày 30/6/2026",
        "Thời gian: Quý II;",
        "Chủ trì: Phòng Kinh tế.",
        "(phối hợp: Công an phường)",
        "Sản phẩm:",
        "TỔ CHỨC THỰC HIỆN",
        "./.",
        "Nơi nhận:",
        "thường xuyên",
    ]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=14))
@example(["NHIỆM VỤ", "1. Thời gian: Quý II;", "1. thường xuyên"])
@example(["NHIỆM VỤ", "1. trước ngày 30/6/2026", "1. Thời gian: Quý II;"])
@example(["NHIỆM VỤ", "1. NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN Nơi nhận: NHIỆM VỤ"])
def test_no_word_of_a_text_is_lost_whatever_its_outline(lines: list[str]) -> None:
    paragraphs = [Paragraph(line, f"dòng {n}") for n, line in enumerate(lines, start=1)]
    read = read_prose(paragraphs)
    if read is None:
        return
    held = [p.text for p in read.outside]
    for section in read.sections:
        held += [section.title, section.number]
        held += [word for task in section.tasks for word in (task.number, *task.fields.values())]
    labels = {"mục", "đích", "thời", "gian", "chủ", "trì", "phối", "hợp", "sản", "phẩm"}
    words = set(re.findall(r"\w{2,}", " ".join(held).lower())) | labels
    assert set(re.findall(r"\w{2,}", " ".join(lines).lower())) <= words
