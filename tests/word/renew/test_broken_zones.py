"""The zones that people break: deleted, copied, moved, stripped of their marks; with and without LibreOffice."""

import re
from copy import deepcopy

import pytest

from generator.renewal_words import all_told
from generator.word.package import read_members, with_parts
from generator.word.renew.judging import Choices, Outcome
from generator.word.renew.renewing import NotOurs, NotRenewable, SavedReport, renew
from tests.word.renew import hands
from tests.word.renew.outside import outside
from tests.word.renew.reports import first, renewed, second
from tests.word.renew.test_edited_regions import outcome, shown
from tests.word_files import W, all_lines, body_lines, part, text_of

TASKS = "phu-luc-nhiem-vu"
SAVES = [
    pytest.param(lambda data: data, id="as made"),
    pytest.param(hands.libreoffice, id="saved by LibreOffice", marks=hands.needs_office),
]


def every_save(function):
    return pytest.mark.parametrize("save", SAVES)(function)


def headings(data: bytes) -> list[str]:
    return [line for line in body_lines(data) if line.startswith("Phụ lục ") and len(line) < 12]


# -- deleted --------------------------------------------------------------------------------------
@every_save
def test_a_deleted_region_stays_deleted_and_this_is_said(save):
    saved = save(hands.control_deleted(first(), "van-ban"))
    result = renewed(saved)
    assert not result.is_stopped
    assert outcome(result, "van-ban").outcome is Outcome.MISSING
    assert "--restore van-ban" in shown(result)
    assert outside(result.data) == outside(saved)


@every_save
def test_a_deleted_region_comes_back_after_its_neighbour(save):
    result = renewed(save(hands.control_deleted(first(), "van-ban")), restore="van-ban")
    assert outcome(result, "van-ban").outcome is Outcome.RESTORED
    assert body_lines(result.data) == body_lines(second())
    assert renewed(result.data).data == result.data


@pytest.mark.parametrize("name", ["phu-luc-thong-ke", TASKS, "phu-luc-qua-han", "phu-luc-van-ban"])
@every_save
def test_a_deleted_appendix_comes_back_in_its_section(save, name):
    result = renewed(save(hands.control_deleted(first(), name)), restore=name)
    assert headings(result.data) == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]
    assert [line for line in all_lines(result.data) if line][-1] == "./."
    xml = read_members(result.data)["word/document.xml"].content
    assert xml.count(b"<w:sectPr") == 5
    assert renewed(result.data).data == result.data


@pytest.mark.parametrize("with_breaks", [False, True])
@every_save
def test_two_deleted_appendices_come_back_each_in_its_section(save, with_breaks):
    names = ("phu-luc-qua-han", "phu-luc-van-ban")

    def drop(tree):
        for name in names:
            found = hands.control(tree, name)
            if with_breaks:
                found.getparent().remove(found.getprevious())
            found.getparent().remove(found)

    result = renewed(save(hands.changed(first(), drop)), restore=" ".join(names))
    assert body_lines(result.data) == body_lines(second())
    assert read_members(result.data)["word/document.xml"].content.count(b"<w:sectPr") == 5
    assert sections_start_with(result.data)[1:] == headings(second())


def sections_start_with(data: bytes) -> list[str]:
    """The first words of each section."""
    found = [""]
    for paragraph in part(data).iter(f"{W}p"):
        found[-1] = found[-1] or text_of(paragraph).strip()
        if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            found.append("")
    return found


def test_an_appendix_deleted_with_its_section_break_comes_back_with_one():
    def drop(tree):
        found = hands.control(tree, TASKS)
        section_break = found.getnext()
        assert section_break.find(f"{W}pPr/{W}sectPr") is not None
        found.getparent().remove(section_break)
        found.getparent().remove(found)

    result = renewed(hands.changed(first(), drop), restore=TASKS)
    assert headings(result.data) == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]
    assert read_members(result.data)["word/document.xml"].content.count(b"<w:sectPr") == 5


