"""The plan itself as a document: what another unit may start from. It has no period and counts nothing."""

from generator.book.sheets import PLAN_BODY, PLAN_PERIOD
from generator.reporting.document_kind import Asked, Kind, Said


def _say(kind: Kind, asked: Asked) -> Said:
    from generator.reporting.plan_document import plan_context

    body = asked.data.words.get((PLAN_PERIOD, asked.parts[PLAN_BODY]), ())
    terms = asked.data.unit.terms(kind.id)
    return Said(
        plan_context(asked.data, terms, asked.phrases, body=body, doubts=asked.doubts, is_draft=asked.is_draft), None
    )


KIND = Kind(id="ke-hoach", has_period=False, say=_say)
