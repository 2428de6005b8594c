"""A region that a person changed: renewal stops and shows both sides, and does what the officer chooses."""

import re
from dataclasses import replace

import pytest

from generator.renewal_words import told
from generator.word.package import Member, read_members, with_parts
from generator.word.provenance import PART, read_provenance
from generator.word.renew.judging import Outcome
from tests.word.renew import hands
from tests.word.renew.outside import outside
from tests.word.renew.reports import first, renewed, report_of, second, ward, without_late
from tests.word_files import W, all_lines, part, text_of

TASKS = "phu-luc-nhiem-vu"
OWN = "Tổng hợp do cán bộ viết lại."
TOTALS = "Tính đến ngày 13/6/2023, trong 47 nhiệm vụ"
OTHER_TASK = "Rà soát, đề xuất đơn giản hóa TTHC"


def outcome(result, name):
    return next(r for r in result.regions if r.name == name)


def shown(result) -> str:
    return "\n".join(line for region in result.regions for line in told(region))


@pytest.fixture(params=["as made", pytest.param("saved by LibreOffice", marks=hands.needs_office)])
def edited(request):
    data = hands.rewritten(first(), TOTALS, OWN)
    return hands.libreoffice(data) if "LibreOffice" in request.param else data


def test_renewal_stops_and_changes_nothing(edited):
    result = renewed(edited)
    assert result.is_stopped
    assert result.data == edited


def test_both_sides_are_shown(edited):
    words = shown(renewed(edited))
    assert "Tổng hợp (tong-hop) đã được sửa bằng tay" in words
    assert OWN in words
    assert "còn 01 nhiệm vụ quá hạn" in words
    assert "--keep tong-hop" in words and "--replace tong-hop" in words
    assert "--merge" not in words


def test_kept_stays_and_all_else_is_renewed(edited):
    result = renewed(edited, keep="tong-hop")
    assert not result.is_stopped
    assert OWN in all_lines(result.data)
    assert any("Báo cáo số 77/BC-UBND" in line for line in all_lines(result.data))


def test_what_is_kept_is_asked_about_again_next_time(edited):
    kept = renewed(edited, keep="tong-hop").data
    assert outcome(renewed(kept), "tong-hop").outcome is Outcome.EDITED


def test_a_region_that_was_kept_is_still_compared_with_what_was_once_generated():
    kept = renewed(edited_totals(), keep="tong-hop").data
    words = shown(renewed(kept, without_late()))
    by_hand = words.partition("Người sửa đã đổi:")[2].partition("Làm mới sẽ đổi:")[0]
    assert by_hand.count("    - ") == 1 and "Đoạn 2: thêm “Câu cán bộ thêm.”" in by_hand


def edited_totals() -> bytes:
    def add(tree):
        first_paragraph = hands.paragraph_with(tree, TOTALS)
        added = hands.etree.fromstring(hands.etree.tostring(hands.paragraph_with(tree, "Trên đây là báo cáo")))
        hands.set_text(added, "Câu cán bộ thêm.")
        first_paragraph.addnext(added)

    return hands.changed(first(), add)


def test_replaced_is_as_made_anew(edited):
    result = renewed(edited, replace="tong-hop")
    assert OWN not in all_lines(result.data)
    assert [x for x in all_lines(result.data) if x.startswith(TOTALS)] == [
        x for x in all_lines(second()) if x.startswith(TOTALS)
    ]
    assert outside(result.data) == outside(edited)


def test_an_edit_that_says_what_the_renewal_says_is_none():
    new_words = next(x for x in all_lines(second()) if x.startswith("Còn 01 nhiệm vụ quá hạn"))
    data = hands.rewritten(first(), "Còn 02 nhiệm vụ quá hạn", new_words)
    assert not renewed(data).is_stopped


# -- tables ---------------------------------------------------------------------------------------
def row(data: bytes, words: str) -> list[str]:
    found = [r for r in part(data).iter(f"{W}tr") if words in text_of(r) and len(r.findall(f"{W}tc")) == 7]
    return [text_of(c) for c in found[0].findall(f"{W}tc")]


