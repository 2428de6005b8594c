"""What a mend may touch: only paragraphs of which it is sure what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.check.elements.found import Elements
from generator.word.read.paragraph import Paragraph

#: A table of data, who signs, and what only looks like text of the body are left to people.
_LEFT_ALONE = frozenset({"bang", "chuc_vu", "ho_ten"})


def surely_known(elements: Elements) -> Callable[[Paragraph], bool]:
    """Return what tells whether a paragraph may be mended: not in a table of data, a signature or a quoted text."""
    known = {id(p.element) for name, found in elements.by_name.items() if name not in _LEFT_ALONE for p in found}
    left = {id(p.element) for p in elements.all(*_LEFT_ALONE)} | set(_quoted(elements))

    def may_mend(paragraph: Paragraph) -> bool:
        element = id(paragraph.element)
        return element not in left and (not paragraph.table or element in known)

    return may_mend


def _quoted(elements: Elements) -> Iterator[int]:
    """The paragraphs that begin inside a quotation or with one, as an amended article stands in a decision."""
    depth = 0
    for item in elements.body:
        words = item.paragraph.words
        if depth > 0 or words.startswith("“"):
            yield id(item.paragraph.element)
        depth = max(0, depth + words.count("“") - words.count("”"))
