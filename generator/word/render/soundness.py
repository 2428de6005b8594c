"""Whether a part of a template gives well-formed XML whatever the data: shown once, not asked of every document.

A part is sound when each loop and each branch leaves the same elements open as it found, and each value stands where
text may stand: then any number of rounds, any choice of branches and any texts give what the part itself is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.parsers import expat

from jinja2 import nodes

from generator.word.read.properties import W

#: Filters whose outcome counts as escaped: what another filter then makes of it may not be text any more.
_ESCAPING = frozenset(("e", "escape", "forceescape"))
_VALUE, _OPENS, _CLOSES = "gia-tri", "mo", "dong"
_NAMESPACE = W.strip("{}")
_TEXT = [f"{_NAMESPACE} {name} w" for name in "prt"]


class _Unproven(Exception):
    """Not known to be sound."""


def always_sound(template: nodes.Template) -> bool:
    """Whether the part that a parsed template writes is well-formed XML for any context; False when not known."""
    if any(used.name in _ESCAPING for used in template.find_all(nodes.Filter)):
        return False
    try:
        _Proof().follow("".join(_marked(template.body)))
    except (_Unproven, expat.ExpatError):
        return False
    return True


def _marked(body: list[nodes.Node]) -> Iterator[str]:
    """The part with every loop gone through once and every branch taken in turn; where they and values stand."""
    for node in body:
        if isinstance(node, nodes.Output):
            for piece in node.nodes:
                if not isinstance(piece, nodes.TemplateData):
                    yield f"<?{_VALUE}?>"
                elif "<?" in piece.data:
                    raise _Unproven
                else:
                    yield piece.data
        elif isinstance(node, nodes.For | nodes.If):
            for branch in (node.body, getattr(node, "elif_", []), node.else_):
                yield from (f"<?{_OPENS}?>", *_marked(branch), f"<?{_CLOSES}?>")


class _Proof:
    """Follows which elements are open, and refuses what the proof does not cover."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []
        self._found: list[list[tuple[str, int]]] = []
        self._declared = self._declared_before = 0
        parser = self._parser = expat.ParserCreate(namespace_separator=" ")
        parser.namespace_prefixes = True
        parser.StartNamespaceDeclHandler = self._declares
        parser.StartElementHandler = self._starts
        parser.EndElementHandler = self._ends
        parser.ProcessingInstructionHandler = self._meets
        parser.CommentHandler = parser.StartCdataSectionHandler = parser.StartDoctypeDeclHandler = _refused

    def follow(self, part: str) -> None:
        """Go through a whole part. Raises _Unproven, ExpatError."""
        self._parser.Parse(part.encode(), True)

    def _declares(self, prefix: str | None, uri: str | None) -> None:
        self._declared += 1

    def _starts(self, name: str, attributes: Mapping[str, str]) -> None:
        # One that declares prefixes is like no other: it must not begin or end within a branch.
        declares = self._declared > self._declared_before
        self._open.append((name, self._declared if declares else 0))
        self._declared_before = self._declared

    def _ends(self, name: str) -> None:
        self._open.pop()

    def _meets(self, target: str, data: str) -> None:
        names = [name for name, _ in self._open]
        if target == _OPENS:
            self._found.append(list(self._open))
        elif target == _CLOSES:
            if self._found.pop() != self._open:
                raise _Unproven
        elif target != _VALUE or not names or (_TEXT[0] in names and names[-3:] != _TEXT):
            # A line break in a value divides its run and its paragraph; elsewhere it becomes a blank.
            raise _Unproven


def _refused(*_: object) -> None:
    raise _Unproven