def with_row_added(data: bytes, after: str, text: str) -> bytes:
    def change(tree):
        old = next(r for r in tree.iter(f"{W}tr") if after in text_of(r))
        new = hands.etree.fromstring(hands.etree.tostring(old))
        for cell, words in zip(new.findall(f"{W}tc"), ("99", text, "", "", "", "", ""), strict=True):
            for extra in cell.findall(f"{W}p")[1:]:
                cell.remove(extra)
            hands.set_text(cell.find(f"{W}p"), words)
        old.addnext(new)

    return hands.changed(data, change)


def test_a_changed_cell_is_shown_by_row_and_column():
    untouched_task = next(t for t in ward().plan.tasks if t.id == "II.1")
    data = hands.cell_rewritten(first(), untouched_task.text[:40], 4, "Công chức Địa chính")
    words = shown(renewed(data))
    assert "Hàng II.1, cột Chủ trì" in words and "“Công chức Địa chính”" in words
    assert "Hàng III.1, cột Tình trạng: “Đang thực hiện (quá hạn)” → “Đang thực hiện (trong hạn)”" in words
    assert f"--merge {TASKS}" in words


@pytest.mark.parametrize("save", [lambda d: d, hands.word, pytest.param(hands.libreoffice, marks=hands.needs_office)])
def test_merging_keeps_a_persons_cells_and_rows_and_renews_computed_ones(save):
    data = hands.cell_rewritten(first(), OTHER_TASK, 2, "Báo cáo do cán bộ sửa")
    data = save(with_row_added(data, OTHER_TASK, "Nhiệm vụ phường thêm"))
    result = renewed(data, merge=TASKS)
    assert not result.is_stopped
    merged = row(result.data, OTHER_TASK)
    assert merged[2] == "Báo cáo do cán bộ sửa"
    assert merged[5:] == row(second(), OTHER_TASK)[5:]
    assert row(result.data, "Nhiệm vụ phường thêm")[0] == "99"
    assert outcome(result, TASKS).conflicts == ()


def numbered_anew(tree):
    """Put a row before a task's and number the rest of its section anew, as people do."""
    old = hands.row_with(tree, OTHER_TASK)
    new = hands.etree.fromstring(hands.etree.tostring(old))
    for number, following in enumerate([old, *old.itersiblings(f"{W}tr")], start=2):
        if len(following.findall(f"{W}tc")) != 7:
            break
        hands.set_text(following.find(f"{W}tc/{W}p"), str(number))
    hands.set_text(new.findall(f"{W}tc")[1].find(f"{W}p"), "Việc chen vào đầu mục")
    old.addprevious(new)


def test_rows_numbered_anew_are_known_by_their_words():
    data = hands.changed(first(), numbered_anew)
    words = shown(renewed(data))
    assert "Hàng III.1 (hàng thêm): thêm “1 | Việc chen vào đầu mục" in words
    assert "Hàng III.1, cột STT và 15 hàng sau: “1 … 16” → “2 … 17”" in words
    result = renewed(data, merge=TASKS)
    assert outcome(result, TASKS).conflicts == ()
    assert row(result.data, OTHER_TASK) == ["2", *row(second(), OTHER_TASK)[1:]]
    assert row(result.data, "Việc chen vào đầu mục")[0] == "1"
    for task in ward().plan.tasks:
        if task.id.startswith("III."):
            assert row(result.data, task.text[:60])[1:] == row(second(), task.text[:60])[1:]


