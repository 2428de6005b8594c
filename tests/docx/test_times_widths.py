"""Widths of Times New Roman, by which rule lines are set."""

from generator.docx.times_widths import longest_line, text_width


def test_a_no_break_space_is_as_wide_as_a_space_and_ends_no_line():
    free, kept = "phương hướng, nhiệm vụ", "phương hướng, nhiệm\N{NO-BREAK SPACE}vụ"
    assert text_width(kept, 14) == text_width(free, 14)
    room = text_width("phương hướng, nhiệm", 14) + 1
    assert longest_line(free, room, 14) == text_width("phương hướng, nhiệm", 14)
    assert longest_line(kept, room, 14) == text_width("phương hướng,", 14)
