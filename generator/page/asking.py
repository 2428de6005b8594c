"""The one function that the page's worker calls."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from generator import __version__
from generator.page.session import Answer, Session

#: The questions, by their names on the page.
_QUESTIONS = ("open", "report", "day", "open_month", "renew", "check", "import_plan")


def asker(today: str) -> Callable[[str, Sequence[Any]], tuple[str, str, bytes]]:
    """Return what answers questions about one workbook: JSON text to show, a file's name and its bytes.

    What cannot be done is shown as "fault", in Vietnamese; what nobody expected has "details" for a helper, without
    what anybody typed.
    """
    session = Session(date.fromisoformat(today))

    def ask(question: str, values: Sequence[Any]) -> tuple[str, str, bytes]:
        if question not in _QUESTIONS:
            raise LookupError(question)
        try:
            answer: Answer = getattr(session, question)(*map(_plain, values))
        except ValueError as fault:
            return json.dumps({"fault": str(fault)}), "", b""
        except Exception:
            return (
                json.dumps({"fault": "Lỗi ngoài dự kiến. Dữ liệu của bạn không đổi.", "details": _details()}),
                "",
                b"",
            )
        return json.dumps({"shown": answer.shown}, ensure_ascii=False), answer.name, answer.data

    return ask


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def _details() -> str:
    kind, _, trace = sys.exc_info()
    places = [f"{f.filename.rpartition('/app/')[2]}:{f.lineno}" for f in traceback.extract_tb(trace)]
    return f"cchc {__version__}; {kind.__name__ if kind else ''}; {' < '.join(reversed(places))}"
