"""Pieces of WordprocessingML for templates: styles, paragraphs, regions, sections, tables.

Sizes come from the decree's table (`rules.default`); what the decree leaves open (gaps inside the header block,
column widths) is typography and stands here.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import count

from generator.law.rules import default
from generator.word.lengths import twips, twips_of_mm

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"'
)
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def half_points(rule_id: str) -> int:
    points: float = default(rule_id)
    return round(points * 2)


TEXT_WIDTH = twips_of_mm(default("page.width") - default("page.margin.left") - default("page.margin.right"))
WIDE_TEXT_WIDTH = twips_of_mm(default("page.height") - default("page.margin.left") - default("page.margin.right"))

_SHORT_RULE = "Kẻ {} dòng chữ"
_GAP = twips(default("body.space"))
_FIRST_LINE = twips_of_mm(default("body.first_line"))


def _style(style_id: str, name: str, paragraph: str, size: str | int, marks: str = "", based_on: str = "Normal") -> str:
    """A paragraph style; its size by the decree's name for it, or in half points."""
    size = half_points(size) if isinstance(size, str) else size
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f'<w:rPr>{marks}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_CENTRED = '<w:jc w:val="center"/>'
#: Titles break into lines of about the same length when the lines are a little shorter than the page.
_TITLE_INDENT = f'<w:ind w:left="{twips_of_mm(12)}" w:right="{twips_of_mm(12)}"/>'


#: As high as its letters, so that the page number below it stays in the top margin.
_DRAFT_LINE = '<w:spacing w:before="0" w:after="0" w:line="260" w:lineRule="exact"/>'


def _spacing(before: float = 0, after: float = 0) -> str:
    return f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}"/>'


def _rule_style(style_id: str, name: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:pPr>'
        '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:pBdr>'
        '<w:spacing w:before="0" w:after="80" w:line="60" w:lineRule="exact"/></w:pPr></w:style>'
    )


#: Tables of appendices alone, of which the decree says nothing: 11 points.
_SMALL = 22


