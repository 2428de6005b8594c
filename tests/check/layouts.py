"""The same words as others lay them out: behind tabs, in text boxes, in tables in tables, by styles, by WPS Office."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from tests.check.written import CELL, IN_TABLES, LEFT, PAGE, RIGHT, Layout, P, Written, table

_TABS = '<w:tabs><w:tab w:val="center" w:pos="{}"/><w:tab w:val="center" w:pos="{}"/></w:tabs>'
_EMU_PER_TWIP = 635


def _left(doc: Written) -> list[P]:
    return [*doc.chu_quan, *doc.co_quan]


def drawn_line(twips: int, dash: str = "solid") -> str:
    """A run with a line drawn under the text that it hangs on."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>200000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{twips * _EMU_PER_TWIP}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="7" name="Line"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{twips * _EMU_PER_TWIP}" cy="0"/></a:xfrm><a:prstGeom prst="line">'
        f'<a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:prstDash '
        f'val="{dash}"/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
        "</mc:Choice></mc:AlternateContent></w:r>"
    )


def _order(doc: Written) -> int:
    return -1 if doc.tieu_ngu_above else 1


def _as_drawn(line: P, room: int) -> str:
    if not line.border:
        return ""
    return drawn_line(room - line.left - line.right, "dash" if line.border == "dashed" else "solid")


def _drawn(texts: list[P], line: P, room: int) -> list[P]:
    """Texts with the line below them drawn, hung on the last one."""
    last = texts[-1]
    hung = P(**{**vars(last), "xml": last.xml + _as_drawn(line, room)})
    return [*texts[:-1], hung]


# -- tabs -------------------------------------------------------------------------------------------


def _row(left: P | None, right: P | None) -> P:
    """A line of two columns: each part in the middle of its column, behind a tab."""
    stops = _TABS.format(LEFT // 2, LEFT + RIGHT // 2)
    parts = [P("\t"), *([left] if left and left.text else []), P("\t"), *([right] if right and right.text else [])]
    if not (right and right.text):
        parts = parts[:-1]
    xml = "".join(part.xml for part in (left, right) if part)
    before = left.before if left else 0
    line = max(part.line for part in (left, right) if part)
    return P(runs=parts, tabs=stops, align="left", before=before, line=line, xml=xml)


def _tabbed(left: list[P], right: list[P]) -> str:
    return "".join(_row(one, other).to_xml() for one, other in zip_longest(left, right))


def _tab_header(doc: Written) -> str:
    left = _drawn(_left(doc), doc.co_quan_line, LEFT - CELL)
    right = [doc.quoc_hieu, *_drawn([doc.tieu_ngu], doc.tieu_ngu_line, RIGHT - CELL)][:: _order(doc)]
    below = _tabbed([doc.so, *doc.trich_yeu_cong_van], [doc.dia_danh])
    return _tabbed(left, right) + below


def _tab_closing(doc: Written) -> str:
    right = [*doc.quyen_han, P(), P(), P(), doc.ho_ten]
    stop = '<w:tabs><w:tab w:val="center" w:pos="6800"/></w:tabs>'
    rows = ""
    for one, other in zip_longest([doc.noi_nhan, *doc.nhan], right):
        shown = [one] if one else []
        behind = [P("\t"), other] if other and other.text else []
        rows += P(runs=[*shown, *behind], tabs=stop, align="left").to_xml()
    return rows


def _drawn_title(doc: Written) -> str:
    title = list(doc.title)
    at = next((i for i, p in enumerate(title) if p.border), None)
    if at:
        title[at - 1 : at + 1] = _drawn([title[at - 1]], title[at], PAGE)
    return "".join(p.to_xml() for p in title)


# -- text boxes -------------------------------------------------------------------------------------


def box(lines: list[P]) -> str:
    """A run with a text box, as newer and older Word read it."""
    inner = f"<w:txbxContent>{''.join(line.to_xml() for line in lines)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="2286000" cy="900000"/>'
        f'<a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="rect"/></wps:spPr><wps:txbx>{inner}</wps:txbx>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _box_header(doc: Written) -> str:
    left = [*_left(doc), doc.co_quan_line, doc.so, *doc.trich_yeu_cong_van]
    right = [*[doc.quoc_hieu, doc.tieu_ngu][:: _order(doc)], doc.tieu_ngu_line, doc.dia_danh]
    return P(xml=box(left) + box(right)).to_xml() + P().to_xml() * 5


def _box_closing(doc: Written) -> str:
    signed = [*doc.quyen_han, P(), P(), P(), doc.ho_ten]
    return P(xml=box([doc.noi_nhan, *doc.nhan]) + box(signed)).to_xml() + P().to_xml() * 5


# -- tables in tables -------------------------------------------------------------------------------


def _in_cell(xml: str, width: int = PAGE) -> str:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{xml}<w:p/></w:tc>'
    return f'<w:tbl><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'


def _nested_header(doc: Written) -> str:
    return _in_cell(IN_TABLES.header(doc))


def _nested_title(doc: Written) -> str:
    """Tên loại and trích yếu in a table of one cell."""
    at = next((i + 1 for i, p in enumerate(doc.title) if p.border), len(doc.title))
    for p in doc.title[:at]:
        if p.border:
            p.left, p.right = p.left - CELL // 2, p.right - CELL // 2
    head = "".join(p.to_xml() for p in doc.title[:at])
    return (_in_cell(head) if head else "") + "".join(p.to_xml() for p in doc.title[at:])


def _nested_closing(doc: Written) -> str:
    left = table([[[doc.noi_nhan, *doc.nhan]]], (4354 - CELL,))
    right = table([[[*doc.quyen_han, P(), P(), P(), doc.ho_ten]]], (5000 - CELL,))
    above = P().to_xml() if doc.closing_rows_apart else ""
    columns = [(above + left, 4354), (right, 5000)][:: -1 if doc.swapped_closing else 1]
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inner}<w:p/></w:tc>' for inner, width in columns
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _, width in columns)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"


