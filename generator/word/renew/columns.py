"""An officer's column widths: a table that is made anew keeps them."""

from __future__ import annotations

from generator.word.renew.xml_spans import Edit, Element, XmlPart

#: LibreOffice moves a border by a twip or two when it saves; that is nobody's wish.
_ROUNDING = 3


def widths_of(table: Element) -> list[int]:
    """Return the widths of a table's columns in twips, none when they are not all numbers."""
    grid = table.child("w:tblGrid")
    columns = [c for c in grid.children if c.tag == "w:gridCol"] if grid is not None else []
    widths = [width for column in columns if (width := column.number("w:w")) is not None and width >= 0]
    return widths if len(widths) == len(columns) else []


def with_widths(content: bytes, prefixes: dict[str, str], widths: list[int]) -> bytes:
    """Return content with its first table's columns as wide as given, where that is another width."""
    fragment = XmlPart(_wrapped(content, prefixes))
    table = next(fragment.root.walk("w:tbl"), None)
    if table is None:
        return content
    present = widths_of(table)
    if len(present) != len(widths) or all(abs(a - b) <= _ROUNDING for a, b in zip(present, widths, strict=True)):
        return content
    edits = [_width(fragment, table.at("w:tblPr", "w:tblW"), sum(widths))]
    grid = table.child("w:tblGrid")
    edits += [_width(fragment, c, w) for c, w in zip(grid.children if grid else (), widths, strict=True)]
    for row in table.children:
        column = 0
        for cell in (c for c in row.children if c.tag == "w:tc"):
            stated = cell.at("w:tcPr", "w:gridSpan")
            span = (stated.number("w:val") if stated is not None else None) or 1
            edits.append(_width(fragment, cell.at("w:tcPr", "w:tcW"), sum(widths[column : column + span])))
            column += span
    changed = fragment.edited(e for e in edits if e is not None)
    return changed[fragment.root.inner_start : changed.rindex(b"</w:body>")]


def _wrapped(content: bytes, prefixes: dict[str, str]) -> bytes:
    spaces = "".join(f' xmlns:{p}="{uri}"' for p, uri in prefixes.items() if p)
    return f"<w:body{spaces}>".encode() + content + b"</w:body>"


def _width(part: XmlPart, element: Element | None, width: int) -> Edit | None:
    if element is None or element.attributes.get("w:type", "dxa") != "dxa":
        return None
    tag = part.data[element.start : element.inner_start]
    value = f'w:w="{element.attributes.get("w:w", "")}"'.encode()
    return Edit(element.start, element.inner_start, tag.replace(value, f'w:w="{width}"'.encode()))
