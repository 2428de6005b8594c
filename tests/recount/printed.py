"""What a made report says, read from its JSON and from its pages, beside what the recount says. For tests only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from generator.domain.indicator import Aggregation
from generator.making import Made
from generator.reporting.figures import figures_as_json
from tests.recount.recount import Figure, Recount
from tests.word_files import body_lines, tables

PAPER = {
    "done_on_time": "Hoàn thành đúng hạn",
    "done_late": "Hoàn thành quá hạn",
    "done": "Hoàn thành",
    "in_progress": "Đang thực hiện (trong hạn)",
    "in_progress_late": "Đang thực hiện (quá hạn)",
    "not_started": "Chưa thực hiện (chưa đến hạn)",
    "not_started_late": "Chưa thực hiện (quá hạn)",
    "ongoing": "Thường xuyên",
    "not_arisen": "Chưa phát sinh",
    "paused": "Tạm dừng",
}
#: Groups of the sentence of totals, after those that were due.
GROUPS = {
    "hoàn thành trước hạn": "{} nhiệm vụ chưa đến hạn đã hoàn thành",
    "hoàn thành không định hạn": "{} nhiệm vụ không định thời hạn đã hoàn thành",
    "Số nhiệm vụ thường xuyên chưa triển khai": "{} nhiệm vụ thường xuyên chưa triển khai",
    "Số nhiệm vụ thường xuyên": "{} nhiệm vụ thường xuyên được triển khai theo yêu cầu",
    "Số nhiệm vụ theo chỉ đạo của cấp trên hoặc khi phát sinh": "{} nhiệm vụ thực hiện theo chỉ đạo",
    "Số nhiệm vụ chưa phát sinh": "{} nhiệm vụ chưa phát sinh",
    "Số nhiệm vụ tạm dừng": "{} nhiệm vụ tạm dừng",
    "Số nhiệm vụ chưa đến hạn": "{} nhiệm vụ còn lại chưa đến hạn",
}
#: Counts of `--json`.
COUNTS = {
    "total": "Số nhiệm vụ trong kế hoạch",
    "due": "Số nhiệm vụ đến hạn",
    "done": "Số nhiệm vụ đã hoàn thành",
    "done_on_time": "Số nhiệm vụ hoàn thành đúng hạn",
    "done_late": "Số nhiệm vụ hoàn thành quá hạn",
    "late": "Số nhiệm vụ quá hạn chưa hoàn thành",
    "ongoing": "Số nhiệm vụ thường xuyên",
    "ongoing_not_begun": "Số nhiệm vụ thường xuyên chưa triển khai",
    "on_demand": "Số nhiệm vụ theo chỉ đạo của cấp trên hoặc khi phát sinh",
    "not_arisen": "Số nhiệm vụ chưa phát sinh",
    "paused": "Số nhiệm vụ tạm dừng",
    "not_due": "Số nhiệm vụ chưa đến hạn",
}
NEAR = 0.00501


def differences(made: Made, again: Recount, before: Callable[[date], Recount]) -> list[str]:
    """Where `--json`, the body and the appendices are not the recount's; `before` counts again as of an earlier day."""
    pages, lines = tables(made.data), body_lines(made.data)
    return [
        *json_differences(made, again),
        *sentence_differences(lines, again, before),
        *task_row_differences(pages, again),
        *figure_differences(made, pages, again),
        *target_differences(made, lines, again),
        *value_differences(made, lines, again),
    ]


def json_differences(made: Made, again: Recount) -> Iterator[str]:
    """Where states and totals of `--json` are not the recount's."""
    assert made.figures is not None
    said = figures_as_json(made.figures)
    states = {task["id"]: task["state"] for task in said["tasks"]}
    for task, state in again.states.items():
        if states.get(task) != state:
            yield f"{task}: recount {state}, report {states.get(task)}"
    if list(states) != list(again.states):
        yield "other tasks"
    if said["totals"] != dict(again.totals):
        yield f"totals: recount {dict(again.totals)}, report {said['totals']}"
    sections = {section["id"]: section["totals"] for section in said["sections"]}
    if sections != {name: dict(counted) for name, counted in again.sections.items()}:
        yield f"sections: recount {again.sections}, report {sections}"
    for name, words in COUNTS.items():
        if said["counts"][name] != again.counts[words]:
            yield f"{name}: recount {again.counts[words]}, report {said['counts'][name]}"


