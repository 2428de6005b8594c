"""Rule lines: empty paragraphs with a bottom border, indented to the length that the text above asks for.

In a template a rule line is a paragraph whose style name begins with "Kẻ": "Kẻ bằng dòng chữ" is as long as the
line above, "Kẻ 2/5 dòng chữ" two fifths of it. Word's own centring does the rest: equal indents on both sides.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.word import xml
from generator.word.lengths import points, twips
from generator.word.package import Member
from generator.word.read.properties import W, integer, is_on
from generator.word.render.times_widths import longest_line
from generator.word.schema import child_in_order

_DEFAULT_CELL_MARGIN = 108
#: In half-points: where nothing is stated.
_DEFAULT_SIZE = 20
#: Between the margins of a page, in twips: where the template does not tell.
_TEXT_WIDTH = 9000
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_TOKEN = "cchc-rule-"
_MARK = f'w:left="{_TOKEN}'
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"')


@dataclass(frozen=True, slots=True)
class _RuleLine:
    """Where one rule line stands in the template: the room around it (twips) and the type of the text above."""

    token: str
    room: int
    text_room: int
    ratio: float
    points: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class RuleLines:
    """The rule lines of a template."""

    lines: tuple[_RuleLine, ...] = ()

    @classmethod
    def found_in(cls, tree: Any, members: Mapping[str, Member]) -> RuleLines:
        """Find the rule lines of a template's body and leave in each a token to be replaced when rendered."""
        styles = _Styles(xml.parse(members["word/styles.xml"].content)) if "word/styles.xml" in members else None
        if styles is None:
            return cls()
        lines: list[_RuleLine] = []
        for paragraph in tree.iter(f"{W}p"):
            ratio = styles.rule_ratio(_style_id(paragraph))
            if ratio is None:
                continue
            above = _paragraph_above(paragraph)
            size, bold, italic = styles.type_of(above) if above is not None else (14.0, False, False)
            token = f"{_TOKEN}{len(lines)}"
            indent = child_in_order(paragraph.find(f"{W}pPr"), "ind")
            indent.attrib.clear()
            indent.set(f"{W}left", token)
            indent.set(f"{W}right", token)
            room = _room(paragraph, tree)
            text_room = room - (styles.indents_of(above) if above is not None else 0)
            lines.append(_RuleLine(token, room, text_room, ratio, size, bold, italic))
        return cls(tuple(lines))


def fit_rule_lines(text: str, rule_lines: RuleLines) -> str:
    """Return the rendered XML with each rule line's indents set from the text above it."""
    by_token = {line.token: line for line in rule_lines.lines}
    out: list[str] = []
    done = 0
    while (position := text.find(_MARK, done)) >= 0:
        end = text.index('"', position + len(_MARK))
        line = by_token[text[position + len(_MARK) - len(_TOKEN) : end]]
        indent = _indent_of(line, _texts_above(text, done, position))
        out += (text[done:position], f'w:left="{indent}" w:right="{indent}"')
        done = end + len(f'" w:right="{line.token}"')
    out.append(text[done:])
    return "".join(out)


def _indent_of(line: _RuleLine, texts_above: list[str]) -> int:
    room, text_room = points(line.room), points(line.text_room)
    lengths = [longest_line(t, text_room, line.points, bold=line.bold, italic=line.italic) for t in texts_above]
    return max(0, twips((room - line.ratio * max(lengths, default=0.0)) / 2))


def _texts_above(text: str, start: int, position: int) -> list[str]:
    """The texts of the paragraphs right above, back to where their style changes: the lines of one name."""
    for tag in ("<w:tc>", "</w:tbl>", "<w:tc ", "<w:body>"):
        start = max(start, text.rfind(tag, start, position))
    texts: list[str] = []
    style = None
    for paragraph in reversed(_PARAGRAPH.findall(text, start, position)):
        found = _STYLE.search(paragraph)
        if style is not None and style != (found and found[1]):
            break
        style = found and found[1]
        texts.append(html.unescape("".join(_TEXT.findall(paragraph))))
    return texts