# -- copied, moved --------------------------------------------------------------------------------
def copied_twice(tree):
    found = hands.control(tree, "tong-hop")
    copy = deepcopy(found)
    for mark in [*copy.iter(f"{W}bookmarkStart"), *copy.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    hands.paragraph_with(tree, "III. ĐÁNH GIÁ CHUNG").addprevious(copy)


def test_a_region_copied_twice_stops_renewal():
    result = renewed(hands.changed(first(), copied_twice))
    assert outcome(result, "tong-hop").outcome is Outcome.COPIED
    assert "có hơn một bản" in shown(result)


def test_of_very_many_broken_regions_the_first_are_named_and_the_others_counted():
    members = read_members(first())
    body = members["word/document.xml"].content
    mark = b'<w:bookmarkStart w:id="%d" w:name="_cchc_x%d_a"/><w:bookmarkEnd w:id="%d"/>'
    marks = b"".join(mark % (n, n, n) for n in range(1000, 1100))
    saved = with_parts(members, {"word/document.xml": body.replace(b"</w:body>", marks + b"</w:body>")})
    lines = list(all_told(renewed(saved).regions))
    assert "… và 70 vùng khác như vậy." in lines and len(lines) < 60


def test_replacing_a_copied_region_renews_the_original_only():
    result = renewed(hands.changed(first(), copied_twice), replace="tong-hop")
    totals = [x for x in all_lines(result.data) if x.startswith("Tính đến ngày 13/6/2023, trong 47")]
    assert ["còn 01 nhiệm vụ quá hạn" in x for x in totals] == [True, False]


@hands.needs_office
def test_a_copy_that_libreoffice_made_plain_text_is_left_as_it_is():
    result = renewed(hands.libreoffice(hands.changed(first(), copied_twice)))
    assert not result.is_stopped
    totals = [x for x in all_lines(result.data) if x.startswith("Tính đến ngày 13/6/2023, trong 47")]
    assert ["còn 01 nhiệm vụ quá hạn" in x for x in totals] == [True, False]


@every_save
def test_a_moved_region_is_renewed_where_it_lies(save):
    def move(tree):
        hands.paragraph_with(tree, "V. KIẾN NGHỊ, ĐỀ XUẤT").addprevious(hands.control(tree, "tong-hop"))

    saved = save(hands.changed(first(), move))
    result = renewed(saved)
    assert not result.is_stopped
    assert outside(result.data) == outside(saved)
    lines = all_lines(result.data)
    totals = next(n for n, x in enumerate(lines) if x.startswith("Tính đến ngày 13/6/2023, trong 47"))
    assert "còn 01 nhiệm vụ quá hạn" in lines[totals]
    assert lines[totals + 1 :].index("V. KIẾN NGHỊ, ĐỀ XUẤT") < 9


# -- marks gone -----------------------------------------------------------------------------------
def stripped(name: str):
    def change(tree):
        found = hands.control(tree, name)
        for mark in [*found.iter(f"{W}bookmarkStart"), *found.iter(f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        for block in list(found.find(f"{W}sdtContent")):
            found.addprevious(block)
        found.getparent().remove(found)

    return change


@pytest.mark.parametrize("name", ["tong-hop", TASKS])
@every_save
def test_a_region_without_marks_is_not_touched_and_what_to_do_is_said(save, name):
    saved = save(hands.changed(first(), stripped(name)))
    result = renewed(saved)
    assert not result.is_stopped
    assert outcome(result, name).outcome is Outcome.LEFTOVER
    assert f"xóa phần cũ đó trong Word, lưu, rồi chạy lại với --restore {name}" in shown(result)
    assert outside(result.data) == outside(saved)


def test_a_table_without_marks_is_known_by_its_headings_though_its_cells_were_changed():
    data = hands.cell_rewritten(hands.changed(first(), stripped(TASKS)), "Rà soát, đề xuất đơn giản hóa", 5, "Sửa")
    assert outcome(renewed(data), TASKS).outcome is Outcome.LEFTOVER


@pytest.mark.parametrize("lost", ["a", "z"])
def test_half_of_the_bookmarks_is_no_region(lost):
    def tear(tree):
        found = hands.control(tree, "van-ban")
        for block in list(found.find(f"{W}sdtContent")):
            found.addprevious(block)
        found.getparent().remove(found)
        mark = next(m for m in tree.iter(f"{W}bookmarkStart") if m.get(f"{W}name") == f"_cchc_van-ban_{lost}")
        mark.getparent().remove(mark)

    result = renewed(hands.changed(first(), tear))
    assert outcome(result, "van-ban").outcome is Outcome.BROKEN
    assert not renewed(hands.changed(first(), tear), keep="van-ban").is_stopped


def test_regions_across_each_other_are_not_touched():
    def nest(tree):
        hands.control(tree, "tong-hop").find(f"{W}sdtContent").append(hands.control(tree, "van-ban"))

    result = renewed(hands.changed(first(), nest))
    assert {outcome(result, n).outcome for n in ("tong-hop", "van-ban")} == {Outcome.BROKEN}


def test_text_cut_out_of_its_control_is_pointed_out_and_can_be_put_back():
    def cut(tree):
        content = hands.control(tree, "van-ban").find(f"{W}sdtContent")
        for block in list(content):
            hands.paragraph_with(tree, "V. KIẾN NGHỊ, ĐỀ XUẤT").addprevious(block)

    data = hands.changed(first(), cut)
    left = renewed(data)
    assert outcome(left, "van-ban").outcome is Outcome.LEFTOVER
    assert "Văn bản đã ban hành (van-ban) đã mất dấu nhưng nội dung cũ vẫn còn ở chỗ “Trong kỳ đã" in shown(left)
    restored = renewed(data, restore="van-ban")
    assert "Phần cũ không có dấu vẫn còn ở chỗ “Trong kỳ đã" in shown(restored)
    xml = read_members(restored.data)["word/document.xml"].content
    assert xml.count(b'w:name="_cchc_van-ban_a"') == 1


def test_a_file_whose_program_knows_no_controls_gets_them_with_their_namespace():
    data = read_members(first())["word/document.xml"].content.decode()
    data = re.sub(r"</?w:sdt>|</?w:sdtContent>|<w:sdtPr>.*?</w:sdtPr>", "", data, flags=re.DOTALL)
    data = re.sub(r' xmlns:w15="[^"]*"| xmlns:mc="[^"]*"| mc:Ignorable="[^"]*"', "", data)
    saved = with_parts(read_members(first()), {"word/document.xml": data.encode()})
    result = renewed(saved)
    tree = part(result.data)
    assert len(list(tree.iter("{http://schemas.microsoft.com/office/word/2012/wordml}appearance"))) == 21
    assert outside(result.data) == outside(saved)
    assert renewed(result.data).data == result.data


def test_restoring_beside_what_lost_its_marks_says_that_both_are_there():
    result = renewed(hands.changed(first(), stripped("tong-hop")), restore="tong-hop")
    assert "Phần cũ không có dấu vẫn còn ở chỗ “Tính đến ngày" in shown(result)


def test_what_lost_its_marks_is_still_found_at_the_next_renewal():
    once = renewed(hands.changed(first(), stripped("tong-hop")))
    again = renewed(once.data, first())
    assert [outcome(r, "tong-hop").outcome for r in (once, again)] == [Outcome.LEFTOVER] * 2


def test_marks_that_ended_up_in_another_region_go_with_its_renewal():
    def misplace(tree):
        target = hands.paragraph_with(tree, "Phụ lục I")
        for kind in ("bookmarkStart", "bookmarkEnd"):
            for mark in list(hands.control(tree, "chi-dao").iter(f"{W}{kind}")):
                target.append(mark)

    result = renewed(hands.changed(first(), misplace), replace="chi-dao phu-luc-thong-ke")
    xml = read_members(result.data)["word/document.xml"].content
    assert xml.count(b'w:name="_cchc_chi-dao_a"') == xml.count(b'w:name="_cchc_chi-dao_z"') == 1


# -- what hangs on a region -----------------------------------------------------------------------
def test_a_bookmark_that_a_cross_reference_needs_survives():
    def mark(tree):
        paragraph = hands.paragraph_with(tree, "Tính đến ngày 13/6/2023, trong 47")
        for tag, extra in (("bookmarkStart", {f"{W}name": "_Ref1234"}), ("bookmarkEnd", {})):
            hands.etree.SubElement(paragraph, f"{W}{tag}", {f"{W}id": "500", **extra})

    result = renewed(hands.changed(first(), mark))
    xml = read_members(result.data)["word/document.xml"].content
    assert xml.count(b'w:name="_Ref1234"') == 1
    assert xml.count(b'<w:bookmarkEnd w:id="500"/>') == 1
    assert renewed(result.data).data == result.data


def test_the_half_of_a_comment_inside_a_region_survives_its_renewal():
    def comment(tree):
        before = hands.paragraph_with(tree, "2. Thực hiện Kế hoạch")
        inside = hands.paragraph_with(tree, "Tính đến ngày 13/6/2023, trong 47")
        hands.etree.SubElement(before, f"{W}commentRangeStart", {f"{W}id": "3"})
        hands.etree.SubElement(inside, f"{W}commentRangeEnd", {f"{W}id": "3"})
        run = hands.etree.SubElement(inside, f"{W}r")
        hands.etree.SubElement(run, f"{W}commentReference", {f"{W}id": "3"})

    data = hands.changed(first(), comment)
    xml = read_members(renewed(data, replace="tong-hop").data)["word/document.xml"].content
    for mark in (b"commentRangeStart", b"commentRangeEnd", b"commentReference"):
        assert xml.count(mark) == 1


def test_what_a_template_numbers_by_word_is_not_carried_over_and_can_be_kept():
    def numbered(tree):
        properties = hands.paragraph_with(tree, "Tính đến ngày 13/6/2023, trong 47").find(f"{W}pPr")
        number = hands.etree.SubElement(hands.etree.SubElement(properties, f"{W}numPr"), f"{W}numId")
        number.set(f"{W}val", "1")

    new = hands.changed(second(), numbered)
    assert outcome(renewed(first(), new), "tong-hop").outcome is Outcome.NOT_MOVABLE
    assert outcome(renewed(first(), new, keep="tong-hop"), "tong-hop").outcome is Outcome.KEPT
    same = renewed(first(), hands.changed(first(), numbered))
    assert not same.is_stopped
    assert not renewed(same.data).is_stopped, "nobody changed it by hand"


# -- emptied --------------------------------------------------------------------------------------
def emptied(name, prompt=""):
    """Delete all the text of a region; Word then puts a prompt of its own there."""

    def change(tree) -> None:
        found = hands.control(tree, name)
        content = found.find(f"{W}sdtContent")
        for block in list(content)[1:]:
            content.remove(block)
        for child in list(content[0]):
            if child.tag != f"{W}pPr":
                content[0].remove(child)
        if prompt:
            hands.etree.SubElement(hands.etree.SubElement(content[0], f"{W}r"), f"{W}t").text = prompt
            found.find(f"{W}sdtPr").insert(0, hands.etree.Element(f"{W}showingPlcHdr"))

    return change


@pytest.mark.parametrize("name", ["van-ban", TASKS])
@pytest.mark.parametrize("prompt", ["", "Click or tap here to enter text."])
def test_an_emptied_region_stays_empty_and_is_put_back_on_demand(name, prompt):
    data = hands.changed(first(), emptied(name, prompt))
    left = renewed(data)
    assert not left.is_stopped
    assert outcome(left, name).outcome is Outcome.EMPTIED
    assert f"đã bị xóa hết chữ và không tự điền lại. Muốn có lại: --restore {name}" in shown(left)
    restored = renewed(data, restore=name)
    assert f"Đã đưa lại {outcome(restored, name).title} ({name}) vào chỗ cũ." in shown(restored)
    assert all_lines(restored.data) == all_lines(second())
    assert b"showingPlcHdr" not in read_members(restored.data)["word/document.xml"].content


# -- files ----------------------------------------------------------------------------------------
def test_a_signed_file_is_refused():
    with pytest.raises(NotRenewable, match="ký số"):
        signed = with_parts(read_members(first()), {"_xmlsignatures/sig1.xml": b"<Signature/>"})
        renew(SavedReport.opened(signed), second(), Choices())


def test_a_file_of_somebody_else_is_refused():
    with pytest.raises(NotOurs, match="không do chương trình làm ra"):
        members = {n: m for n, m in read_members(first()).items() if n != "customXml/item1.xml"}
        SavedReport.opened(with_parts(members, {}))
