"""What people type in cells, made plain: text, keys to compare by, days, numbers, periods and codes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from generator.domain.deadline import DeadlineForm, last_day_in_time
from generator.domain.period import PeriodKind, ReportingPeriod, UnknownPeriod
from generator.vietnamese.dates import in_our_time, read_day, short_date
from generator.vietnamese.numbers import read_number
from generator.vietnamese.text import composed, folded, seen, whole, with_plain_lines, writable

#: A cell as calamine gives it; an empty one is "".
Value = str | int | float | bool | date | datetime | time | timedelta

# -- text -----------------------------------------------------------------------------------------
_LEGACY_LETTERS = "§®µ¸¶¹¨©ª«¬\xadñøûïåäëæöîÿÑØÛÏÅÄËÆÖ"
_LEGACY = re.compile(f"[{_LEGACY_LETTERS}]")
#: Changes each of these letters and no other.
_LEGACY_BYTES = bytes(0 if chr(byte) in _LEGACY_LETTERS else byte for byte in range(256))
_UNICODE_VIETNAMESE = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]")
#: Pairs of letters that no Vietnamese word has, and that the two old ways of writing are full of.
_LEGACY_WORD = re.compile(
    # VNI: a vowel, then the letter that marks it ("caáp", "chöõ", "kyù"); đ as ñ begins its word.
    r"[ae](?i:[âáàåãä])|o(?i:[âåä])|a(?i:[êéèúüë])|[aeiouyôö](?i:[ùøûõï])|[AE][ÂÁÀÅÃÄ]|O[ÂÅÄ]|A[ÊÉÈÚÜË]|[AEIOUYÔÖ][ÙØÛÕÏ]"
    r"|\b[ñÑ](?=[aeiouyôöAEIOUYÔÖ])"
    # TCVN3: a sign after a letter ("hµnh", "ho¹ch"), đ as ® or § before one, a capital inside a word ("kÕ").
    r"|[A-Za-zö](?:[µ¸¶«¬]|[¹¨©](?=[a-z])|\xad(?=[íêëìî]))|[a-z]ª|(?<!\w)[§®](?=[^\W\d]|[·¸µ¶¹])|[a-z][ÆÇÈÉÊËÌÐÎÏÑÒÓÔÕÖ×ØÜÝÞ]"
)
_is_normalized = unicodedata.is_normalized


def tidy(text: str) -> tuple[str, bool]:
    """Return the text in NFC with \\n line ends and bare edges, and whether characters XML forbids were left out."""
    if text.isprintable() and _is_normalized("NFC", text) and text[:1] != " " and text[-1:] != " ":
        return text, False
    lines = with_plain_lines(text)
    allowed = writable(lines)
    return allowed.strip(), allowed != lines


def all_plain(texts: list[str]) -> bool:
    """Whether none of the texts needs tidying or has a letter of an old font: most sheets, told at once."""
    if texts != [*map(str.strip, texts)]:
        return False
    joined = "".join(texts).replace("\n", "")
    if not joined.isprintable():
        return False
    latin = joined.encode("latin-1", "ignore")
    return latin.translate(_LEGACY_BYTES) == latin and _is_normalized("NFC", joined)


def looks_like_legacy_typing(text: str) -> bool:
    """Whether a text seems typed for a VNI or TCVN3 font: one of their letters, and words as only they write them.

    One such word may be a foreign name ("Haïti"); beside words in Unicode even two may be.
    """
    if text.isascii() or not _LEGACY.search(text):
        return False
    words = [word for word in text.split() if _LEGACY_WORD.search(word) and not _UNICODE_VIETNAMESE.search(word)]
    return len(words) >= (3 if _UNICODE_VIETNAMESE.search(text) else 2)


def shown(value: Value) -> str:
    """Return a cell's value as Vietnamese text: 96,5; 13/6/2023; 13/6/2023 08:30; 30:00."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return f"{value:.15g}".replace(".", ",")
    if isinstance(value, datetime) and value.time() != time():
        return f"{short_date(value)} {_clock(value - datetime.combine(value, time()), 2)}"
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, time):
        return _clock(datetime.combine(_SERIAL_ZERO, value) - datetime.combine(_SERIAL_ZERO, time()), 2)
    return _clock(value, 1)


def _clock(length: timedelta, digits: int) -> str:
    """Return a length of time as a clock shows it, its seconds only when there are some."""
    seconds = abs(round(length.total_seconds()))
    clock = f"{seconds // 3600:0{digits}}:{seconds // 60 % 60:02}" + (f":{seconds % 60:02}" if seconds % 60 else "")
    return f"-{clock}" if length < timedelta() else clock


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines that say something."""
    return tuple(line for line in (raw.strip() for raw in text.split("\n")) if line)


def parts_of(text: str) -> tuple[str, ...]:
    """Return what semicolons or line breaks separate."""
    if ";" not in text and "\n" not in text:
        return (alone,) if (alone := text.strip()) else ()
    return tuple(part for part in (raw.strip() for raw in re.split(r"[;\n]", text)) if part)


_NUMBER_WORD = re.compile(r"số\s*[:.]?\s*(?=\d)", re.IGNORECASE)
_ABOUT_WORD = re.compile(r"v\s*/\s*v\b\s*[:.]?\s*", re.IGNORECASE)


def without_number_word(text: str) -> str:
    """Return a document's number without the "Số" or "số:" that documents print before it."""
    match = _NUMBER_WORD.match(text)
    return text[match.end() :] if match else text


