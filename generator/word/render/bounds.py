"""What a template may ask for: few commands, loops that end, texts that fit the memory. Templates are data.

What is refused is refused before anything runs, so that no size is ever reached that would have to be measured; only
the lengths of loops and of what is joined, which the data tell, are counted while it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from jinja2 import Template, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.filters import FILTERS as _OF_JINJA
from jinja2.visitor import NodeTransformer

from generator import limits

#: Values written between two looks at how long the document has become.
_PIECES = 100
#: The name under which loops find what counts their steps; a template can neither call it nor put it to use.
COUNTED = "_dem_buoc"

_COMMANDS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign, nodes.Keyword)
_VALUES = (nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Filter, nodes.Test, nodes.Call)
_LISTS = (nodes.List, nodes.Tuple, nodes.Dict)
_LOGIC = (nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Pair)
_SUMS = (nodes.Concat, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg)
_ALLOWED = (*_COMMANDS, *_VALUES, *_LISTS, *_LOGIC, *_SUMS)
_METHODS = frozenset(("upper", "lower", "strip", "title", "capitalize", "startswith", "endswith", "split", "cycle"))
#: Those of Jinja's filters that never make much of little.
_FILTERS = """
    abs capitalize count d default e escape first float forceescape int last length list lower map max min reject
    rejectattr reverse select selectattr sort string sum title trim unique upper
"""
FILTERS = {name: _OF_JINJA[name] for name in _FILTERS.split()}
#: Operators whose numbers are looked at: the same signs multiply texts.
OPERATORS = frozenset(("+", "*", "%"))


class TooMuch(SecurityError):
    """A template asks for more than any document needs. The message is in Vietnamese."""


class NotAllowed(TemplateSyntaxError):
    """A template holds a command that no template may. The message is in Vietnamese."""


class _Bounding(NodeTransformer):
    """Refuses what no template may ask for; lets loops count their steps and texts be joined within bounds."""

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        if not isinstance(node, _ALLOWED):
            raise NotAllowed(f"không dùng được {type(node).__name__}", node.lineno or 0)
        return super().generic_visit(node, *args, **kwargs)

    def visit_For(self, node: nodes.For) -> nodes.Node:
        if node.recursive:
            raise NotAllowed("vòng lặp gọi lại chính nó", node.lineno)
        weight = nodes.Const(sum(len(data.data) for data in node.find_all(nodes.TemplateData)))
        node.iter = nodes.Call(nodes.Name(COUNTED, "load"), [node.iter, weight], [], None, None, lineno=node.lineno)
        for name in ("target", "test", "body", "else_"):
            self._visit_field(node, name)
        self._visit_field(node.iter, "args")
        return node

    def _visit_field(self, node: nodes.Node, name: str) -> None:
        field = getattr(node, name)
        if isinstance(field, list):
            field[:] = [self.visit(item) for item in field]
        elif field is not None:
            setattr(node, name, self.visit(field))

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        parts = nodes.List([self.visit(part) for part in node.nodes], lineno=node.lineno)
        return nodes.Filter(parts, "join", [], [], None, None, lineno=node.lineno)

    def visit_Const(self, node: nodes.Const) -> nodes.Node:
        if isinstance(node.value, int) and node.value > limits.TEMPLATE_NUMBER.most:
            raise NotAllowed(limits.TEMPLATE_NUMBER.told(), node.lineno)
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        called = node.node
        if not (called.attr in _METHODS if isinstance(called, nodes.Getattr) else _name(called) == "range"):
            raise NotAllowed("không gọi được lệnh này", node.lineno)
        return self.generic_visit(node)

    def _visit_list(self, node: nodes.Node) -> nodes.Node:
        # A list of itself, twice, forty times over, would be written for ever.
        if getattr(node, "ctx", "load") == "load" and any(node.find_all(nodes.Name)):
            raise NotAllowed("danh sách chỉ gồm chữ và số", node.lineno)
        return self.generic_visit(node)

    visit_List = visit_Tuple = visit_Dict = _visit_list


def _name(node: nodes.Node) -> str:
    return node.name if isinstance(node, nodes.Name) else ""


def bounded(tree: nodes.Template) -> nodes.Template:
    """Return a parsed template that ends and fits the memory. Raises NotAllowed."""
    bound: nodes.Template = _Bounding().visit(tree)
    return bound


class _Meter:
    """Counts the steps of all loops of one rendering, and what they write of the template itself."""

    def __init__(self) -> None:
        self.steps = self.written = 0

    def counted(self, items: Iterable[Any], weight: int) -> Iterable[Any]:
        """Return the items, counted. Those of a list are counted at once, and gone through by Jinja itself."""
        if items.__class__ is list:
            self._count(len(items), weight)
            return items
        return self._one_by_one(items, weight)

    def _one_by_one(self, items: Iterable[Any], weight: int) -> Iterator[Any]:
        for item in items:
            self._count(1, weight)
            yield item

    def _count(self, steps: int, weight: int) -> None:
        self.steps += steps
        self.written += steps * weight
        if self.steps > limits.TEMPLATE_STEPS.most:
            raise TooMuch(limits.TEMPLATE_STEPS.told())
        if self.written > limits.TEMPLATE_OUTPUT.most:
            raise TooMuch(limits.TEMPLATE_OUTPUT.told())


def rendered(template: Template, context: Mapping[str, Any]) -> str:
    """Return what `template.render` returns, of a bounded template. Raises TooMuch, and what Jinja raises."""
    writing = template.root_render_func(template.new_context({**context, COUNTED: _Meter().counted}))
    pieces: list[str] = []
    length = 0
    while some := "".join(islice(writing, _PIECES)):
        pieces.append(some)
        length += len(some)
        if length > limits.TEMPLATE_OUTPUT.most:
            raise TooMuch(limits.TEMPLATE_OUTPUT.told())
    return "".join(pieces)


def reckoned(operator: str, left: Any, right: Any, reckon: Callable[[], Any]) -> Any:
    """Return what an operator gives: of numbers within bounds, or of two texts set side by side."""
    if operator == "+" and isinstance(left, str) and isinstance(right, str):
        if len(left) + len(right) > limits.TEMPLATE_TEXT.most:
            raise TooMuch(limits.TEMPLATE_TEXT.told())
        return left + right
    if any(not isinstance(n, int | float) or abs(n) > limits.TEMPLATE_NUMBER.most for n in (left, right)):
        raise TooMuch(limits.TEMPLATE_NUMBER.told())
    return reckon()


def joined(eval_ctx: Any, value: Iterable[Any], d: str = "", attribute: Any = None) -> Any:
    """Jinja's filter `join`, unless what it makes is longer than any text."""
    items = list(islice(value, limits.TEMPLATE_STEPS.most))
    length = len(str(d)) * len(items) + sum(len(item) for item in items if isinstance(item, str))
    if length > limits.TEMPLATE_TEXT.most:
        raise TooMuch(limits.TEMPLATE_TEXT.told())
    return _OF_JINJA["join"](eval_ctx, items, d, attribute)


joined.jinja_pass_arg = _OF_JINJA["join"].jinja_pass_arg  # type: ignore[attr-defined]
FILTERS["join"] = joined
