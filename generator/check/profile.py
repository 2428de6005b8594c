"""Local rules of a unit: they may only narrow what the decree allows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.check.allowed import allowed_text
from generator.law.rule import Between, Rule
from generator.law.rules import RULES
from generator.vietnamese.numbers import number_text
from generator.word.package import read_file

_FROM, _TO = "từ", "đến"
_EXAMPLE = '"page.margin.left" = 30'
_SPAN = '{ "từ" = 13, "đến" = 14 }'
_AT_LINE = re.compile(r"\(at line (\d+)")
_COMMA = re.compile(r"\d,\d")
_BARE_VIETNAMESE = re.compile(r"(?<![\"'\w])(?:từ|đến)(?![\"'\w])")


class ProfileFault(ValueError):
    """A profile that cannot be used. The message is whole and in Vietnamese; `rule_id` is the rule at fault, if any."""

    def __init__(self, message: str, rule_id: str = "") -> None:
        super().__init__(message)
        self.rule_id = rule_id


@dataclass(frozen=True, slots=True)
class Profile:
    """Rules by id with what is allowed locally. Build it with `narrowed` or `load_profile`."""

    rules: Mapping[str, Rule] = field(default_factory=lambda: RULES)


def narrowed(allowed: Mapping[str, Any]) -> Profile:
    """Return the decree narrowed by `allowed`: rule id -> one value, a list of values, or {"từ": a, "đến": b}.

    Raises ProfileFault for an unknown rule, one without measurable values, or a value the decree does not allow.
    """
    rules = dict(RULES)
    for rule_id, value in allowed.items():
        rule = RULES.get(rule_id)
        if rule is None:
            message = f"Không có quy tắc “{rule_id}”. Xem mã quy tắc bằng cchc check … --json."
            raise ProfileFault(message, rule_id)
        rules[rule_id] = _narrow(rule, value)
    return Profile(rules)


def load_profile(path: Path) -> Profile:
    """Return the profile in a TOML file: a line a rule, such as `"page.margin.left" = 30`.

    Raises ProfileFault, which names the file and, where there is one, the line.
    """
    try:
        text = read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise ProfileFault(f"Tệp {path.name} không ở bảng mã UTF-8. Mở bằng Notepad, lưu lại với mã UTF-8.") from exc
    except FileNotFoundError as exc:
        raise ProfileFault(f"Không tìm thấy tệp quy định riêng {path.name}.") from exc
    except OSError as exc:
        raise ProfileFault(f"Không mở được tệp quy định riêng {path.name}.") from exc
    try:
        return narrowed(dict(_flat(tomllib.loads(text))))
    except tomllib.TOMLDecodeError as exc:
        found = _AT_LINE.search(str(exc))
        number = int(found[1]) if found else max(1, len(text.splitlines()))
        raise ProfileFault(f"Tệp {path.name}, dòng {number}: {_why_unreadable(text, number, str(exc))}") from exc
    except ProfileFault as fault:
        number = _line_of(fault.rule_id, text)
        where = f"Tệp {path.name}, dòng {number}" if number else f"Tệp {path.name}"
        raise ProfileFault(f"{where}: {fault}", fault.rule_id) from fault


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """The rules of a file; an id written without quotes comes as tables in tables."""
    for key, value in table.items():
        rule_id = f"{before}{key}"
        if (
            isinstance(value, Mapping)
            and rule_id not in RULES
            and any(name.startswith(f"{rule_id}.") for name in RULES)
        ):
            yield from _flat(value, f"{rule_id}.")
        else:
            yield rule_id, value


def _why_unreadable(text: str, number: int, reason: str) -> str:
    """Say what is wrong with a line that is no TOML, and how to write it."""
    lines = text.splitlines()
    line = lines[number - 1].strip() if number <= len(lines) else ""
    if "overwrite" in reason or "twice" in reason or "mutate" in reason:
        return f"“{line}” ghi lại một quy tắc đã có ở trên. Mỗi quy tắc chỉ ghi một lần."
    if _COMMA.search(line.partition("=")[2]):
        return f"“{line}”: số thập phân ghi bằng dấu chấm, ví dụ 12.7."
    if _BARE_VIETNAMESE.search(line):
        return f"“{line}”: “từ”, “đến” đặt trong dấu nháy, ví dụ {_SPAN}."
    return f"không hiểu “{line}”. Mỗi dòng ghi một quy tắc, ví dụ {_EXAMPLE}; chữ đặt trong dấu nháy kép."


def _line_of(rule_id: str, text: str) -> int:
    """The line where a rule is set, 0 when it is spread over a table."""
    key = re.compile(rf"""\s*["']?{re.escape(rule_id)}["']?\s*[=.\]]""")
    return next((n for n, line in enumerate(text.splitlines(), 1) if rule_id and key.match(line)), 0)


def _narrow(rule: Rule, value: Any) -> Rule:
    if isinstance(value, Mapping):
        try:
            low, high = float(value[_FROM]), float(value[_TO])
        except (KeyError, TypeError, ValueError) as exc:
            raise ProfileFault(f"Quy tắc “{rule.id}”: khoảng ghi dạng {_SPAN}.", rule.id) from exc
        wanted: Between | tuple[Any, ...] = Between(low, high)
        ends: tuple[Any, ...] = (low, high)
        within = isinstance(rule.allowed, Between) and low <= high
    else:
        wanted = ends = tuple(value) if isinstance(value, list) else (value,)
        within = bool(ends)
    if not within or not all(_in_decree(rule, end) for end in ends):
        shown = ", ".join(_as_typed(end) for end in ends) or "[]"
        message = (
            f"{shown} trái {rule.clause} ({rule.statement}). Quy định riêng chỉ được thu hẹp: {allowed_text(rule)}."
        )
        raise ProfileFault(f"Quy tắc “{rule.id}”: {message}", rule.id)
    local = replace(rule, allowed=wanted)
    return replace(local, default=local.nearest(rule.default)) if isinstance(rule.default, (int, float)) else local


def _as_typed(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return number_text(value) if isinstance(value, (int, float)) else f"“{value}”"


def _in_decree(rule: Rule, value: Any) -> bool:
    if isinstance(rule.allowed, Between):
        return isinstance(value, (int, float)) and value in rule.allowed
    return value in rule.allowed
