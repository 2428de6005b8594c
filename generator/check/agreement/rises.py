"""How much something rose or fell, beside what it was and what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.agreement.doubt import WHOLE, Doubt, decimal
from generator.word.read.paragraph import Paragraph

_FIGURE = rf"(?:{WHOLE})(?:,\d{{1,15}})?"
_SIDE = rf"(?<![\w/.,-])(?P<%s>{_FIGURE})(?P<%s_unit>\s?%%)?(?![\w/]|[.,]\d)"
_THING = r"(?:\s+[^\W\d][^;:.,()%\d]{0,40}?)?"
_FROM_TO = rf"từ\s+(?:mức\s+)?{_SIDE % ('old', 'old')}{_THING}\s+(?:lên|xuống)\s+(?:còn\s+)?{_SIDE % ('new', 'new')}"
_BY = rf"(?:tăng|giảm)\s+(?:thêm\s+)?(?P<by>{_FIGURE})(?P<by_unit>\s?%| điểm phần trăm| điểm %)?(?![\w/]|[.,]\d)"
_FORMS = tuple(
    re.compile(f"(?i){form}")
    for form in (
        rf"{_FROM_TO}{_THING}\s*(?:,\s*|\(\s*|\s)(?:tức\s+)?{_BY}",
        rf"{_BY}{_THING}(?:\s*,\s*|\s*\(\s*|\s+){_FROM_TO}",
    )
)


def rises_that_differ(paragraph: Paragraph) -> Iterator[Doubt]:
    """Yield the rises and falls of a paragraph that the two figures beside them do not give."""
    if "từ" not in paragraph.words.lower():
        return
    for form in _FORMS:
        for found in form.finditer(paragraph.words):
            old, new, said = (decimal(found[name]) for name in ("old", "new", "by"))
            assert old is not None and new is not None and said is not None, "the form takes nothing else"
            is_rate, unit = bool(found["new_unit"]), (found["by_unit"] or "").strip()
            if bool(found["old_unit"]) != is_rate or (unit.startswith("điểm") and not is_rate):
                continue
            given = _given(old, new, unit, is_rate=is_rate)
            places = max(_places(found[name]) for name in ("old", "new", "by"))
            if not any(_agree(value, said, found["by"], places) for value in given):
                written = f"{round(given[0], max(places, 1)):g}".replace(".", ",")
                left = f"{found['old']}{found['old_unit'] or ''}", f"{found['new']}{found['new_unit'] or ''}"
                yield Doubt(paragraph, found.start("by"), found["by"], _why(*left, written, unit, is_rate=is_rate))


def _given(old: float, new: float, unit: str, *, is_rate: bool) -> list[float]:
    """What the figures give: points for points; of a rate "tăng 5%" may be points or a share of what it was."""
    points = abs(new - old)
    share = [points / old * 100] if old else []
    if unit != "%":
        return [points] if unit or not is_rate else [points, *share]
    return [points, *share] if is_rate else share or [points]


def _agree(value: float, said: float, written: str, places: int) -> bool:
    """Rounded as it is written; of figures with decimals the last digit may come from more than is shown."""
    slack = 0.1**places if places else 0.0
    return abs(value - said) <= max(0.1 ** _places(written) / 2, slack) + 1e-9


def _places(written: str) -> int:
    return len(written.partition(",")[2])


def _why(old: str, new: str, given: str, unit: str, *, is_rate: bool) -> str:
    what = " điểm phần trăm" if is_rate else unit
    return f"từ {old} đến {new} là {given}{what}"