def sentence_differences(lines: list[str], again: Recount, before: Callable[[date], Recount]) -> Iterator[str]:
    """Where the paragraph of totals is not the recount's."""
    line = next((text for text in lines if re.match(r"(?:Tính đến|Đến) ngày \S+, ", text)), None)
    if line is None:
        yield "no sentence of totals"
        return
    head = re.split(r" \((?:chi tiết|các nhiệm vụ)|(?<!\d)\. ", line)[0]
    total, due = again.counts["Số nhiệm vụ trong kế hoạch"], again.counts["Số nhiệm vụ đến hạn"]
    for fragment in _head(again.counts):
        if fragment not in head:
            yield f"“{fragment}” is not in: {head}"
    if total not in (
        again.counts["Số nhiệm vụ đã hoàn thành"],
        again.counts["Số nhiệm vụ chưa đến hạn"],
        due * (due > 1),
    ):
        for name, form in GROUPS.items():
            found = re.search(r"(\d+)" + re.escape(form[2:]), head)
            if (int(found[1]) if found else 0) != again.counts[name]:
                yield f"{name}: recount {again.counts[name]}, report: {head}"
    rate = re.search(r"\(đạt ([\d,]+)%", head)
    if rate and not _is_rate(_number(rate[1]), again.counts["hoàn thành của số đến hạn"], due):
        yield f"rate of {due}: {head}"
    done, ongoing = again.asked["Số nhiệm vụ đã hoàn thành"] or 0, again.asked["thường xuyên có kết quả"]
    of_ongoing = r"(?: \(gồm (\d+) nhiệm vụ thường xuyên có kết quả\))?"
    if found := re.search(rf"đề ra (\d+) nhiệm vụ, đã hoàn thành (\d+) nhiệm vụ{of_ongoing}, đạt ([\d,]+)%", line):
        if [int(n or 0) for n in found.groups()[:3]] != [total, done, ongoing]:
            yield f"{done}/{total}, {ongoing} ongoing: {line}"
        if not _is_rate(_number(found[4]), done, total):
            yield f"{done}/{total}: {line}"
    if found := re.search(r"So với \S+ trước \(đến ngày (\d+)/(\d+)/(\d+)\)", line):
        day, month, year = map(int, found.groups())
        then = before(date(year, month, day))
        for words, name in (
            ("hoàn thành", "Số nhiệm vụ đã hoàn thành"),
            ("quá hạn", "Số nhiệm vụ quá hạn chưa hoàn thành"),
        ):
            by = again.counts[name] - then.counts[name]
            expected = f"số nhiệm vụ {words} {'tăng' if by > 0 else 'giảm'} {abs(by):02}"
            if (expected in line) != bool(by) or (f"số nhiệm vụ {words}" in line and not by):
                yield f"{words} by {by}: {line}"


def _is_rate(said: float | None, part: float, whole: int) -> bool:
    true = 100 * part / whole
    return said is not None and abs(said - true) <= NEAR and (said == true or said not in (0, 100))


