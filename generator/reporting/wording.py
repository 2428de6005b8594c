"""Phrases from the data file, and the small grammar of joining them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from generator.domain.period import PeriodKind, ReportingPeriod
from generator.domain.plan import Plan
from generator.domain.report_kind import ReportKind
from generator.domain.unit import Unit
from generator.reporting.title_case import Spelling
from generator.vietnamese.cells import following_code
from generator.vietnamese.office_names import load_names
from generator.vietnamese.office_spans import CAPITAL


class PhraseFault(ValueError):
    """A phrase missing from the data file, or with a name in braces that is not filled in. Whole, in Vietnamese."""


class Doubtful(str):
    """A value that rests on something doubtful in the workbook; documents highlight it."""

    __slots__ = ()
    doubtful = True


class Keyed(str):
    """A value that its row is known by: documents keep the row's key beside it, unseen."""

    row_key: str
    doubtful: bool

    def __new__(cls, text: str, row_key: str) -> Keyed:
        keyed = super().__new__(cls, text)
        keyed.row_key = row_key
        keyed.doubtful = isinstance(text, Doubtful)
        return keyed


_SHAPES = {
    ("str",): "câu chữ trong ngoặc kép",
    ("int",): "một số nguyên",
    ("list", "str"): "danh sách chữ trong ngoặc vuông",
    ("dict", "str"): "bảng tên = chữ",
}


def _shape(value: Any) -> tuple[str, ...]:
    """What kind of value it is: a table or a list with the kinds of what is in it."""
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return (type(value).__name__, *sorted({type(item).__name__ for item in inner}))


def _in(source: Any, key: str) -> Any:
    for name in key.split("."):
        source = source.get(name) if isinstance(source, Mapping) else None
    return source


class Phrases:
    """The sentences of reports, by "part.case". What a unit's own file lacks is taken from the shipped one."""

    def __init__(self, data: Mapping[str, Any], shipped: Mapping[str, Any] | None = None) -> None:
        self._sources = (data, shipped) if shipped is not None else (data,)
        self._found: dict[str, Any] = {}
        self._capitals: tuple[str, ...] | None = None

    def value(self, key: str) -> Any:
        """Return a setting or phrase as it stands. Raises PhraseFault."""
        if key in self._found:
            return self._found[key]
        for source in self._sources:
            found = _in(source, key)
            if found is not None:
                self._refuse_other_type(key, found)
                self._found[key] = found
                return found
        raise PhraseFault(f"Tệp câu chữ (cau-chu.toml) thiếu mục “{key}”.")

    def _refuse_other_type(self, key: str, found: Any) -> None:
        usual = _in(self._sources[-1], key)
        if usual is not None and _shape(found) not in (_shape(usual), _shape(usual)[:1]):
            raise PhraseFault(
                f"Mục “{key}” trong tệp câu chữ (cau-chu.toml) phải là {_SHAPES.get(_shape(usual), 'như tệp gốc')}. "
                "Hãy chép lại mục đó từ tệp gốc rồi sửa chữ."
            )

    def say(self, key: str, **values: str) -> str:
        """Return the phrase with its braces filled. Raises PhraseFault."""
        phrase = self._found[key] if key in self._found else self.value(key)
        try:
            return str(phrase).format_map(values)
        except (KeyError, IndexError, ValueError, AttributeError) as exc:
            known = ", ".join(f"{{{name}}}" for name in values) or "không có chữ nào"
            raise PhraseFault(
                f"Câu “{key}” trong tệp câu chữ (cau-chu.toml) có ngoặc nhọn viết sai hoặc không có. "
                f"Dùng được: {known}."
            ) from exc

    def period_word(self, period: ReportingPeriod, kind: ReportKind) -> str:
        """Return how the period is called in a sentence: "trong tháng", "trong quý", "trong năm", "trong kỳ"."""
        known = {PeriodKind.MONTH: "chung.thang", PeriodKind.QUARTER: "chung.quy", PeriodKind.YEAR: "chung.nam"}
        return str(self.value(known[period.kind])) if period.kind in known else kind.period_word

    def lower_first(self, text: str) -> str:
        """Return the text for the middle of a sentence; names and abbreviations keep their capital."""
        if self._capitals is None:
            self._capitals = tuple(self.value("chung.giu_chu_hoa"))
        return text if text.startswith(self._capitals) else _lowered(text)


#: A first word, and the first two letters of the second.
_TWO_WORDS = re.compile(r"([^\s,]*)[\s,]*([^\s,]?)([^\s,]?)")


def _lowered(text: str) -> str:
    """The text with a small first letter, unless an abbreviation or a name of two capitals begins it."""
    words = _TWO_WORDS.match(text)
    assert words is not None
    first, capital, small = words.groups()
    is_name = first[1:] != first[1:].lower() or (capital.isupper() and small.islower())
    return text if is_name else text[:1].lower() + text[1:]


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def small_first(text: str) -> str:
    """Return a label, which is no name, with a small first letter."""
    return text[:1].lower() + text[1:]


