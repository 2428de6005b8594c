"""Every report of the samples: nothing typed is left out, no figure is made up, no sentence found wrong comes back."""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

import pytest

from generator.domain.progress import ProgressEntry
from generator.reporting.comparison import NO_NEIGHBOURS, Comparison
from generator.reporting.figures import ReportFigures
from generator.vietnamese.dates import short_date
from generator.vietnamese.numbers import count, quantity, share
from tests.reporting.bodies import PERIODS, REPORTS, body_of, paragraphs_of
from tests.samples import SAMPLES


def plain(text: str) -> str:
    """Words without what may differ in a sentence: capitals, spaces, the last mark or bracket."""
    return re.sub(r"\s+", " ", text).strip(" -.;)").casefold()


def superseded(entry: ProgressEntry, entries: list[ProgressEntry]) -> bool:
    """Whether a later row of the period says how the same milestone stands by now."""
    later = entries[entries.index(entry) + 1 :]
    return any(e.milestone == entry.milestone and e.result.strip() for e in later)


def stands_as_rate(entry: ProgressEntry, figures: ReportFigures, body: str) -> bool:
    """Whether a result that is one rate and nothing more stands in the body as an indicator's of its task."""
    of_task = [i for i in figures.data.indicators if i.is_percentage and entry.task_id in i.task_ids]
    shares = re.findall(r"\d+(?:[.]\d{3})*/\d+(?:[.]\d{3})*", entry.result)
    rates = re.findall(r"\d+(?:,\d+)?%", entry.result.partition("(chỉ tiêu")[0])
    is_one_rate = len(shares) <= 1 >= len(rates) and bool(shares or rates)
    return bool(of_task) and is_one_rate and all(text in body for text in (*shares, *rates))


def is_grouped(result: str, body: str) -> bool:
    """Whether a result stands with another that differs by its time alone: "… báo cáo: quý II (…) và quý III (…)"."""
    (times, rest) = (
        re.findall(r"\b(?:quý [IVX]+|đợt \d+)\b", result),
        re.sub(r" \b(?:quý [IVX]+|đợt \d+)\b", "", result),
    )
    found = re.search(re.escape(plain(rest)) + r": (?P<times>[^.]*)", body)
    return len(times) == 1 and found is not None and times[0].casefold() in found["times"]


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_result_of_the_period_is_told_or_has_given_way_to_a_later_one(sample: str, period: str) -> None:
    figures, parts = body_of(sample, "cchc", period)
    body = plain(" ".join(paragraphs_of(parts)))
    untold = []
    for assessment in figures.now.assessments.values():
        entries = [e for e in assessment.entries if figures.window.start <= e.as_of <= figures.as_of]
        entries = [e for e in entries if not figures.is_of_itself(e)]
        for entry in entries:
            stands = all(plain(line) in body for line in entry.result.splitlines())
            told = stands or stands_as_rate(entry, figures, body) or is_grouped(entry.result, body)
            if not told and not superseded(entry, entries):
                untold.append((entry.as_of, entry.task_id, entry.milestone, entry.result))
    assert untold == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_year_is_told_whole(sample: str) -> None:
    """Little gives way: most of what was typed stands in some report of the year."""
    bodies = [plain(" ".join(paragraphs_of(body_of(sample, "cchc", p)[1]))) for p in PERIODS]
    entries = body_of(sample, "cchc", "")[0].data.entries
    typed = {plain(e.result) for rows in entries.values() for e in rows if e.result.strip()}
    assert sum(any(text in body for body in bodies) for text in typed) > len(typed) * 2 / 3


# -- figures ---------------------------------------------------------------------------------------
NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")


def typed(figures: ReportFigures) -> Iterator[str]:
    """All words of the workbook."""
    yield from map(str, (figures.data.unit, figures.data.plan, figures.data.indicators, figures.data.documents))
    yield from map(str, (*figures.data.entries.values(), *figures.data.words.items()))


