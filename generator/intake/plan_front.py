"""What stands before and after a plan's table: number, date, title, body, what it replaces, signer, recipients."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PlanFront:
    """The plan as a document, its table apart. Empty where the file does not say."""

    number: str = ""
    issued_on: date | None = None
    place: str = ""
    title: str = ""
    issuer: str = ""
    year: int = 0
    replaces: str = ""
    signer_lines: tuple[str, ...] = ()
    signer_name: str = ""
    recipients: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    appendix_title: str = ""


_NUMBER = re.compile(r"Số\s*:\s*(?P<number>\d+[a-z]?)?\s*(?P<symbol>/\s*[A-ZĐ][\w\-/Đ&]*)")
_DATE = re.compile(
    r"^(?P<place>[^\d,;:]{2,40}),\s*ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})\s*$"
)
_KIND = re.compile(r"^KẾ HOẠCH(?:\s+(?P<rest>\S.*))?$")
_ATTACHED = re.compile(
    r"^\(?\s*Kèm theo (?P<kind>Kế hoạch|Công văn|Quyết định)[^)]*?số\s*:?\s*(?P<number>\S+)\s+ngày\s+"
    r"(?P<d>\d{1,2})\s*(?:/|tháng)\s*(?P<m>\d{1,2})\s*(?:/|năm)\s*(?P<y>\d{4})\s+của\s+(?P<issuer>[^)]+?)\s*\)",
    re.IGNORECASE,
)
_REPLACES = re.compile(r"thay thế\s+(?P<what>(?:Kế hoạch|Quyết định|Công văn)\s+số\s+[^;.)]+)", re.IGNORECASE)
_OFFICE = re.compile(r"^(?:TM|KT|TL|TUQ|Q)\s*\.\s*\S")
_CHARGE = re.compile(r"^(?:PHÓ\s+)?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|GIÁM ĐỐC|BÍ THƯ)\b")
_RECIPIENTS = re.compile(r"^Nơi nhận\s*:?", re.IGNORECASE)
_APPENDIX = re.compile(r"^PHỤ LỤC\b(?:\s+[IVX\d]+)?\s*\.?$", re.IGNORECASE)
_BODY_STARTS = re.compile(
    r"^(?:Thực hiện|Căn cứ|Triển khai|Nhằm|Để|Theo|Xét|I\s*[.:]|A\s*[.:]|1\s*[.:]|Ủy ban nhân dân|UBND)\b",
    re.IGNORECASE,
)
_NATION = re.compile(r"^CỘNG H[ÒO]", re.IGNORECASE)
_MOTTO = re.compile(r"^Độc lập\s*[-–]", re.IGNORECASE)
_LINE_ONLY = re.compile(r"^[\s_\-–—=*./]+$")
_YEAR = re.compile(r"năm\s+(20\d\d)", re.IGNORECASE)


def read_front(lines: Sequence[str]) -> PlanFront:
    """Return what the lines outside the table say. `lines` are in order, without empty ones."""
    lines = [line for line in lines if line.strip() and not _LINE_ONLY.match(line)]
    number, issued_on, place = _number_and_date(lines)
    attached = next((m for line in lines if (m := _ATTACHED.search(line))), None)
    if attached is not None and not number:
        number = attached["number"].strip(",")
    if attached is not None and issued_on is None:
        issued_on = _date(attached)
    title, after_title = _title(lines)
    recipients, signer_lines, signer_name, closing = _closing(lines, after_title)
    appendix, appendix_title = _appendix(lines, closing)
    body = tuple(line for i, line in enumerate(lines) if i >= after_title and i not in closing | appendix)
    issuer = attached["issuer"].strip(" .,") if attached else _issuer(lines[: max(after_title - 1, 0)])
    year = _YEAR.search(title) or _YEAR.search(appendix_title)
    replaced = next((m for line in lines if (m := _REPLACES.search(line))), None)
    return PlanFront(
        number=number,
        issued_on=issued_on,
        place=place,
        title=title,
        issuer=issuer,
        year=int(year[1]) if year else (issued_on.year if issued_on else 0),
        replaces=replaced["what"].strip() if replaced else "",
        signer_lines=signer_lines,
        signer_name=signer_name,
        recipients=recipients,
        body=body,
        appendix_title=appendix_title,
    )


def _number_and_date(lines: Sequence[str]) -> tuple[str, date | None, str]:
    number, issued_on, place = "", None, ""
    for line in lines[:40]:
        if not number and (match := _NUMBER.search(line)):
            number = (match["number"] or "") + re.sub(r"\s", "", match["symbol"])
            line = line[match.end() :].strip()
        if issued_on is None and (match := _DATE.match(line)):
            issued_on, place = _date(match), match["place"].strip()
    return number, issued_on, place


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def _title(lines: Sequence[str]) -> tuple[str, int]:
    """Return the title and the index of the first line after it."""
    for index, line in enumerate(lines[:40]):
        match = _KIND.match(line.strip())
        if match is None:
            continue
        parts = [match["rest"]] if match["rest"] else []
        end = index + 1
        while end < len(lines) and len(parts) < 6 and _is_title_line(lines[end], parts):
            parts.append(lines[end].strip())
            end += 1
        return " ".join(parts), end
    return "", 0


def _is_title_line(line: str, parts: list[str]) -> bool:
    if not parts:
        return not re.match(r"(?:Căn cứ|[IVX]+\.|1\.)\s", line) and not line.rstrip().endswith((":", ";", "./."))
    if line.startswith(("-", "+", "(")) or line.rstrip().endswith((".", ":", ";")):
        return False
    if _BODY_STARTS.match(line) and not (line.isupper() and parts[0].isupper()):
        return False
    if _RECIPIENTS.match(line) or _ATTACHED.search(line) or _APPENDIX.match(line.strip()):
        return False
    return parts[0].isupper() == line.isupper()


def _closing(lines: Sequence[str], first: int) -> tuple[tuple[str, ...], tuple[str, ...], str, set[int]]:
    """Return recipients, signer's office, signer's name, and the indexes of their lines."""
    taken: set[int] = set()
    recipients: list[str] = []
    office: list[str] = []
    name = ""
    for index in range(first, len(lines)):
        line = lines[index].strip()
        if _RECIPIENTS.match(line):
            taken.add(index)
            follow = index + 1
            while follow < len(lines) and lines[follow].strip().startswith(("-", "–")):
                recipients.append(lines[follow].strip())
                taken.add(follow)
                follow += 1
        elif line.isupper() and (_OFFICE.match(line) or (office and not name and _CHARGE.match(line))):
            office.append(line)
            taken.add(index)
        elif office and not name and _is_name(line):
            name = line
            taken.add(index)
    return tuple(recipients), tuple(office), name, taken


def _is_name(line: str) -> bool:
    words = line.split()
    return 2 <= len(words) <= 6 and all(
        (w[:1].isupper() and w.isalpha() and not w.isupper()) or len(w) == 1 for w in words
    )


def _appendix(lines: Sequence[str], closing: set[int]) -> tuple[set[int], str]:
    """Return the indexes of the appendix's heading lines, and its title."""
    start = next((i for i, line in enumerate(lines) if _APPENDIX.match(line.strip())), None)
    if start is None:
        end = next((i for i, line in enumerate(lines) if _ATTACHED.search(line)), None)
        return (set() if end is None else {end}), ""
    taken, title = {start}, []
    for index in range(start + 1, len(lines)):
        line = lines[index].strip()
        if _ATTACHED.search(line):
            taken.add(index)
            break
        if not line.isupper() or index in closing:
            break
        title.append(line)
        taken.add(index)
    return taken, " ".join(title)


_COMMITTEE = re.compile(
    r"(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND)\s+"
    r"(?P<level>TỈNH|THÀNH PHỐ|QUẬN|HUYỆN|THỊ XÃ|PHƯỜNG|XÃ|THỊ TRẤN|ĐẶC KHU)\s+"
    r"(?P<name>(?:(?!KẾ HOẠCH|SỐ\b|ỦY|UỶ|UBND|PHÒNG|SỞ|BAN|VĂN PHÒNG|TRUNG TÂM)\S+\s*){1,4})"
)


def _issuer(head: Sequence[str]) -> str:
    """From the letterhead ("ỦY BAN NHÂN DÂN" / "PHƯỜNG ...", the lower of two) to the name in a sentence."""
    capitals = [line.strip() for line in head if line.isupper() and not _NATION.match(line) and not _MOTTO.match(line)]
    found = list(_COMMITTEE.finditer(" ".join(capitals)))
    return f"UBND {found[-1]['level'].lower()} {found[-1]['name'].strip().title()}" if found else ""
