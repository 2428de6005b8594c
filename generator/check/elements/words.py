"""How words are compared: without case, tone placement or blanks getting in the way."""

from __future__ import annotations

import re

from generator.law.abbreviations import ABBREVIATIONS
from generator.vietnamese.text import folded as text_folded
from generator.vietnamese.text import one_tone_place, plain


def folded(text: str) -> str:
    """Return the text in lower case, NFC, single blanks, one spelling of tone marks."""
    return one_tone_place(text_folded(text))


def bare(text: str) -> str:
    """Return the folded text without any marks: "Độc lập" gives "doc lap"."""
    return plain(folded(text))


#: Document types by their folded name.
TYPES = {folded(name): name for name in ABBREVIATIONS}
TYPED_LINE = re.compile(r"[_\-–—=.*]{3,}$|[_–—]{2,}$")
_DRAFT = re.compile(r"\(?\[?(?:ban )?du thao\b.{0,12}$")
AUTHORITY = re.compile(r"(?:T[./]?U[./]?Q|T[./]?M|K[./]?T|T[./]?L|Q)(?:\s?[./]?\s+\S|\.\S)", re.IGNORECASE)


def is_draft_mark(text: str) -> bool:
    """Return whether a line is what a draft bears until it is signed: no element of the document."""
    return bool(_DRAFT.match(bare(text)))


def slug(name: str) -> str:
    """Return a document type as machines name it: "bao-cao"."""
    return bare(name).replace(" ", "-")
