"""What is seen of a text besides its words: what one look has that another has not, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.word.region_text import Line, Look
from generator.word.shown_properties import BOOKMARK, BORDERS, NOT, OF_TABLE, SPAN

#: What a row over all columns has otherwise when a column came or went.
SPREAD = (SPAN, BORDERS)
_LONGEST, _MOST_WORDS = 40, 3


def look_of(lines: Iterable[Line]) -> Look:
    """Return the looks of all cells of lines as one."""
    return tuple(piece for line in lines for look in line.looks for piece in look)


def without(look: Look, names: tuple[str, ...]) -> Look:
    """Return a look but for what has one of some names."""
    return tuple((text, tuple(f for f in flags if _name(f) not in names)) for text, flags in look) if names else look


def of_tables(look: Look) -> Look:
    """Return what a look has of whole tables."""
    flags = tuple(f for _, flags in look for f in flags if f.startswith(OF_TABLE))
    return (("", flags),) if flags else ()


def of_cells(look: Look) -> Look:
    """Return a look but for what it has of whole tables."""
    return tuple((text, tuple(f for f in flags if not f.startswith(OF_TABLE))) for text, flags in look)


def put_in(look: Look, *others: Look) -> tuple[str, ...]:
    """Return the names of what a look has and none of the others; bookmarks are left out, for they stay."""
    known = {flag for other in others for _, flags in other for flag in flags}
    new = dict.fromkeys(flag for _, flags in look for flag in flags if flag not in known)
    return tuple(dict.fromkeys(_named(flag, look) for flag in new if _name(flag) != BOOKMARK))


def difference(before: Look, after: Look) -> str:
    """Return in words how the looks of one text differ, "" when both have the same of everything."""
    old, new = (Counter(flag for _, flags in look for flag in flags) for look in (before, after))
    gone, come = old - new, new - old
    both = {_name(f) for f in gone} & {_name(f) for f in come}
    said = [f"đổi {name}" for name in dict.fromkeys(map(_name, come)) if name in both]
    said += [f"thêm {_named(f, after)}" for f in come if _name(f) not in both and not f.endswith(f"={NOT}")]
    said += [f"bỏ {_name(f)}" for f in come if _name(f) not in both and f.endswith(f"={NOT}")]
    said += [f"bỏ {_name(f)}" for f in gone if _name(f) not in both]
    lines = _empty_lines(after) - _empty_lines(before)
    if lines:
        said.append(f"{'thêm' if lines > 0 else 'bỏ'} {abs(lines)} dòng trống")
    return ", ".join(dict.fromkeys(said))


def _empty_lines(look: Look) -> int:
    """How many paragraphs of a look are empty."""
    return sum(_paragraph_is_empty(look))


def _paragraph_is_empty(look: Look) -> Iterator[bool]:
    said = ""
    for text, _ in look:
        if text == "\n":
            yield not said
            said = ""
        else:
            said += text


def _name(flag: str) -> str:
    return flag.removeprefix(OF_TABLE).partition("=")[0]


def _named(flag: str, look: Look) -> str:
    """A name, and the first words that it is said of."""
    words = [text.strip() for text, flags in look if flag in flags and text.strip("\ufffc\n ")]
    quoted = [f"“{w[:_LONGEST]}{'…' if len(w) > _LONGEST else ''}”" for w in words[:_MOST_WORDS]]
    return " ".join((_name(flag), ", ".join([*quoted, *(["…"] if len(words) > _MOST_WORDS else [])]))).strip()
