"""Pictures where a leader looks rather than reads, fit for black and white.

Drawn by matplotlib where it is installed; a document is whole without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from textwrap import fill
from typing import Any

from generator.reporting.chart import Bars, Chart, Course, Trend
from generator.vietnamese.numbers import number_text
from generator.word.pictures import DOTS_PER_INCH, Picture

_WIDTH_INCHES = 6.3
#: The first of these that the PC has; the last comes with matplotlib.
_FACES = ("Times New Roman", "Liberation Serif", "DejaVu Serif")
#: Grey and hatching tell the parts of a bar apart without colour, in their order.
_LOOKS: Sequence[Mapping[str, Any]] = (
    {"facecolor": "#4d4d4d"},
    {"facecolor": "white", "hatch": "////"},
    {"facecolor": "black"},
    {"facecolor": "#d9d9d9"},
    {"facecolor": "white", "hatch": "...."},
    {"facecolor": "white"},
)
_BEHIND_A_NUMBER = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
_DARK = ("#4d4d4d", "black")
#: More bars or panels than these make no picture that can be read on a page.
_MOST_BARS, _MOST_PANELS = 40, 12
_BAR_INCHES, _AROUND_BARS = 0.26, 1.4
_PANELS_A_ROW, _PANEL_INCHES = 2, 1.35
_NAME_LETTERS = 60


def can_draw() -> bool:
    """Whether there is something to draw with, and whole; it takes long to load, so ask when there is a chart."""
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        return False
    return True


def drawn(charts: Mapping[str, Chart]) -> dict[str, Picture]:
    """Return a picture for each chart that can be drawn, here and on one page; the same charts give the same bytes."""
    fitting = {name: chart for name, chart in charts.items() if _fits(chart)}
    if not fitting or not can_draw():
        return {}
    return {name: Picture(_png(chart), chart.words) for name, chart in fitting.items()}


def not_drawn(charts: Mapping[str, Chart]) -> str:
    """Return the sentence on charts that a document goes without because nothing can draw them here, or nothing."""
    titles = [f"“{chart.words}”" for chart in charts.values() if _fits(chart)]
    if not titles or can_draw():
        return ""
    return (
        f"Chưa có biểu đồ {', '.join(titles)}: ở đây không có phần mềm vẽ hình. Chữ và các bảng vẫn đủ; cần hình thì "
        "chèn biểu đồ trong Word từ số liệu của báo cáo."
    )


def _fits(chart: Chart) -> bool:
    return 0 < len(chart.rows) <= _MOST_BARS if isinstance(chart, Bars) else 0 < len(chart.courses) <= _MOST_PANELS


def _png(chart: Chart) -> bytes:
    return _stacked_bars(chart) if isinstance(chart, Bars) else _small_panels(chart)


@contextmanager
def _figure(height: float, buffer: BytesIO) -> Iterator[Any]:
    """A figure to draw on, written to the buffer in the end."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib.figure import Figure
    from matplotlib.font_manager import fontManager

    there = {font.name for font in fontManager.ttflist}
    faces = [face for face in _FACES if face in there]
    with matplotlib.rc_context({"font.family": faces, "font.size": 10}):
        figure = Figure(figsize=(_WIDTH_INCHES, height), dpi=DOTS_PER_INCH)
        yield figure
        figure.savefig(buffer, format="png", metadata={"Software": None})


def _stacked_bars(chart: Bars) -> bytes:
    """A bar for each row, each part with its number."""
    buffer, height = BytesIO(), _BAR_INCHES * len(chart.rows) + _AROUND_BARS
    with _figure(height, buffer) as figure:
        axes = figure.add_subplot()
        names = [name for name, _ in chart.rows]
        starts = [0] * len(chart.rows)
        for part, (label, look) in enumerate(zip(chart.parts, _LOOKS, strict=True)):
            values = [of_row[part] for _, of_row in chart.rows]
            if not any(values):
                continue
            bars = axes.barh(names, values, left=starts, label=label, edgecolor="black", linewidth=0.6, **look)
            _number_parts(axes, bars, values, is_dark=look["facecolor"] in _DARK)
            starts = [a + b for a, b in zip(starts, values, strict=True)]
        axes.invert_yaxis()
        axes.spines[["top", "right"]].set_visible(False)
        axes.set_xlabel(chart.axis)
        figure.suptitle(chart.words, fontsize=11, fontweight="bold")
        figure.legend(loc="lower center", ncols=3, fontsize=8, frameon=False)
        figure.tight_layout(rect=(0, 0.55 / height, 1, 1))
    return buffer.getvalue()


def _number_parts(axes: Any, bars: Any, values: Sequence[int], *, is_dark: bool) -> None:
    labels = [str(v) if v else "" for v in values]
    colour = "white" if is_dark else "black"
    for text in axes.bar_label(bars, labels, label_type="center", color=colour, fontsize=8):
        behind = text.get_text() and not is_dark
        text.set_bbox(_BEHIND_A_NUMBER if behind else {"alpha": 0})


def _small_panels(chart: Trend) -> bytes:
    """A panel for each measure: its line, its target as a broken one, the first and the last value in figures."""
    buffer, rows = BytesIO(), -(-len(chart.courses) // _PANELS_A_ROW)
    with _figure(_PANEL_INCHES * rows + 0.3, buffer) as figure:
        panels = figure.subplots(rows, _PANELS_A_ROW, squeeze=False).flat
        for panel in panels[len(chart.courses) :]:
            panel.set_axis_off()
        for panel, course in zip(panels, chart.courses, strict=False):
            _panel(panel, chart.months, course)
        figure.suptitle(chart.words, fontsize=11, fontweight="bold")
        figure.tight_layout()
    return buffer.getvalue()


def _panel(axes: Any, months: Sequence[int], course: Course) -> None:
    known = [(month, value) for month, value in zip(months, course.values, strict=True) if value is not None]
    axes.plot(*zip(*known, strict=True), color="black", linewidth=1.2, marker="o", markersize=2.5)
    if course.target is not None:
        axes.axhline(course.target, color="black", linewidth=0.8, linestyle=(0, (4, 3)))
    for month, value in (known[0], known[-1]):
        said = number_text(round(value, 2))
        above = axes.annotate(said, (month, value), (0, 5), textcoords="offset points", ha="center", fontsize=8)
        above.set_bbox(_BEHIND_A_NUMBER)
    axes.set_title(fill(course.name, _NAME_LETTERS), fontsize=8.5)
    axes.set_xlabel(course.target_words, fontsize=8, labelpad=1)
    axes.set_xticks(months, [str(month) for month in months])
    axes.set_xlim(months[0] - 0.6, months[-1] + 0.6)
    axes.margins(y=0.3)
    axes.tick_params(labelsize=7, length=2)
    axes.yaxis.set_major_formatter(lambda value, _: number_text(round(value, 2)))
    axes.spines[["top", "right"]].set_visible(False)
