"""How the units' tasks stand, in words: totals, change, thresholds, the best, the most improved, the worst; fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from generator.book.sheets import RATE_OF_PLAN
from generator.reporting.wording import capitalised, closing_marks, listed, paragraphs
from generator.roundup import ranking
from generator.roundup.counting import (
    BEFORE,
    CHANGE,
    FIGURE,
    LAST_YEAR,
    NOW,
    PLACES,
    RATE,
    RATE_OF_ALL,
    TASKS,
    THEN,
    Counts,
    Key,
    Measure,
    rate_of_due,
)
from generator.roundup.figures import Added, RoundUp, Time
from generator.roundup.marks import marked
from generator.roundup.register import Line
from generator.roundup.voice import Voice, unit_name
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count, percent, quantity, share

Numbers = Callable[[Measure, int], str]
#: Counted groups of the sentence of totals, after what was due.
_REST = tuple(place for place in PLACES if place is not Measure.DUE)
_NONE = Counts.of(())


def totals(voice: Voice) -> list[str]:
    """In the order that superiors read."""
    if not voice.figures.counted:
        return [voice.say("tong.khong")]
    first = [_whole(voice), _cumulated(voice), *_change(voice), *_last_year(voice)]
    return [" ".join(filter(None, first)), *_places(voice)]


def _whole(voice: Voice) -> str:
    counts = voice.figures.total
    return voice.say(
        "tong.dau",
        ngay=short_date(voice.figures.as_of),
        dv=voice.units("tinh", voice.figures.counted),
        tong=voice.counted(Measure.TOTAL, counts.total),
        ve=standing(voice, counts, voice.counted, voice.rate(rate_of_due(counts)) if counts.due else ""),
        phu_luc=voice.appendix["don_vi"],
    )


def standing(voice: Voice, counts: Counts, number: Numbers, rate: str) -> str:
    """Return what was due and done, then what else there is; the groups add up to the whole."""
    rest = [
        voice.say(f"tong.con_lai.{place.value}", n=number(place, n)) for place in _REST if (n := counts.measure(place))
    ]
    if not counts.due:
        return "; ".join([voice.say("tong.den_han_khong"), *rest])
    done_late = counts.measure(Measure.DONE_LATE)
    name = "het" if not counts.late else "mot_phan" if counts.due_done else "chua"
    due = voice.say(
        f"tong.den_han_{name}",
        den_han=number(Measure.DUE, counts.due),
        xong=number(Measure.DUE_DONE, counts.due_done),
        ty_le=rate,
        xong_cham=voice.say("tong.xong_cham", n=number(Measure.DONE_LATE, done_late)) if done_late else "",
        qua_han=number(Measure.LATE, counts.late),
    )
    return "; ".join([due, *rest])


def _cumulated(voice: Voice) -> str:
    counts = voice.figures.total
    if not counts.done:
        return ""
    return voice.say(
        "tong.luy_ke",
        xong=voice.counted(Measure.DONE, counts.done),
        tong=voice.counted(Measure.TOTAL, counts.total),
        ty_le=marked(Key(TASKS, RATE_OF_ALL), share(counts.done, counts.total)),
    )


# -- change ---------------------------------------------------------------------------------------


def _change(voice: Voice) -> list[str]:
    return _changed(voice, voice.figures.before, BEFORE, _against(voice, BEFORE))


def _last_year(voice: Voice) -> list[str]:
    return _changed(voice, voice.figures.last_year, LAST_YEAR, _against(voice, LAST_YEAR))


def _against(voice: Voice, about: str) -> str:
    if about == LAST_YEAR:
        return voice.say("doi.cung_ky")
    before = voice.figures.period.previous
    return voice.say(
        "doi.ky_truoc", ky=before.name_without_year if before.year == voice.figures.period.year else str(before)
    )


def _changed(voice: Voice, before: Mapping[str, Counts], about: str, against: str) -> list[str]:
    """Only over the units that both times speak of; their number is told where it is not all."""
    figures = voice.figures
    codes = [code for code in figures.by_unit if code in before]
    lines = [figures.line(code) for code in codes]
    old = sum((before[code] for code in codes), _NONE)
    new = sum((figures.by_unit[code] for code in codes), _NONE)
    parts = [*_rate_change(voice, old, new, about), *_late_change(voice, old, new, about)]
    if not parts:
        return []
    some = (
        voice.say("doi.mot_so", n=voice.units(f"so-sanh-{about}", lines)) if len(codes) < len(figures.by_unit) else ""
    )
    return [capitalised(voice.say("doi.cau", so_voi=against, mot_so=some, ve=", ".join(parts)))]


def _rate_change(voice: Voice, old: Counts, new: Counts, about: str) -> list[str]:
    a, b = rate_of_due(old).percent, rate_of_due(new).percent
    if a is None or b is None or a == b:
        return []
    points = quantity(abs(b - a).quantize(Decimal("0.01")).normalize())
    was, now = (marked(Key(about, f"{RATE}{time}"), percent(rate)) for time, rate in ((THEN, a), (NOW, b)))
    n = marked(Key(about, RATE), points)
    return [voice.say("doi.tang" if b > a else "doi.giam", n=n, tu=was, den=now)]


def _late_change(voice: Voice, old: Counts, new: Counts, about: str) -> list[str]:
    n = new.late - old.late
    if not n:
        return []
    number = marked(Key(about, Measure.LATE.value), count(abs(n)))
    return [voice.say("doi.qua_han_tang" if n > 0 else "doi.qua_han_giam", n=number)]


# -- places ---------------------------------------------------------------------------------------


def _places(voice: Voice) -> list[str]:
    figures = voice.figures
    places = [p for p in figures.places if p.place]
    if not places:
        return []
    out = [*_thresholds(voice, places), *_best(voice, places), *_improved(voice), *_worst(voice, places)]
    if unjudged := [figures.line(p.code) for p in figures.places if not p.place]:
        out.append(voice.say("hang.chua_den_han", ten=voice.few(unjudged, "chua-den-han")))
    return paragraphs(out)


def _lines(figures: RoundUp, places: Sequence[ranking.Place]) -> list[Line]:
    return [figures.line(p.code) for p in places]


def _thresholds(voice: Voice, places: Sequence[ranking.Place]) -> list[str]:
    whole, what = count(len(places)), _what(voice)
    parts = []
    if full := [p for p in places if p.rate.part == p.rate.whole]:
        parts.append(voice.say("hang.du", n=voice.units("du-100", _lines(voice.figures, full), whole), gi=what))
    told = False
    levels = sorted(voice.figures.thresholds, reverse=True)
    for level, lower in zip(levels, [*levels[1:], 0], strict=True):
        below = ranking.under(places, level)
        if not below or below == ranking.under(places, lower):  # the lower level says the same, and more
            continue
        n = voice.units(f"duoi-{level}", _lines(voice.figures, below), whole)
        parts.append(voice.say("hang.duoi_nua" if told else "hang.duoi", n=n, muc=str(level), gi=what))
        told = True
    if not parts:
        return [voice.say("hang.khong_duoi", muc=str(max(voice.figures.thresholds)), gi=what)]
    return [capitalised(f"{'; '.join(parts)}.")]


def _what(voice: Voice) -> str:
    """What the units are ranked by: of what was due, or of the whole plan."""
    return voice.say("hang.ke_hoach" if voice.figures.rule == RATE_OF_PLAN else "hang.den_han")


def _best(voice: Voice, places: Sequence[ranking.Place]) -> list[str]:
    best = ranking.first(places)
    lines = _lines(voice.figures, best)
    if len(best) == len(places):
        return []
    if best[0].rate.part == best[0].rate.whole:  # how many they are is said before
        return [voice.say("hang.du_ten", ten=voice.names(lines))] if voice.are_few(best) else []
    if len(best) == 1:
        return [voice.say("hang.cao", ten=unit_name(lines[0]), ty_le=_of_unit(voice, best[0]))]
    return [_together(voice, "cao", "hang-nhat", lines, best[0])]


def _together(voice: Voice, name: str, key: str, lines: Sequence[Line], place: ranking.Place) -> str:
    """Several units in one place: a few by name, many by number."""
    rate = _rate_of(voice, place)
    if voice.are_few(lines):
        return voice.say(f"hang.{name}_dong", ten=voice.names(lines), ty_le=rate)
    return voice.say(f"hang.{name}_nhieu", n=voice.units(key, lines), ty_le=rate)


def _of_unit(voice: Voice, place: ranking.Place) -> str:
    """ "03/08 nhiệm vụ, đạt 37,5%": a unit's rate with what it is of."""
    part = count(place.rate.part) if place.rate.part else "0"
    pair = marked(Key(TASKS, _pair(voice), "", place.code), f"{part}/{count(place.rate.whole)}")
    return voice.say("hang.cua_don_vi", cap=pair, gi=_what(voice), ty_le=_rate_of(voice, place))


