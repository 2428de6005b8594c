"""What Word keeps beside the plain text: automatic numbers, tracked changes, controls, boxes, notes, old fonts."""

from __future__ import annotations

import pytest

from generator.plans.blocks import RemarkKind, UnreadablePlan
from tests.plans.plan_samples import (
    HEADER,
    PLAIN,
    ROWS,
    SECTION,
    TASK_1,
    TASK_2,
    imported,
    outline,
    p,
    run,
    tbl,
    tc,
    tr,
    w,
)

NUMBERING = w(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    '</w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>',
)


def listed(num: int, text: str = "", level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def test_automatic_numbers_are_counted_as_word_shows_them() -> None:
    rows = (
        HEADER,
        tr(tc(listed(1)), "THỂ CHẾ", "", "", ""),
        tr(tc(listed(2)), *TASK_1[1:]),
        tr(tc(listed(2, level=1)), *TASK_1[1:]),
        tr(tc(listed(2)), *TASK_2[1:]),
        tr(tc(listed(1)), "BỘ MÁY", "", "", ""),
        tr(tc(listed(3)), *TASK_1[1:4], tc(listed(4, "Phòng Nội vụ chủ trì.") + listed(4, "Phòng Tư pháp phối hợp."))),
    )
    read = imported(tbl(rows), numbering=NUMBERING)
    assert [t.id for t in read.plan.tasks] == ["I.1", "I.1.1", "I.2", "II.1"]
    assert list(read.plan.tasks)[-1].assignment.text == "- Phòng Nội vụ chủ trì.\n- Phòng Tư pháp phối hợp."


def test_tracked_changes_read_as_if_accepted() -> None:
    deleted = '<w:del w:id="1" w:author="A"><w:r><w:delText>Trước ngày 1/1/2020</w:delText></w:r></w:del>'
    moved = '<w:moveFrom w:id="2" w:author="A"><w:r><w:t>chỗ cũ</w:t></w:r></w:moveFrom>'
    added = f'<w:ins w:id="3" w:author="A">{run("Trước ngày 25/11/2023")}</w:ins>'
    arrived = f'<w:moveTo w:id="4" w:author="A">{run(" chỗ mới")}</w:moveTo>'
    gone = tr(*TASK_1, properties='<w:del w:id="5" w:author="A"/>')
    new = tr("2", TASK_2[1], TASK_2[2], tc(f"<w:p>{deleted}{moved}{added}{arrived}</w:p>"), TASK_2[4])
    read = imported(tbl((HEADER, SECTION, gone, tr(*TASK_1), new)))
    assert [t.deadline.phrase for t in read.plan.tasks] == ["Trước ngày 25/11/2023", "Trước ngày 25/11/2023 chỗ mới"]
    assert any("Track Changes" in r.message for r in read.remarks)


def test_a_paragraph_whose_mark_was_deleted_joins_the_next() -> None:
    first = p("Lập báo cáo", '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>')
    read = imported(tbl((HEADER, SECTION, tr("1", tc(first + p(" định kỳ.")), *TASK_1[2:]))))
    assert next(read.plan.tasks).text == "Lập báo cáo định kỳ."


def test_content_controls_around_text_cells_rows_and_tables_are_seen() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    rows = f"{tr(*HEADER)}{control(tr(*SECTION))}"
    rows += tr("1", tc(f"<w:p>{control(run(TASK_1[1]))}</w:p>"), control(tc(TASK_1[2])), *TASK_1[3:])
    rows += tr("2", tc(control(p(TASK_2[1]))), *TASK_2[2:])
    assert outline(imported(control(f"<w:tbl>{rows}</w:tbl>"))) == PLAIN


def test_a_text_box_is_read_once_though_it_stands_twice() -> None:
    inside = f"<w:txbxContent>{p('Số: 8/KH-UBND')}{tbl(ROWS)}</w:txbxContent>"
    shape = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    read = imported(f"<w:p><w:r>{shape}</w:r></w:p>")
    assert outline(read) == PLAIN
    assert read.plan.number == "8/KH-UBND"


def test_footnotes_follow_the_text_and_make_no_deadline() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    cell = tc(f"<w:p>{run('Trước ngày 25/11/2023')}{mark}</w:p>")
    notes = w("footnotes", f'<w:footnote w:id="2">{p("Theo văn bản ngày 01/02/2022 của tỉnh.")}</w:footnote>')
    (task,) = imported(tbl((HEADER, tr(*TASK_1[:3], cell, TASK_1[4]))), footnotes=notes).plan.tasks
    assert task.deadline.phrase == "Trước ngày 25/11/2023[1]\n[1] Theo văn bản ngày 01/02/2022 của tỉnh."
    assert [str(m.last_day) for m in task.deadline.milestones] == ["2023-11-24"]


def test_a_table_inside_a_cell_keeps_its_words() -> None:
    inner = tbl((("Quý I", "10%"), ("Quý II", "20%")))
    (task,) = imported(tbl((HEADER, tr("1", TASK_1[1], tc(inner + p("")), *TASK_1[3:])))).plan.tasks
    assert task.deliverables == "Quý I 10%\nQuý II 20%"


# -- fonts of before Unicode -------------------------------------------------------------------------------------
def test_tcvn3_and_vni_are_converted_by_font_and_shown() -> None:
    rows = (
        HEADER,
        tr("I", tc(p(run("c«ng t¸c chØ ®¹o", ".VnTimeH"))), "", "", ""),
        tr("1", tc(p(run("LËp b¸o c¸o", ".VnTime"))), tc(p(run("Baùo caùo", "VNI-Times"))), *TASK_1[3:]),
    )
    read = imported(tbl(rows))
    (task,) = read.plan.tasks
    assert (read.plan.sections[0].title, task.text, task.deliverables) == ("CÔNG TÁC CHỈ ĐẠO", "Lập báo cáo", "Báo cáo")
    assert len(read.remarks_of(RemarkKind.FONT)) == 3


def test_the_documents_default_font_counts_too() -> None:
    defaults = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    styles = w("styles", f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>")
    rows = (HEADER, tr("1", "LËp b¸o c¸o", tc(p(run("Báo cáo", "Times New Roman"))), *TASK_1[3:]))
    (task,) = imported(tbl(rows), styles=styles).plan.tasks
    assert (task.text, task.deliverables) == ("Lập báo cáo", "Báo cáo")


def test_unicode_text_under_an_old_fonts_name_is_left_alone() -> None:
    rows = (HEADER, tr("1", tc(p(run("Lập báo cáo", ".VnTime"))), *TASK_1[2:]))
    assert next(imported(tbl(rows)).plan.tasks).text == "Lập báo cáo"


def test_a_character_without_a_mapping_is_an_error_that_names_the_cell() -> None:
    rows = (HEADER, tr("1", tc(p(run("LËp Ω b¸o c¸o", ".VnTime"))), *TASK_1[2:]))
    with pytest.raises(UnreadablePlan, match=r"bảng 1, dòng 2, ô 2: .*“Ω”"):
        imported(tbl(rows))
