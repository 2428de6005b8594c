"""Numbers that know their key: marked where a sentence says them, bookmarks once they stand in Word.

A mark is three characters of Unicode's private area around key and number; whoever reads the sentence elsewhere takes
them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

from generator.roundup.counting import Key

_OPEN, _BETWEEN, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_OPEN}([^{_BETWEEN}]*){_BETWEEN}([^{_CLOSE}]*){_CLOSE}")
_RUN = re.compile(r"<w:r>(?P<how><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>(?P<text>[^<]*)</w:t></w:r>")
_IDS = re.compile(r'<w:bookmarkStart [^>]*w:id="(\d+)"')
#: Word hides bookmarks whose names begin so, and takes no longer name.
_PREFIX, _LONGEST = "_so_", 40


def marked(key: Key, text: str) -> str:
    """Return a number's text with its key."""
    return f"{_OPEN}{key}{_BETWEEN}{text}{_CLOSE}"


def plain_text(text: str) -> str:
    """Return a sentence without marks."""
    return _MARK.sub(r"\2", text)


def keys_in(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Return key and number of each mark, in order."""
    return [found for text in texts for found in _MARK.findall(text)]


def with_bookmarks(xml: str) -> tuple[str, dict[str, str]]:
    """Return document.xml with a hidden bookmark around each marked number, and the key of each bookmark."""
    keys: dict[str, str] = {}
    numbers = count(max(map(int, _IDS.findall(xml)), default=0) + 1)

    def split(run: re.Match[str]) -> str:
        text = run["text"]
        if _OPEN not in text:
            return run[0]
        pieces, at = [], 0
        for mark in _MARK.finditer(text):
            number = next(numbers)
            name = _name(mark[1], keys)
            keys[name] = mark[1]
            pieces += [
                _run(run["how"], text[at : mark.start()]),
                f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
                _run(run["how"], mark[2]),
                f'<w:bookmarkEnd w:id="{number}"/>',
            ]
            at = mark.end()
        return "".join((*pieces, _run(run["how"], text[at:])))

    return _RUN.sub(split, xml), keys


def _run(how: str | None, text: str) -> str:
    return f'<w:r>{how or ""}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def _name(key: str, taken: dict[str, str]) -> str:
    """A bookmark's name: letters, digits and "_" only; the same number said again gets a figure behind."""
    bare = re.sub(r"[^0-9A-Za-z]+", "_", key)[: _LONGEST - len(_PREFIX) - 4]
    return next(n for number in count(1) if (n := f"{_PREFIX}{bare}_{number}") not in taken)