def test_a_row_with_merged_cells_stays_as_it_is_and_is_listed():
    def merge_cells(tree):
        line = hands.row_with(tree, OTHER_TASK)
        cells = line.findall(f"{W}tc")
        hands.etree.SubElement(cells[2].find(f"{W}tcPr"), f"{W}gridSpan", {f"{W}val": "2"})
        line.remove(cells[3])

    data = hands.changed(first(), merge_cells)
    result = renewed(data, merge=TASKS)
    found = [r for r in part(result.data).iter(f"{W}tr") if OTHER_TASK in text_of(r) and len(r.findall(f"{W}tc")) == 6]
    assert [text_of(c) for c in found[0].findall(f"{W}tc")][-1] == "Đang thực hiện (quá hạn)"
    [conflict] = outcome(result, TASKS).conflicts
    assert "Hàng III.1 có ô đã gộp hoặc tách nên được giữ nguyên" in conflict and "Báo cáo số 77" in conflict


def test_formatting_that_goes_with_a_renewed_cell_is_listed():
    def bold_state(tree):
        run = next(hands.row_with(tree, OTHER_TASK).findall(f"{W}tc")[6].iter(f"{W}r"))
        properties = hands.etree.Element(f"{W}rPr")
        hands.etree.SubElement(properties, f"{W}b")
        run.insert(0, properties)

    [conflict] = outcome(renewed(hands.changed(first(), bold_state), merge=TASKS), TASKS).conflicts
    assert "cột Tình trạng: ô được làm mới, đã bỏ đậm “Đang thực hiện (quá hạn)”" in conflict


def test_what_goes_with_a_replaced_region_is_told():
    words = shown(renewed(hands.changed(first(), picture), replace="tong-hop"))
    assert "không còn trong tệp (vẫn còn ở bản lưu): ảnh hoặc hình vẽ" in words
    words = shown(renewed(hands.changed(first(), tracked_insertion), replace="tong-hop"))
    assert "không còn trong tệp: đề nghị Trần Thị B: thêm “ Câu thêm.”" in words


def test_a_cell_changed_by_both_is_kept_and_listed():
    data = hands.cell_rewritten(first(), OTHER_TASK, 5, "Cán bộ viết lại kết quả")
    result = renewed(data, merge=TASKS)
    assert row(result.data, OTHER_TASK)[5] == "Cán bộ viết lại kết quả"
    [conflict] = outcome(result, TASKS).conflicts
    assert "Hàng III.1, cột Kết quả thực hiện" in conflict and "Báo cáo số 77" in conflict


def test_conflicts_are_listed_in_the_order_of_the_document():
    """Not in that of hashing, which is another one each time the program starts."""
    data, gone = first(), [t for t in ward().plan.tasks if t.id.startswith("III.")][:9]
    for task in gone:
        data = hands.cell_rewritten(data, task.text[:60], 2, f"Cán bộ sửa {task.id}")
    sections = tuple(replace(s, tasks=tuple(t for t in s.tasks if t not in gone)) for s in ward().plan.sections)
    fewer = report_of(replace(ward(), plan=replace(ward().plan, sections=sections)))
    conflicts = outcome(renewed(data, fewer, merge=TASKS), TASKS).conflicts
    told_of = [re.search(r"III\.\d+", c)[0] for c in conflicts if "sổ không còn hàng này" in c]
    assert told_of == [t.id for t in gone]


def test_a_computed_cell_typed_over_is_renewed_and_listed():
    data = hands.cell_rewritten(first(), OTHER_TASK, 6, "Xong rồi")
    result = renewed(data, merge=TASKS)
    assert row(result.data, OTHER_TASK)[6] == "Đang thực hiện (trong hạn)"
    assert "“Xong rồi” được thay bằng" in outcome(result, TASKS).conflicts[0]


def test_a_deleted_row_stays_deleted_and_is_listed():
    def drop(tree):
        found = next(r for r in tree.iter(f"{W}tr") if OTHER_TASK in text_of(r))
        found.getparent().remove(found)

    result = renewed(hands.changed(first(), drop), merge=TASKS)
    assert "Hàng III.1 đã bị xóa bằng tay, không đưa lại" in outcome(result, TASKS).conflicts