def computed(figures: ReportFigures) -> Iterator[str]:
    """What may be counted or reckoned out of the workbook, as a sentence shows it."""
    tasks, totals = len(figures.now.assessments), figures.now.totals
    yield from (form(n) for n in range(max(tasks, 31) + 1) for form in (str, count))
    yield f"{count(totals.done)}/{count(totals.total)}"
    yield from (
        share(part, whole).rstrip("%") for whole in (totals.total, totals.due) if whole for part in range(whole)
    )
    comparison = Comparison(figures, NO_NEIGHBOURS)
    for indicator in figures.data.indicators:
        here, year = figures.readings[indicator.code], figures.years[indicator.code]
        before, last_year = comparison.period_before(indicator), comparison.last_year(indicator)
        for reading in (here, year):
            yield from (form for value in (reading.numerator, reading.denominator) for form in shown(value))
            yield from shown(reading.value)
            if reading.numerator is not None and reading.denominator is not None:
                yield from (f"{a}/{b}" for a in shown(reading.numerator) for b in shown(reading.denominator))
        for other in (before, last_year):
            if other is not None and other.value is not None and here.value is not None:
                yield from shown(abs(rounded(here.value) - rounded(other.value)))
        if (judged := figures.judgement(indicator)) is not None and judged.share is not None:
            yield from shown(judged.share.quantize(Decimal("0.1"), ROUND_FLOOR))
        if indicator.target is not None:
            yield from shown(indicator.target.value)


def rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))


def shown(value: Decimal | None) -> Iterator[str]:
    if value is None:
        return
    for way in (ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING):
        yield quantity(value.quantize(Decimal("0.01"), way))
    if value == int(value):
        yield count(int(value))


def days(figures: ReportFigures) -> Iterator[str]:
    known = [figures.as_of, figures.data.plan.issued_on, figures.before and figures.before.as_of]
    known += [d.issued_on for d in figures.data.documents]
    for assessment in figures.now.assessments.values():
        known += [e.day_done for e in assessment.entries]
        known += [day for s in assessment.standings for day in (s.milestone.due, s.met_on)]
        yield from (
            count((s.met_on - s.milestone.due).days)
            for s in assessment.standings
            if s.met_on is not None and s.milestone.due is not None and s.met_on > s.milestone.due
        )
    yield from (short_date(day) for day in known if day)
    standings = [s for a in figures.now.assessments.values() for s in a.standings]
    yield from (short_date(s.milestone.due).rpartition("/")[0] for s in standings if s.milestone.due)
    years = (figures.period.year, figures.period.following.year)
    yield from (f"{form}/{year}" for year in years for m in range(1, 13) for form in (str(m), f"{m:02}"))
    yield from map(str, years)


@pytest.mark.parametrize(("sample", "kind", "period"), REPORTS)
def test_no_figure_of_the_body_is_made_up(sample: str, kind: str, period: str) -> None:
    figures, parts = body_of(sample, kind, period)
    known = {number for text in typed(figures) for number in NUMBER.findall(text)}
    known.update(computed(figures), days(figures))
    body = "\n".join(paragraphs_of(parts))
    assert sorted({n for n in NUMBER.findall(body) if n not in known}) == []


# -- sentences ---------------------------------------------------------------------------------------
#: What was once printed and is never to come back, by the part it is wrong in ("" for all, "thang" for the month's).
NEVER = {
    "a count of states in each field": ("", r"Lĩnh vực này có \d"),
    "a part of which there is a part": ("", r"trong đó[^.]*trong đó \d"),
    "a part that is the whole": ("", r"(\d\d+) nhiệm vụ[^,.;]*, trong đó \1 nhiệm vụ"),
    "one of one": ("", r"Có 01/01|[Cc]ả 01 nhiệm vụ|trong 01 nhiệm vụ"),
    "all of all targets": ("", r"Có (\d+)/\1 chỉ tiêu"),
    "nothing said as a figure": ("", r"\(0 |\b00 |mục tiêu[^.;()]* 0 hồ sơ"),
    "brackets behind brackets": ("", r"\) \("),
    "a cause without a verb": ("", r"nguyên nhân:"),
    "a remedy that reads as a cause": ("", r"nguyên nhân do [^.]*; (?!biện pháp: )"),
    "the period of a monthly report": ("thang", r"[Tt]rong kỳ|[Ss]o với kỳ|[Kk]ỳ báo cáo này"),
    "a target as a sign": ("", r"mục tiêu [<>=≥≤]|\d %"),
    "what did not change": ("", r"không thay đổi"),
    "a task that is called report": ("", r"\(nhiệm vụ [^)]*\): báo cáo\."),
    "late tasks by number alone": ("", r"quá hạn chưa hoàn thành \([IVX]+\.\d"),
    "who did not report": ("", r"chưa có báo cáo của các"),
    "milestones without their task": ("", r"\d mốc của (?:các )?nhiệm vụ có nhiều mốc"),
    "a time instead of a task": ("", r"^- (?:Quý|Tháng \d+|Năm)[^/]{0,4}: "),
    "phrases run together": ("", r"thường xuyên Riêng"),
    "a city's lead": ("", r"bộ phận chủ trì"),
    "good news under shortcomings": ("ton_tai", r"không có nhiệm vụ quá hạn|đạt mục tiêu"),
    "a shortcoming under achievements": ("chi_tieu_dat", r"chưa đạt|quá hạn chưa hoàn thành"),
    "a verdict before the year is over": ("chi_tieu_chua_dat", r"không đạt"),
    "the rate of nothing due": ("", r"0 nhiệm vụ đến hạn"),
    "marks twice": ("", r"\.\.(?!\.)|;;|,,|;\.|,\.|\( | \)| [,;.]| {2}"),
    "an and beside an item's own": ("", r"\) và [^.;()]* và [^.;()]*\("),
    "a gap in a phrase": ("", r"[{}]|None|\(\)|nan\b"),
}


