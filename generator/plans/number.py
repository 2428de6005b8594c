"""The plan's number, day of issue and issuer, wherever its first lines put them: a letterhead, cells, brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.vietnamese.dates import calendar_day
from generator.vietnamese.titles import COMMITTEE


@dataclass(frozen=True, slots=True)
class IssueLine:
    """What a line such as "(Kèm theo Quyết định số ... ngày ... của ...)" says; empty where it does not."""

    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    year: int = 0


#: The lines that may hold a letterhead and a title.
HEAD_LINES = 40

_A_NUMBER = r"\d+[a-zđ]?\s*/\s*[A-ZĐ\d][\w\-/&]*"
_A_DAY = r"(?P<d>\d{1,2})\s*(?:/|-|\.|tháng)\s*(?P<m>\d{1,2})\s*(?:/|-|\.|năm)\s*(?P<y>\d{4})(?!\d)"
_LETTERHEAD_NUMBER = re.compile(r"Số\s*:\s*(?P<number>\d+[a-z]?)?\s*(?P<symbol>/\s*[A-ZĐ][\w\-/Đ&]*)")
_PLACE_AND_DAY = re.compile(rf"^(?P<place>[^\d,;:]{{2,40}}),\s*ngày\s+{_A_DAY}\s*$")
#: A cell of its own, or its label in the cell before.
_NUMBER_LABEL = re.compile(r"^Số(?:\s+(?:kế hoạch|ký hiệu|kí hiệu|văn bản|hiệu))?\s*:?\s*(?P<rest>.*)$", re.IGNORECASE)
_DAY_LABEL = re.compile(r"^Ngày(?:\s+(?:ban hành|ký|kí|kế hoạch|văn bản))?\s*:?\s*(?P<rest>.*)$", re.IGNORECASE)
_ATTACHED = re.compile(
    r"^(?:\(?\s*(?:ban hành\s+)?kèm\s+theo|\(\s*ban hành\s+theo)\s+(?:Kế hoạch|KH|Công văn|Quyết định|QĐ|Thông báo)\b"
    r"(?P<rest>[^)]*/[^)]*)\)?",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    rf"^(?:Kế hoạch|KH)\b[^.;:]{{0,80}}?\bsố\s*:?\s*(?P<rest>{_A_NUMBER}[^;:]{{0,120}})$", re.IGNORECASE
)


def attached_to(line: str) -> IssueLine | None:
    """Return what "(Ban hành kèm theo Quyết định số ... ngày ... của ...)" says; None for any other line."""
    match = _ATTACHED.search(line)
    return _issue(match["rest"]) if match else None


def find_number_and_date(lines: Sequence[str]) -> tuple[str, date | None, str]:
    """Return number, day and place of issue from the first lines, each empty when it is not there."""
    number, issued_on, place = "", None, ""
    head = lines[:HEAD_LINES]
    for line in head:
        if not number and (match := _LETTERHEAD_NUMBER.search(line)):
            number = (match["number"] or "") + re.sub(r"\s", "", match["symbol"])
            line = line[match.end() :].strip()
        if issued_on is None and (match := _PLACE_AND_DAY.match(line)):
            issued_on, place = calendar_day(*match.group("d", "m", "y")), match["place"].strip()
    number = number or _labelled(head, _NUMBER_LABEL, _A_NUMBER)
    if issued_on is None and (said := _labelled(head, _DAY_LABEL, _A_DAY)) and (day := re.match(_A_DAY, said)):
        issued_on = calendar_day(*day.group("d", "m", "y"))
    return number, issued_on, place


def says_itself(lines: Sequence[str]) -> IssueLine:
    """Return what a heading "Kế hoạch số 45/KH-UBND ngày ..." says, when just one number is named in such lines."""
    found = {said.number: said for line in lines if (match := _ITSELF.match(line)) and (said := _issue(match["rest"]))}
    return next(iter(found.values())) if len(found) == 1 else IssueLine()


def committee_name(issuer: str) -> str:
    """ "Ủy ban nhân dân phường Bến Xuân" as other sentences write it: "UBND phường Bến Xuân"."""
    match = COMMITTEE.fullmatch(issuer)
    return f"UBND {match['level'].lower()} {match['name']}" if match else issuer


def _labelled(lines: Sequence[str], label: re.Pattern[str], wanted: str) -> str:
    """What stands after a label, in its own line or alone in the next."""
    for index, line in enumerate(lines):
        match = label.match(line.strip())
        if match is None:
            continue
        rest = match["rest"] or (lines[index + 1].strip() if index + 1 < len(lines) else "")
        if found := re.fullmatch(wanted, rest, re.IGNORECASE):
            return re.sub(r"\s", "", found[0]) if "tháng" not in found[0] else found[0]
    return ""


def _issue(text: str) -> IssueLine:
    number = re.search(_A_NUMBER, text)
    day = re.search(rf"ngày\s+{_A_DAY}", text, re.IGNORECASE)
    issuer = re.search(r"\bcủa\s+(?P<who>[^)\[]+)", text)
    year = re.search(r"năm\s+(20\d\d)", text, re.IGNORECASE)
    return IssueLine(
        re.sub(r"\s", "", number[0]) if number else "",
        calendar_day(*day.group("d", "m", "y")) if day else None,
        committee_name(issuer["who"].strip(" .,)")) if issuer else "",
        int(year[1]) if year else 0,
    )
