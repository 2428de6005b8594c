"""What no template can express, done to the rendered XML."""

from __future__ import annotations

import html
import re

from generator.word.regions import row_mark
from generator.word.render.rule_lines import RuleLines, fit_rule_lines
from generator.word.render.sandbox import DOUBT_OFF, DOUBT_ON, KEY_OFF, KEY_ON


def finish(xml: str, rule_lines: RuleLines, highest: int | None = None) -> str:
    """Apply what no template can express: keys of rows, highlighted doubts, fitted rule lines, end marks kept with
    their tables. `highest` is the highest id of the part when that is known."""
    if KEY_ON in xml:
        xml = _mark_rows(xml, last_id(xml) if highest is None else highest)
    if DOUBT_ON in xml:
        xml = _highlight_doubts(xml)
    return _keep_end_marks(fit_rule_lines(xml, rule_lines))


def last_id(xml: str) -> int:
    """Return the highest id of a part, 0 for none."""
    return max(map(int, _ID.findall(xml)), default=0)


_END_MARK = ">./.</w:t>"
_STYLE = re.compile(r'(<w:pStyle w:val="[^"]*"/>)(?:<w:keepNext\b[^>]*/>)?')


def _keep_end_marks(xml: str) -> str:
    """Keep the "./." of a table on the page of the last row above it."""
    pieces: list[str] = []
    rest = len(xml)
    mark = xml.rfind(_END_MARK)
    while mark >= 0:
        if row := _row_above(xml, mark):
            start, end = row
            pieces += (xml[end:rest], _STYLE.sub(r"\1<w:keepNext/>", xml[start:end]))
            rest = start
        mark = xml.rfind(_END_MARK, 0, min(mark, rest))
    return "".join((xml[:rest], *reversed(pieces)))


def _row_above(xml: str, mark: int) -> tuple[int, int] | None:
    """The row before the one that holds an end mark, or the last row of the table right above its paragraph."""
    last_row = xml.rfind("<w:tr>", 0, mark)
    if last_row < 0:
        return None
    table_end = xml.rfind("</w:tbl>", last_row, mark)
    if table_end >= 0:
        return None if "</w:p>" in xml[table_end:mark] else (last_row, table_end)
    start = xml.rfind("<w:tr>", 0, last_row)
    return (start, last_row) if start >= 0 else None


_RUN = re.compile(r"<w:r(?: [^>]*)?>(?:(?!</w:r>).)*?</w:r>", re.DOTALL)
_RUN_PROPERTIES = re.compile(r"<w:rPr>(.*?)</w:rPr>", re.DOTALL)
_BEFORE_HIGHLIGHT = re.compile(
    r"<w:(?:rStyle|rFonts|b|bCs|i|iCs|caps|smallCaps|strike|dstrike|outline|shadow|emboss|imprint|noProof|snapToGrid"
    r"|vanish|webHidden|color|spacing|w|kern|position|sz|szCs)(?: [^>]*)?/>"
)


def _highlight_doubts(xml: str) -> str:
    """Colour whole runs: a doubtful value fills its runs, so no run needs splitting except at the markers.

    The runs of a doubt are found from its markers: of a long document few are doubtful.
    """
    out: list[str] = []
    at = 0
    while (found := xml.find(DOUBT_ON, at)) >= 0:
        start = max(xml.rfind("<w:r>", at, found), xml.rfind("<w:r ", at, found))
        if start < 0 or xml.find("</w:r>", start, found) >= 0:  # outside the text, as in a title among properties
            end = start = found + 1
        else:
            end = _end_of_doubt(xml, found)
        out += (xml[at:start], _RUN.sub(lambda run: _highlighted(run[0]), xml[start:end]))
        at = end
    return "".join((*out, xml[at:])).replace(DOUBT_ON, "").replace(DOUBT_OFF, "")


def _end_of_doubt(xml: str, found: int) -> int:
    """Where the run ends that ends a doubt, and begins no other."""
    while found >= 0:
        off = xml.find(DOUBT_OFF, found)
        end = xml.find("</w:r>", off) + len("</w:r>") if off >= 0 else len(xml)
        found = xml.find(DOUBT_ON, xml.rfind(DOUBT_OFF, 0, end), end)
    return end


def _highlighted(run: str) -> str:
    colour = '<w:highlight w:val="yellow"/>'
    if properties := _RUN_PROPERTIES.search(run):
        inner = properties[1]
        last = max((m.end() for m in _BEFORE_HIGHLIGHT.finditer(inner)), default=0)
        return run.replace(properties[0], f"<w:rPr>{inner[:last]}{colour}{inner[last:]}</w:rPr>", 1)
    return re.sub(r"(<w:r(?: [^>]*)?>)", rf"\1<w:rPr>{colour}</w:rPr>", run, count=1)


_ID = re.compile(r' w:id="(\d+)"')


def _mark_rows(xml: str, number: int) -> str:
    """Put the key of each row into a hidden bookmark before the run that carries it; of two equal ones the first."""
    marked: set[str] = set()
    out: list[str] = []
    in_row = False
    before, *keyed = xml.split(KEY_ON)
    for piece in keyed:
        key, _, after = piece.partition(KEY_OFF)
        name = row_mark(html.unescape(key) if "&" in key else key)
        run = before.rfind("<w:r>")
        run = max(run, before.rfind("<w:r ", max(run, 0)))
        opened = before.rfind("<w:tr")
        in_row = (in_row or opened >= 0) and before.find("</w:tr>", max(opened, 0)) < 0
        if run >= 0 and in_row and name not in marked:
            marked.add(name)
            number += 1
            mark = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
            out += (before[:run], mark, before[run:])
        else:
            out.append(before)
        before = after
    return "".join((*out, before))
