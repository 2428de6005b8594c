"""The totals of the round-up in JSON, Word and Excel are those that SQL counts over the same workbooks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from generator.vietnamese.numbers import quantity
from tests.roundup.rounds import (
    AS_OF,
    CITY,
    WARDS,
    Made,
    added_up,
    consolidate,
    random_unit,
    rates_added,
    send,
    superior,
)
from tests.samples.rows import day
from tests.word_files import tables

_STATES = {
    "done": ("done_on_time", "done_late", "done"),
    "late": ("in_progress_late", "not_started_late"),
    "on_time": ("done_on_time", "done"),
    "done_late": ("done_late",),
    "going": ("in_progress", "ongoing"),
    "waiting": ("not_started", "not_arisen", "paused"),
    "unheard": ("not_reported",),
}


def differences(made: Made, again: dict[str, int]) -> list[str]:
    """Where JSON, Word or Excel say something else than the recount."""
    found = []
    states = made.told["totals"]
    if sum(states.values()) != again["total"]:
        found.append(f"json total {sum(states.values())}, recount {again['total']}")
    for name, of_name in _STATES.items():
        if (n := sum(states.get(state, 0) for state in of_name)) != again[name]:
            found.append(f"json {name} {n}, recount {again[name]}")
    names = ("total", "on_time", "done_late", "late", "going", "waiting", "unheard")
    paper = next(row for table in tables(made.word) for row in table if row[1] == "Tổng cộng")
    said = [int(cell.replace(".", "")) for cell in paper[2:9]]
    if said != [again[name] for name in names]:
        found.append(f"word {said}, recount {[again[n] for n in names]}")
    pair = f"{again['due_done']}/{again['due']}" if again["due"] else ""
    if paper[9] != pair:
        found.append(f"word due {paper[9]}, recount {pair}")
    sheet = next(row for row in made.cells("Đơn vị") if row[1] == "Tổng cộng")
    if sheet[3:12] != [*(again[name] for name in names), again["due"], again["due_done"]]:
        found.append(f"excel {sheet[3:12]}, recount {again}")
    late = len(made.told["late"])
    if late != again["late"]:
        found.append(f"json late list {late}, recount {again['late']}")
    return found


@pytest.fixture
def of_sample(tmp_path, capsys):
    return consolidate(WARDS, tmp_path, capsys, own=CITY)


def test_the_samples_totals_are_the_recounts(of_sample):
    workbooks = {path.parent.name: path.read_bytes() for path in sorted(WARDS.glob("*/so-cchc.xlsx"))}
    again = added_up(workbooks, "2023-H1", AS_OF)
    assert len(workbooks) == 25
    assert differences(of_sample, dict(again)) == []


def test_the_samples_rates_are_sums_of_parts_over_sums_of_wholes(of_sample):
    workbooks = {path.parent.name: path.read_bytes() for path in sorted(WARDS.glob("*/so-cchc.xlsx"))}
    again = rates_added(workbooks, "2023-H1", (1, 6))
    rates = {i["code"]: i for i in of_sample.told["indicators"] if i["unit"] == "%"}
    assert {code: (i["numerator"], i["denominator"]) for code, i in rates.items()} == again
    for code, (upper, lower) in again.items():
        assert rates[code]["value"] == pytest.approx(100 * upper / lower)
        sheet = next(row for row in of_sample.cells("Chỉ tiêu") if row[1] == code)
        assert sheet[4:6] == [upper, lower]


def test_units_add_up_to_the_whole(of_sample):
    whole = of_sample.told["totals"]
    added: dict[str, int] = {}
    for unit in of_sample.told["units"]:
        for state, n in unit["totals"].items():
            added[state] = added.get(state, 0) + n
    assert added == whole
    of_fields: dict[str, int] = {}
    for section in of_sample.told["sections"]:
        for state, n in section["totals"].items():
            of_fields[state] = of_fields.get(state, 0) + n
    assert of_fields == whole


def rate_differences(made: Made, again: Mapping[str, tuple[float, float]]) -> list[str]:
    """Where JSON, Excel or Word add up the rates otherwise."""
    rates = {i["code"]: i for i in made.told["indicators"] if i["unit"] == "%" and i["denominator"]}
    found = [f"json {rates.keys()}, recount {again.keys()}"] if rates.keys() != again.keys() else []
    papers = {row[1]: row for table in tables(made.word) for row in table if len(row) == 5}
    for code, (upper, lower) in again.items():
        rate = rates[code]
        sheet = next(row for row in made.cells("Chỉ tiêu") if row[1] == code)
        pair = f"{quantity(Decimal(upper))}/{quantity(Decimal(lower))}"
        paper = papers[rate["name"]]
        if (rate["numerator"], rate["denominator"]) != (upper, lower) or sheet[4:6] != [upper, lower]:
            found.append(f"{code}: json {rate}, excel {sheet[4:6]}, recount {upper}/{lower}")
        if not paper[4].startswith(pair):
            found.append(f"{code}: word {paper}, recount {pair}")
    return found


#: What may become of a unit: its figures count, but for the last three.
FATES = ("sent", "late", "same", "copied", "contradictory", "twice", "missing", "gone")
COUNTED = FATES[:5]


def contradictory(code: str, seed: int) -> bytes:
    """A workbook with a result of a task that the plan does not have."""
    return random_unit(
        code, seed, {"Kết quả": [{"Đến ngày": day("1/6/2023"), "Mã": "XX.9", "Tình trạng": "Hoàn thành"}]}
    )


@settings(
    max_examples=8,
    derandomize=True,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(fates=st.lists(st.sampled_from(FATES), min_size=1, max_size=5), seed=st.integers(0, 10_000))
@example(fates=list(FATES), seed=1)
def test_random_sets_of_units(tmp_path_factory, capsys, fates, seed):
    """Some units late, some missing, some sent twice, some with a contradiction: only what counts is added."""
    home = tmp_path_factory.mktemp("bo")
    folder, counted, rows = home / "so", {}, []
    for number, fate in enumerate(["sent", *fates]):
        code, own = f"p-{number}", seed + number
        received = "20/6/2023" if fate == "late" else "13/6/2023"
        rows.append({"Mã": code, "Tên": f"UBND phường {code}", "Ngày nhận": day(received)})
        if fate == "gone":
            continue
        (folder / code).mkdir(parents=True)
        if fate == "missing":
            continue
        content = contradictory(code, own) if fate == "contradictory" else random_unit(code, own)
        send(folder, code, content)
        if fate == "twice":
            send(folder, code, random_unit(code, own + 50), "so-moi.xlsx")
        if fate == "same":
            send(folder, code, content, "so-cchc (1).xlsx")
        if fate == "copied":
            send(folder, code, random_unit(code, own + 50), "so-cchc - Copy.xlsx")
        if fate in COUNTED:
            counted[code] = content
    own_book = home / "tinh.xlsx"
    own_book.write_bytes(superior(rows))
    made = consolidate(folder, home / "ra", capsys, "2023-H1", own=own_book)
    assert differences(made, dict(added_up(counted, "2023-H1", AS_OF))) == []
    assert rate_differences(made, rates_added(counted, "2023-H1", (1, 6))) == []
    statuses = {"missing": {"not_sent"}, "gone": {"not_sent"}, "twice": {"twice"}}
    for number, fate in enumerate(["sent", *fates]):
        unit = made.unit(f"p-{number}")
        assert unit["status"] in statuses.get(fate, {"sent", "late", "doubtful"}), (fate, unit)
        assert unit["counted"] == (fate in COUNTED)
    assert [unit["status"] for unit in made.told["units"]].count("doubtful") >= fates.count("contradictory")


def test_the_body_says_the_recounts_totals(of_sample):
    from tests.word_files import body_lines

    workbooks = {path.parent.name: path.read_bytes() for path in sorted(WARDS.glob("*/so-cchc.xlsx"))}
    again = added_up(workbooks, "2023-H1", AS_OF)
    line = next(text for text in body_lines(of_sample.word) if text.startswith("Tính đến ngày 14/6/2023"))
    assert f"25 đơn vị thực hiện {again['total']} nhiệm vụ" in line
    assert f"{again['due']} nhiệm vụ đến hạn, đã hoàn thành {again['due_done']} nhiệm vụ" in line
    assert f"còn {again['late']} nhiệm vụ quá hạn chưa hoàn thành" in line
    assert re.search(rf"hoàn thành {again['done']}/{again['total']} nhiệm vụ", line)
