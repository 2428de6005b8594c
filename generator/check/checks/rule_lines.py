"""The lines under Tiêu ngữ, the agency and trích yếu, measured against the text above them."""

from __future__ import annotations

from generator.check.elements.found import Elements, RuleLine, text_length
from generator.check.mending import set_rule_length
from generator.check.verdict import Judge
from generator.vietnamese.numbers import number_text
from generator.word.read.blocks import Table
from generator.word.read.document import Document

_UNDER = ("tieu_ngu", "co_quan", "trich_yeu")


def check_rule_lines(document: Document, elements: Elements, judge: Judge) -> None:
    """Judge each rule line: there, solid, as long as it should be."""
    stray = _stray_lines(document, elements)
    for name in _UNDER:
        if name not in elements.by_name or (name == "trich_yeu" and elements.attached):
            continue
        lines = elements.rule_lines.get(name, [])
        if elements.columns_by_hand and name != "trich_yeu":
            for rule_id in (f"{name}.rule_line", f"{name}.rule_line_solid"):
                judge.cannot_tell(rule_id, elements.columns_by_hand, elements.by_name[name][-1])
        elif lines:
            _check(name, lines, elements, judge)
        elif stray:
            judge.cannot_tell(
                f"{name}.rule_line", "có đường kẻ vẽ rời, không rõ thuộc dòng nào", elements.by_name[name][-1]
            )
        else:
            judge.fails(f"{name}.rule_line", elements.by_name[name][-1], "không có đường kẻ")


def _check(name: str, lines: list[RuleLine], elements: Elements, judge: Judge) -> None:
    """A name of several lines may be measured by its longest or by the one the line stands under."""
    at = elements.by_name[name][-1]
    rule = judge.rules[f"{name}.rule_line"]
    judge.holds(f"{name}.rule_line_solid")
    if not any(line.solid for line in lines):
        judge.fails(f"{name}.rule_line_solid", at, "nét đứt")
    text, above = text_length(elements.by_name[name]), text_length([at])
    measured = [(line, line.length / text) for line in lines if line.length is not None and text]
    if any(rule.allows(share) or (above and rule.allows(share * text / above)) for _, share in measured):
        judge.holds(rule.id)
    elif len(measured) < len(lines) or not measured:
        judge.cannot_tell(rule.id, "không đo được độ dài đường kẻ", at)
    else:
        line, share = measured[0]
        ends_in_space = line.border and line.at.is_blank
        wanted = rule.nearest(share)
        result = f"dài bằng {number_text(wanted)} dòng chữ"
        mend = set_rule_length(line.at, wanted * text, result) if ends_in_space else None
        judge.fails(rule.id, at, f"dài bằng {number_text(share)} dòng chữ", mend, part=line.at.part)


def _stray_lines(document: Document, elements: Elements) -> bool:
    """Whether something is drawn near the top that belongs to no text we know of."""
    known = {id(line.at.element) for lines in elements.rule_lines.values() for line in lines}
    for block in document.blocks[:14]:
        if not isinstance(block, Table) and block.lines and id(block.element) not in known:
            return True
    return False
