"""Numbers that know their key: marked where a sentence says them, bookmarks once they stand in Word.

A mark is three characters of Unicode's private area around key and number; whoever reads the sentence elsewhere takes
them out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from hashlib import sha256
from itertools import count

from generator.roundup.counting import Key
from generator.word.regions import NUMBER_PREFIX

_OPEN, _BETWEEN, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_OPEN}([^{_BETWEEN}]*){_BETWEEN}([^{_CLOSE}]*){_CLOSE}")
_TAG = '<w:tag w:val="cchc:'
_REGION = re.compile(rf'{_TAG}(?P<name>[^"]*)"/>')
_RUN = re.compile(r"<w:r>(?P<how><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>(?P<text>[^<]*)</w:t></w:r>")
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
    out, at = [], 0
    # Looked for one by one: few of a long document's runs have a mark.
    while (found := xml.find(_OPEN, at)) >= 0:
        start = xml.rfind("<w:r>", at, found)
        run = _RUN.match(xml, start) if start >= 0 else None
        if run is None or run.end() < found:
            out.append(xml[at : found + 1])
            at = found + 1
            continue
        region = _REGION.match(xml, max(xml.rfind(_TAG, 0, start), 0))
        out += (xml[at:start], *_split(run, region["name"] if region else "", keys, numbers))
        at = run.end()
    return "".join((*out, xml[at:])), keys


def _split(run: re.Match[str], region: str, keys: dict[str, str], numbers: Iterator[int]) -> Iterator[str]:
    """Yield a run in pieces, a bookmark around each number; `keys` grows."""
    text, at = run["text"], 0
    for mark in _MARK.finditer(text):
        number, name = next(numbers), _name(mark[1], region, keys)
        keys[name] = mark[1]
        yield _run(run["how"], text[at : mark.start()])
        yield f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        yield _run(run["how"], mark[2])
        yield f'<w:bookmarkEnd w:id="{number}"/>'
        at = mark.end()
    yield _run(run["how"], text[at:])


def _run(how: str | None, text: str) -> str:
    return f'<w:r>{how or ""}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def _name(key: str, region: str, taken: Container[str]) -> str:
    """A bookmark's name: letters, digits and "_", at most forty; the same number said again gets a figure behind."""
    bare = re.sub(r"[^0-9A-Za-z]+", "_", key)[:_READABLE]
    known = f"{NUMBER_PREFIX}{bare}_{sha256(f'{region} {key}'.encode()).hexdigest()[:8]}"
    return next(n for number in count(1) if (n := f"{known}_{number}") not in taken)
