"""What a round-up says: totals, change, thresholds, the best, the most improved, the worst; few named, many counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from generator.book.sheets import RATE_OF_PLAN
from generator.domain.period import ReportingPeriod
from generator.reporting.facts import TaskFacts
from generator.reporting.wording import Phrases, capitalised, closing_marks, gist, listed, paragraphs
from generator.roundup import ranking
from generator.roundup.alike import grouped
from generator.roundup.counting import (
    BEFORE,
    FIGURE,
    LAST_YEAR,
    MAPPED,
    PLACES,
    TASKS,
    UNITS,
    Counts,
    Key,
    Measure,
    Rate,
    rate_of_due,
)
from generator.roundup.figures import Added, RoundUp, Served, UnitTask
from generator.roundup.marks import marked
from generator.roundup.register import Line, Status
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count, percent, quantity, share

#: What units cannot be counted by, in the order of the sentence.
_OUT = (Status.TWICE, Status.COPIED, Status.UNREADABLE, Status.OTHER_YEAR, Status.QUOTED)
#: Counted groups of the sentence of totals, after what was due.
_REST = tuple(place for place in PLACES if place is not Measure.DUE)


class Sentences:
    """The sentences of one round-up, each number with its key."""

    def __init__(self, figures: RoundUp, phrases: Phrases, appendix: dict[str, str]) -> None:
        self.figures = figures
        self._phrases = phrases
        self._appendix = appendix
        self.units_word = units_word(figures.expected, phrases)

    def say(self, name: str, **values: str) -> str:
        return self._phrases.say(f"tong_hop_don_vi.{name}", cac=self.units_word, **values)

    def setting(self, name: str) -> int:
        return int(self._phrases.value(f"tong_hop_don_vi.{name}"))

    # -- who sent what ------------------------------------------------------------------------
    def intake(self) -> list[str]:
        """Who sent, who was late, who sent nothing; whom the figures below leave out, and why."""
        figures = self.figures
        expected, day = figures.expected, short_date(figures.as_of)
        missing = figures.of_status(Status.NOT_SENT)
        sent = len(expected) - len(missing)
        late = [line for line in expected if line.is_late]
        whole = self._units("phai-gui", len(expected))
        if not expected:
            return [self.say("gui.khong", ngay=day)]
        if not missing:
            out = [self.say("gui.du" if late else "gui.du_dung_han", tong=whole, ngay=day)]
        else:
            out = [self.say("gui.mot_phan", ngay=day, gui=self._units("gui", sent), tong=whole)]
            out.append(self.say("gui.chua", n=self._units("chua-gui", len(missing)), ten=self.names(missing)))
        if late:
            out.append(self.say("gui.cham", n=self._units("cham", len(late)), ten=self.names(late)))
        for status, name in ((Status.OLD, "cu"), (Status.DOUBTFUL, "xem_lai"), (Status.WORD, "word")):
            if lines := figures.of_status(status):
                key = {"cu": "chua-cap-nhat", "xem_lai": "xem-lai", "word": "chi-word"}[name]
                out.append(self.say(f"gui.{name}", n=self._units(key, len(lines)), ten=self.names(lines)))
        if left_out := figures.of_status(*_OUT):
            n = self._units("chua-tinh", len(left_out))
            out.append(self.say("gui.chua_tinh", n=n, ten=self.names(left_out)))
        if 0 < len(figures.counted) < len(expected):
            out.append(self.say("gui.tu", n=self._units("tinh", len(figures.counted))))
        return paragraphs(out)

    def names(self, lines: Iterable[Line]) -> str:
        return listed(unit_name(line) for line in lines)

    def few(self, lines: Sequence[Line]) -> str:
        """The names of a few, the number of many."""
        if len(lines) <= self.setting("neu_ten_toi_da"):
            return self.names(lines)
        return self.say("don_vi", n=count(len(lines)))

    def _units(self, what: str, n: int) -> str:
        return marked(Key(UNITS, what), count(n) if n else "0")

    # -- how tasks stand ----------------------------------------------------------------------
    def totals(self) -> list[str]:
        """In the order that superiors read: totals, change, thresholds, the best, the most improved, the worst."""
        if not self.figures.counted:
            return [self.say("tong.khong")]
        out = [self._whole(), self._cumulated()]
        out += [*self._change(), *self._last_year()]
        return [" ".join(filter(None, out)), *self._places()]

    def _whole(self) -> str:
        counts = self.figures.total
        rest = [
            self.say(f"tong.con_lai.{place.value.replace('-', '_')}", n=self._tasks(place, n))
            for place in _REST
            if (n := counts.measure(place))
        ]
        due = self._due(counts)
        return self.say(
            "tong.dau",
            ngay=short_date(self.figures.as_of),
            dv=self._units("tinh", len(self.figures.counted)),
            tong=self._tasks(Measure.TOTAL, counts.total),
            ve="; ".join([due, *rest]),
            phu_luc=self._appendix["don_vi"],
        )

    def _due(self, counts: Counts) -> str:
        if not counts.due:
            return self.say("tong.den_han_khong")
        done_late = counts.measure(Measure.DONE_LATE)
        late_word = self.say("tong.xong_cham", n=self._tasks(Measure.DONE_LATE, done_late)) if done_late else ""
        name = "het" if not counts.late else "mot_phan" if counts.due_done else "chua"
        return self.say(
            f"tong.den_han_{name}",
            den_han=self._tasks(Measure.DUE, counts.due),
            xong=self._tasks(Measure.DUE_DONE, counts.due_done),
            ty_le=self._rate(rate_of_due(counts)),
            xong_cham=late_word,
            qua_han=self._tasks(Measure.LATE, counts.late),
        )

    def _cumulated(self) -> str:
        counts = self.figures.total
        if not counts.done or not counts.total:
            return ""
        xong = self._tasks(Measure.DONE, counts.done)
        ty_le = marked(Key(TASKS, "ty-le-ke-hoach"), share(counts.done, counts.total))
        return self.say("tong.luy_ke", xong=xong, tong=self._tasks(Measure.TOTAL, counts.total), ty_le=ty_le)

    def _tasks(self, measure: Measure, n: int, field: str = "", unit: str = "") -> str:
        return marked(Key(TASKS, measure.value, field, unit), count(n) if n else "0")

    def _rate(self, rate: Rate, field: str = "", unit: str = "") -> str:
        assert rate.percent is not None
        return marked(Key(TASKS, "ty-le", field, unit), percent(rate.percent))

    # -- change -------------------------------------------------------------------------------
    def _change(self) -> list[str]:
        figures, period = self.figures, self.figures.period
        return self._changed(figures.before, BEFORE, self.say("doi.ky_truoc", ky=self._period_before(period)))

    def _last_year(self) -> list[str]:
        return self._changed(self.figures.last_year, LAST_YEAR, self.say("doi.cung_ky"))

    def _period_before(self, period: ReportingPeriod) -> str:
        return period.previous.name_without_year if period.previous.year == period.year else str(period.previous)

    def _changed(self, before: Mapping[str, Counts], about: str, against: str) -> list[str]:
        """Only over the units that both times speak of; their number is told where it is not all."""
        codes = [code for code in self.figures.by_unit if code in before]
        if not codes:
            return []
        old = sum((before[code] for code in codes), Counts.of(()))
        new = sum((self.figures.by_unit[code] for code in codes), Counts.of(()))
        parts = [*self._rate_change(old, new, about), *self._late_change(old, new, about)]
        if not parts:
            return []
        some = self.say("doi.mot_so", n=count(len(codes))) if len(codes) < len(self.figures.by_unit) else ""
        return [capitalised(self.say("doi.cau", so_voi=against, mot_so=some, ve=", ".join(parts)))]

    def _rate_change(self, old: Counts, new: Counts, about: str) -> list[str]:
        a, b = rate_of_due(old).percent, rate_of_due(new).percent
        if a is None or b is None or a == b:
            return []
        points = marked(Key(about, "ty-le"), quantity(abs(b - a).quantize(Decimal("0.01")).normalize()))
        return [self.say("doi.tang" if b > a else "doi.giam", n=points, tu=percent(a), den=percent(b))]

    def _late_change(self, old: Counts, new: Counts, about: str) -> list[str]:
        n = new.late - old.late
        if not n:
            return []
        number = marked(Key(about, Measure.LATE.value), count(abs(n)))
        return [self.say("doi.qua_han_tang" if n > 0 else "doi.qua_han_giam", n=number)]

    # -- places -------------------------------------------------------------------------------
    def _places(self) -> list[str]:
        places = [p for p in self.figures.places if p.place]
        if not places:
            return []
        out = [*self._thresholds(places), *self._best(places), *self._improved(), *self._worst(places)]
        unjudged = len(self.figures.places) - len(places)
        if unjudged:
            out.append(self.say("hang.chua_den_han", n=self._units("chua-den-han", unjudged)))
        return paragraphs(out)

    def _thresholds(self, places: Sequence[ranking.Place]) -> list[str]:
        whole = count(len(places))
        full = [p for p in places if p.rate.part == p.rate.whole]
        gi = self._what()
        parts = []
        if full:
            parts.append(self.say("hang.du", n=marked(Key(UNITS, "du-100"), f"{count(len(full))}/{whole}"), gi=gi))
        told = False
        for level in sorted(self.figures.thresholds, reverse=True):
            if below := ranking.under(places, level):
                n = marked(Key(UNITS, f"duoi-{level}"), f"{count(len(below))}/{whole}")
                parts.append(self.say("hang.duoi_nua" if told else "hang.duoi", n=n, muc=str(level), gi=gi))
                told = True
        if not parts:
            return [self.say("hang.khong_duoi", muc=str(max(self.figures.thresholds)), gi=gi)]
        return [capitalised(f"{'; '.join(parts)}.")]

    def _what(self) -> str:
        """What the units are ranked by: of what was due, or of the whole plan."""
        return self.say("hang.ke_hoach" if self.figures.rule == RATE_OF_PLAN else "hang.den_han")

    def _best(self, places: Sequence[ranking.Place]) -> list[str]:
        best = ranking.first(places)
        if len(best) == len(places):
            return []
        lines = [self.figures.line(p.code) for p in best]
        rate = percent(best[0].rate.percent or Decimal())
        if best[0].rate.part == best[0].rate.whole:  # how many they are is said before
            few = len(best) <= self.setting("neu_ten_toi_da")
            return [self.say("hang.du_ten", ten=self.names(lines))] if few else []
        if len(best) == 1:
            return [self.say("hang.cao", ten=unit_name(lines[0]), ty_le=self._of_unit(best[0]))]
        few = len(best) <= self.setting("neu_ten_toi_da")
        n = marked(Key(UNITS, "hang-nhat"), count(len(best)))
        return [self.say("hang.cao_dong" if few else "hang.cao_nhieu", n=n, ten=self.names(lines), ty_le=rate)]

    def _of_unit(self, place: ranking.Place) -> str:
        """ "03/08 nhiệm vụ, đạt 37,5%": a unit's rate with what it is of."""
        pair = marked(
            Key(TASKS, "ty-le", "", place.code),
            f"{count(place.rate.part) if place.rate.part else '0'}/{count(place.rate.whole)}",
        )
        return self.say("hang.cua_don_vi", cap=pair, gi=self._what(), ty_le=percent(place.rate.percent or Decimal()))

    def _improved(self) -> list[str]:
        most = self.figures.improved()
        if not most or len(most) > self.setting("neu_ten_toi_da"):
            return []
        named = listed(
            self.say(
                "hang.tu_den",
                ten=unit_name(self.figures.line(i.code)),
                tu=percent(i.before.percent or Decimal()),
                den=marked(Key(BEFORE, "tien-bo", "", i.code), percent(i.now.percent or Decimal())),
            )
            for i in most
        )
        return [self.say("hang.tien_bo", ve=named)]

    def _worst(self, places: Sequence[ranking.Place]) -> list[str]:
        worst = ranking.last(places)
        if not worst:
            return []
        if len(worst) == 1:
            ten = unit_name(self.figures.line(worst[0].code))
            return [self.say("hang.thap", ten=ten, ty_le=self._of_unit(worst[0]))]
        few = len(worst) <= self.setting("neu_ten_toi_da")
        rate = percent(worst[0].rate.percent or Decimal())
        ten = self.names(self.figures.line(p.code) for p in worst)
        n = marked(Key(UNITS, "hang-cuoi"), count(len(worst)))
        return [self.say("hang.thap_dong" if few else "hang.thap_nhieu", n=n, ten=ten, ty_le=rate)]

    # -- fields, figures ----------------------------------------------------------------------
    def fields(self) -> list[str]:
        """A line for each field with something due; the others in one sentence."""
        judged = {f: c for f, c in self.figures.by_field.items() if c.due}
        rest = [self.field_name(f) for f, c in self.figures.by_field.items() if not c.due]
        lines = [
            self.say(
                "linh_vuc.dong" if c.late else "linh_vuc.dong_het",
                ten=capitalised(self.field_name(f)),
                den_han=self._tasks(Measure.DUE, c.due, f),
                xong=self._tasks(Measure.DUE_DONE, c.due_done, f),
                ty_le=self._rate(rate_of_due(c), f),
                qua_han=self._tasks(Measure.LATE, c.late, f),
                dau_cuoi=mark,
            )
            for (f, c), mark in zip(judged.items(), closing_marks(len(judged)), strict=True)
        ]
        if rest:
            lines.append(self.say("linh_vuc.chua_den_han" if judged else "linh_vuc.deu_chua", ke=listed(rest)))
        return lines or [self.say("tong.khong")]

    def field_name(self, field: str) -> str:
        return str(self._phrases.value(f"tong_hop_don_vi.ten_linh_vuc.{field}"))

    def indicators(self) -> list[str]:
        """The indicators added over the units, from parts and wholes; who has no figure is named."""
        told = [a for a in self.figures.added if not a.is_computed and a.value is not None]
        silent = [a for a in self.figures.added if not a.is_computed and a.value is None]
        lines = [self._indicator(a, mark) for a, mark in zip(told, closing_marks(len(told)), strict=True)]
        if silent:
            lines.append(
                self.say("chi_tieu.khong_cong", ke=listed(self._phrases.lower_first(a.figure.name) for a in silent))
            )
        return lines or [self.say("chi_tieu.khong")]

    def _indicator(self, added: Added, mark: str) -> str:
        value = added.value or Decimal()
        key = Key(FIGURE, added.figure.code)
        if added.is_rate:
            pair = f"{quantity(added.numerator or 0)}/{quantity(added.denominator or 0)}"
            text = self.say("chi_tieu.ty_le", ten=added.figure.name, gia_tri=marked(key, percent(value)), cap=pair)
        else:
            text = self.say(
                "chi_tieu.so", ten=added.figure.name, gia_tri=marked(key, quantity(value)), dv=added.figure.unit.lower()
            )
        met, judged = sum(bool(u.figure.is_met) for u in added.judged), len(added.judged)
        if judged:
            n = marked(Key(UNITS, f"dat-{added.figure.code}"), f"{count(met) if met else '0'}/{count(judged)}")
            text += self.say("chi_tieu.dat", n=n, muc=self._phrases.lower_first(added.figure.target))
        if added.without:
            lines = [self.figures.line(code) for code in added.without]
            text += self.say("chi_tieu.thieu", ten=self.few(lines))
        return self.say("dong", chu=text, dau_cuoi=mark)

    # -- the superior's own plan --------------------------------------------------------------
    def own_plan(self) -> list[str]:
        """How the superior's own plan stands, and the tasks that units have still open."""
        own = self.figures.own_figures
        if own is None:
            return []
        counts = Counts.of(self.figures.own_facts.tasks if self.figures.own_facts else ())
        rest = [
            self.say(f"tong.con_lai.{place.value.replace('-', '_')}", n=self._own(place, n))
            for place in _REST
            if (n := counts.measure(place))
        ]
        first = self.say(
            "cap_minh.dau",
            ke_hoach=own.data.plan.number or "Kế hoạch",
            tong=self._own(Measure.TOTAL, counts.total),
            ve="; ".join([self._own_due(counts), *rest]),
            phu_luc=self._appendix["cap_minh"],
        )
        waiting = [s for s in self.figures.served if any(t.task.standing == "DUE_LATE" for t in s.open)]
        lines = [
            self.say("dong", chu=self.served_words(s), dau_cuoi=mark)
            for s, mark in zip(waiting, closing_marks(len(waiting)), strict=True)
        ]
        return [first, *([self.say("cap_minh.con", n=count(len(lines)))] if lines else []), *lines]

    def _own(self, measure: Measure, n: int) -> str:
        return marked(Key(MAPPED, measure.value), count(n) if n else "0")

    def _own_due(self, counts: Counts) -> str:
        if not counts.due:
            return self.say("tong.den_han_khong")
        name = "het" if not counts.late else "mot_phan" if counts.due_done else "chua"
        return self.say(
            f"tong.den_han_{name}",
            den_han=self._own(Measure.DUE, counts.due),
            xong=self._own(Measure.DUE_DONE, counts.due_done),
            ty_le=share(counts.due_done, counts.due),
            xong_cham="",
            qua_han=self._own(Measure.LATE, counts.late),
        )

    def served_words(self, served: Served, *, in_body: bool = True) -> str:
        """What the units did of a task of the superior's: "23/27 xã, phường hoàn thành; chưa: …". The body says who is
        late; the appendix also who is under way."""
        if not served.units:
            return ""
        ongoing = {t.line.code for t in served.open if t.task.state == "ongoing"}
        late = _lines(t for t in served.open if t.task.standing == "DUE_LATE")
        behind = {line.code for line in late}
        others = _lines(t for t in served.open if t.task.state != "ongoing" and t.line.code not in behind)
        done = served.units - len({*ongoing, *(line.code for line in (*late, *others))})
        parts = []
        if done or late or others:
            pair = f"{count(done) if done else '0'}/{count(served.units)}"
            n = marked(Key(MAPPED, "don-vi", "", served.task.id), pair)
            parts.append(self.say("cap_minh.hoan_thanh" if done else "cap_minh.chua_ai", n=n))
        if late:
            parts.append(self.say("cap_minh.qua_han", ten=self.few(late)))
        if in_body:
            name = gist(self._phrases.lower_first(served.task.text))
            return self.say("cap_minh.viec", ma=served.task.id, ten=name, ve="; ".join(parts))
        if others:
            parts.append(self.say("cap_minh.chua", ten=self.few(others)))
        if ongoing:
            parts.append(self.say("cap_minh.thuong_xuyen", n=count(len(ongoing))))
        return capitalised("; ".join(parts))

    # -- what is late, hard, asked for --------------------------------------------------------
    def late(self) -> list[str]:
        """Late tasks: how many of how many units, where most, and why; by name in the appendix."""
        late = self.figures.late()
        if not late:
            return [self.say("qua_han.khong", ngay=short_date(self.figures.as_of))] if self.figures.counted else []
        of_units = Counter(t.line.code for t in late)
        most = max(of_units.values())
        worst = [code for code, n in of_units.items() if n == most]
        out = [
            self.say(
                "qua_han.dau",
                n=self._tasks(Measure.LATE, len(late)),
                dv=self._units("co-qua-han", len(of_units)),
                phu_luc=self._appendix["qua_han"],
            )
        ]
        if len(of_units) > len(worst) and len(worst) <= self.setting("neu_ten_toi_da"):
            lines = [self.figures.line(code) for code in worst]
            out.append(self.say("qua_han.nhieu_nhat", ten=self.names(lines), n=count(most)))
        return [" ".join(out), *self._causes(late)]

    def _causes(self, late: Sequence[UnitTask]) -> list[str]:
        groups = grouped((t.task.cause, (t.line.code, t.task.id)) for t in late)[: self.setting("nguyen_nhan_toi_da")]
        if not groups:
            return []
        told = [
            self.say(
                "qua_han.nguyen_nhan",
                chu=self._phrases.lower_first(g.text),
                n=count(len(g.who)),
                dv=count(len({code for code, _ in g.who})),
            )
            for g in groups
        ]
        silent = sum(not t.task.cause for t in late)
        if silent:
            told.append(self.say("qua_han.chua_neu", n=count(silent)))
        return [self.say("qua_han.cac_nguyen_nhan", ke="; ".join(told))]

    def difficulties(self) -> list[str]:
        said = [(t.task.difficulty, t.line.code) for t in self.figures.tasks() if t.task.difficulty]
        said += [
            (text, line.code) for line in self.figures.counted if line.counted for text in line.counted.difficulties
        ]
        return self._raised(said) or [self.say("kho_khan.khong")]

    def requests(self) -> list[str]:
        said = [(t.task.request, t.line.code) for t in self.figures.tasks() if t.task.request]
        said += [(text, line.code) for line in self.figures.counted if line.counted for text in line.counted.requests]
        return self._raised(said) or [self.say("kien_nghi.khong")]

    def _raised(self, said: Sequence[tuple[str, str]]) -> list[str]:
        groups = grouped(said)
        lines = []
        for group, mark in zip(groups, closing_marks(len(groups)), strict=True):
            who = self.few([self.figures.line(code) for code in group.who])
            text = capitalised(group.text.rstrip(" .;"))
            lines.append(self.say("dong", chu=self.say("neu", chu=text, ten=who), dau_cuoi=mark))
        return lines

    def quoted(self) -> list[str]:
        """What units that sent only text say of difficulties and requests: quoted, their figures not taken."""
        lines = []
        for line in self.figures.lines:
            if line.quoted is not None and (words := (*line.quoted.difficulties, *line.quoted.requests)):
                lines.append(
                    self.say(
                        "trich.dong", ten=capitalised(unit_name(line)), chu="; ".join(w.rstrip(" .;") for w in words)
                    )
                )
        return lines

    def outlook(self) -> list[str]:
        """What the superior does next: who is to send, what is late, what falls due."""
        figures = self.figures
        out = []
        if missing := figures.of_status(Status.NOT_SENT, *_OUT):
            out.append(self.say("ky_toi.gui", n=count(len(missing)), ten=self.few(missing)))
        if late := figures.late():
            units = len({t.line.code for t in late})
            out.append(self.say("ky_toi.qua_han", n=count(len(late)), dv=count(units)))
        end, start = figures.period.following.last_day.isoformat(), figures.as_of.isoformat()
        coming = [t for t in figures.tasks() if _is_open(t.task) and start <= t.task.due <= end]
        if coming:
            units = len({t.line.code for t in coming})
            until = short_date(figures.period.following.last_day)
            out.append(self.say("ky_toi.den_han", n=count(len(coming)), dv=count(units), ngay=until))
        marks = closing_marks(len(out))
        return [self.say("dong", chu=text, dau_cuoi=mark) for text, mark in zip(out, marks, strict=True)] or [
            self.say("ky_toi.tiep_tuc")
        ]


def _is_open(task: TaskFacts) -> bool:
    return not task.state.startswith("done") and task.standing != "DUE_LATE" and task.state != "paused"


def _lines(tasks: Iterable[UnitTask]) -> list[Line]:
    return list({t.line.code: t.line for t in tasks}.values())


def unit_name(line: Line) -> str:
    """A unit's name in a list: "phường Tân Lập"."""
    return line.name.removeprefix("UBND ")


def units_word(lines: Iterable[Line], phrases: Phrases) -> str:
    """What the units are called together: "xã, phường", by the levels in their names."""
    names = [unit_name(line).lower() for line in lines]
    levels = [str(level) for level in phrases.value("tong_hop_don_vi.cac_cap")]
    there = [level for level in levels if any(name.startswith(f"{level} ") for name in names)]
    all_known = all(any(name.startswith(f"{level} ") for level in levels) for name in names)
    return ", ".join(there) if there and all_known else str(phrases.value("tong_hop_don_vi.cac_don_vi"))
