"""Text as it is compared: one composition of letters, one kind of blank, one place of tone marks. Roman numerals."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: What no part of a document may hold: what XML does not take, and what Unicode keeps for a program's own marks.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Tone marks that older typing places otherwise (hoà, thuỷ), and i written for y (kì, tỉ lệ).
_I_FOR_Y = str.maketrans("ýỳỷỹỵy", "íìỉĩịi")
_TONES = {"o": "òóỏõọ", "u": "ùúủũụ", "a": "àáảãạ", "e": "èéẻẽẹ", "i": "ìíỉĩị", "y": "ỳýỷỹỵ"}
_TONE_PLACES = tuple(
    (f"{first}{toned}", f"{marked}{second}")
    for first, second in ("oa", "oe", "ui", "uy")
    for toned, marked in zip(_TONES[second], _TONES[first], strict=True)
)
#: What takes no room on a line: what comes along when text is copied from a page or a chat.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def composed(text: str) -> str:
    """Return the text in NFC: a Mac, and some keyboards, keep the marks of letters apart."""
    return unicodedata.normalize("NFC", text)


def writable(text: str) -> str:
    """Return the text without the characters that no part of a document may hold."""
    return _FORBIDDEN.sub("", text)


def seen(text: str) -> str:
    """Return the text without the characters that nobody sees: what codes, days and numbers are read by."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def with_plain_lines(text: str) -> str:
    r"""Return the text in NFC with \n at the end of each line."""
    return composed(text).replace("\r\n", "\n").replace("\r", "\n")


def folded(text: str) -> str:
    """Return the text as words are looked for in it: NFC, lower case, every stretch of blanks one space."""
    return " ".join(composed(seen(text)).split()).lower()


def one_tone_place(text: str) -> str:
    """Return lower-case text with tone marks where newer typing has them: "hoà", "thuỷ" as "hòa", "thủy"."""
    for found, usual in _TONE_PLACES:
        if found in text:
            text = text.replace(found, usual)
    return text


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Return what headers, words and labels are compared by: letters and digits, no case, one way of spelling."""
    letters = "".join(c for c in composed(text).casefold() if c.isalnum())
    return one_tone_place(letters.translate(_I_FOR_Y))


def plain(text: str) -> str:
    """Return the text without Vietnamese marks: "Phước Hải" becomes "Phuoc Hai"."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def capital(text: str) -> str:
    """Return the text with a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]


_WHOLE = re.compile(r"-?[0-9]{1,18}")


def whole(text: str | None) -> int | None:
    """Return the whole number that a text is, None for any other: where a number is meant a file may hold anything, and
    of thousands of digits no number is made."""
    return int(text) if text and _WHOLE.fullmatch(text) else None


def roman(number: int) -> str:
    """Return a whole number above 0 in capital Roman numerals."""
    digits = ""
    for value, letters in _ROMAN:
        digits += letters * (number // value)
        number %= value
    return digits


def is_roman(text: str) -> bool:
    """Whether the text is of Roman digits up to C, capitals."""
    return bool(text) and set(text) <= _ROMAN_DIGITS.keys()


def roman_value(text: str) -> int:
    """Return the number that Roman digits make, whatever their case; Arabic ones are themselves."""
    if text.isdecimal():
        return int(text)
    digits = [_ROMAN_DIGITS[d] for d in text.upper()]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
