"""Reads a .docx as a person would: paragraphs, tables, headers. For tests only."""

from lxml import etree

from generator.word.package import read_members

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "word/document.xml"):
    return etree.fromstring(read_members(data)[name].content)


def text_of(element) -> str:
    """The text of a paragraph or cell; paragraphs of a cell are lines."""
    if element.tag != f"{W}p":
        return "\n".join(text_of(p) for p in element.iter(f"{W}p"))
    marks = {f"{W}tab": "\t", f"{W}br": "\v"}
    return "".join(marks.get(e.tag, e.text or "") for e in element.iter(f"{W}t", f"{W}tab", f"{W}br"))


def body_lines(data: bytes) -> list[str]:
    """Every paragraph outside tables, in order, empty ones left out."""
    tree = part(data)
    texts = (text_of(p) for p in tree.iter(f"{W}p") if next(p.iterancestors(f"{W}tbl"), None) is None)
    return [t for t in texts if t.strip()]


def all_lines(data: bytes) -> list[str]:
    """Every paragraph, tables included."""
    return [text_of(p) for p in part(data).iter(f"{W}p")]


def tables(data: bytes) -> list[list[list[str]]]:
    """Each table with borders as rows of cell texts, the row of the end mark left out."""
    found = []
    for table in part(data).iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblBorders") is not None:
            rows = [[text_of(c) for c in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
            found.append([row for row in rows if row != ["./."]])
    return found


def headers(data: bytes) -> list[str]:
    names = [n for n in read_members(data) if n.startswith("word/header")]
    return [text_of(p) for n in sorted(names) for p in part(data, n).iter(f"{W}p")]


def highlighted(data: bytes) -> list[str]:
    """The texts of highlighted runs."""
    runs = (r for r in part(data).iter(f"{W}r") if r.find(f"{W}rPr/{W}highlight") is not None)
    return [t for r in runs if (t := "".join(x.text or "" for x in r.iter(f"{W}t")))]
