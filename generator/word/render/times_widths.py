"""Advance widths of Times New Roman, to know how long a line of text is without asking Word.

Units of 1/2048 em, grouped by width. Fonts with the same metrics (Liberation Serif, Tinos) have the same numbers.
A letter with Vietnamese marks is as wide as its base letter, but for the horn of ơ and ư.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_UNITS_PER_EM = 2048

_GROUPS: dict[tuple[bool, bool], dict[int, str]] = {
    (False, False): {  # bold, italic
        369: "'",
        410: "|",
        512: " ,.·",
        569: "/:;\\ijlt",
        682: "!()-I[]`fr‘’",
        717: "•",
        797: "Js",
        819: "°",
        836: '"',
        909: "?acez“”",
        961: "^",
        983: "{}",
        1024: "#$*0123456789_bdghknopquvxyđ–§€",
        1083: "ơ",
        1108: "~",
        1110: "ư",
        1124: "≥≤",
        1139: "FPS",
        1155: "+<=>×",
        1251: "ELTZ",
        1366: "BCR",
        1479: "ADGHKNOQUVXYwĐƠ",
        1589: "Ư",
        1593: "&m",
        1706: "%",
        1821: "M",
        1886: "@",
        1933: "W",
        2048: "—…",
    },
    (True, False): {  # bold, italic
        451: "|",
        512: " ,.·",
        569: "'/\\il",
        682: "!()-:;[]`fjt‘’",
        717: "•",
        797: "Is",
        807: "{}",
        819: "°",
        909: "cerz",
        1024: "#$*0123456789?J_agovxy–“”§€",
        1065: "~",
        1124: "≥≤",
        1134: "ơ",
        1137: '"',
        1139: "Sbdhknpquđ",
        1167: "+<=>×",
        1190: "^",
        1229: "ư",
        1251: "FP",
        1366: "BELTZ",
        1479: "ACDNRUVXYwĐ",
        1593: "GHKOQƠ",
        1630: "Ư",
        1706: "&m",
        1905: "@",
        1933: "M",
        2048: "%W—…",
    },
    (False, True): {  # bold, italic
        438: "'",
        512: " ,.·",
        563: "|",
        569: "/\\fijlt",
        682: "!()-:;I`‘’",
        717: "•",
        797: "[]rsz",
        819: "{}°",
        860: '"',
        864: "^",
        909: "Jcekvxy",
        1024: "#$*0123456789?S_abdghnopquđ–§€",
        1093: "ơ",
        1108: "~",
        1117: "ư",
        1124: "≥≤",
        1139: "LTYZ“”",
        1251: "ABEFPRVX",
        1366: "CKNw",
        1382: "+<=>×",
        1479: "DGHOQUmĐƠ",
        1544: "Ư",
        1593: "&",
        1706: "%MW",
        1821: "—…",
        1884: "@",
    },
    (True, True): {  # bold, italic
        451: "|",
        512: " ,.·",
        569: "'/\\ijlt",
        682: "()-:;[]`f‘’",
        713: "{}",
        717: "•",
        797: "!Irsz",
        819: "°",
        909: "cevy",
        1024: "#$*0123456789?J_abdgkopqxđ–“”§€",
        1099: "ơ",
        1124: "≥≤",
        1137: '"',
        1139: "Shnu",
        1167: "+<=>^~×",
        1227: "ư",
        1251: "LPTYZ",
        1366: "ABCEFKRVXw",
        1479: "DGNOQUĐƠ",
        1587: "Ư",
        1593: "&Hm",
        1704: "@",
        1706: "%",
        1821: "MW",
        2048: "—…",
    },
}
_UNKNOWN = 1024
_HORN = "\u031b"


def _toneless(char: str) -> str:
    """The letter without tone, breve or circumflex; the horn of ơ and ư stays, for it makes the letter wider."""
    letters = unicodedata.normalize("NFD", char)
    return unicodedata.normalize("NFC", letters[0] + _HORN) if _HORN in letters else letters[0]


class _Widths(dict[str, int]):
    """Width of each letter; one that is not in the table is as wide as its letter without tone."""

    def __missing__(self, char: str) -> int:
        width = self[char] = self.get(_toneless(char), _UNKNOWN)
        return width


_WIDTHS = {style: _Widths({c: w for w, cs in groups.items() for c in cs}) for style, groups in _GROUPS.items()}


def text_width(text: str, points: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width of one line of `text` in points."""
    return sum(map(_WIDTHS[bold, italic].__getitem__, text)) * points / _UNITS_PER_EM


@lru_cache(maxsize=512)
def longest_line(text: str, room: float, points: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width in points of the longest line of `text` once wrapped at spaces into `room` points."""
    width_of = _WIDTHS[bold, italic].__getitem__
    space = width_of(" ")
    limit = room * _UNITS_PER_EM / points
    longest = line = 0
    for word in text.split():
        width = sum(map(width_of, word))
        if line and line + space + width > limit:
            longest = max(longest, line)
            line = width
        else:
            line += space + width if line else width
    return min(max(longest, line) * points / _UNITS_PER_EM, room)
