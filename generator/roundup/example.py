"""A small made-up round-up with something in every list: templates are tried out on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.domain.period import ReportingPeriod
from generator.kinds import kind_of
from generator.reporting.example import AS_OF, PERIOD, example_year
from generator.reporting.facts import unit_facts
from generator.reporting.figures import report_figures
from generator.reporting.wording import Phrases
from generator.roundup.context import round_up_context, voice_of
from generator.roundup.figures import RoundUp, round_up
from generator.roundup.letter import letter_context
from generator.roundup.register import Line, Status
from generator.word.pictures import marker

_PARTS = ("mo_dau", "chi_dao", "ket_qua", "ton_tai", "kho_khan", "phuong_huong", "kien_nghi")


def example_round_up() -> RoundUp:
    """Return a round-up of one unit that sent its workbook and one that sent nothing."""
    kind, period, data = kind_of("cchc"), ReportingPeriod.parse(PERIOD), example_year()
    facts = unit_facts(report_figures(data, period, kind, AS_OF))
    lines = [Line("mau", data.unit.name, "Phường", status=Status.SENT, facts=facts), Line("hai", "UBND xã Hai", "Xã")]
    return round_up(lines, period, kind, AS_OF, data)


def round_up_example(phrases: Phrases) -> Mapping[str, Any]:
    """Return the context for `tong-hop.docx`."""
    context = round_up_context(voice_of(example_round_up(), phrases))
    for part in _PARTS:
        setattr(context["loi_van"], part, ["Lời văn của cán bộ."])
    return {**context, "bieu_do_don_vi": marker("don_vi"), "bieu_do_linh_vuc": marker("linh_vuc")}


def letter_example(phrases: Phrases) -> Mapping[str, Any]:
    """Return the context for `don-doc.docx`."""
    return letter_context(example_round_up(), phrases, ())
