"""Who leads and who supports a task, from the plan's own words and a list of names that a place can extend."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from generator.domain.plan import Assignment
from generator.plans.blocks import UnreadablePlan
from generator.plans.titles import COMMITTEE
from generator.vietnamese.text import composed

#: In a name of unit_names.toml: the people's committee whose plan it is.
_OWN_LEVEL = "{cấp}"
#: A place's own names, beside the plan; same form as unit_names.toml.
OWN_NAMES = "ten-don-vi.toml"


@dataclass(frozen=True, slots=True)
class UnitNames:
    """Names by every way of writing them, and one pattern that finds the longest at a position.

    `level` is whose "Các phòng chuyên môn" they are (" thuộc UBND phường").
    """

    printed: Mapping[str, str]
    pattern: re.Pattern[str]
    level: str = ""

    def printed_name(self, written: str) -> str:
        return self.printed[_plain(written)].replace(_OWN_LEVEL, self.level)

    def of_unit(self, issuer: str) -> UnitNames:
        """Return the names as the plan of `issuer` means them: "Các phòng chuyên môn" are those of its own level."""
        match = COMMITTEE.search(issuer)
        return replace(self, level=f" thuộc UBND {match['level'].lower()}" if match else "")


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
    shipped = files("generator.vietnamese").joinpath("unit_names.toml").read_text("utf-8")
    try:
        units = tomllib.loads(own).get("unit", []) if own else []
    except tomllib.TOMLDecodeError as exc:
        raise UnreadablePlan(f"Tệp {OWN_NAMES} viết sai mẫu ({exc}); xem mẫu trong hướng dẫn.") from exc
    if not isinstance(units, list):
        raise UnreadablePlan(f"Tệp {OWN_NAMES} viết sai mẫu: mỗi cơ quan, đơn vị là một mục [[unit]].")
    printed: dict[str, str] = {}
    for unit in [*units, *tomllib.loads(shipped)["unit"]]:
        if not isinstance(unit, dict) or not isinstance(unit.get("name"), str):
            raise UnreadablePlan(f'Tệp {OWN_NAMES}: mỗi mục [[unit]] phải có dòng name = "…".')
        for way in (unit["name"].replace(_OWN_LEVEL, ""), *unit.get("also", ())):
            printed.setdefault(_plain(str(way)), unit["name"])
    ways = sorted(printed, key=len, reverse=True)
    return UnitNames(printed, re.compile("|".join(_as_pattern(w) for w in ways), re.IGNORECASE))


def _plain(name: str) -> str:
    name = composed(name).lower().replace("–", "-")
    return " ".join(re.sub(r"\s*-\s*", " - ", name).split())


def _as_pattern(way: str) -> str:
    words = re.escape(way).replace(r"\ \-\ ", r"\s*[-–]\s*").replace(r"\ ", r"\s+")
    return rf"(?:{words})(?!\w)"


#: A line that starts with what it tells, as columns of their own are kept.
_LABELLED = re.compile(r"(?:^|\n)((?:(?:Đơn vị|Cơ quan|Bộ phận) )?(?:[Cc]hủ trì|[Pp]hối hợp)|Ghi chú)\s*:\s*")
#: Sentences and lines; "P." and "TP." end no sentence.
STEP = re.compile(r"\n|(?<=[.;])(?<!\b[A-ZĐ]\.)(?<!\b[A-ZĐ]{2}\.)\s+(?=[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ])")
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

    Lines "Chủ trì: ..." and "Phối hợp: ..." tell by themselves. In sentences, leads say "chủ trì"; where nobody does,
    who advises ("tham mưu") leads, else who is named first; where a name on no list leads, the lead stays open. The
    text itself is kept whatever is recognised.
    """
    found = _Found()
    sentences = _LABELLED.split(text)
    for label, listed in zip(sentences[1::2], sentences[2::2], strict=True):
        role = label.lower()
        if "chủ trì" in role:
            found.leads += _listed(listed, names, found.unknown)
        elif "phối hợp" in role:
            found.support += _listed(listed, names, found.unknown)
        else:
            _read_sentences(f"{label}: {listed}", names, found)
    _read_sentences(sentences[0], names, found)
    leads = found.leads
    if not leads and not found.stranger_leads:
        leads = found.advisers[:1] or found.subjects[:1]
    lead = list(dict.fromkeys(leads))
    others = [n for n in dict.fromkeys([*found.advisers, *found.subjects, *found.support]) if n not in lead]
    return WhoDoes(Assignment(tuple(lead), tuple(others), text), tuple(dict.fromkeys(found.unknown)))


@dataclass(slots=True)
class _Found:
    """Names by what is said of them."""

    leads: list[str] = field(default_factory=list)
    advisers: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    support: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    stranger_leads: bool = False


def _read_sentences(text: str, names: UnitNames, said: _Found) -> None:
    for step in STEP.split(text):
        rest = _BULLET.sub("", step).strip()
        found, end = _names_at(rest, names, said.unknown)
        if not found and (prefix := _BEFORE_A_NAME.match(rest)):
            rest = rest[prefix.end() :]
            found, end = _names_at(rest, names, said.unknown)
        after = rest[end:]
        if found and _LEADS.match(after):
            said.leads += found
        elif found and _ADVISES.match(after):
            said.advisers += found
        else:
            said.subjects += found
        for match in _WITH.finditer(after):
            said.support += _names_at(after[match.end() :], names, said.unknown)[0]
        if not found:
            said.stranger_leads |= _note_unknown(rest, said.unknown)


def _listed(text: str, names: UnitNames, unknown: list[str]) -> list[str]:
    """The names in a list of nothing but names; those on no list as they are written, and noted."""
    found: list[str] = []
    for part in re.split(r"[;\n]", text):
        rest = re.sub(r"\s+(?:chủ trì|phối hợp|thực hiện)$", "", _BULLET.sub("", part).strip(" ."))
        while rest:
            match = names.pattern.match(rest)
            end = match.end() if match else rest.find(",")
            end = len(rest) if end < 0 else end
            joiner = _AND.match(rest, end)
            if match and end < len(rest) and joiner is None:
                match, end, joiner = None, len(rest), None
            found.append(names.printed_name(match[0]) if match else rest[:end].strip())
            if match is None:
                unknown.append(found[-1])
            rest = rest[joiner.end() :] if joiner else ""
    return found


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
