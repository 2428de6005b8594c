"""What else a round-up says: who sent what, the superior's own plan, what is late and why, what comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter

from generator.reporting.facts import TaskFacts
from generator.reporting.wording import capitalised, closing_marks, gist, listed, paragraphs
from generator.roundup.alike import grouped
from generator.roundup.counting import MAPPED, RATE, Counts, Key, Measure, is_counted, rate_of_due
from generator.roundup.figures import Served, UnitTask
from generator.roundup.marks import marked
from generator.roundup.register import Line, Status
from generator.roundup.standing import standing
from generator.roundup.voice import OWN, Voice, of_lines, unit_name
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count, percent

#: What units cannot be counted by, in the order of the sentence.
NO_FIGURES = (Status.TWICE, Status.COPIED, Status.UNREADABLE, Status.OTHER_YEAR, Status.QUOTED)
#: Units that count, with something to be said of them: the phrase and the key of each.
_REMARKED = (
    (Status.OLD, "cu", "chua-cap-nhat"),
    (Status.DOUBTFUL, "xem_lai", "xem-lai"),
    (Status.WORD, "word", "chi-word"),
)


def intake(voice: Voice) -> list[str]:
    """Who sent, who was late, who sent nothing; whom the figures below leave out, and why."""
    figures = voice.figures
    expected, day = figures.expected, short_date(figures.as_of)
    missing = figures.of_status(Status.NOT_SENT)
    sent = [line for line in expected if line.status is not Status.NOT_SENT]
    late = [line for line in expected if line.is_late]
    if not sent:
        return [voice.say("gui.khong", ngay=day)]
    n = voice.units("gui", sent, count(len(expected)))
    if not missing:
        out = [voice.say("gui.du" if late else "gui.du_dung_han", n=n, ngay=day)]
    else:
        out = [voice.say("gui.mot_phan", ngay=day, n=n)]
        names = voice.named_or_listed(missing)
        out.append(voice.say("gui.chua", n=voice.units("chua-gui", missing), ten=names))
    if late:
        out.append(voice.say("gui.cham", n=voice.units("cham", late), ten=voice.named_or_listed(late)))
    for status, name, key in _REMARKED:
        if lines := figures.of_status(status):
            out.append(voice.say(f"gui.{name}", n=voice.units(key, lines), ten=voice.named_or_listed(lines)))
    if left_out := figures.of_status(*NO_FIGURES):
        names = voice.named_or_listed(left_out)
        out.append(voice.say("gui.chua_tinh", n=voice.units("chua-tinh", left_out), ten=names))
    if 0 < len(figures.counted) < len(expected):
        out.append(voice.say("gui.tu", n=voice.units("tinh", figures.counted)))
    return paragraphs(out)


# -- the superior's own plan ----------------------------------------------------------------------


def own_plan(voice: Voice) -> list[str]:
    """How the superior's own plan stands, and the tasks that units have still open late."""
    own, facts = voice.figures.own_figures, voice.figures.own_facts
    if own is None or facts is None:
        return []
    counts = Counts.of(facts.tasks)

    def number(measure: Measure, n: int) -> str:
        items = [f"{OWN}|{task.id}" for task in facts.tasks if is_counted(measure, task)]
        return voice.number(Key(MAPPED, measure.value), count(n) if n else "0", items)

    rate = rate_of_due(counts).percent
    first = voice.say(
        "cap_minh.dau",
        ke_hoach=own.data.plan.number,
        tong=number(Measure.TOTAL, counts.total),
        ve=standing(voice, counts, number, marked(Key(MAPPED, RATE), percent(rate)) if rate is not None else ""),
        phu_luc=voice.appendix["cap_minh"],
    )
    if (late := [task for task in facts.tasks if is_counted(Measure.LATE, task)]) and voice.are_few(late):
        first += " " + voice.say("cap_minh.cham", ke=listed(_named(voice, task) for task in late))
    waiting = [s for s in voice.figures.served if any(t.task.standing == "DUE_LATE" for t in s.open)]
    if not waiting:
        return [first]
    items = [f"{OWN}|{s.task.id}" for s in waiting]
    n = voice.number(Key(MAPPED, "con-cham"), count(len(waiting)), items)
    if len(waiting) > voice.setting("nhiem_vu_cham_toi_da"):
        return [first, voice.say("cap_minh.con_nhieu", n=n, phu_luc=voice.appendix["cap_minh"])]
    lines = [
        voice.say("dong", chu=served_words(voice, s), dau_cuoi=mark)
        for s, mark in zip(waiting, closing_marks(len(waiting)), strict=True)
    ]
    return [first, voice.say("cap_minh.con", n=n), *lines]