def found_wrong(kind: str, parts: dict[str, list[str]]) -> list[tuple[str, str, str]]:
    """What is wrong in a body, the part that it stands in, its paragraph."""
    return [
        (what, part, text)
        for what, (where, pattern) in NEVER.items()
        for part, paragraphs in parts.items()
        for text in paragraphs
        if where in ("", kind, part) and re.search(pattern, text)
    ]


@pytest.mark.parametrize(("sample", "kind", "period"), REPORTS)
def test_sentences_found_wrong_do_not_come_back(sample: str, kind: str, period: str) -> None:
    _, parts = body_of(sample, kind, period)
    assert found_wrong(kind, parts) == []


@pytest.mark.parametrize(("sample", "kind", "period"), REPORTS)
def test_every_paragraph_begins_and_ends_as_one(sample: str, kind: str, period: str) -> None:
    _, parts = body_of(sample, kind, period)
    wrong = [
        (part, text)
        for part, paragraphs in parts.items()
        for text in paragraphs
        if not part.startswith("loi_van") and not re.match(r"\d+\. ", text)
        if not re.match(r"(?:- )?(?:[^\W\d_]|\d)", text)
        or text.lstrip("- ")[:1] != text.lstrip("- ")[:1].upper()
        or text[-1] not in ".;:!?…"
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("what", "printed"),
    [
        ("a count of states in each field", "Lĩnh vực này có 16 nhiệm vụ, đều chưa đến hạn."),
        (
            "a part of which there is a part",
            "trong đó 02 nhiệm vụ đã hoàn thành, trong đó 02 nhiệm vụ hoàn thành quá hạn",
        ),
        ("a part that is the whole", "có 07 nhiệm vụ, trong đó 07 nhiệm vụ đến hạn"),
        ("one of one", "Tính đến ngày 13/6/2023, cả 01 nhiệm vụ của Kế hoạch"),
        ("all of all targets", "Có 02/02 chỉ tiêu đạt mức đề ra."),
        ("nothing said as a figure", "(0 sáng kiến, mục tiêu cả năm ít nhất 02 sáng kiến)"),
        ("nothing said as a figure", "mục tiêu cả năm 0 hồ sơ"),
        ("brackets behind brackets", "Công chức chủ trì) (theo dõi tại Phụ lục III kèm theo)."),
        ("a cause without a verb", "nguyên nhân: một số bộ phận gửi kết quả chậm"),
        ("a remedy that reads as a cause", "nguyên nhân do gửi kết quả chậm; bố trí công chức kiêm nhiệm"),
        ("the period of a monthly report", "So với kỳ trước (đến ngày 25/5/2023)"),
        ("a target as a sign", "mục tiêu >= 20 %"),
        ("a task that is called report", "(nhiệm vụ II.2): báo cáo."),
        ("late tasks by number alone", "Còn 02 nhiệm vụ quá hạn chưa hoàn thành (I.2, II.1)"),
        ("who did not report", "Trong kỳ chưa có báo cáo của các bộ phận về kiến nghị, đề xuất."),
        ("milestones without their task", "Đã hoàn thành 01 mốc của nhiệm vụ có nhiều mốc: kế hoạch"),
        ("an and beside an item's own", "CCHC (nhiệm vụ I.2) và đạt và vượt chỉ tiêu hồ sơ (nhiệm vụ VII.5)"),
        ("a time instead of a task", "- Quý I: đánh giá, xếp loại cán bộ"),
    ],
)
def test_what_was_printed_once_would_be_found(what: str, printed: str) -> None:
    assert re.search(NEVER[what][1], printed)
