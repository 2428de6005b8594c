"""Names of output files: plain ASCII, safe on Windows, and within the output folder whatever the data says."""

from __future__ import annotations

import re
import unicodedata

_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{d}{n}" for d in ("COM", "LPT") for n in range(1, 10))}
_LONGEST = 120


def plain(text: str) -> str:
    """Return the text without Vietnamese marks: "Phước Hải" becomes "Phuoc Hai"."""
    letters = text.replace("đ", "d").replace("Đ", "D")
    decomposed = unicodedata.normalize("NFD", letters)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def file_stem(text: str) -> str:
    """Return a file name without its ending. A text with nothing usable becomes "bao cao"."""
    ascii_only = plain(text).encode("ascii", "ignore").decode()
    safe = re.sub(r"\s+", " ", re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", ascii_only)).strip(" .-")[:_LONGEST].strip(" .-")
    if not safe:
        return "bao cao"
    return f"{safe}_" if safe.partition(".")[0].upper() in _RESERVED else safe
