"""What is seen of text besides its letters, by the names that an officer has for it.

Spacing, indents, tab stops and the settings of East Asian text are left out: programs write them anew when they save.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.word import xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off", "none")
NOT = "không"
_BLACK = ("auto", "000000", "00000A")

NESTED, PAGE_BREAK, SECTION_BREAK = "bảng thêm vào", "ngắt trang", "ngắt phần (section)"
BOOKMARK, CONTROL, PROPOSED = (
    "dấu trang (bookmark)",
    "ô điền (content control)",
    "thay đổi đang theo dõi (Track Changes)",
)
BORDERS, SPAN, DOUBT = "đường kẻ", "ô gộp", "tô vàng"

_TOGGLES = {
    "w:b": "đậm", "w:i": "nghiêng", "w:strike": "gạch ngang", "w:dstrike": "gạch ngang đôi", "w:vanish": "ẩn",
    "w:caps": "chữ hoa", "w:smallCaps": "chữ hoa nhỏ", "w:outline": "chữ viền", "w:shadow": "chữ có bóng",
    "w:emboss": "chữ nổi", "w:imprint": "chữ chìm",
}  # fmt: skip
_VALUES = {
    "w:u": "gạch chân", "w:sz": "cỡ chữ", "w:vertAlign": "chỉ số trên, dưới", "w:position": "nâng, hạ chữ",
    "w:spacing": "giãn chữ", "w:w": "co chữ", "w:bdr": "khung chữ", "w:em": "dấu nhấn", "w:effect": "hiệu ứng",
}  # fmt: skip
_ALIGNMENTS = {"start": "left", "end": "right"}

#: What stands in a text beside letters: the character that marks its place, and its name.
THINGS = {
    "w:drawing": ("\ufffc", "ảnh hoặc hình vẽ"), "w:pict": ("\ufffc", "ảnh hoặc hình vẽ"),
    "w:object": ("\ufffc", "ảnh hoặc hình vẽ"), "w:footnoteReference": ("\ufffc", "chú thích cuối trang"),
    "w:endnoteReference": ("\ufffc", "chú thích cuối trang"), "w:commentReference": ("\ufffc", "nhận xét (comment)"),
    "w:commentRangeStart": ("", "nhận xét (comment)"), "w:commentRangeEnd": ("", "nhận xét (comment)"),
    "m:oMath": ("", "công thức"), "w:hyperlink": ("", "liên kết"), "w:fldSimple": ("", "trường (field)"),
    "w:permStart": ("", "vùng được phép sửa"), "w:instrText": ("", "trường (field)"), "w:sdt": ("", CONTROL),
    "w:ins": ("", PROPOSED), "w:del": ("", PROPOSED), "w:moveFrom": ("", PROPOSED), "w:moveTo": ("", PROPOSED),
    "w:cellIns": ("", PROPOSED), "w:cellDel": ("", PROPOSED), "w:cellMerge": ("", PROPOSED),
}  # fmt: skip
PROPOSED_FORMATS = (
    "w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:tcPrChange", "w:trPrChange", "w:tblPrExChange",
    "w:tblGridChange", "w:sectPrChange", "w:numberingChange",
)  # fmt: skip
#: Bookmarks that Word and LibreOffice set on their own.
BOOKMARKS_OF_PROGRAMS = ("_GoBack", "_Hlk", "OLE_LINK", "__DdeLink")
_SYMBOLS = {"FC": "✓", "FB": "✗", "FE": "☑", "FD": "☒", "A8": "☐", "6F": "☐", "78": "☒"}

Attributes: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ShownStyles:
    """What styles are called, and the borders of those of tables, by id. The first part that has an id is asked."""

    names: Mapping[str, str]
    borders: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, parts: Iterable[bytes]) -> ShownStyles:
        names: dict[str, str] = {}
        borders: dict[str, Mapping[str, str]] = {}
        for part in parts:
            for style in xml.parse(part).iter(f"{_W}style"):
                number, name = style.get(f"{_W}styleId", ""), style.find(f"{_W}name")
                if number in names or name is None:
                    continue
                names[number] = name.get(f"{_W}val", "").lower()
                found = style.find(f"{_W}tblPr/{_W}tblBorders")
                if found is not None:
                    borders[number] = {f"w:{xml.local_name(b)}": border(_plain(b)) for b in found}
        return cls(names, borders)


NO_STYLES = ShownStyles({}, {})


def _plain(element: xml.Element) -> dict[str, str]:
    return {f"w:{name}": element.get(f"{_W}{name}", "") for name in ("val", "sz", "color")}


def of_run(tag: str, attributes: Attributes, styles: ShownStyles) -> dict[str, str]:
    """Return what a property of a run shows, by name; an empty value shows nothing."""
    value = attributes.get("w:val", "")
    if tag in _TOGGLES:
        return {_TOGGLES[tag]: NOT if value in _OFF else "1"}
    if tag in _VALUES:
        return {_VALUES[tag]: NOT if tag == "w:u" and value in _OFF else "" if value in (*_OFF, "baseline") else value}
    match tag:
        case "w:color":
            return {"màu chữ": "" if value in _BLACK else value}
        case "w:highlight":
            return {DOUBT: "1"} if value == "yellow" else {"tô màu": "" if value == "none" else value}
        case "w:shd":
            return {"màu nền": _fill(attributes)}
        case "w:rFonts":
            return {"phông chữ": attributes.get("w:ascii", "")}
        case "w:rStyle":
            return {"kiểu chữ": styles.names.get(value, value)}
    return {}


def of_paragraph(tag: str, attributes: Attributes, styles: ShownStyles) -> dict[str, str]:
    """Return what a property of a paragraph shows."""
    value = attributes.get("w:val", "")
    match tag:
        case "w:jc":
            return {"căn lề": _ALIGNMENTS.get(value, value)}
        case "w:numId":
            return {"đánh số tự động": value}
        case "w:pageBreakBefore":
            return {"sang trang": "" if value in _OFF else "1"}
        case "w:bidi":
            return {"viết từ phải sang trái": "" if value in _OFF else "1"}
        case "w:pBdr" | "w:framePr":
            return {"khung đoạn": "1"}
        case "w:shd":
            return {"màu nền": _fill(attributes)}
        case "w:pStyle":
            name = styles.names.get(value, value)
            return {"kiểu đoạn": "" if name == "normal" else name}
    return {}


def of_cell(tag: str, attributes: Attributes) -> dict[str, str]:
    """Return what a property of a cell shows, but for its borders."""
    value = attributes.get("w:val", "")
    match tag:
        case "w:gridSpan":
            return {SPAN: "" if value == "1" else value}
        case "w:vMerge" | "w:hMerge":
            return {f"{SPAN} {'dọc' if tag == 'w:vMerge' else 'ngang'}": value or "continue"}
        case "w:shd":
            return {"ô được tô màu": _fill(attributes)}
        case "w:vAlign":
            return {"căn dọc": "" if value == "top" else value}
        case "w:textDirection":
            return {"hướng chữ": "" if value == "lrTb" else value}
    return {}


def of_row(tag: str, attributes: Attributes) -> dict[str, str]:
    """Return what a property of a row shows."""
    if tag == "w:hidden":
        return {"hàng ẩn": "" if attributes.get("w:val", "") in _OFF else "1"}
    return {"chiều cao hàng": attributes.get("w:val", "")} if tag == "w:trHeight" else {}


def border(attributes: Attributes) -> str:
    """Return how a border looks, "" for none."""
    kind, colour = attributes.get("w:val", ""), attributes.get("w:color", "") or "auto"
    if kind in ("nil", "none", ""):
        return ""
    return f"{kind} {attributes.get('w:sz', '')}{'' if colour in _BLACK else f' {colour}'}"


def symbol(attributes: Attributes) -> tuple[str, str]:
    """Return the letter that says most nearly what a symbol of a font shows, and what it is."""
    font, char = attributes.get("w:font", ""), attributes.get("w:char", "").upper()
    known = _SYMBOLS.get(char[-2:]) if font.startswith("Wingdings") else None
    return known or "\ufffc", f"ký hiệu {font}".strip()


def _fill(attributes: Attributes) -> str:
    fill = attributes.get("w:fill", "auto")
    return "" if fill in ("auto", "FFFFFF") and attributes.get("w:val", "clear") in ("clear", "nil") else fill
