"""What a person put into generated content beside words: pictures, notes, comments, formatting by hand."""

from __future__ import annotations

import re

from generator.word.regions import visible_text

#: What generated content does not have unless its template has it, and what the officer calls it.
_THINGS: tuple[tuple[str, str], ...] = (
    (r"<w:(?:drawing|pict|object)\b", "ảnh hoặc hình vẽ"),
    (r"<w:(?:footnote|endnote)Reference\b", "chú thích cuối trang"),
    (r"<w:commentReference\b", "nhận xét (comment)"),
    (
        r"<w:(?:ins|del|moveFrom|moveTo|\w+PrChange|tblGridChange|cellIns|cellDel|cellMerge)(?=[ />])",
        "thay đổi đang theo dõi (Track Changes)",
    ),
    (r"<m:oMath\b", "công thức"),
    (r"<w:hyperlink\b", "liên kết"),
    (r"<w:sectPr\b", "ngắt phần (section)"),
)
#: Formatting by hand, by the properties it stands in. Margins and spacing come and go with a save in LibreOffice.
_CHARACTERS = re.compile(r'<w:(?:b|i|strike|u|color|sz|shd|vertAlign)\b|<w:highlight w:val="(?!yellow")')
_BY_HAND = "chữ được định dạng tay (đậm, nghiêng, màu, cỡ chữ)"
_RUN = re.compile(r"<w:r(?: [^>]*)?><w:rPr>(.*?)</w:rPr>(.*?)</w:r>", re.DOTALL)
_FORMATTING: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"<w:pPr>(.*?)</w:pPr>", re.DOTALL),
        r"<w:(?:jc|numPr|pageBreakBefore|pBdr|shd)\b",
        "đoạn được định dạng tay (căn lề, đánh số, khung, nền, sang trang)",
    ),
    (re.compile(r"<w:tcPr>(.*?)</w:tcPr>", re.DOTALL), r"<w:(?:shd|vMerge)\b", "ô được tô màu hoặc gộp"),
)
_NO_MARK = re.compile(
    r'<w:(?:b|i|strike|u)\b[^>]*? w:val="(?:0|false|none)"[^>]*/>|<w:color w:val="(?:auto|000000|00000A)"\s*/>'
)
_TABLE = re.compile(r"<w:tbl\b")
_MOST_WORDS, _LONGEST = 3, 40


def things_in(content: str, fresh: str) -> tuple[str, ...]:
    """Return the names of what stands in the XML of a region or cell, and not in the same made anew."""
    found = [name for pattern, name in _THINGS if re.search(pattern, content) and not re.search(pattern, fresh)]
    if fresh and (words := _formatted(content)) and not _formatted(fresh):
        found.append(f"{_BY_HAND}: {', '.join(words)}")
    for properties, pattern, name in _FORMATTING:
        present, made = ("".join(properties.findall(xml)) for xml in (content, fresh))
        if fresh and re.search(pattern, present) and not re.search(pattern, made):
            found.append(name)
    if fresh and len(_TABLE.findall(content)) > len(_TABLE.findall(fresh)):
        found.append("bảng thêm vào")
    return tuple(found)


def _formatted(xml: str) -> list[str]:
    """The first words that are formatted by hand, in quotes."""
    runs = ((_NO_MARK.sub("", properties), visible_text(words)) for properties, words in _RUN.findall(xml))
    words = [text.strip() for properties, text in runs if _CHARACTERS.search(properties) and text.strip()]
    quoted = [f"“{text[:_LONGEST]}{'…' if len(text) > _LONGEST else ''}”" for text in words[:_MOST_WORDS]]
    return [*quoted, "…"] if len(words) > _MOST_WORDS else quoted
