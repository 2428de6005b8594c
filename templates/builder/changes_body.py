"""The page that says what differs between two reports. Not a document to be issued: no heading block, no signature."""

from __future__ import annotations

from templates.builder import template_xml as x


def changes() -> str:
    """Return its document.xml: a title and lines, some of them headings, one of them the title of the next page."""
    lines = (
        x.tag("for muc in dong")
        + x.tag("if muc.sang_trang")
        + x.paragraph("TenLoai", "{{ muc.chu }}", properties="<w:pageBreakBefore/>")
        + x.tag("elif muc.la_tieu_de")
        + x.paragraph("BangMuc", "{{ muc.chu }}")
        + x.tag("else")
        + x.paragraph("BangChu", "{{ muc.chu }}")
        + x.tag("endif")
        + x.tag("endfor")
    )
    title = x.paragraph("TenLoai", "NHỮNG ĐIỂM THAY ĐỔI") + x.paragraph("TrichYeu", "{{ trich_yeu }}")
    return x.document(title + x.rule_line("KeNgan") + lines, x.section())
