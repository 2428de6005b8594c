"""Faults of templates are found and located."""

import io

import pytest
from docx import Document

from generator.word.render.template_check import check_template

EXAMPLE = {"trich_yeu": "x", "tong_hop": ["a"], "bang": [{"stt": "1"}]}


def template(*paragraphs: str | list[tuple[str, bool]]) -> bytes:
    document = Document()
    for text in paragraphs:
        paragraph = document.add_paragraph()
        for piece, bold in [(text, False)] if isinstance(text, str) else text:
            paragraph.add_run(piece).bold = bold
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("paragraphs", "number", "words"),
    [
        (["{{ trich_yu }}"], 1, "Có phải là “trich_yeu”"),
        (["Một", "{%p if tong_hop %}", "x"], 2, "if chưa đóng bằng endif"),
        (["{%p for d in tong_hop %}", "{{ d }}", "{%p endif %}", "{%p endfor %}"], 3, "endif mà không có if"),
        (["{{ “trich_yeu” }}"], 1, "ngoặc kép cong"),
        (["Một", [("{{ tri", False), ("ch_yeu }}", True)]], 2, "bị cắt bởi định dạng"),
        (["{{ trich_yeu"], 1, "chưa đóng trong cùng đoạn"),
        (["trich_yeu }}"], 1, "không có thẻ mở"),
    ],
)
def test_a_fault_is_located(paragraphs, number, words):
    findings = check_template(template(*paragraphs), EXAMPLE)
    assert [f.paragraph for f in findings] == [number]
    assert words in findings[0].message


def test_an_unknown_attribute_of_a_row_is_found_by_trying_the_template_out():
    findings = check_template(template("{%p for h in bang %}", "{{ h.sttt }}", "{%p endfor %}"), EXAMPLE)
    assert len(findings) == 1 and "sttt" in findings[0].message


def test_a_good_template_has_no_findings():
    good = template("{{ trich_yeu }}", "{%p for d in tong_hop %}", [("- ", False), ("{{ d }}", True)], "{%p endfor %}")
    assert check_template(good, EXAMPLE) == []
