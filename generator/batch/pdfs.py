"""PDFs of a batch's reports: of those made or unchanged, and only where the Word file is newer than its PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.batch.ledger import Ledger
from generator.batch.outcome import Outcome, UnitOutcome
from generator.domain.problem import Problem
from generator.pdf import font_warning, make_pdfs


def add_pdfs(units: Sequence[UnitOutcome], ledger: Ledger, soffice: Path, jobs: int) -> list[UnitOutcome]:
    """Return the units with their PDFs; one that could not be made is a problem of its unit."""
    stale = {unit.output: unit for unit in units if unit.output and not _is_current(unit, ledger)}
    if stale and (warning := font_warning()):
        ledger.note(warning)
    reasons = make_pdfs(list(stale), soffice, jobs=jobs)
    for path, unit in stale.items():
        if not reasons[path]:
            entry = ledger.entry(unit.workbook)
            ledger.record(unit.workbook, replace(entry, pdf_of=entry.output_digest))
    return [_with_pdf(unit, reasons.get(unit.output, "") if unit.output else "") for unit in units]


def _is_current(unit: UnitOutcome, ledger: Ledger) -> bool:
    if unit.outcome not in (Outcome.MADE, Outcome.UNCHANGED) or unit.output is None:
        return True
    entry = ledger.entry(unit.workbook)
    return entry.pdf_of == entry.output_digest and unit.output.with_suffix(".pdf").exists()


def _with_pdf(unit: UnitOutcome, reason: str) -> UnitOutcome:
    if reason:
        return replace(unit, problems=(*unit.problems, Problem("", "", reason, code="no-pdf")))
    has_pdf = unit.outcome in (Outcome.MADE, Outcome.UNCHANGED) and unit.output is not None
    return replace(unit, pdf=unit.output.with_suffix(".pdf")) if has_pdf and unit.output else unit