def _rate_of(voice: Voice, place: ranking.Place) -> str:
    return marked(Key(TASKS, _rate(voice), "", place.code), percent(place.rate.percent or Decimal()))


def _rate(voice: Voice) -> str:
    return RATE_OF_ALL if voice.figures.rule == RATE_OF_PLAN else RATE


def _pair(voice: Voice) -> str:
    return Measure.DONE.value if voice.figures.rule == RATE_OF_PLAN else Measure.DUE_DONE.value


def _improved(voice: Voice) -> list[str]:
    most = voice.figures.improved()
    if not most or not voice.are_few(most):
        return []
    named = listed(
        voice.say(
            "hang.tu_den",
            ten=unit_name(voice.figures.line(i.code)),
            tu=marked(Key(BEFORE, f"{_rate(voice)}{THEN}", "", i.code), percent(i.before.percent or Decimal())),
            den=marked(Key(BEFORE, f"{_rate(voice)}{NOW}", "", i.code), percent(i.now.percent or Decimal())),
        )
        for i in most
    )
    return [voice.say("hang.tien_bo", ve=named)]


def _worst(voice: Voice, places: Sequence[ranking.Place]) -> list[str]:
    worst = ranking.last(places)
    if not worst:
        return []
    lines = _lines(voice.figures, worst)
    if len(worst) == 1:
        return [voice.say("hang.thap", ten=unit_name(lines[0]), ty_le=_of_unit(voice, worst[0]))]
    return [_together(voice, "thap", "hang-cuoi", lines, worst[0])]


