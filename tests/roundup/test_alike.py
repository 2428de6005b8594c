"""Texts that say the same in other words, and the superior's task that a task may serve."""

from __future__ import annotations

import json

from generator.commands.plan import import_plan
from generator.domain.plan import Plan, Section, Task
from generator.roundup.alike import grouped, proposals
from tests.roundup.rounds import CITY

WARD = """UBND PHƯỜNG A
Số: 5/KH-UBND
A, ngày 10 tháng 5 năm 2023
KẾ HOẠCH
Cải cách hành chính năm 2023

STT\tNhiệm vụ\tSản phẩm/kết quả\tTiến độ\tPhân công và cách thức thực hiện
I\tCẢI CÁCH THỦ TỤC HÀNH CHÍNH
1\tCông khai TTHC đầy đủ tại Bộ phận Một cửa và trên Trang thông tin điện tử phường\tTTHC được công khai\tThường xuyên\tVăn phòng chủ trì
2\tTổ chức hội thi nấu ăn ngày 8 tháng 3\tHội thi\tThường xuyên\tHội Phụ nữ chủ trì
"""


def test_the_same_in_other_words_is_one():
    groups = grouped(
        [
            ("Máy quét hỏng, chưa có kinh phí thay", "a"),
            ("Chưa có kinh phí thay máy quét hỏng.", "b"),
            ("Đường truyền chậm", "c"),
            ("ĐƯỜNG TRUYỀN CHẬM", "d"),
            ("Đường truyền chậm", "c"),
            ("", "e"),
        ]
    )
    assert [(g.text, g.who) for g in groups] == [
        ("Máy quét hỏng, chưa có kinh phí thay", ("a", "b")),
        ("Đường truyền chậm", ("c", "d")),
    ]


def plan(*texts: str, superior: str = "") -> Plan:
    return Plan(
        sections=(
            Section("I", "MỤC", tuple(Task(f"I.{n}", t, superior_task=superior) for n, t in enumerate(texts, 1))),
        )
    )


def test_a_task_is_proposed_with_its_score_and_what_is_mapped_already_is_left():
    city = plan("Rà soát, đơn giản hóa thủ tục hành chính", "Thực hành tiết kiệm, chống lãng phí")
    found = proposals(plan("Tiếp tục rà soát, đơn giản hóa thủ tục hành chính của phường", "Trồng cây đầu năm"), city)
    assert [(p.task.id, p.superior.id) for p in found] == [("I.1", "I.1")]
    assert 60 <= found[0].score <= 90
    assert proposals(plan("Rà soát, đơn giản hóa thủ tục hành chính", superior="I.9"), city) == []


def test_the_import_proposes_and_writes_nothing_of_it(tmp_path, capsys):
    path = tmp_path / "ke-hoach.txt"
    path.write_text(WARD, encoding="utf-8")
    import_plan(path, None, True, CITY)
    told = json.loads(capsys.readouterr().out)
    assert [(p["task"], p["superior"]) for p in told["superior"]] == [("I.1", "III.2")]
    import_plan(path, tmp_path / "so.xlsx", False, CITY)
    said = capsys.readouterr().out
    assert "  - I.1 ↔ III.2 (" in said
    from openpyxl import load_workbook

    sheet = load_workbook(tmp_path / "so.xlsx")["Nhiệm vụ"]
    at = [cell.value for cell in sheet[1]].index("Nhiệm vụ cấp trên")
    assert [row[at].value for row in sheet.iter_rows(min_row=2, max_row=3)] == [None, None]
