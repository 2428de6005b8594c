"""Regions: the parts of a document that the program owns.

A region is a block content control with the tag `cchc:NAME`, and a pair of collapsed bookmarks `_cchc_NAME_a`,
`_cchc_NAME_z` in its first and last paragraph: a save in LibreOffice destroys the control and leaves the bookmarks.
Visible text is what counts: what Word changes on its own when saving (run splits, revision ids, proofing marks,
language tags) is no edit.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256

from generator.vietnamese.text import composed

TAG_PREFIX = "cchc:"
#: Bookmarks around numbers that know where they come from: they come and go with their region.
NUMBER_PREFIX = "_cchc_so_"

#: What a bookmark's name takes as it is, with the marks around it at most forty characters.
_PLAIN_KEY = re.compile(r"[A-Za-z\d.-]{1,32}")
_ROW_MARK = re.compile(r"_cchc_(.+)_h")

_TAG = '<w:tag w:val="cchc:'
_CONTENT_START, _CONTENT_END = "<w:sdtContent>", "</w:sdtContent>"

#: What leaves a mark of its own in the visible text; a tab stop (`<w:tab w:val=…/>`) is none of them.
_MARKS = re.compile(r"<w:(?:(tab/>)|(br\b[^>]*/>|cr/>)|(?:drawing|pict|object|footnoteReference|commentReference)\b)")
_PARAGRAPH_END = "</w:p>"


@lru_cache(maxsize=4096)
def row_mark(key: str) -> str:
    """Return the name of the hidden bookmark by which a row of this key is known again."""
    written = key if _PLAIN_KEY.fullmatch(key) else sha256(key.encode()).hexdigest()[:32]
    return f"_cchc_{written}_h"


def row_key(bookmark: str) -> str:
    """Return the key that a bookmark's name gives its row, "" for another bookmark."""
    found = _ROW_MARK.fullmatch(bookmark)
    return found[1] if found else ""


def visible_text(xml: str) -> str:
    """Return what a reader sees in WordprocessingML, a line a paragraph; empty paragraphs do not count.

    Pictures, footnotes and comments leave a mark each: to add or remove one is to change what is seen.
    """
    has_marks = _MARKS.search(xml) is not None
    lines: list[str] = []
    line = ""
    # Cut at the end of each text: what precedes the text in its piece holds the paragraph ends and the marks.
    for piece in f"{xml}<>".split("</w:t>"):
        before, _, opened = piece.rpartition("<")
        if has_marks:
            *ended, before = before.split(_PARAGRAPH_END)
            for passed in ended:
                if line := line + _marks_in(passed):
                    lines.append(line)
                    line = ""
            line += _marks_in(before)
        elif line and _PARAGRAPH_END in before:
            lines.append(line)
            line = ""
        line += opened.partition(">")[2]
    if line:
        lines.append(line)
    return composed(html.unescape("\n".join(lines)))


def _marks_in(xml: str) -> str:
    return "".join("\t" if m[1] else "\v" if m[2] else "\ufffc" for m in _MARKS.finditer(xml))


def joined_regions(regions: Mapping[str, str]) -> str:
    """Return XML in which `generated_regions` finds these regions; no document of its own."""
    return "".join(f'{_TAG}{name}"/>{content}{_CONTENT_END}' for name, content in regions.items())


def generated_regions(xml: str) -> Iterator[tuple[str, str]]:
    """Yield name and content XML of each region of a document as the program made it."""
    start = xml.find(_TAG)
    while start >= 0:
        name_end = xml.index('"', start + len(_TAG))
        tag_end = xml.index(">", name_end) + 1
        end = xml.find(_CONTENT_END, tag_end)
        if end < 0:
            return
        begin = xml.find(_CONTENT_START, tag_end, end)
        yield xml[start + len(_TAG) : name_end], xml[begin + len(_CONTENT_START) if begin >= 0 else tag_end : end]
        start = xml.find(_TAG, end)
