"""Pictures where a leader looks rather than reads: stacked bars of tasks by unit and by field, fit for black and white.

Drawn by matplotlib where it is installed; the report is whole without them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from generator.roundup.counting import Counts, Group
from generator.word.package import Member

_MARK = "\ue003"
_MARKED = re.compile(f"<w:t(?: [^>]*)?>{_MARK}([a-z_]+)</w:t>")
_DPI = 200
_WIDTH_INCHES = 6.3
_EMU_PER_INCH = 914_400
#: The first of these that the PC has; the last comes with matplotlib.
_FACES = ("Times New Roman", "Liberation Serif", "DejaVu Serif")
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
#: Grey, hatching and edge tell the parts apart without colour.
_LOOKS: Mapping[Group, Mapping[str, Any]] = {
    Group.ON_TIME: {"facecolor": "#4d4d4d"},
    Group.DONE_LATE: {"facecolor": "white", "hatch": "////"},
    Group.LATE: {"facecolor": "black"},
    Group.GOING: {"facecolor": "#d9d9d9"},
    Group.WAITING: {"facecolor": "white", "hatch": "...."},
    Group.UNHEARD: {"facecolor": "white"},
}


def marker(name: str) -> str:
    """Return what stands in a paragraph where a picture is to be."""
    return f"{_MARK}{name}"


def can_draw() -> bool:
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        return False
    return True


def stacked_bars(rows: Sequence[tuple[str, Counts]]) -> bytes:
    """Return a PNG: a bar for each row, its parts the groups that tasks stand in, each with its number."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib.figure import Figure
    from matplotlib.font_manager import fontManager

    there = {font.name for font in fontManager.ttflist}
    faces = [face for face in _FACES if face in there]
    with matplotlib.rc_context({"font.family": faces, "font.size": 10}):
        figure = Figure(figsize=(_WIDTH_INCHES, 0.26 * len(rows) + 1.1), dpi=_DPI)
        axes = figure.add_subplot()
        names = [name for name, _ in rows]
        starts = [0] * len(rows)
        for group, look in _LOOKS.items():
            values = [counts.group(group) for _, counts in rows]
            if not any(values):
                continue
            bars = axes.barh(names, values, left=starts, label=group.value, edgecolor="black", linewidth=0.6, **look)
            dark = group in (Group.ON_TIME, Group.LATE)
            labels = [str(v) if v else "" for v in values]
            box = None if dark else {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
            for text in axes.bar_label(
                bars, labels, label_type="center", color="white" if dark else "black", fontsize=8
            ):
                text.set_bbox(box if text.get_text() and box else {"alpha": 0})
            starts = [a + b for a, b in zip(starts, values, strict=True)]
        axes.invert_yaxis()
        axes.spines[["top", "right"]].set_visible(False)
        axes.set_xlabel("Số nhiệm vụ")
        figure.legend(loc="lower center", ncols=3, fontsize=8, frameon=False)
        figure.tight_layout(rect=(0, 0.55 / (0.26 * len(rows) + 1.1), 1, 1))
        buffer = BytesIO()
        figure.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()


def with_pictures(
    members: Mapping[str, Member], body: str, pictures: Mapping[str, tuple[bytes, str]]
) -> tuple[dict[str, Member], str]:
    """Return the package's members and document.xml with a picture at each marker; with each its words for those who
    do not see it."""
    parts = dict(members)
    found: list[str] = []

    def placed(mark: re.Match[str]) -> str:
        name = mark[1]
        found.append(name)
        content, words = pictures[name]
        return _drawing(len(found), name, content, words)

    body = _MARKED.sub(placed, body)
    for name in found:
        parts[f"word/media/{name}.png"] = Member.stored(f"word/media/{name}.png", pictures[name][0])
    if found:
        _declare(parts, found)
    return parts, body


def _drawing(number: int, name: str, content: bytes, words: str) -> str:
    wide, high = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    width = round(_WIDTH_INCHES * _EMU_PER_INCH)
    size = f'cx="{width}" cy="{round(width * high / wide)}"'
    picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr id="{9000 + number}" name="{name}" '
        f'descr="{words}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:graphicData uri="{picture}"><pic:pic xmlns:pic="{picture}"><pic:nvPicPr><pic:cNvPr id="{number}" '
        f'name="{name}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdChart{number}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def _declare(parts: dict[str, Member], names: Sequence[str]) -> None:
    relations = "".join(
        f'<Relationship Id="rIdChart{n}" Type="{_IMAGE}" Target="media/{name}.png"/>'
        for n, name in enumerate(names, start=1)
    )
    for part, before, added in (
        ("word/_rels/document.xml.rels", "</Relationships>", relations),
        ("[Content_Types].xml", "<Override ", '<Default Extension="png" ContentType="image/png"/>'),
    ):
        text = parts[part].content.decode()
        if added not in text:
            parts[part] = Member.packed(part, text.replace(before, added + before, 1).encode())
