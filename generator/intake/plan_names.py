"""Who leads and who supports a task, from the plan's own words and a list of names that a place can extend."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from generator.domain.plan import Assignment
from generator.intake.plan_blocks import UnreadablePlan

#: A place's own names, beside the plan; same form as unit_names.toml.
OWN_NAMES = "ten-don-vi.toml"


@dataclass(frozen=True, slots=True)
class UnitNames:
    """Names by every way of writing them, and one pattern that finds the longest at a position."""

    printed: Mapping[str, str]
    pattern: re.Pattern[str]

    def printed_name(self, written: str) -> str:
        return self.printed[_plain(written)]


@dataclass(frozen=True, slots=True)
class WhoDoes:
    """The assignment derived from a text and the names in it that are on no list."""

    assignment: Assignment
    not_recognised: tuple[str, ...] = ()


def load_names(beside: Path | None = None) -> UnitNames:
    """Return the shipped names with those of `ten-don-vi.toml` in the folder `beside`. Raises UnreadablePlan."""
    own = beside / OWN_NAMES if beside else None
    text = ""
    if own is not None and own.is_file():
        try:
            text = own.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as exc:
            raise UnreadablePlan(f"Không đọc được tệp tên cơ quan, đơn vị {own.name}: hãy lưu dạng UTF-8.") from exc
    return _names(text)


@lru_cache(maxsize=4)
def _names(own: str) -> UnitNames:
    shipped = files("generator.intake").joinpath("unit_names.toml").read_text("utf-8")
    try:
        units = tomllib.loads(own).get("unit", []) if own else []
    except tomllib.TOMLDecodeError as exc:
        raise UnreadablePlan(f"Tệp {OWN_NAMES} viết sai mẫu ({exc}); xem mẫu trong hướng dẫn.") from exc
    printed: dict[str, str] = {}
    for unit in [*units, *tomllib.loads(shipped)["unit"]]:
        if not isinstance(unit, dict) or not isinstance(unit.get("name"), str):
            raise UnreadablePlan(f'Tệp {OWN_NAMES}: mỗi mục [[unit]] phải có dòng name = "…".')
        for way in (unit["name"], *unit.get("also", ())):
            printed.setdefault(_plain(str(way)), unit["name"])
    ways = sorted(printed, key=len, reverse=True)
    return UnitNames(printed, re.compile("|".join(_as_pattern(w) for w in ways), re.IGNORECASE))


def _plain(name: str) -> str:
    name = unicodedata.normalize("NFC", name).lower().replace("–", "-")
    return " ".join(re.sub(r"\s*-\s*", " - ", name).split())


def _as_pattern(way: str) -> str:
    words = re.escape(way).replace(r"\ \-\ ", r"\s*[-–]\s*").replace(r"\ ", r"\s+")
    return rf"(?:{words})(?!\w)"


_STEP = re.compile(r"\n|(?<=[.;])\s+(?=[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ])")
_BULLET = re.compile(r"^\s*(?:[-–+•]\s*|[a-zđ]\)\s*)")
_BEFORE_A_NAME = re.compile(
    r"^(?:(?:Định kỳ|H[ằà]ng (?:tuần|tháng|quý|năm)|Hàng ngày|Riêng|Trách nhiệm thực hiện|Các cơ quan(?=:)|Căn cứ|Giao"
    r"|Đề nghị|Yêu cầu|Chủ trì|Phối hợp|Đơn vị thực hiện)\b[^:;.]*?(?:,|:|(?<=Giao)|(?<=Đề nghị)|(?<=Yêu cầu)))\s*",
    re.IGNORECASE,
)
_VERB = (
    r"(?:chủ trì|phối hợp|tham mưu|thực hiện|theo dõi|triển khai|báo cáo|tổng hợp|chỉ đạo|đăng tải|chịu|có trách nhiệm)"
)
_QUALIFIER = re.compile(
    r"\s*(?:\([^)]*\)|(?:phụ trách|được giao|thuộc|tại|có tham gia|căn cứ|được)\b[^,;.:]*?"
    rf"(?=\s*(?:,|{_VERB}|và\s)))",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|và|&)\s*(?:và\s+)?", re.IGNORECASE)
_LEADS = re.compile(r"^\s*(?:,\s*)?(?:có trách nhiệm\s*:?\s*)?(?:là\s+(?:đơn vị|cơ quan)\s+)?chủ trì\b", re.IGNORECASE)
_ADVISES = re.compile(r"^[^.;\n]{0,160}?\btham mưu\b", re.IGNORECASE)
_WITH = re.compile(r"phối hợp\s+(?:chặt chẽ\s+)?(?:với|cùng)\s+", re.IGNORECASE)
#: Words that begin the name of an office; what follows them is reported when no list has it.
_OFFICE_WORD = (
    r"(?:Phòng|Ban(?! hành)|Sở|Chi cục|Chi nhánh|Trung tâm|Công chức|Văn phòng|Trạm|Hội(?! nghị)|Đoàn|Đội|Hạt|Kho bạc"
    r"|Thanh tra|Bảo hiểm|Bưu điện|Tổ(?! chức)|Trường(?! hợp)|Viện|UBND|Ủy ban|Bộ phận|Chuyên viên)"
)
_OFFICE = re.compile(rf"^(?:Các\s+)?{_OFFICE_WORD}\s+[^,;.:()\n]{{2,60}}?(?=\s*(?:,|;|\.|:|\(|$|{_VERB}))")
_BEFORE_CHU_TRI = re.compile(r"^(?P<name>[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ][^,;.:()\n]{2,60}?)\s+chủ trì\b")


def find_who_does(text: str, names: UnitNames) -> WhoDoes:
    """Return lead and supporting units of an assignment text, in the order in which they stand.

    Leads say "chủ trì"; where nobody does, who advises ("tham mưu") leads, else who is named first; where a
    name on no list leads, the lead stays open. The text itself is kept whatever is recognised.
    """
    leads: list[str] = []
    advisers: list[str] = []
    subjects: list[str] = []
    support: list[str] = []
    unknown: list[str] = []
    stranger_leads = False
    for step in _STEP.split(text):
        step = _BULLET.sub("", step).strip()
        said_lead = re.match(r"(?:Đơn vị |Cơ quan )?chủ trì\s*:", step, re.IGNORECASE)
        said_support = re.match(r"(?:Đơn vị |Cơ quan )?phối hợp\s*:", step, re.IGNORECASE)
        rest = step
        found, end = _names_at(rest, names, unknown)
        if not found and (prefix := _BEFORE_A_NAME.match(step)):
            rest = step[prefix.end() :]
            found, end = _names_at(rest, names, unknown)
        after = rest[end:]
        if said_support:
            support += found
        elif said_lead or (found and _LEADS.match(after)):
            leads += found
        elif found and _ADVISES.match(after):
            advisers += found
        else:
            subjects += found
        for match in _WITH.finditer(after):
            support += _names_at(after[match.end() :], names, unknown)[0]
        if not found:
            stranger_leads |= _note_unknown(rest, unknown)
    if not leads and not stranger_leads:
        leads = advisers[:1] or subjects[:1]
    lead = list(dict.fromkeys(leads))
    others = [n for n in dict.fromkeys([*advisers, *subjects, *support]) if n not in lead]
    return WhoDoes(Assignment(tuple(lead), tuple(others), text), tuple(dict.fromkeys(unknown)))


def _names_at(text: str, names: UnitNames, unknown: list[str]) -> tuple[list[str], int]:
    """Return the names listed at the start of the text and where the list ends."""
    found: list[str] = []
    position = end = 0
    while True:
        match = names.pattern.match(text, position)
        if match is None:
            stranger = _OFFICE.match(text[position:]) if found else None
            if stranger is None or not position:
                break
            unknown.append(stranger[0].strip())
            end = position + stranger.end()
        else:
            found.append(names.printed_name(match[0]))
            end = match.end()
        if qualifier := _QUALIFIER.match(text, end):
            end = qualifier.end()
        joiner = _AND.match(text, end)
        if joiner is None:
            break
        position = joiner.end()
    return found, end


def _note_unknown(text: str, unknown: list[str]) -> bool:
    """Note a name that is on no list; return whether it leads."""
    if match := _BEFORE_CHU_TRI.match(text):
        unknown.append(match["name"].strip())
        return True
    if office := _OFFICE.match(text):
        unknown.append(office[0].strip())
    return False
