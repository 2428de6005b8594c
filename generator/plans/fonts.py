"""Text typed in the fonts of before Unicode, TCVN3 (ABC: .VnTime ...) and VNI (VNI-Times ...), into Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from generator.plans.blocks import UnreadablePlan
from generator.vietnamese.text import composed


class OldFont(Enum):
    """How a font of before Unicode maps its letters; the value is its name for officers."""

    TCVN3 = "TCVN3 (ABC)"
    TCVN3_CAPITALS = "TCVN3 (ABC), chữ hoa"
    VNI = "VNI"
    UNKNOWN = "không rõ bảng mã"


#: Any of these in the parts of a file, and its fonts are worth looking at.
OLD_FONT_MARKS = (b'".Vn', b'".VN', b'"VNI', b'"Vni', b'"VNtimes', b'"VPS ', b'"BKHCM', b'"VNaptima', b"&quot;.Vn")

_TCVN3 = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢£¤¥¦§",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323", "â": "\u0302", "á": "\u0302\u0301",
    "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323", "ê": "\u0306",
    "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_ALONE = {"ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ"}
_VNI_ALONE |= {a.upper(): b.upper() for a, b in _VNI_ALONE.items()}
_VNI_PAIR = re.compile(r"[AEIOUYaeiouyÔôÖö](?:[ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[ñíìæóòôöîÑÍÌÆÓÒÔÖÎ]")
#: Punctuation that the old fonts share with Windows.
_SHARED = set("–—‘’“”„•…°±²³×÷§«»\xa0·€™®©")
_UNICODE_VIETNAMESE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]"
)


def old_font(name: str | None) -> OldFont | None:
    """Return the old mapping that a font's name tells of, None for a Unicode font."""
    if not name:
        return None
    if name.lower().startswith(".vn"):
        return OldFont.TCVN3_CAPITALS if name.endswith("H") else OldFont.TCVN3
    if name.lower().startswith("vni"):
        return OldFont.VNI
    if name.lower().startswith(("vntimes", "vnaptima", "vps ", "bkhcm")):
        return OldFont.UNKNOWN
    return None


def to_unicode(pieces: Iterable[tuple[str, OldFont | None]], place: str) -> tuple[str, set[OldFont]]:
    """Return the text of a paragraph or cell and the old fonts that were converted in it.

    A letter and its mark may lie in two runs, so neighbours of one font are read together. Text that is Unicode
    already, whatever its font says, is left alone. Raises UnreadablePlan naming `place` for what has no mapping.
    """
    joined: list[tuple[str, OldFont | None]] = []
    for text, font in pieces:
        if joined and joined[-1][1] is font:
            joined[-1] = (joined[-1][0] + text, font)
        else:
            joined.append((text, font))
    used: set[OldFont] = set()
    whole = ""
    for text, font in joined:
        if font is None or text.isascii() or _UNICODE_VIETNAMESE.search(text):
            whole += text if font is not OldFont.TCVN3_CAPITALS else text.upper()
            continue
        used.add(font)
        whole += _converted(text, font, place)
    return composed(whole), used


def _converted(text: str, font: OldFont, place: str) -> str:
    if font is OldFont.VNI:
        converted = _VNI_PAIR.sub(_vni_letter, text)
        strange = [c for c in _VNI_PAIR.sub("", text) if not c.isascii() and c not in _SHARED]
    elif font is OldFont.UNKNOWN:
        converted, strange = text, [c for c in text if not c.isascii() and c not in _SHARED]
    else:
        converted = "".join(_TCVN3.get(c, c) for c in text)
        strange = [c for c in text if not c.isascii() and c not in _TCVN3 and c not in _SHARED]
        if font is OldFont.TCVN3_CAPITALS:
            converted = converted.upper()
    if strange:
        raise UnreadablePlan(
            f"{place}: có ký tự phông cũ ({font.value}) không chuyển được sang Unicode: "
            f"“{''.join(dict.fromkeys(strange))}” trong “{text[:60].strip()}”. "
            "Hãy chuyển chữ của ô này sang Unicode rồi làm lại."
        )
    return converted


def _vni_letter(match: re.Match[str]) -> str:
    letter = match[0]
    if len(letter) == 1:
        return _VNI_ALONE[letter]
    base = _VNI_ALONE.get(letter[0], letter[0])
    return composed(base + _VNI_MARKS[letter[1].lower()])
