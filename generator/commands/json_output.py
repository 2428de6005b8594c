"""The one writer of `--json`: what other programs read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.commands.screen import say

#: Goes up when a name or a meaning changes; a new name alone does not change it.
SCHEMA = 2


def write(payload: Mapping[str, Any]) -> None:
    """Print one JSON object; its first name is "schema"."""
    say(json.dumps({"schema": SCHEMA, **payload}, ensure_ascii=False, indent=1))
