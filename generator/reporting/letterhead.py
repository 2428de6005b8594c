"""What every document of a unit has around its words: names above, signer and recipients below."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from generator.domain.unit import ReportTerms, Unit
from generator.reporting.wording import Doubtful


def letterhead(unit: Unit, terms: ReportTerms, sent_to: tuple[str, ...], doubts: Collection[str]) -> dict[str, Any]:
    """Return the template variables of the unit's names, signer and recipients; a gap is shown as [what is missing]."""

    def marked(text: str, item: str) -> str:
        return Doubtful(text or f"[{item}]") if item in doubts or not text else text

    return {
        "co_quan_chu_quan": list(unit.superior_header_lines),
        "co_quan": [marked(line, "Tên cơ quan") for line in unit.header_lines or ("",)],
        "nguoi_ky_chuc_vu": [marked(line, "Quyền hạn, chức vụ người ký") for line in terms.signer_lines or ("",)],
        "nguoi_ky": marked(terms.signer_name, "Họ tên người ký"),
        "noi_nhan": recipients(sent_to if terms.addressees else without_as_above(sent_to)),
        "don_vi": called(unit),
        "don_vi_gon": called_in_short(unit),
    }


def called(unit: Unit) -> str:
    """Return the unit's name as sentences have it; a gap as [what is missing]."""
    return unit.name or unit.short_name or "[Tên trong câu]"


def called_in_short(unit: Unit) -> str:
    return unit.short_name or called(unit)


def place_and_day(unit: Unit, day: str, doubts: Collection[str]) -> str:
    """Return "Phước Hải, ngày … tháng … năm …"."""
    line = f"{unit.place or '[Địa danh]'}, {day}"
    return line if unit.place and "Địa danh" not in doubts else Doubtful(line)


def is_as_above(line: str) -> bool:
    """Whether a recipient is those that the document is addressed to: "- Như trên;"."""
    return line.strip(" -–+•;.\t").casefold() == "như trên"


def without_as_above(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Recipients of a document that addresses nobody above (PL I, Phần I, II.9.c)."""
    return tuple(line for line in lines if not is_as_above(line))


def recipients(lines: tuple[str, ...]) -> list[str]:
    """Each with the marks the decree asks for: "- " first, ";" last, the last one "." (PL I, Phần I, II.9.d)."""
    texts = bare(lines)
    return [f"- {text}{'.' if n == len(texts) else ';'}" for n, text in enumerate(texts, start=1)]


def bare(lines: tuple[str, ...]) -> list[str]:
    """Lines of a list without the dashes and marks they were typed with."""
    return [text for line in lines if (text := re.sub(r"^[-–+•]\s*", "", line.strip()).rstrip(" .;"))]
