"""Parts that come and go with the figures: the late appendix with its section, and the words DỰ THẢO in headers."""

import re
from dataclasses import replace

import pytest

from generator.domain.problem import Problem
from generator.word.package import read_members
from generator.word.renew.judging import Outcome
from tests.word.renew import hands
from tests.word.renew.outside import other_parts
from tests.word.renew.reports import ONE_DONE, first, renewed, report_of, second, ward, with_entries, without_late
from tests.word.renew.test_broken_zones import every_save, headings
from tests.word.renew.test_edited_regions import outcome, shown
from tests.word_files import W, all_lines, body_lines, headers, highlighted, part

LATE = "phu-luc-qua-han"
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
    assert headings(result.data) == ["Phụ lục I", "Phụ lục II"]
    assert left_margins(result.data) == ["1701", "1702", "1703"]
    assert all_lines(result.data) == all_lines(without_late())


@every_save
def test_the_late_appendix_comes_with_a_section_like_its_neighbours(save):
    saved = save(hands.changed(without_late(), own_margins))
    result = renewed(saved, first())
    assert outcome(result, LATE).outcome is Outcome.ADDED
    assert headings(result.data) == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert left_margins(result.data) == ["1701", "1702", "1703", "1703"]
    assert body_lines(result.data) == body_lines(first())
    assert "Thêm Phụ lục nhiệm vụ quá hạn" in shown(result)


@every_save
def test_it_comes_and_goes_and_comes(save):
    data = save(first())
    for new in (without_late(), first(), without_late(), second()):
        data = renewed(data, new).data
    assert all_lines(data) == all_lines(second())
    assert len(sections(data)) == 4


def test_an_edited_appendix_that_is_no_longer_needed_waits_for_a_choice():
    data = hands.rewritten(first(), "NHIỆM VỤ QUÁ HẠN ĐẾN", "NHIỆM VỤ CHẬM")
    assert renewed(data, without_late()).is_stopped
    assert headings(renewed(data, without_late(), keep=LATE).data)[-1] == "Phụ lục III"
    assert headings(renewed(data, without_late(), replace=LATE).data)[-1] == "Phụ lục II"


def test_what_follows_in_the_same_section_stays():
    def add(tree):
        paragraph = hands.etree.fromstring(hands.etree.tostring(hands.paragraph_with(tree, "Trên đây là báo cáo")))
        hands.set_text(paragraph, "Bảng cán bộ thêm sau phụ lục.")
        hands.control(tree, LATE).addnext(paragraph)

    result = renewed(hands.changed(first(), add), without_late())
    assert all_lines(result.data)[-1] == "Bảng cán bộ thêm sau phụ lục."
    assert len(sections(result.data)) == 4


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