@lru_cache(maxsize=4096)
def one_line(text: str) -> str:
    """Return free text fit for the middle of a sentence: one line, no closing mark."""
    lines = [re.sub(r"^(?:[-+•]\s*)+", "", line.strip()).rstrip(" .;") for line in text.splitlines()]
    first, *others = [line for line in lines if line] or [""]
    return "; ".join([first, *map(_lowered, others)])


#: A task's name in a sentence; one longer than this ends where its first part does.
_LONGEST_NAME = 150
_PARTS_OF_NAME = re.compile(r"[;:.] |, | - ")


@lru_cache(maxsize=4096)
def gist(text: str) -> str:
    """Return a task's words fit for a sentence: whole when short, else up to the last mark that keeps it short."""
    words = one_line(text)
    if len(words) <= _LONGEST_NAME:
        return words
    ends = [m.start() for m in _PARTS_OF_NAME.finditer(words) if 30 < m.start() <= _LONGEST_NAME]
    return words[: ends[-1]] if ends else words


def as_sentence(text: str) -> str:
    """Return typed words as a whole sentence: on one line, a capital first, a full stop last."""
    words = capitalised(one_line(text))
    return words if not words or words[-1] in "!?…" else f"{words}."


#: A paragraph of sentences this long is followed by another.
_LONG_PARAGRAPH = 640
#: One shorter than this, at the end, does not stand alone.
_SHORT_PARAGRAPH = 120


def paragraphs(sentences: Iterable[str]) -> list[str]:
    """Return sentences put together into paragraphs that can be read."""
    out: list[str] = []
    for sentence in sentences:
        if out and len(out[-1]) + len(sentence) <= _LONG_PARAGRAPH:
            out[-1] = f"{out[-1]} {sentence}"
        else:
            out.append(sentence)
    if len(out) > 1 and len(out[-1]) < _SHORT_PARAGRAPH:
        out[-2:] = [" ".join(out[-2:])]
    return out


def listed(items: Iterable[str]) -> str:
    """Return "a, b và c"; where an item has its own "và" only commas, and semicolons where one has commas too and no
    bracket that ends it: "Phòng Văn hóa - Xã hội; Phòng Kinh tế, Hạ tầng và Đô thị"."""
    *rest, final = items
    if not rest:
        return final
    if not any(" và " in _IN_BRACKETS.sub("", item) for item in (*rest, final)):
        return f"{', '.join(rest)} và {final}"
    is_clear = all(item.endswith(")") or ", " not in item for item in (*rest, final))
    return (", " if is_clear else "; ").join((*rest, final))


_IN_BRACKETS = re.compile(r"\([^()]*\)")


def closing_marks(count: int) -> Iterable[str]:
    """Yield the mark that ends each line of a list: ";" and at last "."."""
    yield from (";" for _ in range(count - 1))
    if count:
        yield "."


def section_title(title: str, plan: Plan, unit: Unit, phrases: Phrases) -> str:
    """Return an upper-case title in sentence case; names and abbreviations keep their capitals.

    They are known from the plan's own text, the unit's names and the phrase file.
    """
    if title != title.upper():
        return title
    return _spelling(plan, (unit.name, unit.superior, unit.place), phrases).in_a_sentence(title)


@lru_cache(maxsize=4)
def _spelling(plan: Plan, names: tuple[str, ...], phrases: Phrases) -> Spelling:
    texts = (text for t in plan.tasks for text in (t.text, t.deliverables, t.assignment.text, t.superior_task))
    listed_names = (*phrases.value("chung.viet_tat"), *phrases.value("chung.giu_chu_hoa"))
    offices = (name for name in load_names().printed.values() if _PROPER.search(name) and not name.startswith("Các "))
    return Spelling((phrases.value("chung.tu_thuong"), *texts), (*listed_names, *names), offices)


#: A capital within: "Ban Chỉ đạo", not "Đơn vị sự nghiệp".
_PROPER = re.compile(rf"\s[{CAPITAL}]")


#: So many numbers that follow on each other are named by the first and the last.
_LONG_RUN = 3


def runs_of(numbers: Iterable[str], phrases: Phrases) -> list[str]:
    """Return numbers of tasks ("III.2") or of objectives ("2"), of more than three that follow on each other the first
    and the last: "III.2 đến III.14"."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and following_code(runs[-1][-1]) == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    long = ([phrases.say("ky_toi.tu_den", dau=run[0], cuoi=run[-1])] if len(run) > _LONG_RUN else run for run in runs)
    return [said for run in long for said in run]
