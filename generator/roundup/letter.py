"""The letter to the units that have sent nothing, or nothing that can be added up; and the same for Zalo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator import __version__
from generator.domain.problem import Problem
from generator.domain.unit import ReportTerms
from generator.reporting.letterhead import letterhead, place_and_day
from generator.reporting.wording import Phrases, capitalised
from generator.roundup.context import number_line, plan_citation
from generator.roundup.figures import RoundUp
from generator.roundup.register import Line, Status
from generator.roundup.sentences import NO_FIGURES
from generator.roundup.voice import Voice, unit_name
from generator.vietnamese.dates import short_date, undated
from generator.vietnamese.numbers import count
from generator.word.provenance import Provenance, packaged
from generator.word.render import engine

TEMPLATE = "don-doc.docx"
KIND = "don-doc"
#: Of a công văn the symbol has no type: "UBND-NV" of "BC-UBND".
_TYPE_OF_REPORT = "BC-"


def chased(figures: RoundUp) -> list[Line]:
    """Return the units to be chased: those that sent nothing, then those whose files cannot be added up."""
    return [*figures.of_status(Status.NOT_SENT), *figures.of_status(*NO_FIGURES)]


def letter(figures: RoundUp, phrases: Phrases, template: bytes, problems: Sequence[Problem]) -> bytes:
    """Return the công văn; a draft when the superior's workbook has errors. Raises TemplateFault, PhraseFault,
    NotAPackage."""
    assert figures.own is not None, "nobody signs it without a superior"
    compiled = engine.load_template(template)
    provenance = Provenance(
        unit=figures.own.unit.code,
        period=figures.period.id,
        kind=KIND,
        as_of=figures.as_of.isoformat(),
        template_digest=compiled.digest,
        version=__version__,
    )
    context = letter_context(figures, phrases, problems)
    return packaged(compiled.members, engine.render_parts(compiled, context), provenance)


def letter_context(figures: RoundUp, phrases: Phrases, problems: Sequence[Problem]) -> dict[str, Any]:
    """Return the context of `don-doc.docx`."""
    say = Voice(figures, phrases)
    own = figures.own
    assert own is not None
    terms = own.unit.terms(figures.kind.id, figures.period)
    missing, doubtful = figures.of_status(Status.NOT_SENT), figures.of_status(*NO_FIGURES)
    return {
        **letterhead(own.unit, terms, ("Như trên", "Lưu: VT"), ()),
        "so_ky_hieu": number_line(ReportTerms(), terms.symbol.removeprefix(_TYPE_OF_REPORT)),
        "dia_danh_ngay": place_and_day(own.unit, undated(figures.as_of), ()),
        "trich_yeu": say.say("don_doc.trich_yeu", ky=str(figures.period)),
        "kinh_gui": [capitalised(line.name) for line in (*missing, *doubtful)],
        "du_thao": any(p.is_error for p in problems),
        "noi_dung": _paragraphs(figures, say, missing, doubtful),
        "ket_thuc": say.say("don_doc.ket_thuc", don_vi=own.unit.short_name),
    }


def _paragraphs(figures: RoundUp, say: Voice, missing: Sequence[Line], doubtful: Sequence[Line]) -> list[str]:
    own = figures.own
    assert own is not None
    who = own.unit.short_name
    parts = []
    if missing:
        parts.append(say.say("don_doc.chua_gui", n=count(len(missing)), ten=say.names(missing)))
    if doubtful:
        parts.append(say.say("don_doc.chua_du", n=count(len(doubtful)), ten=say.names(doubtful)))
    first = say.say(
        "don_doc.mo_dau",
        ke_hoach=plan_citation(figures, say),
        ky=str(figures.period),
        don_vi=who,
        ngay=short_date(figures.as_of),
        cau=str(say.say("don_doc.noi")).join(parts),
    )
    out = [first, say.say("don_doc.yeu_cau" if doubtful else "don_doc.yeu_cau_gui", don_vi=who)]
    for line in doubtful:
        why = "; ".join(remark.rstrip(".") for remark in line.remarks) or line.status.value
        out.append(say.say("don_doc.dong", ten=capitalised(unit_name(line)), chu=f"{why}."))
    return out


def zalo_text(figures: RoundUp, phrases: Phrases) -> str:
    """Return the message for the group: short, the units named; "" when nobody has to be chased."""
    say = Voice(figures, phrases)
    missing, doubtful = figures.of_status(Status.NOT_SENT), figures.of_status(*NO_FIGURES)
    parts = []
    if missing:
        who = (figures.own.unit.short_name or figures.own.unit.name) if figures.own else "Tổng hợp"
        parts.append(
            say.say(
                "don_doc.zalo",
                don_vi=who,
                ky=str(figures.period),
                ngay=short_date(figures.as_of),
                n=count(len(missing)),
                ten=say.names(missing),
            )
        )
    if doubtful:
        told = "; ".join(f"{unit_name(line)} ({line.status.value.lower()})" for line in doubtful)
        parts.append(say.say("don_doc.zalo_chua_du", ke=told))
    return " ".join(parts)
