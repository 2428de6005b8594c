"""Parts that come and go with the figures: the late appendix with its section, and the words DỰ THẢO in headers."""

import re
from dataclasses import replace

import pytest

from generator.domain.problem import Problem
from generator.domain.unit_year import UnitYear
from generator.word.package import read_members
from generator.word.renew.aftermath import repeated_appendices
from generator.word.renew.judging import Outcome
from generator.word.renew.renewing import SavedReport
from tests.word.renew import hands
from tests.word.renew.outside import other_parts
from tests.word.renew.reports import (
    ONE_DONE,
    OTHER_DONE,
    first,
    renewed,
    report_of,
    second,
    ward,
    with_entries,
    without_late,
)
from tests.word.renew.test_broken_zones import every_save, headings, sections_start_with
from tests.word.renew.test_edited_regions import outcome, shown
from tests.word_files import W, all_lines, body_lines, headers, highlighted, part, text_of

LATE = "phu-luc-qua-han"
DOCUMENTS = "phu-luc-van-ban"
PROBLEM = Problem("Kết quả", "D5", "Không hiểu ngày.", "I.1")


def sections(data: bytes) -> list[str]:
    return re.findall(r"<w:sectPr.*?</w:sectPr>", read_members(data)["word/document.xml"].content.decode())


def own_margins(tree):
    """A left margin of its own for each section, as the officer set it."""
    for number, margins in enumerate(tree.iter(f"{W}pgMar")):
        margins.set(f"{W}left", str(1701 + number))


def left_margins(data: bytes) -> list[str]:
    return [m.get(f"{W}left") for m in part(data).iter(f"{W}pgMar")]


@every_save
def test_the_late_appendix_goes_with_its_section_and_the_others_keep_theirs(save):
    saved = save(hands.changed(first(), own_margins))
    result = renewed(saved, without_late())
    assert outcome(result, LATE).outcome is Outcome.REMOVED
    assert headings(result.data) == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert left_margins(result.data) == ["1701", "1702", "1703", "1705"]
    assert all_lines(result.data) == all_lines(without_late())


@every_save
def test_the_late_appendix_comes_with_a_section_like_its_neighbours(save):
    saved = save(hands.changed(without_late(), own_margins))
    result = renewed(saved, first())
    assert outcome(result, LATE).outcome is Outcome.ADDED
    assert headings(result.data) == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]
    assert left_margins(result.data) == ["1701", "1702", "1703", "1703", "1704"]
    assert body_lines(result.data) == body_lines(first())
    assert "Thêm Phụ lục nhiệm vụ quá hạn" in shown(result)


@every_save
def test_it_comes_and_goes_and_comes(save):
    data = save(first())
    for new in (without_late(), first(), without_late(), second()):
        data = renewed(data, new).data
    assert all_lines(data) == all_lines(second())
    assert len(sections(data)) == 5


#: What the last appendices of a report can be, by what the figures ask for.
LAST_APPENDICES = {
    "none": lambda: report_of(few_documents(with_entries(ONE_DONE, OTHER_DONE))),
    "late": lambda: report_of(few_documents(ward())),
    "documents": without_late,
    "both": first,
}


def few_documents(data: UnitYear) -> UnitYear:
    """A year with so few documents that a sentence names them all."""
    bare = {task: tuple(e._replace(document="") for e in rows) for task, rows in data.entries.items()}
    return replace(data, documents=(), entries=bare)


@every_save
@pytest.mark.parametrize("before", LAST_APPENDICES)
@pytest.mark.parametrize("after", LAST_APPENDICES)
def test_the_last_appendices_come_and_go_each_with_a_section(save, before, after):
    """Also both at once, and one in the place of the other; the report and the first appendices keep theirs."""
    old, new = (LAST_APPENDICES[name]() for name in (before, after))
    result = renewed(save(hands.changed(old, own_margins)), new)
    assert not result.is_stopped
    assert body_lines(result.data) == body_lines(new)
    assert len(sections(result.data)) == len(sections(new))
    assert left_margins(result.data)[:3] == ["1701", "1702", "1703"]
    assert sections_start_with(result.data)[1:] == headings(new)


