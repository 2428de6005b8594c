"""The Jinja environment of all templates: sandboxed, autoescaping, and quick where there is nothing to ask."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

from jinja2 import StrictUndefined
from jinja2.runtime import Context, LoopContext
from markupsafe import escape

from generator.word.render.borrowed import ShowingEnvironment, escaped
from generator.word.render.bounds import FILTERS, OPERATORS, reckoned

#: What XML does not take, but for the marks of breaks; and what may look like the marks below.
_FORBIDDEN = re.compile("[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

#: Around a doubtful value while it is text. Noncharacters of Unicode: never in real data, allowed in XML.
DOUBT_ON, DOUBT_OFF = "\ufdd0", "\ufdd1"
#: Around the key of a row, before the value that has it.
KEY_ON, KEY_OFF = "\ufdd2", "\ufdd3"


class TemplateFault(ValueError):
    """A template that cannot be rendered. The message is whole, in Vietnamese, and says where."""


def _finalize(value: Any) -> Any:
    """Lines of free text become paragraphs (a line break in justified text stretches the line).

    All that a document is told passes here: what no part may hold is refused. The reader of cells leaves it out, and
    says so.
    """
    if not isinstance(value, str):
        return value
    if bad := _FORBIDDEN.search(value):
        raise TemplateFault(f"Dữ liệu có ký tự Word không nhận (U+{ord(bad[0]):04X}).")
    lines = value.replace("\n", "\a")
    shown = f"{DOUBT_ON}{lines}{DOUBT_OFF}" if getattr(value, "doubtful", False) else lines
    key = getattr(value, "row_key", "")
    return f"{KEY_ON}{key}{KEY_OFF}{shown}" if key else shown


class _Sandbox(ShowingEnvironment):
    """Jinja's own sandbox, which asks nothing where there is nothing to ask: plain values in rows and of loops."""

    intercepted_binops = OPERATORS

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        return reckoned(operator, left, right, lambda: super(_Sandbox, self).call_binop(context, operator, left, right))

    def shown(self, value: Any) -> str:
        """Return what stands in the document for a value: `finalize`, then escaped."""
        if type(value) is str and value.isprintable():
            return escaped(value)
        return escape(_finalize(value))

    def getattr(self, obj: Any, attribute: str) -> Any:
        if obj.__class__ is SimpleNamespace and attribute in obj.__dict__ and attribute[0] != "_":
            # Only what was put there: nothing that Python itself gives every object.
            return obj.__dict__[attribute]
        if obj.__class__ is LoopContext and attribute[0] != "_":
            value = getattr(obj, attribute, None)
            if value.__class__ in _PLAIN:
                return value
        return super().getattr(obj, attribute)


_PLAIN = frozenset((str, list, bool, int))


def make_environment() -> ShowingEnvironment:
    """Return the Jinja environment of all templates: sandboxed, autoescaping, strict about unknown names."""
    environment = _Sandbox(autoescape=True, undefined=StrictUndefined, finalize=_finalize)
    environment.filters = dict(FILTERS)
    environment.globals = {"range": environment.globals["range"]}
    return environment
