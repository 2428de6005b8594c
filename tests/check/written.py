"""Documents written by hand, XML and all, so that a test can break one thing in them and nothing else.

A document is a handful of named paragraphs; `to_docx` turns it into a .docx as Word would save it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

from generator.word.render.times_widths import text_width
from tests.check.packing import packed

LEFT, RIGHT, PAGE = 3600, 5754, 9354
#: Cell margins of Word's own default, both sides.
CELL = 216


@dataclass
class P:
    """A paragraph. Lengths in twips, sizes in points; `xml` is put after the text as it is."""

    text: str = ""
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "both"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    font: str = "Times New Roman"
    color: str = ""
    border: str = ""
    style: str = ""
    tabs: str = ""
    extra: str = ""
    xml: str = ""
    runs: list[P] = field(default_factory=list)

    def to_xml(self, end: str = "") -> str:
        border = ""
        if self.border:
            border = f'<w:pBdr><w:bottom w:val="{self.border}" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>'
        indent = f'w:left="{self.left}" w:right="{self.right}" '
        indent += f'w:hanging="{-self.first}"' if self.first < 0 else f'w:firstLine="{self.first}"'
        style = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        runs = "".join(run.run_xml() for run in self.runs or [self])
        return (
            f"<w:p><w:pPr>{style}{border}{self.tabs}"
            f'<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.line}" w:lineRule="auto"/>'
            f'<w:ind {indent}/><w:jc w:val="{self.align}"/>{end}</w:pPr>{runs}{self.xml}</w:p>'
        )

    def run_xml(self) -> str:
        if not self.text:
            return ""
        marks = ("<w:b/>" if self.bold else "") + ("<w:i/>" if self.italic else "")
        color = f'<w:color w:val="{self.color}"/>' if self.color else ""
        text = "</w:t><w:br/><w:t>".join(escape(line) for line in self.text.split("\n"))
        text = text.replace("\t", "</w:t><w:tab/><w:t>").replace("<w:t>", '<w:t xml:space="preserve">')
        return (
            f'<w:r><w:rPr><w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}" w:cs="{self.font}"/>{marks}{color}'
            f'<w:sz w:val="{self.size * 2:.0f}"/>{self.extra}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        )


def rule_line(texts: list[P], room: int, share: float, border: str = "single") -> P:
    """An empty paragraph whose border is `share` of the longest of `texts`, in the middle of `room` twips."""
    width = max(text_width(p.text, p.size, bold=p.bold, italic=p.italic) for p in texts) * 20
    side = round((room - min(width, room) * share) / 2)
    return P(size=6, left=side, right=side, align="center", border=border)


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass
class Grid:
    """A bordered table of cells with one paragraph each; the first row repeats."""

    rows: list[list[str]]
    width: int = PAGE
    size: float = 13

    def to_xml(self) -> str:
        columns = len(self.rows[0])
        each = self.width // columns
        borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in _SIDES)
        rows = ""
        for number, row in enumerate(self.rows):
            header = "<w:tblHeader/>" if number == 0 else ""
            repeat = f"<w:trPr><w:cantSplit/>{header}</w:trPr>"
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{each}" w:type="dxa"/></w:tcPr>'
                f"{P(cell, size=self.size, bold=number == 0, align='left').to_xml()}</w:tc>"
                for cell in row
            )
            rows += f"<w:tr>{repeat}{cells}</w:tr>"
        grid = f'<w:gridCol w:w="{each}"/>' * columns
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{self.width}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )


@dataclass
class Page:
    """Paper, margins and numbering of a section, in twips."""

    width: int = 11906
    height: int = 16838
    top: int = 1134
    bottom: int = 1134
    left: int = 1701
    right: int = 851
    start: int | None = 1
    form: str = ""
    title_page: bool = True
    numbered: bool = True
    footer_numbered: bool = False
    number_on_first: bool = False
    footer: bool = False

    def to_xml(self, number: int) -> str:
        lies = ' w:orient="landscape"' if self.width > self.height else ""
        references = f'<w:headerReference w:type="default" r:id="rId{10 * number + 10}"/>' if self.numbered else ""
        if self.number_on_first:
            references += f'<w:headerReference w:type="first" r:id="rId{10 * number + 10}"/>'
        elif self.numbered:
            references += f'<w:headerReference w:type="first" r:id="rId{10 * number + 11}"/>'
        if self.footer:
            references += f'<w:footerReference w:type="first" r:id="rId{10 * number + 13}"/>'
        if self.footer_numbered:
            references += f'<w:footerReference w:type="default" r:id="rId{10 * number + 12}"/>'
        start = f' w:start="{self.start}"' if self.start is not None else ""
        form = f' w:fmt="{self.form}"' if self.form else ""
        numbers = f"<w:pgNumType{form}{start}/>" if start or form else ""
        return (
            f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{self.width}" w:h="{self.height}"{lies}/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.right}" w:bottom="{self.bottom}" w:left="{self.left}" '
            f'w:header="567" w:footer="567" w:gutter="0"/>{numbers}{"<w:titlePg/>" if self.title_page else ""}</w:sectPr>'
        )


@dataclass
class Appendix:
    """An appendix: its heading, its content, its own section."""

    label: P
    titles: list[P]
    reference: P | None
    line: P | None
    content: list[P | Grid]
    end: P | None
    page: Page
    own_section: bool = True

    def blocks(self) -> list[P | Grid]:
        heading = [self.label, *self.titles, self.reference, self.line]
        return [block for block in (*heading, *self.content, self.end) if block is not None]


@dataclass(frozen=True)
class Layout:
    """How somebody else lays out the same words: the XML of header, title and closing, then what is done to it all."""

    header: Callable[[Written], str]
    title: Callable[[Written], str]
    closing: Callable[[Written], str]
    finish: Callable[[str], tuple[str, str]]


@dataclass
class Written:
    """A whole document; tests change its paragraphs by name and its lists in place."""

    quoc_hieu: P
    tieu_ngu: P
    tieu_ngu_line: P
    dia_danh: P
    chu_quan: list[P]
    co_quan: list[P]
    co_quan_line: P
    so: P
    title: list[P]
    body: list[P | Grid]
    noi_nhan: P
    nhan: list[P]
    quyen_han: list[P]
    ho_ten: P
    appendices: list[Appendix]
    trich_yeu_cong_van: list[P] = field(default_factory=list)
    number: P = field(default_factory=lambda: P(align="center"))
    number_field: str = " PAGE "
    page: Page = field(default_factory=Page)
    has_header: bool = True
    has_closing: bool = True
    one_row_header: bool = False
    swapped_header: bool = False
    swapped_closing: bool = False
    closing_rows_apart: bool = False
    tieu_ngu_above: bool = False
    date_above: bool = False
    settings: str = ""
    footer: list[P] = field(default_factory=list)
    extra_parts: dict[str, bytes] = field(default_factory=dict)
    in_controls: bool = False
    layout: Layout | None = None

    @property
    def ten_loai(self) -> P:
        return self.title[0]

    @property
    def trich_yeu(self) -> P:
        return self.title[1]

    def paragraph(self, start: str) -> P:
        """The body's paragraph that begins with `start`."""
        return next(p for p in self.body if isinstance(p, P) and p.text.startswith(start))

    def refit(self) -> None:
        """Make the three rule lines as long as the texts above them now ask for."""
        self.tieu_ngu_line = rule_line([self.tieu_ngu], RIGHT - CELL, 1.0)
        self.co_quan_line = rule_line(self.co_quan, LEFT - CELL, 0.4)
        room = self.page.width - self.page.left - self.page.right
        for index, line in enumerate(self.title):
            if line.border:
                self.title[index] = rule_line([self.title[index - 1]], room, 0.4)

    def to_docx(self) -> bytes:
        edges = []
        for number in range(len(self.appendices) + 1):
            quiet, footer = P().to_xml(), "".join(p.to_xml() for p in self.footer) or P().to_xml()
            kinds = (
                ("header", _page_field(self)),
                ("header", quiet),
                ("footer", _page_field(self)),
                ("footer", footer),
            )
            edges += [(f"rId{10 * number + 10 + offset}", kind, inner) for offset, (kind, inner) in enumerate(kinds)]
        if self.layout is None:
            return packed(_body(self, IN_TABLES), self.settings, edges, self.extra_parts)
        body, styles = self.layout.finish(_body(self, self.layout))
        return packed(body, self.settings, edges, self.extra_parts, styles)