def _named(voice: Voice, task: TaskFacts) -> str:
    return voice.say("cap_minh.ten_viec", ma=task.id, ten=gist(voice.phrases.lower_first(task.text)), chu_tri=task.lead)


def served_words(voice: Voice, served: Served, *, in_body: bool = True) -> str:
    """What the units did of a task of the superior's: "23/27 xã, phường hoàn thành; chưa: …".

    The body says who is late; the appendix also who is under way.
    """
    if not served.units:
        return ""
    late = _lines(t for t in served.open if t.task.standing == "DUE_LATE")
    ongoing = [line for line in _lines(t for t in served.open if t.task.state == "ongoing") if line not in late]
    settled = {line.code for line in (*late, *ongoing)}
    others = [line for line in _lines(served.open) if line.code not in settled]
    open_codes = {line.code for line in served.units_open}
    done = [line for line in _lines(served.done) if line.code not in open_codes]
    parts = []
    place = served.task.id.replace(".", "-")
    if done or late or others:
        pair = f"{count(len(done)) if done else '0'}/{count(served.units)}"
        n = voice.number(Key(MAPPED, "don-vi", "", place), pair, of_lines(done))
        parts.append(voice.say("cap_minh.hoan_thanh" if done else "cap_minh.chua_ai", n=n))
    if late:
        parts.append(voice.say("cap_minh.qua_han", ten=voice.few(late, f"cham-{place}")))
    if in_body:
        name = gist(voice.phrases.lower_first(served.task.text))
        return voice.say("cap_minh.viec", ma=served.task.id, ten=name, ve="; ".join(parts))
    if others:
        parts.append(voice.say("cap_minh.chua", ten=voice.few(others, f"dang-{place}")))
    if ongoing:
        n = voice.units(f"thuong-xuyen-{place}", ongoing)
        parts.append(voice.say("cap_minh.thuong_xuyen", n=n))
    return capitalised("; ".join(parts))


def _lines(tasks: Iterable[UnitTask]) -> list[Line]:
    return list({t.line.code: t.line for t in tasks}.values())


# -- what is late, hard, asked for ----------------------------------------------------------------


def late(voice: Voice) -> list[str]:
    """Late tasks: how many of how many units, where most, and why; by name in the appendix."""
    figures = voice.figures
    tasks = figures.late
    if not tasks:
        day = short_date(figures.as_of)
        return [voice.say("qua_han.khong", ngay=day) if figures.counted else voice.say("tong.khong")]
    of_units = Counter(t.line.code for t in tasks)
    first = voice.say(
        "qua_han.dau",
        n=voice.counted(Measure.LATE, len(tasks)),
        dv=voice.units("co-qua-han", _lines(tasks)),
        phu_luc=voice.appendix["qua_han"],
    )
    most = max(of_units.values())
    worst = [figures.line(code) for code, n in of_units.items() if n == most]
    if len(of_units) > len(worst) and voice.are_few(worst):
        of_first = [t for t in tasks if t.line.code == worst[0].code]
        n = voice.tasks("qua-han-nhieu-nhat", of_first)
        first += " " + voice.say(
            "qua_han.nhieu_nhat" if len(worst) == 1 else "qua_han.cung_nhieu", ten=voice.names(worst), n=n
        )
    return [first, *_causes(voice, tasks)]


