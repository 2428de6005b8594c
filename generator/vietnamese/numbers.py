"""Numbers and days as an officer writes them."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.numbers import format_decimal

_LOCALE = "vi"


@lru_cache(maxsize=4096)
def quantity(value: Decimal | int) -> str:
    """Return a figure for a table: "1.247", "96,5", "5"; two decimals at most."""
    if isinstance(value, int) or value == value.to_integral_value():
        whole = int(value)
        return str(whole) if -1000 < whole < 1000 else str(format_decimal(whole, locale=_LOCALE))
    return str(format_decimal(value.quantize(Decimal("0.01"), ROUND_HALF_UP), format="#,##0.##", locale=_LOCALE))


def count(value: int) -> str:
    """Return a count for a sentence: below 10 it takes a leading 0 ("04"), by custom."""
    return f"{value:02}" if 0 < value < 10 else quantity(value)


def percent(value: Decimal) -> str:
    """Return a percentage ("75%", "96,5%"), never rounded up to 100% nor down to 0% unless it is exactly that."""
    rounded = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    if rounded == 100 and value < 100:
        rounded = Decimal("99.99")
    elif rounded == 0 and value > 0:
        rounded = Decimal("0.01")
    return f"{quantity(rounded.normalize() if rounded else Decimal(0))}%"


def share(part: int, whole: int) -> str:
    """Return part of whole as a percentage. `whole` must not be zero: there is no rate of nothing."""
    return percent(Decimal(part) * 100 / Decimal(whole))


def document_number(text: str) -> str:
    """Return a document's number: below 10 it takes a leading 0 (Nghị định 30/2020, PL I, Phần I, II.3.c)."""
    return text.zfill(2) if text.isdecimal() and text.isascii() else text


def short_date(day: date) -> str:
    """Return "08/3/2023": a day below 10 and months 1 and 2 take a 0 (Nghị định 30/2020, PL I, Phần I, II.4.b)."""
    return f"{day.day:02}/{_month(day)}/{day.year}"


def long_date(day: date) -> str:
    """Return "ngày 05 tháng 01 năm 2023" (Nghị định 30/2020, PL I, Phần I, II.4.b)."""
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year}"


def undated(day: date) -> str:
    """Return the date line before the day is known: "ngày      tháng 6 năm 2023"."""
    return f"ngày      tháng {_month(day)} năm {day.year}"


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month < 3 else str(day.month)
