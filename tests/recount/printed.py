"""What a made report says, read from its JSON and from its pages, beside what the recount says. For tests only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

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
    "hoàn thành trước hạn": "{} nhiệm vụ đã hoàn thành trước hạn",
    "hoàn thành không định hạn": "{} nhiệm vụ không định thời hạn đã hoàn thành",
    "Số nhiệm vụ thường xuyên chưa triển khai": "{} nhiệm vụ thường xuyên chưa triển khai",
    "Số nhiệm vụ thường xuyên": "{} nhiệm vụ thường xuyên được triển khai theo yêu cầu",
    "Số nhiệm vụ theo chỉ đạo của cấp trên hoặc khi phát sinh": "{} nhiệm vụ được thực hiện theo chỉ đạo",
    "Số nhiệm vụ chưa phát sinh": "{} nhiệm vụ chưa phát sinh",
    "Số nhiệm vụ tạm dừng": "{} nhiệm vụ tạm dừng",
    "Số nhiệm vụ chưa đến hạn": "{} nhiệm vụ còn lại chưa đến hạn",
}
NEAR = 0.00501


def json_differences(made: Made, again: Recount) -> Iterator[str]:
    """Where states and totals of `--json` are not the recount's."""
    assert made.figures is not None
    said = figures_as_json(made.figures)
    for task in said["tasks"]:
        if task["state"] != again.states[task["id"]]:
            yield f"{task['id']}: recount {again.states[task['id']]}, report {task['state']}"
    if [task["id"] for task in said["tasks"]] != list(again.states):
        yield "other tasks"
    if said["totals"] != dict(again.totals):
        yield f"totals: recount {dict(again.totals)}, report {said['totals']}"
    sections = {section["id"]: section["totals"] for section in said["sections"]}
    if sections != {name: dict(counted) for name, counted in again.sections.items()}:
        yield f"sections: recount {again.sections}, report {sections}"


def sentence_differences(lines: list[str], again: Recount) -> Iterator[str]:
    """Where the sentence of totals is not the recount's."""
    line = next((text for text in lines if re.match(r"(?:Tính đến|Đến) ngày \S+, ", text)), None)
    if line is None:
        yield "no sentence of totals"
        return
    for fragment in _due_fragments(again.counts):
        if fragment not in line:
            yield f"“{fragment}” is not in: {line}"
    if ("cả" in line and "đều chưa đến hạn" in line) or "100% Kế hoạch" in line:
        return
    for name, form in GROUPS.items():
        n = again.counts[name]
        found = re.search(r"(\d+)" + re.escape(form[2:]), line)
        if (int(found[1]) if found else 0) != n:
            yield f"{name}: recount {n}, report: {line}"
    rate = re.search(r"\(đạt ([\d,]+)%\)", line)
    due, done = again.counts["Số nhiệm vụ đến hạn"], again.counts["hoàn thành của số đến hạn"]
    if rate and not _is_rate(float(rate[1].replace(",", ".")), done, due):
        yield f"rate of {done}/{due}: {line}"


def _is_rate(said: float, part: int, whole: int) -> bool:
    true = 100 * part / whole
    return abs(said - true) <= NEAR and (said == true or said not in (0, 100))


def _due_fragments(counts: Mapping[str, int]) -> Iterator[str]:
    total, due = counts["Số nhiệm vụ trong kế hoạch"], counts["Số nhiệm vụ đến hạn"]
    done, late = counts["hoàn thành của số đến hạn"], counts["Số nhiệm vụ quá hạn chưa hoàn thành"]
    done_late, all_done = counts["Số nhiệm vụ hoàn thành quá hạn"], counts["Số nhiệm vụ đã hoàn thành"]
    if all_done == total:
        yield f"đã hoàn thành {total:02}/{total:02} nhiệm vụ, đạt 100% Kế hoạch"
    elif counts["Số nhiệm vụ chưa đến hạn"] == total:
        yield f"cả {total:02} nhiệm vụ của Kế hoạch đều chưa đến hạn"
    elif not due:
        yield "chưa có nhiệm vụ đến hạn"
    else:
        yield f"trong {total:02} nhiệm vụ của Kế hoạch, có {due:02} nhiệm vụ đến hạn"
        if done == due:
            yield "đã hoàn thành"
        elif done:
            yield f"đã hoàn thành {done:02} nhiệm vụ (đạt "
            yield f"còn {late:02} nhiệm vụ quá hạn"
        else:
            yield "chưa hoàn thành"
    if done_late and due > 1:
        yield f"trong đó {done_late:02} nhiệm vụ hoàn thành quá hạn"