def _causes(voice: Voice, tasks: Sequence[UnitTask]) -> list[str]:
    groups = grouped((t.task.cause, t) for t in tasks)[: voice.setting("nguyen_nhan_toi_da")]
    if not groups:
        return []
    told = [
        voice.say(
            "qua_han.nguyen_nhan",
            chu=voice.phrases.lower_first(group.text),
            n=voice.tasks(f"nguyen-nhan-{number}", group.who),
            dv=voice.units(f"nguyen-nhan-{number}", _lines(group.who)),
        )
        for number, group in enumerate(groups, start=1)
    ]
    if silent := [t for t in tasks if not t.task.cause]:
        told.append(voice.say("qua_han.chua_neu", n=voice.tasks("chua-neu-nguyen-nhan", silent)))
    return [voice.say("qua_han.cac_nguyen_nhan", ke="; ".join(told))]


def difficulties(voice: Voice) -> list[str]:
    said = [(t.task.difficulty, t.line.code) for t in voice.figures.tasks(attrgetter("difficulty"))]
    said += [(text, u.code) for u in voice.figures.counted if u.counted for text in u.counted.difficulties]
    return _raised(voice, said, "kho-khan") or [voice.say("kho_khan.khong")]


def requests(voice: Voice) -> list[str]:
    said = [(t.task.request, t.line.code) for t in voice.figures.tasks(attrgetter("request"))]
    said += [(text, u.code) for u in voice.figures.counted if u.counted for text in u.counted.requests]
    return _raised(voice, said, "kien-nghi") or [voice.say("kien_nghi.khong")]


def _raised(voice: Voice, said: Sequence[tuple[str, str]], what: str) -> list[str]:
    """What units say alike, in the words of the first, with who says it; what most say first."""
    groups = grouped(said)
    lines = []
    for number, (group, mark) in enumerate(zip(groups, closing_marks(len(groups)), strict=True), start=1):
        who = voice.few([voice.figures.line(code) for code in group.who], f"{what}-{number}")
        text = capitalised(group.text.rstrip(" .;"))
        lines.append(voice.say("dong", chu=voice.say("neu", chu=text, ten=who), dau_cuoi=mark))
    return lines


def quoted(voice: Voice) -> list[str]:
    """What units that sent only text say of difficulties and requests: quoted, their figures not taken."""
    return [
        voice.say("trich.dong", ten=capitalised(unit_name(line)), chu="; ".join(w.rstrip(" .;") for w in words))
        for line in voice.figures.lines
        if line.quoted is not None and (words := (*line.quoted.difficulties, *line.quoted.requests))
    ]


def outlook(voice: Voice) -> list[str]:
    """What the superior does next: who is to send, what is late, what falls due."""
    figures = voice.figures
    out = []
    if missing := figures.of_status(Status.NOT_SENT, *NO_FIGURES):
        out.append(voice.say("ky_toi.gui", n=voice.units("don-doc", missing), ten=voice.named_or_listed(missing)))
    if tasks := figures.late:
        units = voice.units("co-qua-han", _lines(tasks))
        out.append(voice.say("ky_toi.qua_han", n=voice.counted(Measure.LATE, len(tasks)), dv=units))
    day, until = figures.as_of.isoformat(), figures.period.following.last_day.isoformat()
    coming = [*figures.tasks(lambda task: day <= task.due <= until and _is_open(task))]
    if coming:
        last = date.fromisoformat(max(t.task.due for t in coming))
        n, units = voice.tasks("sap-den-han", coming), voice.units("sap-den-han", _lines(coming))
        is_still = "_trong_ky" if last <= figures.period.last_day else ""
        out.append(voice.say(f"ky_toi.den_han{is_still}", n=n, dv=units, ngay=short_date(last)))
    marks = closing_marks(len(out))
    lines = [voice.say("dong", chu=text, dau_cuoi=mark) for text, mark in zip(out, marks, strict=True)]
    return lines or [voice.say("ky_toi.tiep_tuc")]


def _is_open(task: TaskFacts) -> bool:
    return not task.state.startswith("done") and task.standing != "DUE_LATE" and task.state != "paused"
