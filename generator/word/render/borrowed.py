"""What is borrowed from inside other libraries: their private parts are touched here and nowhere else.

`tests/word/test_borrowed.py` says what each must go on doing; run it first when one of them is upgraded.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from importlib.machinery import PathFinder
from importlib.util import find_spec
from types import SimpleNamespace
from typing import Any

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import _escape_inner  # type: ignore[attr-defined]

#: What markupsafe's `escape` calls for a plain string; without Markup around it, which Jinja takes off again at once.
escaped: Callable[[str], str] = _escape_inner


class _Generator(CodeGenerator):
    """Writes `environment.shown(…)` where Jinja writes `escape(environment.finalize(…))`: one call for two.

    `asked_for` are the names that are looked up in the context: what Jinja's `meta` would generate all code again for.
    """

    def __init__(self, environment: ImmutableSandboxedEnvironment, *more: Any, **named: Any) -> None:
        super().__init__(environment, *more, **named)
        self.asked_for: set[str] = set()

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        resolved = {name for action, name in frame.symbols.loads.values() if action == VAR_LOAD_RESOLVE and name}
        self.asked_for |= resolved - self.environment.globals.keys()

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")")


class ShowingEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's own sandbox, which asks `shown` what stands in the document for a value."""

    code_generator_class = _Generator

    def shown(self, value: Any) -> str:
        raise NotImplementedError

    def compiled(self, tree: nodes.Template) -> tuple[Template, set[str]]:
        """Return a parsed template compiled, and the names that it looks up. Raises TemplateSyntaxError."""
        generator = _Generator(self, None, None)
        generator.visit(tree)
        code = compile(generator.stream.getvalue(), "<template>", "exec")  # type: ignore[attr-defined]
        return Template.from_code(self, code, self.make_globals(None)), generator.asked_for


def _docxtpl_patching() -> Callable[[None, str], str]:
    """docxtpl's own patching of a part, which reads nothing but the text it is given.

    Of docxtpl only the module that holds it is run, and what that module imports for other ends (python-docx, lxml)
    is left out: reports are made where neither is installed, and in a tenth of the time to start.
    """
    package = find_spec("docxtpl")
    found = package and PathFinder.find_spec("docxtpl.template", package.submodule_search_locations)
    if not found or not found.loader:
        raise ModuleNotFoundError("docxtpl", name="docxtpl")
    code = found.loader.get_code("docxtpl.template")  # type: ignore[attr-defined]  # a source file's loader has it
    names = {"__name__": "docxtpl.template", "__builtins__": vars(builtins) | {"__import__": _import}}
    exec(code, names)
    patching: Callable[[None, str], str] = names["DocxTemplate"].patch_xml  # type: ignore[attr-defined]
    return patching


def _import(name: str, *how: Any) -> Any:
    return _Absent() if name.partition(".")[0] in ("docx", "lxml") else builtins.__import__(name, *how)


class _Absent(SimpleNamespace):
    """Stands for a module that is imported and not used."""

    def __getattr__(self, name: str) -> Any:
        return None if name.startswith("__") else self


_patching = _docxtpl_patching()


def patched(xml: str) -> str:
    """Return a part's XML as Jinja source, as docxtpl makes it of what people typed in Word."""
    return _patching(None, xml)
