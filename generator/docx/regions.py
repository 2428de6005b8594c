"""Regions: the parts of a document that the program owns.

A region is a block content control with the tag `cchc:NAME`, and a pair of collapsed bookmarks `_cchc_NAME_a`,
`_cchc_NAME_z` in its first and last paragraph: a save in LibreOffice destroys the control and leaves the bookmarks.
Digests are over visible text, so that what Word changes on its own when saving (run splits, revision ids,
proofing marks, language tags) is no edit.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256

TAG_PREFIX = "cchc:"

_CONTROL = re.compile(r'<w:tag w:val="cchc:([^"]+)"\s*/>(.*?)</w:sdtContent>', re.DOTALL)
_VISIBLE = re.compile(
    r"<w:t(?: [^>]*)?>([^<]*)</w:t>|(<w:tab/>)|(<w:br\b[^>]*/>|<w:cr/>)|(</w:p>)"
    r"|(<w:drawing\b|<w:pict\b|<w:object\b|<w:footnoteReference\b|<w:commentReference\b)"
)


def visible_text(xml: str) -> str:
    """Return what a reader sees in WordprocessingML, a line a paragraph; empty paragraphs do not count.

    Pictures, footnotes and comments leave a mark each: to add or remove one is to change what is seen.
    """
    out: list[str] = []
    line: list[str] = []
    for text, tab, line_break, end, thing in _VISIBLE.findall(xml):
        if text:
            line.append(text)
        elif tab:
            line.append("\t")
        elif line_break:
            line.append("\v")
        elif thing:
            line.append("\ufffc")
        elif end and line:
            out.append("".join(line))
            line.clear()
    if line:
        out.append("".join(line))
    return unicodedata.normalize("NFC", html.unescape("\n".join(out)))


def text_digest(xml: str) -> str:
    """Return a short digest of the visible text."""
    return sha256(visible_text(xml).encode("utf-8")).hexdigest()[:32]


def generated_regions(xml: str) -> Iterator[tuple[str, str]]:
    """Yield name and content XML of each region of a document as the program made it."""
    for match in _CONTROL.finditer(xml):
        yield match[1], match[2]
