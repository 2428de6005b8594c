"""The words DỰ THẢO in the page headers: they come and go with the problems of the workbook."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.word.package import Member
from generator.word.regions import visible_text
from generator.word.renew.fragment import Styles
from generator.word.renew.xml_spans import Edit, Element, XmlPart

_HEADER = re.compile(r"word/header\d*\.xml")
_STYLE_NAME, _WORDS = "dự thảo", "DỰ THẢO"
_FIELD_RESULT = re.compile(r'w:fldCharType="separate".*?w:fldCharType="end"|<w:fldSimple\b.*?</w:fldSimple>', re.DOTALL)


def renewed_headers(
    old: Mapping[str, Member], new: Mapping[str, Member], styles: Styles
) -> tuple[dict[str, bytes], bool]:
    """Return the headers that change, and whether some header was left alone because a person wrote in it."""
    wanted = _draft_paragraph(new, styles)
    changed: dict[str, bytes] = {}
    left_alone = False
    for name, member in old.items():
        if not _HEADER.fullmatch(name):
            continue
        header = XmlPart(member.content)
        marks = [p for p in header.root.walk("w:p") if _is_draft_mark(header, p, styles)]
        if marks and not wanted:
            changed[name] = header.edited(Edit(p.start, p.end) for p in marks)
        elif wanted and not marks:
            if _own_text(header):
                left_alone = True
            else:
                changed[name] = header.edited([Edit(header.root.inner_start, header.root.inner_start, wanted)])
    return changed, left_alone


def _draft_paragraph(new: Mapping[str, Member], styles: Styles) -> bytes:
    for name, member in new.items():
        if not _HEADER.fullmatch(name):
            continue
        header = XmlPart(member.content)
        for paragraph in header.root.walk("w:p"):
            style_id = paragraph.value("w:pPr", "w:pStyle")
            if styles.name_of_new(style_id) == _STYLE_NAME:
                written = f'w:val="{style_id}"'.encode()
                return header.source(paragraph).replace(written, f'w:val="{styles.own_id(style_id)}"'.encode(), 1)
    return b""


def _is_draft_mark(header: XmlPart, paragraph: Element, styles: Styles) -> bool:
    if paragraph.value("w:pPr", "w:pStyle") != styles.id_of(_STYLE_NAME):
        return False
    return visible_text(header.text_between(paragraph.start, paragraph.end)).strip() == _WORDS


def _own_text(header: XmlPart) -> str:
    text = header.text_between(header.root.start, header.root.end)
    return visible_text(_FIELD_RESULT.sub("", text)).strip()