def test_an_officers_own_column_stays():
    def widen(tree):
        table = hands.control(tree, TASKS).find(f".//{W}tbl")
        for number, line in enumerate(table.findall(f"{W}tr")):
            cells = line.findall(f"{W}tc")
            if len(cells) == 7:
                extra = hands.etree.fromstring(hands.etree.tostring(cells[-1]))
                hands.set_text(extra.find(f"{W}p"), "Người theo dõi" if number == 0 else f"Người {number}")
                cells[-1].addnext(extra)

    result = renewed(hands.changed(first(), widen), merge=TASKS)
    found = [r for r in part(result.data).iter(f"{W}tr") if OTHER_TASK in text_of(r)]
    cells = [text_of(c) for c in found[0].findall(f"{W}tc")]
    assert cells[7].startswith("Người ")
    assert cells[5:7] == row(second(), OTHER_TASK)[5:]


def test_a_table_from_elsewhere_is_merged_with_every_difference_listed():
    data = hands.cell_rewritten(_as_from_elsewhere(first(), TASKS), OTHER_TASK, 5, "Cán bộ viết lại kết quả")
    result = renewed(data, merge=TASKS)
    assert row(result.data, OTHER_TASK)[5] == "Cán bộ viết lại kết quả"
    assert any("cột Kết quả thực hiện: giữ “Cán bộ" in c for c in outcome(result, TASKS).conflicts)


def test_a_text_from_elsewhere_shows_how_the_two_differ():
    words = shown(renewed(hands.rewritten(_as_from_elsewhere(first(), "tong-hop"), TOTALS, OWN)))
    assert "Bản trong tệp và bản mới khác nhau:" in words


def _as_from_elsewhere(data: bytes, region: str) -> bytes:
    """The file as if the region had come into it by pasting: the program did not make it there."""
    provenance = read_provenance(data)
    xml = provenance.made.content.replace(f"cchc:{region}".encode(), b"cchc:vung-khac")
    told = replace(provenance, made=Member.packed(provenance.made.name, xml))
    return with_parts(read_members(data), {PART: told.to_xml()})


def test_a_region_without_a_table_cannot_be_merged():
    result = renewed(hands.rewritten(first(), TOTALS, OWN), merge="tong-hop")
    assert result.is_stopped
    assert "không có bảng" in shown(result)


# -- what text does not show ----------------------------------------------------------------------
def first_words(tree):
    return next(r for r in hands.paragraph_with(tree, TOTALS).findall(f"{W}r") if r.findtext(f"{W}t"))


def bold(tree):
    run = first_words(tree)
    properties = hands.etree.Element(f"{W}rPr")
    hands.etree.SubElement(properties, f"{W}b")
    run.insert(0, properties)


def tracked_deletion(tree):
    delete_tracked(first_words(tree))


def delete_tracked(run):
    for text in run.findall(f"{W}t"):
        text.tag = f"{W}delText"
    marks = {f"{W}id": "77", f"{W}author": "Trần Thị B", f"{W}date": "2023-06-13T08:00:00Z"}
    gone = hands.etree.Element(f"{W}del", marks)
    run.addprevious(gone)
    gone.append(run)


def tracked_insertion(tree):
    marks = {f"{W}id": "78", f"{W}author": "Trần Thị B", f"{W}date": "2023-06-13T08:00:00Z"}
    put_in = hands.etree.SubElement(hands.paragraph_with(tree, TOTALS), f"{W}ins", marks)
    hands.etree.SubElement(hands.etree.SubElement(put_in, f"{W}r"), f"{W}t").text = " Câu thêm."


def tracked_row(tree):
    row_element = hands.row_with(tree, OTHER_TASK)
    properties = row_element.find(f"{W}trPr")
    if properties is None:
        properties = hands.etree.Element(f"{W}trPr")
        row_element.insert(0, properties)
    hands.etree.SubElement(properties, f"{W}del", {f"{W}id": "79", f"{W}author": "Trần Thị B"})
    for run in list(row_element.iter(f"{W}r")):
        delete_tracked(run)


