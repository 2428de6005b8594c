"""The kinds of report, a file each: `ke_hoach.py` is the kind "ke-hoach" and holds its `KIND`.

What a kind is said with is loaded when it is said: to know which is usual, all kinds are.

A new kind is one file here, one template `ID.docx` and its words in the phrase file (`ten_tep.ID`, `ket_thuc.ID` …).
"""

from __future__ import annotations

import pkgutil
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.domain.period import PeriodKind
    from generator.reporting.document_kind import Kind


class UnknownKind(ValueError):
    """There is no such kind of report. The message is whole and in Vietnamese."""

    def __init__(self, kind_id: str) -> None:
        super().__init__(f"Không có loại báo cáo “{kind_id}”. Ghi một trong: {', '.join(kind_ids())}.")


def kind_ids() -> tuple[str, ...]:
    """Return the ids of all kinds, without loading any."""
    return tuple(sorted((m.name.replace("_", "-") for m in pkgutil.iter_modules(__path__)), reverse=True))


@lru_cache(maxsize=64)
def kind_of(kind_id: str) -> Kind:
    """Return the kind of an id. Raises UnknownKind."""
    if kind_id not in kind_ids():
        raise UnknownKind(kind_id)
    kind: Kind = import_module(f"{__name__}.{kind_id.replace('-', '_')}").KIND
    return kind


def usual_kind(period_kind: PeriodKind) -> Kind:
    """Return the kind of report that is made for a month, a quarter … unless another is asked for."""
    return next(kind for kind in map(kind_of, kind_ids()) if period_kind in kind.usual_for)
