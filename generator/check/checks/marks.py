"""How a line begins and ends, in words: lists of addressees and recipients, căn cứ."""

from __future__ import annotations

from generator.word.read.paragraph import Paragraph


def first_mark(line: Paragraph) -> str:
    """Say what stands where a dash should."""
    mark = line.words[:1]
    return "không có gạch đầu dòng" if mark.isalnum() else f"đầu dòng là “{mark}”"


def last_mark(line: Paragraph) -> str:
    """Say what stands where a mark should end the line."""
    mark = line.words[-1:]
    return "cuối dòng không có dấu" if mark.isalnum() else f"cuối dòng là “{mark}”"