def _head(counts: Mapping[str, int]) -> Iterator[str]:
    total, due = counts["Số nhiệm vụ trong kế hoạch"], counts["Số nhiệm vụ đến hạn"]
    done, late = counts["hoàn thành của số đến hạn"], counts["Số nhiệm vụ quá hạn chưa hoàn thành"]
    done_late = counts["Số nhiệm vụ hoàn thành quá hạn"]
    if done_late:
        alone = not late and due == 1 and counts["Số nhiệm vụ đã hoàn thành"] < total
        yield "đã hoàn thành nhưng quá hạn" if alone else "hoàn thành quá hạn"
        if done > 1:
            yield f"{done_late:02} nhiệm vụ hoàn thành quá hạn"
    if counts["Số nhiệm vụ đã hoàn thành"] == total:
        yield f"đã hoàn thành {total:02}/{total:02} nhiệm vụ, đạt 100% Kế hoạch"
    elif counts["Số nhiệm vụ chưa đến hạn"] == total:
        yield (
            "nhiệm vụ của Kế hoạch chưa đến hạn" if total == 1 else f"{total:02} nhiệm vụ của Kế hoạch đều chưa đến hạn"
        )
    else:
        all_due = due == total > 1
        yield (
            f"{total:02} nhiệm vụ của Kế hoạch đều đã đến hạn" if all_due else f"trong {total:02} nhiệm vụ của Kế hoạch"
        )
        if not due:
            yield "chưa có nhiệm vụ đến hạn"
        elif not all_due:
            yield f"có {due:02} nhiệm vụ đến hạn"
        if done and late:
            yield f"đã hoàn thành {done:02} nhiệm vụ (đạt "
            yield f"còn {late:02} nhiệm vụ quá hạn chưa hoàn thành"
        elif due:
            yield "chưa hoàn thành" if late else "đã hoàn thành"


def task_row_differences(pages: list[list[list[str]]], again: Recount) -> Iterator[str]:
    """Where the appendices of tasks are not the recount's; what was never heard of is on paper not yet due or ongoing. A
    short report names its tasks by their codes and leaves out those that did not change."""
    expected = {task: PAPER.get(state) or again.unheard[task] for task, state in again.states.items()}
    late = {task for task, state in again.states.items() if state.endswith("_late") and state != "done_late"}
    whole, *more = [t for t in pages if "Tình trạng" in t[0]] or [[["Tình trạng"]]]
    at = whole[0].index("Tình trạng")
    rows = [(row[0], row[at].splitlines()[0] if row[at] else "") for row in whole[1:] if len(row) == len(whole[0])]
    if at != len(whole[0]) - 1:  # The list of what is late is all there is.
        more, rows = [whole], list(zip(expected, expected.values(), strict=True))
    elif not all("." in name for name, _ in rows):
        rows = [(task, said) for task, (_, said) in zip(expected, rows, strict=True)]
    for task, said in rows:
        if expected[task] != said:
            yield f"row of {task}: recount {expected[task]}, report {said}"
    if missing := late - {task for task, _ in rows}:
        yield f"late and not in the appendix: {missing}"
    for table in more:
        listed = {re.search(r"\(nhiệm vụ ([^)]+)\)", row[1])[1] for row in table[1:]}  # type: ignore[index]
        if listed != late:
            yield f"late: recount {late}, appendix {listed}"


def figure_differences(made: Made, pages: list[list[list[str]]], again: Recount) -> Iterator[str]:
    """Where the values, the verdicts and the counts of tasks are not the recount's."""
    assert made.figures is not None
    rows = statistics(pages)
    for indicator in made.unit_year.indicators:
        code, row = indicator.code, rows.get((indicator.form, indicator.number))
        figure = again.figures[code]
        value = again.asked.get(again.shown[code]) if code in again.shown else figure.period
        if code not in again.shown:
            here, year = made.figures.readings[code].value, made.figures.years[code].value
            for words, said, expected in (("here", here, value), ("since January", year, figure.since_january)):
                if not _same(None if said is None else float(said), expected):
                    yield f"{code} {words}: recount {expected}, report {said}"
        if row is None or not indicator.unit:
            continue
        printed, of_year, note = row
        if not printed and not again.shown.get(code, "Tử").startswith(("Tử", "Mẫu")):
            printed, of_year = of_year or "", None  # Counted as of a day, it has no value of the period.
        if not _same(_number(printed), value):
            yield f"{code}: recount {value}, report {printed!r}"
        if of_year is not None and code not in again.shown and not _same(_number(of_year), figure.since_january):
            yield f"{code} since January: recount {figure.since_january}, report {of_year!r}"
        if fault := _verdict(note, figure):
            yield f"{code}: {fault}"


