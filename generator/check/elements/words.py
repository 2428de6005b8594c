"""How words are compared: without case, tone placement or blanks getting in the way."""

from __future__ import annotations

import re
import unicodedata

from generator.law.abbreviations import ABBREVIATIONS

#: Both spellings are in use, in the decree's own text too.
_SPELLINGS = (
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("uỷ", "ủy"),
    ("uý", "úy"),
    ("uỳ", "ùy"),
)


def folded(text: str) -> str:
    """Return the text in lower case, NFC, single blanks, one spelling of tone marks."""
    out = " ".join(unicodedata.normalize("NFC", text).lower().split())
    for old, new in _SPELLINGS:
        out = out.replace(old, new)
    return out


def bare(text: str) -> str:
    """Return the folded text without any marks: "Độc lập" gives "doc lap"."""
    letters = unicodedata.normalize("NFD", folded(text).replace("đ", "d"))
    return "".join(char for char in letters if not unicodedata.combining(char))


#: Document types by their folded name.
TYPES = {folded(name): name for name in ABBREVIATIONS}
TYPED_LINE = re.compile(r"[_\-–—=.*]{3,}$|[_–—]{2,}$")
AUTHORITY = re.compile(r"(?:T[./]?U[./]?Q|T[./]?M|K[./]?T|T[./]?L|Q)(?:\s?[./]?\s+\S|\.\S)", re.IGNORECASE)


def slug(name: str) -> str:
    """Return a document type as machines name it: "bao-cao"."""
    return bare(name).replace(" ", "-")