# -- styles only ------------------------------------------------------------------------------------
_PARAGRAPH = re.compile(r"<w:p><w:pPr>(.*?)</w:pPr>(.*?)</w:p>", re.DOTALL)
_SECTION = re.compile(r"<w:sectPr>.*</w:sectPr>", re.DOTALL)
_LOOK = re.compile(r"<w:r><w:rPr>(.*?)</w:rPr>")


def _by_styles(body: str) -> tuple[str, str]:
    """Every look in a style of its own, nothing set directly."""
    styles: dict[str, str] = {}

    def named(kind: str, inner: str) -> str:
        identifier = styles.setdefault(f'<w:style w:type="{kind}"|{inner}', f"K{len(styles)}")
        return f'<w:pStyle w:val="{identifier}"/>' if kind == "paragraph" else f'<w:rStyle w:val="{identifier}"/>'

    def restyled(found: re.Match[str]) -> str:
        section = _SECTION.search(found[1])
        shape = _SECTION.sub("", found[1])
        looks = set(_LOOK.findall(found[2]))
        one = looks.pop() if len(looks) == 1 and "txbxContent" not in found[2] else ""
        style = named("paragraph", f"<w:pPr>{shape}</w:pPr><w:rPr>{one}</w:rPr>")
        inner = _LOOK.sub(
            lambda look: "<w:r>" if one else f"<w:r><w:rPr>{named('character', f'<w:rPr>{look[1]}</w:rPr>')}</w:rPr>",
            found[2],
        )
        return f"<w:p><w:pPr>{style}{section[0] if section else ''}</w:pPr>{inner}</w:p>"

    body = _PARAGRAPH.sub(restyled, body)
    written = "".join(
        f'{key.split("|", 1)[0]} w:styleId="{name}"><w:name w:val="{name}"/>{key.split("|", 1)[1]}</w:style>'
        for key, name in styles.items()
    )
    return body, written


# -- WPS Office -------------------------------------------------------------------------------------
_TEXT = re.compile(r'<w:r><w:rPr>((?:(?!</w:rPr>).)*)</w:rPr><w:t xml:space="preserve">([^<]*?) ([^<]*)</w:t></w:r>')