def table(rows: list[list[list[P]]], widths: tuple[int, ...]) -> str:
    out = ""
    for row in rows:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(p.to_xml() for p in cell)}</w:tc>'
            for cell, width in zip(row, widths, strict=True)
        )
        out += f"<w:tr>{cells}</w:tr>"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{out}</w:tbl>"
    )


def _header(doc: Written) -> str:
    above_left = [*doc.chu_quan, *doc.co_quan, doc.co_quan_line]
    above_right = [doc.quoc_hieu, doc.tieu_ngu, doc.tieu_ngu_line]
    if doc.tieu_ngu_above:
        above_right = [doc.tieu_ngu, doc.tieu_ngu_line, doc.quoc_hieu]
    rows = [[above_left, above_right], [[doc.so, *doc.trich_yeu_cong_van], [doc.dia_danh]]]
    if doc.date_above:
        rows = [[above_left, [*above_right, doc.dia_danh]], [rows[1][0], [P()]]]
    if doc.one_row_header:
        rows = [[above_left + rows[1][0], above_right + rows[1][1]]]
    if doc.swapped_header:
        return table([row[::-1] for row in rows], (RIGHT, LEFT))
    return table(rows, (LEFT, RIGHT))


def _closing(doc: Written) -> str:
    left, right = [doc.noi_nhan, *doc.nhan], [*doc.quyen_han, P(), P(), P(), doc.ho_ten]
    rows = [[[P()], right], [left, [P()]]] if doc.closing_rows_apart else [[left, right]]
    if doc.swapped_closing:
        return table([row[::-1] for row in rows], (5000, 4354))
    return table(rows, (4354, 5000))


