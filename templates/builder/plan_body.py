"""The body of the plan's template: the plan itself, and its appendix in five columns, or six for objectives."""

from __future__ import annotations

from generator.word.lengths import twips
from templates.builder import template_xml as x
from templates.builder.template_bodies import (
    AFTER_HEADING,
    WITH_SIGNATURE,
    appendix_heading,
    cells,
    header_row,
    heading,
    loop_rows,
    signature,
)

_TASKS = (
    (900, "STT", "stt"),
    (3500, "Nhiệm vụ", "nhiem_vu"),
    (2900, "Sản phẩm/kết quả", "san_pham"),
    (2100, "Tiến độ", "tien_do"),
    (x.WIDE_TEXT_WIDTH - 9400, "Phân công và cách thức thực hiện", "phan_cong"),
)
_OBJECTIVES = (
    (680, "STT", "stt"),
    (3300, "Mục tiêu chất lượng", "nhiem_vu"),
    (2500, "Cách đo lường", "san_pham"),
    (x.WIDE_TEXT_WIDTH - 9480, "Biện pháp thực hiện/đơn vị thực hiện", "phan_cong"),
    (1500, "Thời gian bắt đầu", "bat_dau"),
    (1500, "Thời gian hoàn thành", "ket_thuc_luc"),
)
_ONLY_PARAGRAPH = f'<w:keepNext/><w:keepLines/><w:spacing w:before="{twips(12)}" w:after="{twips(12)}"/>'


def plan() -> str:
    """Return document.xml of a plan: body, signature, and one landscape appendix."""
    regions = x.Regions()
    lines = (
        x.tag("for doan in than_ke_hoach")
        + x.tag("if doan.la_muc")
        + x.paragraph("TieuDeMuc", "{{ doan.chu }}")
        + x.tag("elif doan.la_khoan")
        + x.paragraph("TieuDeKhoan", "{{ doan.chu }}")
        + x.tag("elif doan.la_can_cu and loop.first")
        + x.paragraph("CanCu", "{{ doan.chu }}", properties=AFTER_HEADING)
        + x.tag("elif doan.la_can_cu")
        + x.paragraph("CanCu", "{{ doan.chu }}")
        + x.tag("elif loop.first and loop.last")
        + x.paragraph("NoiDung", "{{ doan.chu }}", properties=_ONLY_PARAGRAPH)
        + x.tag("elif loop.first")
        + x.paragraph("NoiDung", "{{ doan.chu }}", properties=AFTER_HEADING)
        + x.tag("elif loop.last")
        + x.paragraph("NoiDung", "{{ doan.chu }}", properties=WITH_SIGNATURE)
        + x.tag("else")
        + x.paragraph("NoiDung", "{{ doan.chu }}")
        + x.tag("endif")
        + x.tag("endfor")
    )
    opening, ending = appendix_heading(regions, "phu-luc-ke-hoach", "nhiem_vu", "{{ tieu_de_phu_luc_nhiem_vu }}")
    tables = x.tag("if theo_muc_tieu") + _table(_OBJECTIVES) + x.tag("else") + _table(_TASKS) + x.tag("endif")
    body = (
        heading("KẾ HOẠCH")
        + lines
        + signature()
        + x.section_break()
        + regions.control("phu-luc-ke-hoach", "Phụ lục kế hoạch", opening + tables + ending)
    )
    return x.document(body, x.section(wide=True))


def _table(columns: tuple[tuple[int, str, str], ...]) -> str:
    widths = tuple(width for width, _, _ in columns)
    section_row = x.row(
        x.cell(widths[0], x.paragraph("BangMuc", "{{ muc.stt }}", properties='<w:jc w:val="center"/>'))
        + x.cell(sum(widths[1:]), x.paragraph("BangMuc", "{{ muc.ten }}"), span=len(widths) - 1)
    )
    only_numbered = (
        x.tag_row("if muc.stt", len(widths), sum(widths)) + section_row + x.tag_row("endif", len(widths), sum(widths))
    )
    task_row = x.row(cells(widths, [f"{{{{ hang.{name} }}}}" for _, _, name in columns]))
    rows = header_row(widths, tuple(label for _, label, _ in columns)) + loop_rows(
        "muc in bang_ke_hoach", only_numbered + loop_rows("hang in muc.hang", task_row, widths), widths
    )
    return x.table(widths, rows + x.end_row(len(widths), sum(widths)), borders=True)
