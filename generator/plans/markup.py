"""Cleaning of what conversions leave in a plan's text: HTML tags, asterisks, lists run together on one line."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.vietnamese.text import composed, with_plain_lines

_ATTRIBUTES = r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))*\s*/?"
_BLOCK_TAG = re.compile(rf"</?(?:ul|ol|li|p|br|div|table|tr|td|th|tbody|thead|h[1-6]){_ATTRIBUTES}>", re.IGNORECASE)
_INLINE_TAG = re.compile(rf"</?(?:b|i|u|em|strong|span|font|sup|sub|a){_ATTRIBUTES}>", re.IGNORECASE)
_ENTITIES = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}
#: Characters that neither Word nor Excel can hold; nobody sees them.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BOLD = re.compile(r"\*\*")
_UPPER = "A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ"
_STARTS_A_LIST = re.compile(r"^\s*(?:[-–+•]\s|[a-zđ]\)\s)")
_AFTER_STOP = re.compile(rf"(?<=[.;:])\s*(?=[-–+]\s+[{_UPPER}])|(?<=[.;:])\s+(?=[a-zđ]\)\s)")
_ANY_DASH = re.compile(rf"\s+(?=[-–+]\s+(?:[{_UPPER}]|\d+\s?%))")
#: Names that carry a dash of their own: what stands before and after it.
_DASHED = re.compile(
    r"(?:Văn phòng|Tư pháp|Tài chính|Văn hóa|Văn hoá|Địa chính|Kinh tế|Lao động|Thương binh|Nông nghiệp|Giáo dục)\s*$"
)


#: The stages of reading ask for the same cells several times.
@lru_cache(maxsize=4096)
def clean_text(text: str) -> str:
    """Return the text as lines without conversion marks; white space apart, no word is added or lost. NFC."""
    text = with_plain_lines(text)
    text = text.replace("\u00a0", " ").replace("\u200b", "").replace("\ufeff", "").replace("\u00ad", "")
    text = _UNSEEN.sub("", text)
    text = re.sub(r"\s*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", text))
    tagged = bool(_BLOCK_TAG.search(text))
    text = _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", _BOLD.sub("", text)))
    if tagged:
        for entity, character in _ENTITIES.items():
            text = text.replace(entity, character)
    is_list = tagged or bool(_STARTS_A_LIST.match(text))
    lines = (re.sub(r"[ \t\f\v\u2003\u2002]+", " ", line).strip() for line in _with_breaks(text, is_list).split("\n"))
    return "\n".join(line for line in lines if line)


def has_tags(text: str) -> bool:
    """Whether conversion left HTML tags in the text."""
    return bool(_BLOCK_TAG.search(text) or _INLINE_TAG.search(text))


def has_unseen(text: str) -> bool:
    """Whether there are control characters in the text, which no workbook or document can hold."""
    return bool(_UNSEEN.search(text))


def _with_breaks(text: str, is_list: bool) -> str:
    """Put each item of a list on its own line, as it was before the conversion."""
    text = _AFTER_STOP.sub("\n", text)
    if not is_list:
        return text
    return _ANY_DASH.sub(lambda m: m[0] if _DASHED.search(text[: m.start()]) else "\n", text)


def letters(text: str) -> str:
    """Return the text with all white space removed: how nothing is shown to be lost."""
    return re.sub(r"\s+", "", composed(text))
