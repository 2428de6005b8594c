"""Local rules may narrow the decree; one that contradicts it is an error in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.checking import check_file
from generator.check.fix import fix_file
from generator.check.profile import ProfileFault, load_profile, narrowed
from generator.check.verdict import FAIL
from tests.check.kinds import bao_cao


def test_a_narrower_margin_is_held_and_mended(tmp_path: Path) -> None:
    doc = bao_cao()
    doc.page.left = 1985  # 35 mm: right by the decree
    path = tmp_path / "a.docx"
    path.write_bytes(doc.to_docx())
    local = narrowed({"page.margin.left": 30, "body.first_line": 12.7, "body.size": {"từ": 14, "đến": 14}})
    assert check_file(path).exit_code == 0
    verdict = check_file(path, local)
    assert [rule for rule, outcome in verdict.outcomes.items() if outcome == FAIL] == ["page.margin.left"]
    outcome = fix_file(path, tmp_path / "b.docx", local)
    assert outcome.after.exit_code == 0
    assert [f.mend.result for f in outcome.changes if f.mend] == ["30 mm"]


@pytest.mark.parametrize(
    ("allowed", "why"),
    [
        ({"page.margin.left": 25}, "trái Phụ lục I, Phần I, I.3"),
        ({"body.size": {"từ": 12, "đến": 14}}, "trái Phụ lục I, Phần I, II.6.e"),
        ({"body.first_line": [10, 15]}, "chỉ được thu hẹp"),
        ({"page.font": "Arial"}, "Times New Roman"),
        ({"body.size": {"từ": 14, "đến": 13}}, "chỉ được thu hẹp"),
        ({"body.size": {"low": 13}}, '{ "từ" = 13, "đến" = 14 }'),
        ({"page.margin.left": "30"}, "chỉ được thu hẹp"),
        ({"lề trái": 30}, "Không có quy tắc “lề trái”"),
        ({"phu_luc.size": []}, "chỉ được thu hẹp"),
    ],
)
def test_a_profile_that_contradicts_the_decree_is_an_error(allowed: dict, why: str) -> None:
    with pytest.raises(ProfileFault) as fault:
        narrowed(allowed)
    assert why in str(fault.value)


def test_a_profile_is_a_toml_file(tmp_path: Path) -> None:
    path = tmp_path / "rieng.toml"
    path.write_text('"page.margin.left" = 30\n"body.size" = { "từ" = 14, "đến" = 14 }\n', "utf-8")
    rules = load_profile(path).rules
    assert rules["page.margin.left"].allowed == (30,)
    assert rules["body.size"].default == 14


@pytest.mark.parametrize("written", ["page.margin.left = 30", "[page.margin]\nleft = 30"])
def test_an_id_may_be_written_without_quotes(written: str, tmp_path: Path) -> None:
    path = tmp_path / "rieng.toml"
    path.write_text(written, "utf-8")
    assert load_profile(path).rules["page.margin.left"].allowed == (30,)


@pytest.mark.parametrize(
    ("written", "line", "why"),
    [
        ("# lề\nviết sai", 2, "không hiểu “viết sai”"),
        ('"page.font" = Times', 1, "chữ đặt trong dấu nháy kép"),
        ('"page.font" = "Times New Roman', 1, "không hiểu"),
        ('"body.size" = [13,\n14', 2, "không hiểu “14”"),
        ('"page.margin.top" = 20\n"body.first_line" = 12,7', 2, "số thập phân ghi bằng dấu chấm"),
        ('"body.size" = { từ = 13, đến = 14 }', 1, "“từ”, “đến” đặt trong dấu nháy"),
        ('"page.margin.top" = 20\n"page.margin.top" = 25', 2, "chỉ ghi một lần"),
        ('\n\n"page.margin.left" = 25', 3, "trái Phụ lục I, Phần I, I.3"),
        ("page.margin.left = 25", 1, "chỉ được thu hẹp: 30 - 35 mm"),
        ('"body.size" = true', 1, "true trái"),
        ('"lề.trái" = 30', 1, "Không có quy tắc “lề.trái”"),
        ("page.margin = 30", 1, "Không có quy tắc “page.margin”"),
    ],
)
def test_a_wrong_profile_names_its_line_in_vietnamese(written: str, line: int, why: str, tmp_path: Path) -> None:
    path = tmp_path / "rieng.toml"
    path.write_text(written, "utf-8")
    with pytest.raises(ProfileFault) as fault:
        load_profile(path)
    assert str(fault.value).startswith(f"Tệp rieng.toml, dòng {line}: ")
    assert why in str(fault.value)


def test_a_profile_that_cannot_be_read_is_said_in_words(tmp_path: Path) -> None:
    path = tmp_path / "rieng.toml"
    with pytest.raises(ProfileFault, match="Không tìm thấy tệp quy định riêng rieng"):
        load_profile(path)
    path.write_bytes('"page.margin.left" = 30'.encode("utf-16"))
    with pytest.raises(ProfileFault, match="không ở bảng mã UTF-8"):
        load_profile(path)
    with pytest.raises(ProfileFault, match="Không mở được"):
        load_profile(tmp_path)
