"""What stands before and after a plan's table: number, date, title, body, what it replaces, signer, recipients."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.plans.number import (
    HEAD_LINES,
    IssueLine,
    attached_to,
    committee_name,
    find_number_and_date,
    says_itself,
)
from generator.vietnamese.titles import COMMITTEE


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


_KIND = re.compile(r"^KẾ HOẠCH(?:\s+(?P<rest>\S.*))?$")
#: A title in the letters of a sentence, as sheets have it.
_KIND_IN_A_SENTENCE = re.compile(r"^Kế hoạch\s+(?!số\b|này\b|đã\b)(?P<rest>\S.{5,200}[^.:;,])$")
#: Brackets that run on in the title's own line or cell.
_BRACKETS = re.compile(r"\s*(?=\(\s*(?:ban hành|kèm theo)\b)", re.IGNORECASE)
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
#: Headings stand among the first lines.
_HEADINGS = 15
_LINE_ONLY = re.compile(r"^[\s_\-–—=*./]+$")
_YEAR = re.compile(r"năm\s+(20\d\d)", re.IGNORECASE)


def read_front(lines: Sequence[str]) -> PlanFront:
    """Return what the lines outside the table say. `lines` are in order, without empty ones."""
    lines = [part for line in lines for part in _BRACKETS.split(line) if part.strip() and not _LINE_ONLY.match(part)]
    number, issued_on, place = find_number_and_date(lines)
    title, after_title = _title(lines)
    said = next((a for line in lines if (a := attached_to(line))), IssueLine())
    if not number and said == IssueLine():
        said = says_itself(lines[: max(after_title, _HEADINGS)])
    number, issued_on = number or said.number, issued_on or said.issued_on
    recipients, signer_lines, signer_name, closing = _closing(lines, after_title)
    appendix, appendix_title = _appendix(lines, closing)
    body = tuple(line for i, line in enumerate(lines) if i >= after_title and i not in closing | appendix)
    issuer = said.issuer or _issuer(lines[: max(after_title - 1, 0)]) or _issuer_in(title)
    replaced = next((m for line in lines if (m := _REPLACES.search(line))), None)
    return PlanFront(
        number=number,
        issued_on=issued_on,
        place=place,
        title=title,
        issuer=issuer,
        year=_year((title, appendix_title), lines) or said.year or (issued_on.year if issued_on else 0),
        replaces=replaced["what"].strip() if replaced else "",
        signer_lines=signer_lines,
        signer_name=signer_name,
        recipients=recipients,
        body=body,
        appendix_title=appendix_title,
    )


def _year(titles: Sequence[str], lines: Sequence[str]) -> int:
    """The year that a title names, else the only one that the first headings in capitals name; 0 for none."""
    for title in titles:
        if match := _YEAR.search(title):
            return int(match[1])
    headings = [line for line in lines[:_HEADINGS] if line.isupper()]
    for texts in (titles, headings):
        bare = {year for text in texts for year in lone_years(text)}
        if len(bare) == 1:
            return bare.pop()
    return 0


def lone_years(text: str) -> set[int]:
    """The years of a heading, a sheet's or a file's name, apart from spans ("2021-2025") and numbers of documents."""
    return {int(year) for year in re.findall(r"(?<![\d/])(?<!20\d\d[-–])20[2-9]\d(?!\d|\s?[-–]\s?20\d\d|/)", text)}


def _title(lines: Sequence[str]) -> tuple[str, int]:
    """Return the title and the index of the first line after it."""
    for index, line in enumerate(lines[:HEAD_LINES]):
        match = _KIND.match(line.strip())
        if match is None or (match["rest"] and says_itself([line]).number):
            continue
        parts = [match["rest"]] if match["rest"] else []
        end = index + 1
        while end < len(lines) and len(parts) < 6 and _is_title_line(lines[end], parts):
            parts.append(lines[end].strip())
            end += 1
        return " ".join(parts), end
    for index, line in enumerate(lines[:_HEADINGS]):
        if match := _KIND_IN_A_SENTENCE.match(line.strip()):
            return match["rest"][0].upper() + match["rest"][1:], index + 1
    return "", 0


_MARKED = re.compile(r"(?:Căn cứ|(?:[IVXLC]+|[A-HĐ]|\d{1,2})\s*[.)])\s")


def _is_title_line(line: str, parts: list[str]) -> bool:
    if not parts:
        return not _MARKED.match(line) and not line.rstrip().endswith((":", ";", "./."))
    if line.startswith(("-", "+", "(")) or _MARKED.match(line) or line.rstrip().endswith((".", ":", ";")):
        return False
    if _BODY_STARTS.match(line) and not (line.isupper() and parts[0].isupper()):
        return False
    if _RECIPIENTS.match(line) or attached_to(line) or _APPENDIX.match(line.strip()):
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
        end = next((i for i, line in enumerate(lines) if attached_to(line)), None)
        return (set() if end is None else {end}), ""
    taken, title = {start}, []
    for index in range(start + 1, len(lines)):
        line = lines[index].strip()
        if attached_to(line):
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
    r"(?P<name>(?:(?!KẾ HOẠCH|CỘNG\b|\d|SỐ\b|ỦY|UỶ|UBND|PHÒNG|SỞ|BAN|VĂN PHÒNG|TRUNG TÂM)\S+\s*){1,4})"
)


def _issuer(head: Sequence[str]) -> str:
    """From the letterhead ("ỦY BAN NHÂN DÂN" / "PHƯỜNG ...", the lower of two) to the name in a sentence."""
    capitals = [line.strip() for line in head if line.isupper() and not _NATION.match(line) and not _MOTTO.match(line)]
    found = list(_COMMITTEE.finditer(" ".join(capitals)))
    return f"UBND {found[-1]['level'].lower()} {found[-1]['name'].strip().title()}" if found else ""


def _issuer_in(title: str) -> str:
    """ "... năm 2026 của UBND phường Bến Xuân"."""
    match = re.search(r"\bcủa\s+(?P<who>(?:UBND|[ỦU]y ban nhân dân)\s.+)$", title)
    return committee_name(match["who"]) if match and COMMITTEE.fullmatch(match["who"]) else ""