def task_row_differences(pages: list[list[list[str]]], again: Recount) -> Iterator[str]:
    """Where the appendix of tasks is not the recount's; what was never heard of is on paper not yet due or ongoing."""
    said = []
    for table in (t for t in pages if t[0][-1] == "Tình trạng" or "Tình trạng" in t[0]):
        at = table[0].index("Tình trạng")
        said += [row[at].splitlines()[0] if row[at] else "" for row in table[1:] if len(row) == len(table[0])]
    expected = [PAPER.get(state) or again.unheard[task] for task, state in again.states.items()]
    if said[: len(expected)] != expected:
        yield f"rows of tasks: {[(t, e, s) for t, e, s in zip(again.states, expected, said, strict=False) if e != s]}"


def figure_differences(made: Made, pages: list[list[list[str]]], again: Recount) -> Iterator[str]:
    """Where the values, the verdicts and the counts of tasks are not the recount's."""
    assert made.figures is not None
    rows = statistics(pages)
    for indicator in made.unit_year.indicators:
        code, row = indicator.code, rows.get((indicator.form, indicator.number))
        if code in again.shown:
            value: float | None = again.counts.get(again.shown[code])
        else:
            value = again.figures[code].period if code in again.figures else None
            so_far = again.figures[code].since_january if code in again.figures else None
            year = made.figures.years[code].value
            if not _same(None if year is None else float(year), so_far):
                yield f"{code} since January: recount {so_far}, report {year}"
        if row is None or not indicator.unit:
            continue
        printed, note = row
        if not _same(_number(printed), value):
            yield f"{code}: recount {value}, report {printed!r}"
        if code in again.figures and (fault := _verdict(note, again.figures[code])):
            yield f"{code}: {fault}"


def statistics(pages: list[list[list[str]]]) -> dict[tuple[str, str], tuple[str, str]]:
    """The value and the note of each row of the statistics, by its Biểu mẫu and its number. What is counted of the plan
    as of a day stands only in the column of the year."""
    rows: dict[tuple[str, str], tuple[str, str]] = {}
    for table in pages:
        form = ""
        for row in table:
            if len(row) == 1:
                form = next(iter(re.findall(r"^Biểu mẫu (\w+)", row[0])), "")
            elif "Số liệu" in table[0] and len(row) == 5:
                rows["", row[0]] = row[3], row[4]
            elif "Kết quả thống kê" in table[0] and len(row) == 6:
                rows[form, row[0].rstrip(".")] = row[3] or row[4] * (not row[5]), row[5]
    return rows


def _number(text: str) -> float | None:
    return float(text.replace(".", "").replace(",", ".")) if re.fullmatch(r"-?[\d.]+(?:,\d+)?", text) else None


def _same(said: float | None, value: float | None) -> bool:
    return said == value if said is None or value is None else abs(said - value) <= NEAR


def _verdict(note: str, figure: Figure) -> str:
    """A word on a note of the appendix that is not the recount's."""
    met = re.search(r": (đạt|chưa đạt)(?!\s*[\d,]+%)", note)
    share = re.search(r"[Mm]ục tiêu năm [^:]*: đạt ([\d.,]+)%", note)
    if (met[1] == "đạt" if met and not share else None) != figure.met:
        return f"met: recount {figure.met}, report {note!r}"
    said = _number(share[1]) if share else None
    return "" if _same(said, figure.of_year) else f"of the year: recount {figure.of_year}, report {note!r}"


def differences(made: Made, again: Recount, *, figures: bool = True) -> list[str]:
    pages, lines = tables(made.data), body_lines(made.data)
    found = [*json_differences(made, again), *sentence_differences(lines, again), *task_row_differences(pages, again)]
    return found + (list(figure_differences(made, pages, again)) if figures else [])