def _style_id(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _paragraph_above(paragraph: Any) -> Any:
    sibling = paragraph.getprevious()
    while sibling is not None:
        if sibling.tag == f"{W}p" and not re.search(r"\{%p", "".join(sibling.itertext())):
            return sibling
        sibling = sibling.getprevious()
    return None


def _room(paragraph: Any, tree: Any) -> int:
    """The width between the margins of the cell or of the page that the paragraph stands in."""
    for ancestor in paragraph.iterancestors(f"{W}tc"):
        look = next((t.find(f"{W}tblPr/{W}tblCellMar") for t in ancestor.iterancestors(f"{W}tbl")), None)
        taken = sum(_length(look, side, "w", _DEFAULT_CELL_MARGIN) for side in ("left", "right"))
        return _length(ancestor.find(f"{W}tcPr"), "tcW", "w", _TEXT_WIDTH) - taken
    section = next((s for s in _following_sections(paragraph, tree)), None)
    width = _length(section, "pgSz", "w", _TEXT_WIDTH)
    return width - sum(_length(section, "pgMar", side, 0) for side in ("left", "right"))


def _length(around: Any, child: str, attribute: str, otherwise: int) -> int:
    """A length that a child states, in twips; `otherwise` where none is, or no number."""
    found = None if around is None else around.find(f"{W}{child}")
    stated = None if found is None else integer(found.get(f"{W}{attribute}"))
    return otherwise if stated is None else stated


def _following_sections(paragraph: Any, tree: Any) -> Any:
    passed = False
    for element in tree.iter():
        if element is paragraph:
            passed = True
        elif passed and element.tag == f"{W}sectPr":
            yield element


class _Styles:
    """Just enough of styles.xml to know the type of one line."""

    def __init__(self, root: Any) -> None:
        self._by_id = {s.get(f"{W}styleId"): s for s in root.iter(f"{W}style")}
        self._defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def rule_ratio(self, style_id: str) -> float | None:
        style = self._by_id.get(style_id)
        if style is None:
            return None
        name = style.find(f"{W}name")
        said = "" if name is None else name.get(f"{W}val", "")
        if not said.startswith("Kẻ "):
            return None
        fraction = re.search(r"([1-9])/([1-9])", said)
        return int(fraction[1]) / int(fraction[2]) if fraction else 1.0

    def indents_of(self, paragraph: Any) -> int:
        """Left and right indent together, in twips; direct formatting first, then the style and its bases."""
        levels = [paragraph.find(f"{W}pPr/{W}ind")]
        levels += [style.find(f"{W}pPr/{W}ind") for style in self._chain(_style_id(paragraph))]
        total = 0
        for side in ("left", "right"):
            found = (integer(i.get(f"{W}{side}")) for i in levels if i is not None)
            total += next((v for v in found if v is not None), 0)
        return total

    def _chain(self, style_id: str) -> Iterator[Any]:
        """The style and those it is based on, nearest first; one based on itself ends there."""
        passed: set[str] = set()
        while style_id in self._by_id and style_id not in passed:
            passed.add(style_id)
            style = self._by_id[style_id]
            yield style
            base = style.find(f"{W}basedOn")
            style_id = "" if base is None else base.get(f"{W}val", "")

    def type_of(self, paragraph: Any) -> tuple[float, bool, bool]:
        """Points, bold, italic of the paragraph's first run that has text."""
        levels = []
        for run in paragraph.iter(f"{W}r"):
            if run.find(f"{W}t") is not None and run.find(f"{W}rPr") is not None:
                levels.append(run.find(f"{W}rPr"))
                break
        for style in self._chain(_style_id(paragraph)):
            if style.find(f"{W}rPr") is not None:
                levels.append(style.find(f"{W}rPr"))
        if self._defaults is not None:
            levels.append(self._defaults)
        sizes = (integer(s.get(f"{W}val")) for p in levels if (s := p.find(f"{W}sz")) is not None)
        return (next(sizes, None) or _DEFAULT_SIZE) / 2, _first_toggle(levels, "b"), _first_toggle(levels, "i")


def _first_toggle(levels: list[Any], name: str) -> bool:
    toggle = next((t for properties in levels if (t := properties.find(f"{W}{name}")) is not None), None)
    return toggle is not None and is_on(toggle)