def target_differences(made: Made, lines: list[str], again: Recount) -> Iterator[str]:
    """Where the body counts the indicators that stand so or so to their targets otherwise than the recount; a periodic
    report does not count those that the year is still to judge."""
    assert made.figures is not None
    stands = Counter(figure.stands for code, figure in again.figures.items() if code not in again.shown)
    text = "\n".join(lines)
    for words, standing in (
        (r"đạt mức đề ra", "đạt"),
        (r"chưa đạt mức đề ra", "chưa đạt"),
        (r"của cả năm (?:đang thực hiện|tính đến nay)", "đang"),
    ):
        if found := re.search(rf"(?:(\d+) )?chỉ tiêu (?:có mục tiêu và số liệu đều )?{words}", text, re.IGNORECASE):
            said = int(found[1] or 1)
        elif standing == "đang" and made.figures.kind.id == "cchc":
            continue
        else:
            said = 0
        if said != stands[standing]:
            yield f"indicators {standing}: recount {stands[standing]}, report {said}"


def value_differences(made: Made, lines: list[str], again: Recount) -> Iterator[str]:
    """Where a sentence of the body gives an indicator another value, or another part of the year's target."""
    text, number, within = "\n".join(lines), r"(-?[\d.]+(?:,\d+)?)", r"(?:(?!; |\. )[^\n])*?"
    for indicator in made.unit_year.indicators:
        if indicator.code in again.shown or not indicator.unit:
            continue
        figure, name = again.figures[indicator.code], rf"(?i:\b{re.escape(indicator.name)}\b)"
        alone = indicator.is_percentage or indicator.aggregation is Aggregation.RATIO
        judged = figure.period if alone else figure.since_january
        for form, value in (
            (rf"{name} (?:là|đạt) {number}", figure.period),
            (rf"{name} là {within}, lũy kế từ đầu năm {number}", figure.since_january),
            (rf"{name} là {within}, đạt {number}% mục tiêu năm", figure.of_year),
            (rf"{name} \({number}(?!\d*/)", judged),
            (rf"{name} \([^;)\n]*?, đạt {number}% mục tiêu năm", figure.of_year),
        ):
            for said in re.findall(form, text):
                if not _same(_number(said), value):
                    yield f"{indicator.code} in the body: recount {value}, report {said}"


def statistics(pages: list[list[list[str]]]) -> dict[tuple[str, str], tuple[str, str | None, str]]:
    """The value, that since January where there is a column of it, and the note of each row of the statistics, by its
    Biểu mẫu and its number."""
    rows: dict[tuple[str, str], tuple[str, str | None, str]] = {}
    for table in pages:
        form = ""
        for row in table:
            if len(row) == 1:
                form = next(iter(re.findall(r"^Biểu mẫu (\w+)", row[0])), "")
            elif "Số liệu" in table[0] and len(row) == 5:
                rows["", row[0]] = row[3], None, row[4]
            elif "Kết quả thống kê" in table[0] and len(row) == 6:
                rows[form, row[0].rstrip(".")] = row[3], row[4], row[5]
    return rows


def _number(text: str) -> float | None:
    return float(text.replace(".", "").replace(",", ".")) if re.fullmatch(r"-?[\d.]+(?:,\d+)?", text) else None


def _same(said: float | None, value: float | None) -> bool:
    return said == value if said is None or value is None else abs(said - value) <= NEAR


def _verdict(note: str, figure: Figure) -> str:
    """A word on a note of the appendix that is not the recount's; without a value there is none."""
    stands, of_year = (None, None) if figure.period is None else (figure.stands, figure.of_year)
    # The short form says "Đạt", "Chưa đạt", "Đạt 50% mục tiêu năm" and no more.
    met = re.search(r"[Mm]ục tiêu (?!năm)[^:]*: (đạt|chưa đạt)", note) or re.search(
        r"(?:^|; )([Đđ]ạt|[Cc]hưa đạt)(?:$|;)", note
    )
    share = re.search(r"[Mm]ục tiêu năm [^:]*: đạt ([\d.,]+)%|[Đđ]ạt ([\d.,]+)% mục tiêu năm", note)
    said = _number(share[1] or share[2]) if share else None
    if said != of_year:
        return f"of the year: recount {of_year}, report {note!r}"
    if (met[1].lower() if met else None) != (stands if of_year is None else None):
        return f"recount {stands}, report {note!r}"
    return ""