def test_an_edited_appendix_that_is_no_longer_needed_waits_for_a_choice():
    data = hands.rewritten(first(), "NHIỆM VỤ QUÁ HẠN ĐẾN", "NHIỆM VỤ CHẬM")
    assert renewed(data, without_late()).is_stopped
    kept, gone = (renewed(data, without_late(), **{choice: LATE}).data for choice in ("keep", "replace"))
    assert any("NHIỆM VỤ CHẬM" in line for line in body_lines(kept)) and len(sections(kept)) == 5
    assert repeated_appendices(SavedReport.opened(kept).document) == ["Phụ lục III"]
    assert body_lines(gone) == body_lines(without_late()) and len(sections(gone)) == 4
    assert repeated_appendices(SavedReport.opened(gone).document) == []


@pytest.mark.parametrize(("gone", "after"), [(LATE, "documents"), (DOCUMENTS, "late")])
def test_what_follows_in_the_same_section_stays(gone, after):
    def add(tree):
        paragraph = hands.etree.fromstring(hands.etree.tostring(hands.paragraph_with(tree, "Trên đây là báo cáo")))
        hands.set_text(paragraph, "Bảng cán bộ thêm sau phụ lục.")
        hands.control(tree, gone).addnext(paragraph)

    result = renewed(hands.changed(first(), add), LAST_APPENDICES[after]())
    assert outcome(result, gone).outcome is Outcome.REMOVED
    assert "Bảng cán bộ thêm sau phụ lục." in last_lines_of_sections(result.data)
    assert len(sections(result.data)) == 5


def last_lines_of_sections(data: bytes) -> list[str]:
    lines = [""]
    for paragraph in part(data).iter(f"{W}p"):
        lines[-1] = text_of(paragraph).strip() or lines[-1]
        if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            lines.append("")
    return lines


def test_a_region_that_gives_way_to_the_officers_own_words_takes_them_in():
    words = {("2023-H1", "kien_nghi"): ("Đề nghị thành phố bố trí máy quét.",)}
    bare = report_of(replace(ward(), words={}, entries=without_requests()))
    new = report_of(replace(ward(), words=words, entries=without_requests()))
    result = renewed(bare, new)
    assert outcome(result, "kien-nghi").outcome is Outcome.REMOVED
    assert "Đề nghị thành phố bố trí máy quét." in all_lines(result.data)


def without_requests():
    return {
        task: tuple(e._replace(recommendation="", difficulty="") for e in rows) for task, rows in ward().entries.items()
    }


@every_save
def test_the_monthly_report_is_renewed_too(save):
    old, new = (report_of(data, "2023-06") for data in (ward(), with_entries(ONE_DONE)))
    result = renewed(save(old), new)
    assert all_lines(result.data) == all_lines(new)


# -- headers --------------------------------------------------------------------------------------
@every_save
def test_a_report_whose_problems_are_gone_is_no_draft_any_more(save):
    saved = save(report_of(ward(), problems=(PROBLEM,)))
    assert "DỰ THẢO" in headers(saved)
    result = renewed(saved, first())
    assert "DỰ THẢO" not in headers(result.data)


@every_save
def test_a_report_with_new_problems_becomes_a_draft(save):
    saved = save(first())
    result = renewed(saved, report_of(ward(), problems=(PROBLEM,)))
    names = [n for n in read_members(saved) if n.startswith("word/header")]
    assert headers(result.data).count("DỰ THẢO") == len(names)


def test_a_header_that_a_person_wrote_in_is_left_alone():
    def write(tree):
        hands.etree.SubElement(hands.etree.SubElement(tree[0], f"{W}r"), f"{W}t").text = "UBND phường"

    saved = hands.changed(first(), write, "word/header2.xml")
    result = renewed(saved, report_of(ward(), problems=(PROBLEM,)))
    assert result.header_left_alone
    assert headers(result.data).count("DỰ THẢO") == 1
    assert other_parts(result.data)["word/header2.xml"] == other_parts(saved)["word/header2.xml"]


def test_doubtful_places_lose_their_colour_when_the_problem_is_gone():
    saved = report_of(ward(), problems=(PROBLEM,))
    assert highlighted(saved)
    assert not highlighted(renewed(saved, first()).data)


@pytest.mark.parametrize("name", ["word/header1.xml", "word/header2.xml"])
def test_headers_stay_as_they_are_when_nothing_changes_in_them(name):
    assert other_parts(renewed(first()).data)[name] == other_parts(first())[name]
