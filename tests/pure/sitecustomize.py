"""With this folder on PYTHONPATH the program finds none of the compiled packages, nor python-docx and docxtpl's package.

What tests use as tools of their own (python-docx, docxtpl and lxml under them, calamine) they still find: only those
who are to do without are refused.
"""

import builtins
from importlib.util import resolve_name

_HIDDEN = ("lxml", "isal", "python_calamine", "docx", "markupsafe._speedups")
_DO_WITHOUT = ("generator", "openpyxl", "markupsafe", "jinja2")
_usual = builtins.__import__


def _import(name, globals=None, locals=None, fromlist=(), level=0):
    """Refuse what is hidden to whoever is to do without it."""
    importer = (globals or {}).get("__name__") or ""
    if importer.partition(".")[0] in _DO_WITHOUT:
        wanted = resolve_name("." * level + name, globals.get("__package__")) if level else name
        if any(f"{wanted}.".startswith(f"{hidden}.") for hidden in _HIDDEN):
            raise ImportError(f"hidden: {wanted}", name=wanted)
    return _usual(name, globals, locals, fromlist, level)


builtins.__import__ = _import
