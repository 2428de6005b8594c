"""A plan's title and issuer as they stand in a sentence, whatever capitals the plan itself prints them in."""

from __future__ import annotations

import re

#: "UBND phường Bến Xuân": a people's committee by level and name.
COMMITTEE = re.compile(
    r"(?:UBND|[ỦU]y ban nhân dân)\s+(?P<level>tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)"
    r"\s+(?P<name>.+)",
    re.IGNORECASE,
)
#: Words that keep their capitals when a title in capitals is put into a sentence.
_ACRONYMS = ("UBND", "HĐND", "CCHC", "TTHC", "ISO", "TCVN")


def sentence_title(title: str, issuer: str) -> str:
    """Return a title in capitals in the letters of a sentence; any other title as it is."""
    if not title.isupper():
        return title
    text = title.lower()
    match = COMMITTEE.fullmatch(issuer)
    for name in (issuer, *_ACRONYMS, match["name"] if match else ""):
        if name:
            text = re.sub(rf"(?<!\w){re.escape(name.lower())}(?!\w)", name, text)
    return text[:1].upper() + text[1:]


def in_a_sentence(title: str) -> str:
    """Return a title as it follows "về" in a citation: without its first capital, unless it starts with an acronym."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