def _control(number: int, inner: str) -> str:
    mark = f'w:id="{number}" w:name="_cchc_phan_{number}_'
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="cchc:phan_{number}"/></w:sdtPr><w:sdtContent>'
        f'<w:bookmarkStart {mark}a"/><w:bookmarkEnd w:id="{number}"/>{inner}</w:sdtContent></w:sdt>'
    )


def _title(doc: Written) -> str:
    return "".join(p.to_xml() for p in doc.title)


IN_TABLES = Layout(_header, _title, _closing, lambda body: (body, ""))


def _body(doc: Written, layout: Layout) -> str:
    parts: list[str] = []
    if doc.has_header:
        parts.append(layout.header(doc))
    parts.append(layout.title(doc))
    inner = "".join(block.to_xml() for block in doc.body)
    parts.append(_control(1, inner) if doc.in_controls and doc.body else inner)
    if doc.has_closing:
        parts += (P(size=6).to_xml(), layout.closing(doc))
    pages = [doc.page]
    for appendix in doc.appendices:
        if appendix.own_section:
            if parts:
                parts.append(P(size=2).to_xml(pages[-1].to_xml(len(pages) - 1)))
                pages.append(appendix.page)
            else:
                pages = [appendix.page]
        else:
            parts.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        parts += (block.to_xml() for block in appendix.blocks())
    return "".join(parts) + pages[-1].to_xml(len(pages) - 1)


def _page_field(doc: Written) -> str:
    number = replace(doc.number, text="")
    marks = number.run_xml() or replace(number, text="2").run_xml().split("<w:t ")[0].removesuffix("</w:r>")
    before = replace(number, text=doc.number.text).run_xml() if doc.number.text else ""
    shown = replace(number, text="2").run_xml()
    chars = [f'{marks}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = f'{marks}<w:instrText xml:space="preserve">{doc.number_field}</w:instrText></w:r>'
    return replace(number, xml=f"{before}{chars[0]}{code}{chars[1]}{shown}{chars[2]}").to_xml()
