"""What is seen of text besides its letters, by the names that an officer has for it.

Every property counts but those named here: spacing, indents and tab stops follow the template, widths stay as they
are, the rest programs write on their own when they save.
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
#: Before the name of what is so of a whole table.
OF_TABLE = "bảng: "
BORDERS, SPAN, DOUBT = "đường kẻ", "ô gộp", "tô vàng"
_OTHER_FORMAT, _OTHER_THING = "định dạng khác", "nội dung khác"

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
#: Properties of one value, by where they stand alike.
_NAMES = {
    "w:keepNext": "giữ liền đoạn sau", "w:keepLines": "giữ liền các dòng", "w:pageBreakBefore": "sang trang",
    "w:bidi": "viết từ phải sang trái", "w:rtl": "viết từ phải sang trái", "w:textDirection": "hướng chữ",
    "w:vAlign": "căn dọc", "w:noWrap": "ô không xuống dòng", "w:trHeight": "chiều cao hàng", "w:hidden": "hàng ẩn",
    "w:tblHeader": "hàng tiêu đề lặp lại", "w:cantSplit": "hàng không tách trang", "w:jc": "căn bảng",
    "w:tblInd": "lề trái của bảng", "w:tblpPr": "bảng nổi giữa chữ", "w:tblLayout": "tự chỉnh độ rộng cột",
}  # fmt: skip
_UNSEEN_OF_RUNS = frozenset({"w:lang", "w:noProof", "w:bCs", "w:iCs", "w:szCs", "w:kern", "w:snapToGrid", "w:oMath",
    "w:eastAsianLayout", "w:webHidden", "w14:ligatures", "w14:numForm", "w14:numSpacing", "w14:cntxtAlts",
})  # fmt: skip
_UNSEEN = frozenset({
    "w:spacing", "w:ind", "w:tabs", "w:contextualSpacing", "w:mirrorIndents", "w:tblW", "w:tcW", "w:wBefore",
    "w:wAfter", "w:rPr", "w:numPr", "w:ilvl", "w:tcBorders", "w:tblBorders", "w:tblCellMar", "w:tcMar", "w:tblLook",
    "w:cnfStyle", "w:divId", "w:hideMark", "w:widowControl", "w:suppressAutoHyphens", "w:suppressOverlap",
    "w:suppressLineNumbers", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE",
    "w:autoSpaceDN", "w:snapToGrid", "w:adjustRightInd", "w:tblStyleRowBandSize", "w:tblStyleColBandSize",
})  # fmt: skip
#: What a property says that is as if it were not there.
_AS_USUAL = {
    "w:vAlign": ("top",), "w:textDirection": ("lrTb",), "w:jc": ("left", "start"), "w:tblLayout": ("autofit",),
    "w:outlineLvl": ("9",),
}  # fmt: skip

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
#: Elements around or beside what is shown, and ends of what is told by its beginning.
_FRAME = frozenset({
    "w:r", "w:t", "w:rPr", "w:pPr", "w:tcPr", "w:trPr", "w:tblPr", "w:tblPrEx", "w:sdtContent", "w:sdtEndPr",
    "w:smartTag", "w:smartTagPr", "w:customXml", "w:customXmlPr", "w:bookmarkEnd", "w:permEnd", "w:proofErr",
    "w:lastRenderedPageBreak", "w:delText", "w:delInstrText", "w:fldChar", "w:fldData", "w:txbxContent", "w:tr", "w:tc",
    "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd",
})  # fmt: skip
#: Bookmarks that Word and LibreOffice set on their own.
BOOKMARKS_OF_PROGRAMS = ("_GoBack", "_Hlk", "OLE_LINK", "__DdeLink")
_SYMBOLS = {"FC": "✓", "FB": "✗", "FE": "☑", "FD": "☒", "A8": "☐", "6F": "☐", "78": "☒"}

Attributes: TypeAlias = Mapping[str, str]
#: A stretch of text and what is seen of it besides, each as "name=value"; paragraphs end with a line end.
Piece: TypeAlias = tuple[str, tuple[str, ...]]


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


def thing(tag: str, attributes: Attributes) -> Piece | None:
    """Return what stands in a text beside letters, None for what frames it."""
    if tag in _FRAME:
        return None
    if tag == "w:sym":
        return _symbol(attributes)
    if tag in THINGS:
        text, name = THINGS[tag]
        return text, (f"{name}={'' if text else attributes.get('w:id', '')}",)
    return ("\ufffc", (f"{_OTHER_THING}={tag}",)) if tag.startswith("w:") else None


def of_run(tag: str, attributes: Attributes, styles: ShownStyles) -> dict[str, str]:
    """Return what a property of a run shows, by name; an empty value shows nothing."""
    value = attributes.get("w:val", "")
    if tag in _TOGGLES:
        return {_TOGGLES[tag]: NOT if value in _OFF else "1"}
    if tag in _VALUES:
        shown = NOT if tag == "w:u" and value in _OFF else "" if value in (*_OFF, "baseline") else value
        return {_VALUES[tag]: f"{shown}{_colour(attributes) if tag == 'w:u' else ''}"}
    match tag:
        case "w:color":
            theme = attributes.get("w:themeColor", "")
            return {"màu chữ": "" if value in _BLACK and theme in ("", "text1", "dark1") else theme or value}
        case "w:highlight":
            return {DOUBT: "1"} if value == "yellow" else {"tô màu": "" if value == "none" else value}
        case "w:shd":
            return {"màu nền": _fill(attributes)}
        case "w:rFonts":
            # Most letters with marks are those of "hAnsi".
            fonts = (attributes.get(f"w:{of}Theme") or attributes.get(f"w:{of}", "") for of in ("ascii", "hAnsi"))
            return {"phông chữ": ", ".join(dict.fromkeys(filter(None, fonts)))}
        case "w:rStyle":
            return {"kiểu chữ": styles.names.get(value, value)}
    return {} if tag in _UNSEEN_OF_RUNS else _other(tag, attributes)


def of_paragraph(tag: str, attributes: Attributes, styles: ShownStyles) -> dict[str, str]:
    """Return what a property of a paragraph shows."""
    value = attributes.get("w:val", "")
    match tag:
        case "w:jc":
            return {"căn lề": _ALIGNMENTS.get(value, value)}
        case "w:numId":
            return {"đánh số tự động": value}
        case "w:pBdr" | "w:framePr":
            return {"khung đoạn": "1"}
        case "w:shd":
            return {"màu nền": _fill(attributes)}
        case "w:pStyle":
            name = styles.names.get(value, value)
            return {"kiểu đoạn": "" if name == "normal" else name}
    return _other(tag, attributes)


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
    return _other(tag, attributes)


def of_row(tag: str, attributes: Attributes) -> dict[str, str]:
    """Return what a property of a row shows."""
    return _other(tag, {"w:val": attributes.get("w:val", "")} if tag == "w:trHeight" else attributes)


def of_table(tag: str, attributes: Attributes, styles: ShownStyles) -> dict[str, str]:
    """Return what a property of a table shows, but for its borders."""
    value = attributes.get("w:val", "")
    match tag:
        case "w:tblStyle":
            return {"kiểu bảng": styles.names.get(value, value)}
        case "w:shd":
            return {"màu nền bảng": _fill(attributes)}
        case "w:tblLayout":
            return _other(tag, {"w:val": attributes.get("w:type", "")})
    return _other(tag, attributes)


def margin(tag: str, attributes: Attributes) -> dict[str, str]:
    """Return how far the text of cells stands from one of their sides."""
    return {f"lề trong ô ({tag.partition(':')[2]})": _value(tag, attributes)}


def _other(tag: str, attributes: Attributes) -> dict[str, str]:
    if tag in _UNSEEN:
        return {}
    return {_NAMES.get(tag, f"{_OTHER_FORMAT} ({tag.partition(':')[2]})"): _value(tag, attributes)}


def _value(tag: str, attributes: Attributes) -> str:
    """All that a property says, "" when that is as if it were not there: a switch that is off, a width of nothing."""
    value = attributes.get("w:val", "")
    is_off = value in _AS_USUAL.get(tag, (*_OFF, "auto")) or attributes.get("w:w") == "0"
    values = (text for name, text in sorted(attributes.items()) if text not in ("true", "on", "1"))
    return "" if is_off else " ".join(values) or "1"


def border(attributes: Attributes) -> str:
    """Return how a border looks, "" for none."""
    kind = attributes.get("w:val", "")
    if kind in ("nil", "none", ""):
        return ""
    return f"{kind} {attributes.get('w:sz', '')}{_colour(attributes)}"


def _symbol(attributes: Attributes) -> Piece:
    """The letter that says most nearly what a symbol of a font shows, and what it is."""
    font, char = attributes.get("w:font", ""), attributes.get("w:char", "")
    known = _SYMBOLS.get(char.upper()[-2:]) if font.startswith("Wingdings") else None
    return known or "\ufffc", (f"{f'ký hiệu {font}'.strip()}={char}",)


def _colour(attributes: Attributes) -> str:
    colour = attributes.get("w:color", "") or "auto"
    return "" if colour in _BLACK else f" {colour}"


def _fill(attributes: Attributes) -> str:
    fill = attributes.get("w:fill", "auto")
    return "" if fill in ("auto", "FFFFFF") and attributes.get("w:val", "clear") in ("clear", "nil") else fill
