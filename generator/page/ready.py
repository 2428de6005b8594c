"""What is loaded before anybody asks: first what opening a workbook needs, then all the rest while she looks.

The state after both is what a browser may keep and go on from.
"""

from __future__ import annotations

from importlib import import_module

_REST = (
    *("explaining", "remaking", "reading_back", "renewal_words", "due_folder", "merging", "slips"),
    *("page.units", "page.sides", "plans.correcting", "plans.to_workbook", "check.fix", "book.write.open_month"),
    *("roundup.workbook", "roundup.writing", "word.renew.renewing", "safe_writing"),
)


def first() -> None:
    """Load what the first screen asks for."""
    import_module("generator.page.asking")


def rest() -> None:
    """Load the templates of the usual reports, then what the other screens ask for."""
    from generator import making
    from generator.domain.period import PeriodKind
    from generator.kinds import usual_kind
    from generator.word.package import read_file
    from generator.word.render import engine

    for template in {usual_kind(kind).template for kind in PeriodKind}:
        engine.load_template(read_file(making.find_template(template)))
    making.load_phrases(making.find_template(making.PHRASES))
    for name in _REST:
        import_module(f"generator.{name}")