def styles_xml(*, tight_tables: bool = False) -> str:
    """Return styles.xml: one paragraph style an element of the decree, named in Vietnamese.

    `tight_tables`: for documents whose only tables are those of appendices, small and without space in their rows.
    """
    table, table_size = (_spacing(), _SMALL) if tight_tables else (_spacing(2, 2), half_points("table.size"))
    font, size = default("page.font"), half_points("body.size")
    line = round(default("body.line_spacing") * 240)
    body_spacing = f'<w:spacing w:before="0" w:after="{_GAP}" w:line="{line}" w:lineRule="auto"/>'
    keep = "<w:keepNext/>"
    styles = (
        _style("QuocHieu", "Quốc hiệu", _spacing() + _CENTRED, "quoc_hieu.size", _BOLD),
        _style("TieuNgu", "Tiêu ngữ", _spacing() + _CENTRED, "tieu_ngu.size", _BOLD),
        _style("CoQuanChuQuan", "Cơ quan chủ quản", _spacing() + _CENTRED, "co_quan_chu_quan.size"),
        _style("CoQuan", "Cơ quan ban hành", _spacing() + _CENTRED, "co_quan.size", _BOLD),
        _style("SoKyHieu", "Số ký hiệu", _spacing(4) + _CENTRED, "so_ky_hieu.size"),
        _style("DiaDanh", "Địa danh ngày tháng", _spacing(4) + _CENTRED, "dia_danh.size", _ITALIC),
        _style("TenLoai", "Tên loại", keep + _spacing(18) + _CENTRED, "ten_loai.size", _BOLD),
        _style("TrichYeu", "Trích yếu", keep + _spacing() + _TITLE_INDENT + _CENTRED, "trich_yeu.size", _BOLD),
        _style("KinhGui", "Kính gửi", _spacing(12, 12) + _CENTRED, "kinh_gui.size"),
        _style("KinhGuiDau", "Kính gửi nhiều nơi", _spacing(12) + '<w:ind w:left="1985"/>', "kinh_gui.size"),
        _style(
            "KinhGuiDong", "Kính gửi từng nơi", _spacing() + '<w:ind w:left="3175" w:hanging="150"/>', "kinh_gui.size"
        ),
        _style(
            "NoiDung",
            "Nội dung",
            f'{body_spacing}<w:ind w:firstLine="{_FIRST_LINE}"/><w:jc w:val="both"/>',
            "body.size",
        ),
        _style(
            "CanCu",
            "Căn cứ",
            f'{body_spacing}<w:ind w:firstLine="{_FIRST_LINE}"/><w:jc w:val="both"/>',
            "can_cu.size",
            _ITALIC,
        ),
        _style(
            "TieuDeMuc",
            "Tiêu đề mục",
            f'{keep}{body_spacing}<w:ind w:firstLine="{_FIRST_LINE}"/><w:outlineLvl w:val="0"/>',
            "body.size",
            _BOLD,
        ),
        _style(
            "TieuDeKhoan",
            "Tiêu đề khoản",
            f'{keep}{body_spacing}<w:ind w:firstLine="{_FIRST_LINE}"/><w:outlineLvl w:val="1"/>',
            "body.size",
            _BOLD,
        ),
        _style("ChucVu", "Chức vụ người ký", keep + _spacing() + _CENTRED, "chuc_vu.size", _BOLD),
        _style("HoTen", "Họ tên người ký", _spacing(78) + _CENTRED, "ho_ten.size", _BOLD),
        _style("NoiNhanNhan", "Nơi nhận", keep + _spacing(), "noi_nhan.label_size", _BOLD + _ITALIC),
        _style("NoiNhan", "Nơi nhận từng dòng", _spacing(), "noi_nhan.list_size"),
        _style("PhuLuc", "Phụ lục", keep + _spacing() + _CENTRED, "phu_luc.size", _BOLD),
        _style("TenPhuLuc", "Tên phụ lục", keep + _spacing() + _TITLE_INDENT + _CENTRED, "phu_luc.title_size", _BOLD),
        _style("KemTheo", "Kèm theo", keep + _spacing() + _CENTRED, "phu_luc.reference_size", _ITALIC),
        _style("BangDau", "Đầu bảng", table + _CENTRED, table_size, _BOLD),
        _style("BangChu", "Chữ trong bảng", table, table_size),
        _style("BangGiua", "Chữ giữa trong bảng", table + _CENTRED, table_size),
        _style("BangMuc", "Mục trong bảng", keep + table, table_size, _BOLD),
        _style("HetPhuLuc", "Hết phụ lục", _spacing(2) + '<w:jc w:val="right"/>', "body.size"),
        _style(
            "SauBang", "Sau bảng", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', "body.size"
        ),
        _style("SoTrang", "Số trang", _spacing() + _CENTRED, "page_number.size"),
        _style("DuThao", "Dự thảo", _DRAFT_LINE + '<w:jc w:val="right"/>', "page_number.size", _BOLD),
        _rule_style("KeBang", "Kẻ bằng dòng chữ"),
        _rule_style("KeNgan", _SHORT_RULE.format(default("co_quan.rule_line"))),
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="NgatPhan"><w:name w:val="Ngắt phần"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
        '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>',
    )
    return (
        f"{XML_HEAD}<w:styles {_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/><w:color w:val="000000"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f"{''.join(styles)}</w:styles>"
    )


# -- paragraphs ------------------------------------------------------------------------------------