def _as_wps(body: str) -> tuple[str, str]:
    """Runs in pieces with a language each, switches written out, tables with an indent of their own."""
    body = _TEXT.sub(
        r'<w:r><w:rPr>\1<w:lang w:val="vi-VN"/></w:rPr><w:t xml:space="preserve">\2 </w:t></w:r>'
        r'<w:r><w:rPr>\1<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t xml:space="preserve">\3</w:t></w:r>',
        body,
    )
    body = body.replace("<w:rFonts ", '<w:rFonts w:hint="default" w:eastAsia="SimSun" ')
    body = body.replace("<w:sz ", '<w:vertAlign w:val="baseline"/><w:sz ')
    switches = '<w:keepNext w:val="0"/><w:pageBreakBefore w:val="0"/><w:kinsoku/><w:snapToGrid/><w:spacing '
    body = re.sub(r"<w:spacing w:before", f'{switches}w:beforeAutospacing="0" w:afterAutospacing="0" w:before', body)
    body = body.replace('w:firstLine="', 'w:firstLineChars="0" w:firstLine="')
    mark = '<w:bookmarkStart w:id="900" w:name="_GoBack"/><w:bookmarkEnd w:id="900"/>'
    return mark + body, ""


def _wps_header(doc: Written) -> str:
    *chu_quan, below = _drawn(_left(doc), doc.co_quan_line, LEFT - CELL)
    (motto,) = _drawn([doc.tieu_ngu], doc.tieu_ngu_line, RIGHT - CELL)
    drawn = replace(doc, chu_quan=chu_quan, co_quan=[below], co_quan_line=P(), tieu_ngu=motto, tieu_ngu_line=P())
    return IN_TABLES.header(drawn)


# -- other columns ----------------------------------------------------------------------------------


def _above(doc: Written) -> list[list[P]]:
    return [[*_left(doc), doc.co_quan_line], [doc.quoc_hieu, doc.tieu_ngu, doc.tieu_ngu_line]]


def _below(doc: Written) -> list[list[P]]:
    return [[doc.so, *doc.trich_yeu_cong_van], [doc.dia_danh]]


def _two_headers(doc: Written) -> str:
    widths = (LEFT, RIGHT)
    return table([_above(doc)], widths) + P(size=2).to_xml() + table([_below(doc)], widths)


def _three_columns(doc: Written) -> str:
    rows = [[left, [P()], right] for left, right in (_above(doc), _below(doc))]
    return table(rows, (LEFT, 10, RIGHT))


def _three_columns_below(doc: Written) -> str:
    signed = [*doc.quyen_han, P(), P(), P(), doc.ho_ten]
    return table([[[doc.noi_nhan, *doc.nhan], [P()], signed]], (4000, 354, 5000))


def _one_column(doc: Written) -> str:
    lines = [doc.quoc_hieu, doc.tieu_ngu, *_left(doc), doc.so, *doc.trich_yeu_cong_van, doc.dia_danh]
    return "".join(line.to_xml() for line in lines)


def _signed_above(doc: Written) -> str:
    """Who signs on lines of their own to the right, Nơi nhận below."""
    signed = [replace(line, align="right") for line in (*doc.quyen_han, P(), P(), doc.ho_ten)]
    return "".join(line.to_xml() for line in (*signed, doc.noi_nhan, *doc.nhan))


def _as_is(body: str) -> tuple[str, str]:
    return body, ""


LAYOUTS: dict[str, Layout | None] = {
    "bảng": None,
    "tab": Layout(_tab_header, _drawn_title, _tab_closing, _as_is),
    "khung chữ": Layout(_box_header, _drawn_title, _box_closing, _as_is),
    "bảng trong bảng": Layout(_nested_header, _nested_title, _nested_closing, _as_is),
    "kiểu": Layout(IN_TABLES.header, IN_TABLES.title, IN_TABLES.closing, _by_styles),
    "hai bảng": Layout(_two_headers, IN_TABLES.title, _signed_above, _as_is),
    "ba cột": Layout(_three_columns, IN_TABLES.title, _three_columns_below, _as_is),
    "một cột": Layout(_one_column, IN_TABLES.title, _signed_above, _as_is),
    "WPS": Layout(_wps_header, _drawn_title, IN_TABLES.closing, _as_wps),
}