def without_about_word(text: str) -> str:
    """Return what a document is about without the "V/v" that only the document itself bears."""
    match = _ABOUT_WORD.match(text)
    return text[match.end() :] if match else text


# -- days -----------------------------------------------------------------------------------------
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
_SERIAL_ZERO = date(1899, 12, 30)
_BEFORE = re.compile(r"^(?:hoàn thành )?trước\b[ :]*")
_BY = re.compile(r"^(?:hoàn thành )?(?:chậm nhất(?: là)?|đến hết|đến|trong|hết|hạn)\b[ :]*")


def day_of(value: Value) -> date | None:
    """Return the day of the years 2000-2099 that a cell means: a date, its serial number, or text, day first."""
    if isinstance(value, date):
        return in_our_time(value.date() if isinstance(value, datetime) else value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if not isinstance(value, str):
        in_range = _FIRST_SERIAL <= value <= _LAST_SERIAL and value == int(value)
        return _SERIAL_ZERO + timedelta(days=int(value)) if in_range else None
    return read_day(value)


def deadline_day_of(value: Value, *, before_includes_day: bool) -> date | None:
    """Return the last day in time that a cell means: a day, "trước 25/11/2023", "đến 25/11/2023", "quý II/2023"."""
    if not isinstance(value, str):
        return day_of(value)
    text = folded(value)
    form = DeadlineForm.BEFORE if _BEFORE.match(text) else DeadlineForm.BY
    text = _BY.sub("", _BEFORE.sub("", text, count=1), count=1)
    stated = day_of(text)
    if stated is None:
        try:
            period = ReportingPeriod.parse(text.rstrip(".,;"))
        except UnknownPeriod:
            return None
        if form is DeadlineForm.BY:
            return period.last_day
        stated = period.first_day
    return last_day_in_time(stated, form, before_includes_day=before_includes_day)


def swapped(day: date) -> date | None:
    """Return the day with day and month exchanged, as an English Excel does to what was typed day first."""
    return day.replace(day=day.month, month=day.day) if day.day <= 12 and day.day != day.month else None


# -- numbers --------------------------------------------------------------------------------------
_QUADRILLION, _MILLIONTH = 10**15, Decimal("0.000001")


@lru_cache(maxsize=1024)
def _decimal(value: float) -> Decimal:
    return Decimal(f"{value:.15g}")


def number_of(value: Value) -> Decimal | None:
    """Return the number a cell means, below a quadrillion; text is read by `read_number`.

    Less than a millionth is what reckoning in a sheet leaves of 0.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    number: Decimal | None
    if not isinstance(value, str):
        number = _decimal(value) if abs(value) < _QUADRILLION else None
    else:
        number = read_number(value)
    if number is None or abs(number) >= _QUADRILLION:
        return None
    return number if abs(number) >= _MILLIONTH else Decimal(0)


# -- periods and codes ----------------------------------------------------------------------------
def period_of(value: Value, year: int = 0) -> ReportingPeriod | None:
    """Return the period a cell means, also when Excel made a date of 2023-06 or a number of 2023.

    One without its year ("Tháng 5", "Q2") is of `year`.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float) and value % 1 == 0:
        value = str(int(value)) if value < _FIRST_SERIAL else (day_of(value) or "")
    if isinstance(value, date):
        return ReportingPeriod(value.year, PeriodKind.MONTH, value.month) if value.day == 1 else None
    if not isinstance(value, str):
        return None
    try:
        return ReportingPeriod.parse(seen(value), year)
    except UnknownPeriod:
        return None


def code_candidates(value: Value) -> tuple[str, ...]:
    """Return the codes a cell may have held before Excel made a number or a date of it; text is itself."""
    if isinstance(value, str):
        return ("".join(composed(seen(value)).split()).rstrip("."),)
    if isinstance(value, bool):
        return (shown(value),)
    if isinstance(value, int | float):
        text = f"{value:.15g}"
        return (text, f"{text}0") if "." in text else (text,)
    if isinstance(value, date):
        day, month, year = value.day, value.month, value.year % 100
        pairs = [(day, month), (month, day)]
        forms = [f"{a}.{b}" for a, b in pairs] + [f"{a}.{b}.{year}" for a, b in pairs]
        return tuple(dict.fromkeys(forms))
    return (str(value),)


def following_code(code: str) -> str:
    """Return the code that comes next in a list: III.12 after III.11; "" when it ends in no number."""
    head, dot, number = code.rpartition(".")
    last = whole(number)
    return "" if last is None else f"{head}{dot}{last + 1}"


def resolve_code(value: Value, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the known codes that a cell may mean: none, one, or several when Excel's change cannot be undone.

    `known` gives each code by itself in lower case.
    """
    if isinstance(value, str) and (code := known.get(value.lower())):
        return (code,)
    found = (known.get(candidate.lower()) for candidate in code_candidates(value))
    return tuple(code for code in found if code)
