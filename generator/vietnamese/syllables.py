"""What can be a syllable of Vietnamese, to tell words that are mistyped."""

from __future__ import annotations

import re
import unicodedata

_ONSET = r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
_OPEN = (
    r"(?:[aăâ]?[iouy]|[eêoôơuưyi]|a|e[ou]|ê?u|[oôơuư]i|[iư]u|i[aê]u?|yêu|u[aâêơyô]y?|u[yô][aui]|uêu|uyê|oai|oay|oao|oeo"
    r"|o[ae]|ưa|ươ[iu])"
)
_CLOSED = r"(?:oo|o[aăe]|u[âêyôa]|uyê|iê|yê|ê|ươ|[aăâeioôơuưy])(?:ch|c|m|ng|nh|n|p|t)"
_SYLLABLE = re.compile(rf"{_ONSET}(?:{_OPEN}|{_CLOSED})")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_RISING_OR_HEAVY = "\u0301\u0323"


def is_syllable(word: str) -> bool:
    """Whether a word may be one of Vietnamese: its letters in an order that there is, one tone at most."""
    plain = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in plain if mark in _TONES]
    letters = unicodedata.normalize("NFC", "".join(c for c in plain if c not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(letters):
        return False
    stopped = re.search(r"(?:c|ch|p|t)$", letters) is not None
    return not tones or not stopped or tones[0] in _RISING_OR_HEAVY
