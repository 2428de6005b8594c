"""Documents that prove a result, as an officer names them: "Báo cáo số 128/BC-UBND ngày 20/6/2023"."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from generator.vietnamese.dates import day_of_document

#: A number and symbol as it is cited: "Quyết định số 61/QĐ-UBND", "61/QĐ-UBND".
NUMBER = re.compile(r"\b(\d+/[A-ZĐ][\w.]*(?:-[\w.]+)*)")


@lru_cache(maxsize=4096)
def named_documents(text: str) -> tuple[tuple[str, date], ...]:
    """Return number and day of each document of the unit's own that a cell names; what is "của" another is not."""
    cited = ((NUMBER.search(part), day_of_document(part)) for part in re.split(r"[;\n]", text) if " của " not in part)
    return tuple((number[1], day) for number, day in cited if number and day)


def bare_number(number: str) -> str:
    """Return the number by which a document is known, however it is cited: "61/QĐ-UBND"."""
    line = " ".join(number.split())
    found = NUMBER.search(line)
    return (found[1] if found else line).lstrip("0").upper()
