"""Tables of rules: a row is one way of saying something, with an example that is its test."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, NamedTuple


class Rule(NamedTuple):
    """A way of saying something. Of its `example` the row finds `expected`, or what that means.

    `meaning` is what the reader of the table needs to know of the row.
    """

    name: str
    pattern: str
    example: str
    expected: str
    meaning: Any = None


class Rules:
    """Rows of which the one that fits first in a text counts; of two at one place the upper one."""

    def __init__(self, *rows: Rule, flags: re.RegexFlag = re.IGNORECASE) -> None:
        self.rows = {row.name: row for row in rows}
        self._flags = flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """One pattern of all rows; `lastgroup` of its match names the row."""
        return re.compile("|".join(f"(?P<{row.name}>{row.pattern})" for row in self.rows.values()), self._flags)

    @property
    def alternatives(self) -> str:
        """The rows' patterns without their names, to stand inside a longer one."""
        return "|".join(f"(?:{row.pattern})" for row in self.rows.values())

    def search(self, text: str) -> re.Match[str] | None:
        return self.pattern.search(text)

    def of(self, match: re.Match[str]) -> Rule:
        """Return the row that a match is of."""
        return self.rows[match.lastgroup or ""]
