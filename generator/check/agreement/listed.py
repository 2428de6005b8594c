"""Offices and places that a sentence counts and then names one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.agreement.doubt import COUNT, Doubt, count
from generator.word.read.paragraph import Paragraph

_WHO = r"(?:đơn vị|cơ quan|địa phương|phường|xã|sở|phòng|ban|ngành|tổ dân phố|thôn|khu phố|trường|trạm)"
_REST = r"(?P<said>(?:\s+[^\W\d][^;:.()%\d]{0,80}?)?)"
_LISTS = tuple(
    re.compile(rf"(?i)(?P<whole>{COUNT})\s+{_WHO}\b{_REST}{form}")
    for form in (
        r",?\s+(?:bao\s+)?gồm:?\s+(?P<names>[^;:.()%\d]{3,400})(?P<end>[.;]|$)",
        r",?\s*:\s+(?P<names>[^;:.()%\d]{3,400})(?P<end>[.;]|$)",
        r"\s+\((?:gồm:?\s+)?(?P<names>[^;:.()%\d]{3,400})(?P<end>\))",
    )
)
#: A list that says itself that it is none, or not whole.
_NOT_WHOLE = re.compile(
    r"(?i)…|\.\.\.|\bv\.?v\b|\b(?:như|khác|cùng với|trong đó|trong số|gồm cả|kể cả|nhất là|mỗi|từng)\b"
)
_COMMA, _AND = re.compile(r"\s*,\s+(?:và\s+)?"), re.compile(r"\s+và\s+")
_SEVERAL = re.compile(r",\s|\svà\s")


def names_that_differ(paragraph: Paragraph) -> Iterator[Doubt]:
    """Yield the counts of offices and places that are not the number of names listed after them.

    A name may hold "và" or a comma itself; only what no reading of the list gives is doubted.
    """
    for form in _LISTS:
        for found in form.finditer(paragraph.words):
            names, whole = found["names"], count(found["whole"])
            if not _SEVERAL.search(names) or _NOT_WHOLE.search(found[0]):
                continue
            parts = _COMMA.split(names.strip())
            fewest, most = len(parts), sum(len(_AND.split(part)) for part in parts)
            if not _are_names(parts) or (fewest if _are_alike(parts) else 1) <= whole <= most:
                continue
            yield Doubt(paragraph, found.start("whole"), found["whole"], f"phía sau liệt kê {most}")


def _are_names(parts: list[str]) -> bool:
    """Whether each begins as a name does, or all with one word: "phường Lộc Thọ, phường Vĩnh Hải"."""
    return all(part[:1].isupper() for part in parts) or _are_alike(parts)


def _are_alike(parts: list[str]) -> bool:
    """Whether all begin with one word, so that no comma stands in a name: "Sở Lao động, Thương binh và Xã hội"."""
    return len({part.split()[0].lower() for part in parts}) == 1
