"""Names of output files: plain ASCII, safe on Windows, and within the output folder whatever the data says."""

from __future__ import annotations

import re
from pathlib import Path

from generator.vietnamese.text import composed, plain

_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{d}{n}" for d in ("COM", "LPT") for n in range(1, 10))}
_LONGEST = 120


def file_stem(text: str) -> str:
    """Return a file name without its ending. A text with nothing usable becomes "bao cao"."""
    ascii_only = plain(text).encode("ascii", "ignore").decode()
    safe = re.sub(r"\s+", " ", re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", ascii_only)).strip(" .-")[:_LONGEST].strip(" .-")
    if not safe:
        return "bao cao"
    return f"{safe}_" if safe.partition(".")[0].upper() in _RESERVED else safe


def free_sibling(path: Path, words: str) -> Path:
    """Return the first free name of the kind "so (bản lưu 2).xlsx" beside a file. A file that carries such a name
    itself counts on: the next one after "so (bản lưu 2).xlsx" is "so (bản lưu 3).xlsx"."""
    # A Mac keeps the marks of letters apart in file names.
    numbered = re.fullmatch(rf"(.+?)(?: \({re.escape(words)} \d+\))+", composed(path.stem))
    stem = numbered[1] if numbered else path.stem
    taken = {composed(other.name) for other in path.parent.iterdir()}
    number = 2
    while composed(name := f"{stem} ({words} {number}){path.suffix}") in taken:
        number += 1
    return path.with_name(name)