def run(text: str, marks: str = "") -> str:
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def paragraph(style: str, text: str = "", *, properties: str = "", before: str = "", after: str = "") -> str:
    """Return a paragraph; `before` and `after` are XML around its text (bookmarks)."""
    content = run(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{before}{content}{after}</w:p>'


def tag(statement: str) -> str:
    """Return a paragraph that only holds a template statement and vanishes."""
    return f"<w:p>{run('{%p ' + statement + ' %}')}</w:p>"


def rule_line(style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:ind w:left="0" w:right="0"/></w:pPr></w:p>'


class Regions:
    """Makes regions with unique ids: a content control and a pair of collapsed bookmarks each."""

    def __init__(self) -> None:
        self._ids = count(1)

    def control(self, name: str, title: str, content: str) -> str:
        """Return a region around `content`, which places the bookmarks itself (see `bookmarks`)."""
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="cchc:{name}"/><w:id w:val="{next(self._ids)}"/>'
            f'<w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
        )

    def bookmarks(self, name: str) -> tuple[str, str]:
        """Return the collapsed bookmarks that open and close a region; they survive a save in LibreOffice."""
        return self._bookmark(f"_cchc_{name}_a"), self._bookmark(f"_cchc_{name}_z")

    def of_paragraphs(self, name: str, title: str, variable: str, style: str = "NoiDung") -> str:
        """Return a region that prints a list of paragraphs, never empty."""
        start, end = self.bookmarks(name)
        return self.control(
            name,
            title,
            tag(f"for doan in {variable}")
            + paragraph(
                style,
                "{{ doan }}",
                before=when("loop.first", start),
                after=when("loop.last", end),
            )
            + tag("endfor"),
        )

    def _bookmark(self, name: str) -> str:
        number = next(self._ids)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def when(condition: str, content: str) -> str:
    """Return XML inside a paragraph that is there only when a condition holds."""
    return run(f"{{% if {condition} %}}") + content + run("{% endif %}")


# -- sections --------------------------------------------------------------------------------------


def section(*, wide: bool = False) -> str:
    """Return section properties: A4, the decree's margins by reading direction, pages numbered from 1.

    The number is in the default header only; the first page has a header of its own, without it.
    """
    width, height = twips_of_mm(default("page.width")), twips_of_mm(default("page.height"))
    size = (
        f'<w:pgSz w:w="{height}" w:h="{width}" w:orient="landscape"/>'
        if wide
        else f'<w:pgSz w:w="{width}" w:h="{height}"/>'
    )
    margins = " ".join(
        f'w:{side}="{twips_of_mm(default(f"page.margin.{side}"))}"' for side in ("top", "right", "bottom", "left")
    )
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:headerReference w:type="first" r:id="rIdFirstHeader"/><w:type w:val="nextPage"/>'
        f'{size}<w:pgMar {margins} w:header="{twips_of_mm(8)}" w:footer="{twips_of_mm(10)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def section_break(*, wide: bool = False) -> str:
    """Return the paragraph that ends a section; too small to be seen."""
    return f'<w:p><w:pPr><w:pStyle w:val="NgatPhan"/>{section(wide=wide)}</w:pPr></w:p>'


def document(body: str, last_section: str) -> str:
    return f"{XML_HEAD}<w:document {_NAMESPACES}><w:body>{body}{last_section}</w:body></w:document>"


def header(*, with_number: bool) -> str:
    """Return a page header: DỰ THẢO on drafts, and the page number or nothing."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    draft = tag("if du_thao") + paragraph("DuThao", "DỰ THẢO") + tag("endif")
    number = f'<w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>{field if with_number else ""}</w:p>'
    return f"{XML_HEAD}<w:hdr {_NAMESPACES}>{draft}{number}</w:hdr>"


# -- tables ----------------------------------------------------------------------------------------


def cell(width: int, content: str, *, span: int = 1, down: str = "") -> str:
    """Return a cell over `span` columns; `down` "restart" begins one over several rows, "continue" goes on with it."""
    grid_span = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merge = f'<w:vMerge w:val="{down}"/><w:vAlign w:val="center"/>' if down else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{grid_span}{merge}</w:tcPr>{content}</w:tc>'


def row(cells: str, *, is_header: bool = False) -> str:
    """Return a table row that does not split over pages; a header row comes again on each page."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_header else ''}</w:trPr>{cells}</w:tr>"


def end_row(columns: int, width: int, *, style: str = "HetPhuLuc", text: str = "./.") -> str:
    """Return the row below a table that only shows "./.": as a row it goes with the one above it, page or no page."""
    bare = "".join(f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right"))
    content = cell(width, paragraph(style, text), span=columns)
    return row(content.replace("</w:tcPr>", f"<w:tcBorders>{bare}</w:tcBorders></w:tcPr>", 1))


def tag_row(statement: str, columns: int, width: int) -> str:
    """Return a row that only holds a template statement and vanishes."""
    content = f"<w:p>{run('{%tr ' + statement + ' %}')}</w:p>"
    return f"<w:tr>{cell(width, content, span=columns)}</w:tr>"


def table(widths: Sequence[int], rows: str, *, borders: bool) -> str:
    """Return a table of fixed column widths in twips."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    frame = f"<w:tblBorders>{lines}</w:tblBorders>" if borders else ""
    margin = 70 if borders else 0
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{frame}<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
