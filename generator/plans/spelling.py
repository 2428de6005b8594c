"""Likely scanning errors in a plan: pointed out with a suggestion, never changed."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _errors() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    data = tomllib.loads(files("generator.plans").joinpath("scan_errors.toml").read_text("utf-8"))
    right = {e["wrong"]: e["right"] for e in data["error"]}
    wrong = re.compile("|".join(rf"(?<!\w){re.escape(w)}(?!\w)" for w in sorted(right, key=len, reverse=True)))
    words = "|".join(re.escape(w) for w in data["doubled"]["words"])
    return right, wrong, re.compile(rf"(?<!\w)(?P<word>{words})\s+(?P=word)(?!\w)", re.IGNORECASE)


def spelling_suggestions(text: str) -> list[tuple[str, str]]:
    """Return (as written, suggestion) for each likely error, each once, in order."""
    right, wrong, doubled = _errors()
    found = [(m.start(), m[0], right[m[0]]) for m in wrong.finditer(text)]
    found += [(m.start(), m[0], m["word"]) for m in doubled.finditer(text)]
    return list(dict.fromkeys((written, better) for _, written, better in sorted(found)))