def comment(tree):
    paragraph = hands.paragraph_with(tree, TOTALS)
    run = hands.etree.SubElement(paragraph, f"{W}r")
    hands.etree.SubElement(run, f"{W}commentReference", {f"{W}id": "0"})


def footnote(tree):
    run = hands.etree.SubElement(hands.paragraph_with(tree, TOTALS), f"{W}r")
    hands.etree.SubElement(run, f"{W}footnoteReference", {f"{W}id": "2"})


def picture(tree):
    run = hands.etree.SubElement(hands.paragraph_with(tree, TOTALS), f"{W}r")
    hands.etree.SubElement(run, f"{W}drawing")


def own_table(tree):
    cell = "<w:tc><w:tcPr/><w:p/></w:tc>"
    xml = f'<w:tbl xmlns:w="{W[1:-1]}"><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>'
    hands.paragraph_with(tree, TOTALS).addnext(hands.etree.fromstring(xml))


def centred(tree):
    properties = hands.paragraph_with(tree, TOTALS).find(f"{W}pPr")
    hands.etree.SubElement(properties, f"{W}jc", {f"{W}val": "center"})


def green(tree):
    run = first_words(tree)
    properties = hands.etree.Element(f"{W}rPr")
    hands.etree.SubElement(properties, f"{W}highlight", {f"{W}val": "green"})
    run.insert(0, properties)


@pytest.mark.parametrize(
    ("put_in", "named"),
    [
        (bold, "Đoạn 1: thêm đậm “Tính đến ngày 13/6/2023"),
        (green, "Đoạn 1: thêm tô màu “Tính đến ngày 13/6/2023"),
        (centred, "Đoạn 1: thêm căn lề"),
        (tracked_deletion, "Track Changes"),
        (comment, "nhận xét"),
        (footnote, "chú thích"),
        (picture, "ảnh"),
        (own_table, "bảng thêm vào"),
    ],
)
def test_what_was_put_into_a_region_stops_renewal_and_is_named(put_in, named):
    result = renewed(hands.changed(first(), put_in))
    assert outcome(result, "tong-hop").outcome is Outcome.EDITED
    assert named in shown(result)


@pytest.mark.parametrize(
    ("propose", "told_as"),
    [
        (tracked_deletion, "- Trần Thị B: xóa “Tính đến ngày 13/6/2023, trong 47 nhiệm vụ"),
        (tracked_insertion, "- Trần Thị B: thêm “ Câu thêm.”"),
        (tracked_row, f"- Trần Thị B: xóa cả hàng “1 | {OTHER_TASK}"),
    ],
)
def test_a_proposal_in_track_changes_is_told_and_what_becomes_of_it(propose, told_as):
    words = shown(renewed(hands.changed(first(), propose)))
    assert told_as in words
    assert "Accept (chấp nhận) hoặc Reject (từ chối) trong Word" in words
    assert "Hàng III.:" not in words


def test_a_proposal_in_a_region_that_is_kept_stays_pending():
    data = hands.changed(first(), tracked_deletion)
    kept = part(renewed(data, keep="tong-hop").data)
    assert [text_of(t) for t in kept.iter(f"{W}delText")] == [text_of(t) for t in part(data).iter(f"{W}delText")]


def test_a_coloured_cell_is_an_edit_too():
    def colour(tree):
        cell = next(r for r in tree.iter(f"{W}tr") if OTHER_TASK in text_of(r)).findall(f"{W}tc")[6]
        shade = {f"{W}val": "clear", f"{W}fill": "FFC000"}
        hands.etree.SubElement(cell.find(f"{W}tcPr"), f"{W}shd", shade)

    data = hands.changed(first(), colour)
    assert "ô được tô màu" in shown(renewed(data))
    merged = part(renewed(data, merge=TASKS).data)
    assert [s.get(f"{W}fill") for s in merged.iter(f"{W}shd")] == ["FFC000"]
