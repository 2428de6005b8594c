"""Numbers that know their key: marked where a sentence says them, bookmarks once they stand in Word.

A mark is three characters of Unicode's private area around key and number; whoever reads the sentence elsewhere takes
them out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from hashlib import sha256
from itertools import count

from generator.roundup.counting import Key
from generator.word.regions import NUMBER_PREFIX

_OPEN, _BETWEEN, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_OPEN}([^{_BETWEEN}]*){_BETWEEN}([^{_CLOSE}]*){_CLOSE}")
_REGION_OR_RUN = re.compile(
    r'<w:tag w:val="cchc:(?P<region>[^"]*)"/>'
    r"|<w:r>(?P<how><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>(?P<text>[^<]*)</w:t></w:r>"
)
_IDS = re.compile(r'<w:bookmarkStart [^>]*w:id="(\d+)"')
_READABLE = 16


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
    """Return document.xml with a hidden bookmark around each marked number, and the key of each bookmark.

    A name says key and region by a digest, so that it means the same in any other making of the document.
    """
    keys: dict[str, str] = {}
    numbers = count(max(map(int, _IDS.findall(xml)), default=0) + 1)
    region = ""

    def split(found: re.Match[str]) -> str:
        nonlocal region
        text = found["text"]
        if text is None:
            region = found["region"]
            return found[0]
        if _OPEN not in text:
            return found[0]
        pieces, at = [], 0
        for mark in _MARK.finditer(text):
            number = next(numbers)
            name = _name(mark[1], region, keys)
            keys[name] = mark[1]
            pieces += [
                _run(found["how"], text[at : mark.start()]),
                f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
                _run(found["how"], mark[2]),
                f'<w:bookmarkEnd w:id="{number}"/>',
            ]
            at = mark.end()
        return "".join((*pieces, _run(found["how"], text[at:])))

    return _REGION_OR_RUN.sub(split, xml), keys


def _run(how: str | None, text: str) -> str:
    return f'<w:r>{how or ""}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def _name(key: str, region: str, taken: Container[str]) -> str:
    """A bookmark's name: letters, digits and "_", at most forty; the same number said again gets a figure behind."""
    bare = re.sub(r"[^0-9A-Za-z]+", "_", key)[:_READABLE]
    known = f"{NUMBER_PREFIX}{bare}_{sha256(f'{region} {key}'.encode()).hexdigest()[:8]}"
    return next(n for number in count(1) if (n := f"{known}_{number}") not in taken)