# -- fields, figures ------------------------------------------------------------------------------


def fields(voice: Voice) -> list[str]:
    """A line for each field with something due; the others in one sentence."""
    by_field = voice.figures.by_field
    judged = {f: c for f, c in by_field.items() if c.due}
    rest = [voice.field_name(f) for f, c in by_field.items() if not c.due]
    lines = [
        voice.say(
            f"linh_vuc.dong{'_het' if not c.late else '' if c.due_done else '_chua'}",
            ten=capitalised(voice.field_name(f)),
            den_han=voice.counted(Measure.DUE, c.due, f),
            xong=voice.counted(Measure.DUE_DONE, c.due_done, f),
            ty_le=voice.rate(rate_of_due(c), f),
            qua_han=voice.counted(Measure.LATE, c.late, f),
            dau_cuoi=mark,
        )
        for (f, c), mark in zip(judged.items(), closing_marks(len(judged)), strict=True)
    ]
    if rest:
        lines.append(voice.say("linh_vuc.chua_den_han" if judged else "linh_vuc.deu_chua", ke=listed(rest)))
    return lines or [voice.say("tong.khong")]


def indicators(voice: Voice) -> list[str]:
    """The indicators added over the units, from parts and wholes; who has no figure is named."""
    added = [a for a in voice.figures.added if not a.is_computed]
    told = [a for a in added if a.value is not None]
    all_alike = len(told) > 1 and len({tuple(line.code for line in a.in_part) for a in told}) == 1
    lines = [_indicator(voice, a, mark, all_alike) for a, mark in zip(told, closing_marks(len(told)), strict=True)]
    if all_alike and told[0].in_part:
        lines.append(voice.say("chi_tieu.deu_thieu_thang", ten=_in_part(voice, told[0])))
    if silent := [a for a in added if a.value is None]:
        names = listed(voice.phrases.lower_first(a.figure.name) for a in silent)
        lines.append(voice.say("chi_tieu.khong_cong", ke=names))
    return lines or [voice.say("chi_tieu.khong")]


def _indicator(voice: Voice, added: Added, mark: str, all_alike: bool) -> str:
    value, code = added.value or Decimal(), added.figure.code
    key = Key(FIGURE, code)
    if added.is_rate:
        pair = marked(key, f"{quantity(added.numerator or 0)}/{quantity(added.denominator or 0)}")
        text = voice.say("chi_tieu.ty_le", ten=added.figure.name, gia_tri=marked(key, percent(value)), cap=pair)
    else:
        unit = voice.phrases.lower_first(added.figure.unit)
        text = voice.say("chi_tieu.so", ten=added.figure.name, gia_tri=marked(key, _amount(value)), dv=unit)
    text += "".join(_changes_of(voice, added))
    if added.judged:
        met = [u.line for u in added.judged if u.figure.is_met]
        n = voice.units(f"dat-{code}", met, count(len(added.judged)))
        text += voice.say("chi_tieu.dat", n=n, muc=voice.phrases.lower_first(added.figure.target))
    if added.without:
        lines = [voice.figures.line(unit_code) for unit_code in added.without]
        text += voice.say("chi_tieu.thieu", ten=voice.few(lines, f"thieu-{code}"))
    if added.in_part and not all_alike:
        text += voice.say("chi_tieu.thieu_thang", ten=_in_part(voice, added))
    return voice.say("dong", chu=text, dau_cuoi=mark)


def _in_part(voice: Voice, added: Added) -> str:
    return voice.few(added.in_part, f"thieu-thang-{added.figure.code}")


def _amount(value: Decimal) -> str:
    return count(int(value)) if value and value == int(value) else quantity(value)


def _changes_of(voice: Voice, added: Added) -> Iterator[str]:
    """Behind an indicator: what it is more or less than it was, over the units that both times speak of."""
    for about, time in _TIMES.items():
        compared = added.compared(time)
        if compared is None or not compared.change:
            continue
        key = Key(about, CHANGE, "", added.figure.code)
        lines = [u.line for u in compared.units]
        key_of_units = f"so-sanh-{about}-{added.figure.code}"
        is_all = len(lines) + len(added.without) == len(added.of_units)
        yield voice.say(
            _CHANGES[added.is_rate, compared.change > 0],
            n=marked(key, (quantity if added.is_rate else _amount)(abs(compared.change).normalize())),
            so_voi=_against(voice, about),
            mot_so="" if is_all else voice.say("doi.mot_so", n=voice.units(key_of_units, lines)),
        )


#: What is said of a rate, or not, that rose, or not.
_CHANGES = {
    (True, True): "chi_tieu.tang_diem",
    (True, False): "chi_tieu.giam_diem",
    (False, True): "chi_tieu.tang",
    (False, False): "chi_tieu.giam",
}
_TIMES = {BEFORE: Time.BEFORE, LAST_YEAR: Time.LAST_YEAR}
