"""A report made by the program beside the same report counted again."""

from __future__ import annotations

import sqlite3
from datetime import date
from functools import cache
from random import Random

from generator.domain.period import ReportingPeriod
from generator.kinds import kind_of
from generator.making import Request, Source, default_as_of, make, read_workbook
from tests.recount.cells import SPANS, database
from tests.recount.printed import differences
from tests.recount.random_workbooks import YEAR, plain_workbook, random_rows
from tests.recount.recount import recount
from tests.samples import sample_path

PERIODS = (*(f"-{month:02}" for month in range(1, 13)), *SPANS)
KINDS = ("thang", "cchc")
YEARS_END = 12, 31


@cache
def _sample(name: str) -> tuple[Source, sqlite3.Connection]:
    path = sample_path(name)
    return read_workbook(path.read_bytes(), path.name), database(path.read_bytes())


def sample_differences(name: str, kind: str, period: str) -> list[str]:
    """Where a sample's report, made when its data close, is not the recount's; `period` without its year."""
    source, base = _sample(name)
    of = ReportingPeriod.parse(name[-4:] + period)
    assert source.data is not None
    day = default_as_of(source.data, of, kind_of(kind), date(of.year, *YEARS_END))
    return _differences(source, base, kind, of, day)


def random_differences(chance: Random) -> list[str]:
    """Where some report of a random workbook, made when its data close or on another day, is not the recount's."""
    data = plain_workbook(random_rows(chance))
    source, kind = read_workbook(data, "so.xlsx"), chance.choice(KINDS)
    of = ReportingPeriod.parse(f"{YEAR}{chance.choice(PERIODS)}")
    assert source.data is not None
    day = default_as_of(source.data, of, kind_of(kind), date(YEAR, *YEARS_END))
    if chance.random() < 0.3:
        day = day.replace(day=chance.randrange(1, 29))
    found = _differences(source, database(data), kind, of, day)
    return [f"{kind} {of.id} as of {day}: {difference}" for difference in found]


def _differences(source: Source, base: sqlite3.Connection, kind: str, of: ReportingPeriod, day: date) -> list[str]:
    made = make(source, Request(of, kind_of(kind), day))
    return differences(made, recount(base, of.id, kind, day), lambda before: recount(base, of.id, kind, before))
