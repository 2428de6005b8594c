"""The one function that the page's worker calls."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from generator import __version__
from generator.page.session import Answer, Session

#: The questions, by their names on the page.
_QUESTIONS = (
    *("sync", "open", "due", "place_files", "zipped", "report", "explain", "day", "open_month", "slips", "merge"),
    *("renew", "read_back", "check", "import_plan", "correct_plan", "batch", "round_up"),
)
Files = Sequence[tuple[str, bytes]]


def asker(
    place: str, tell: Callable[[int, int, Files], None]
) -> Callable[[str, Sequence[Any], str], tuple[str, Files]]:
    """Return what answers questions: JSON text to show, and the files that came of it, by name.

    `place` is where the officer's folder is kept, `tell` is told how far long work is. Each question comes with its
    day: a page may stay open for weeks.

    What cannot be done is shown as "fault", in Vietnamese; what nobody expected has "details" for a helper, without
    what anybody typed.
    """
    session = Session(date.min, Path(place), tell)

    def ask(question: str, values: Sequence[Any], today: str) -> tuple[str, Files]:
        if question not in _QUESTIONS:
            raise LookupError(question)
        session.today = date.fromisoformat(today)
        try:
            answer: Answer = getattr(session, question)(*map(_plain, values))
        except ValueError as fault:
            return json.dumps({"fault": str(fault)}), []
        except Exception:
            told = {"fault": "Lỗi ngoài dự kiến. Dữ liệu của bạn không đổi.", "details": _details()}
            return json.dumps(told), []
        return json.dumps({"shown": answer.shown}, ensure_ascii=False), answer.files

    return ask


def _plain(value: Any) -> Any:
    """Return what JavaScript handed over, bytes as bytes however deep they lie."""
    match value:
        case memoryview():
            return bytes(value)
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case list():
            return [_plain(one) for one in value]
    return value


def _details() -> str:
    kind, _, trace = sys.exc_info()
    places = [f"{f.filename.rpartition('/app/')[2]}:{f.lineno}" for f in traceback.extract_tb(trace)]
    return f"cchc {__version__}; {kind.__name__ if kind else ''}; {' < '.join(reversed(places))}"
