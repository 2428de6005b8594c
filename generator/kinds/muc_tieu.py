"""The report on quality objectives (ISO 9001): each objective against its measure, by the calendar."""

from generator.law.cut_offs import CALENDAR
from generator.reporting.document_kind import Asked, Kind, Said


def _say(kind: Kind, asked: Asked) -> Said:
    from generator.reporting.objectives import objectives_charts, objectives_context

    figures = asked.counted(kind)
    context = objectives_context(
        figures, asked.phrases, parts=asked.parts, doubts=asked.doubts, is_draft=asked.is_draft
    )
    return Said(context, figures, objectives_charts(figures, asked.phrases))


KIND = Kind(id="muc-tieu", cut_off=CALENDAR, appendices=("muc_tieu",), say=_say)
