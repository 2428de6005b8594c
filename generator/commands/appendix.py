"""`cchc appendix`: renews the generated parts of an edited report and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator import __version__
from generator.commands.remaking import find_workbook
from generator.commands.screen import complain, say, show_problems
from generator.domain.problem import Problem
from generator.domain.report_kind import ROUND_UP
from generator.remaking import CannotRemake, remake
from generator.renewal_words import all_told
from generator.reporting.appendix_columns import COMPUTED_COLUMNS
from generator.safe_writing import NotWritable, check_writable, replace_keeping_former
from generator.vietnamese.text import folded
from generator.word.package import NotAPackage, read_file
from generator.word.renew.aftermath import doubts_outside, missing_appendices, repeated_appendices
from generator.word.renew.judging import Choices, Outcome, RegionOutcome
from generator.word.renew.placing import region_title
from generator.word.renew.renewing import NotOurs, NotRenewable, Renewal, SavedReport, renew


@dataclass(frozen=True, slots=True)
class AppendixOptions:
    """The command line as typed."""

    report: Path
    workbook: Path | None = None
    keep: tuple[str, ...] = ()
    replace: tuple[str, ...] = ()
    merge: tuple[str, ...] = ()
    restore: tuple[str, ...] = ()
    read_back: bool = False
    apply: bool = False


class _Remade(Protocol):
    """A document made again, and what is wrong with its sources."""

    @property
    def document(self) -> bytes: ...
    @property
    def problems(self) -> tuple[Problem, ...]: ...


class _Refused(ValueError):
    """What was asked cannot be done. The message is whole, in Vietnamese."""


def run(options: AppendixOptions) -> int:
    """Renew, or read back. Return 0 clean, 1 stopped for a choice or something left to a person, 2 nothing possible."""
    path = options.report
    if options.read_back and (options.keep or options.replace or options.merge or options.restore):
        complain("--read-back chỉ đọc tệp Word và sổ; chạy riêng, không cùng --keep, --replace, --merge, --restore.")
        return 2
    if options.apply and not options.read_back:
        complain("--apply đi cùng --read-back.")
        return 2
    try:
        saved = SavedReport.opened(read_file(path))
        if saved.provenance.kind == ROUND_UP:
            return _round_up(options, saved)
        remade = remake(saved.provenance, find_workbook(path, saved.provenance, options.workbook))
        if options.read_back:
            from generator.commands.read_back import run as read_back

            return read_back(saved, remade, apply=options.apply)
        check_writable(path)
        choices = _choices(options, saved, remade)
        return _finish(path, saved, remade, renew(saved, remade.document, choices, COMPUTED_COLUMNS), choices)
    except CannotRemake as fault:
        show_problems(fault.problems, err=True)
        complain(str(fault))
        return 2
    except NotWritable as fault:
        complain(str(fault))
        return 2
    except NotOurs as fault:
        complain(
            f"{path.name}: {fault} {'Không ghi ngược được vào sổ' if options.read_back else 'Không làm mới được'}."
        )
        return 2
    except (_Refused, NotRenewable, NotAPackage) as fault:
        complain(f"{path.name}: {fault}")
        return 2


def _round_up(options: AppendixOptions, saved: SavedReport) -> int:
    """A round-up, from the workbooks of its units; its tables are made anew with it."""
    from generator.commands.remaking_round_up import remade_round_up

    if options.read_back:
        raise _Refused("báo cáo tổng hợp không ghi ngược vào sổ; sửa ở sổ của đơn vị rồi làm mới báo cáo.")
    check_writable(options.report)
    with remade_round_up(options.report, saved.provenance, options.workbook) as remade:
        choices = _choices(options, saved, remade)
        renewal = renew(saved, remade.document, choices)
        code = _finish(options.report, saved, remade, renewal, choices)
        if renewal.data != saved.data:
            for note in remade.notes:
                say(note)
            remade.write_tables()
            say(f"Bảng Excel: {remade.tables}")
        return code


# -- what was chosen -------------------------------------------------------------------------------
def _choices(options: AppendixOptions, saved: SavedReport, remade: _Remade) -> Choices:
    titles = _titles(saved, SavedReport.opened(remade.document))
    chosen = {
        way: frozenset(_region_named(text, titles) for text in getattr(options, way))
        for way in ("keep", "replace", "merge", "restore")
    }
    named = [name for names in chosen.values() for name in names]
    twice = sorted({name for name in named if named.count(name) > 1})
    if twice:
        raise _Refused(f"vùng {', '.join(twice)} được chọn hai cách khác nhau; chỉ chọn một.")
    return Choices(**chosen)


def _titles(saved: SavedReport, new: SavedReport) -> Mapping[str, str]:
    return {name: region_title(r) for report in (saved, new) for name, r in report.regions().items()}


def _region_named(text: str, titles: Mapping[str, str]) -> str:
    wanted = folded(text)
    for name, title in titles.items():
        if wanted in (name, folded(title)):
            return name
    known = "; ".join(f"{name} ({title})" for name, title in titles.items())
    raise _Refused(f"không có vùng “{text}”. Các vùng: {known}.")


# -- what came of it -------------------------------------------------------------------------------
def _finish(path: Path, saved: SavedReport, remade: _Remade, renewal: Renewal, choices: Choices) -> int:
    # Written before anything is told as done: the disk may be full.
    is_new = not renewal.is_stopped and renewal.data != saved.data
    backup = replace_keeping_former(path, saved.data, renewal.data) if is_new else None
    for region in renewal.regions:
        if region.name in choices.restore and region.outcome not in (Outcome.RESTORED, Outcome.REFILLED):
            say(_not_restored(region))
    for note in _notes_before(saved, remade):
        say(note)
    for line in all_told(renewal.regions):
        say(line)
    if renewal.is_stopped:
        say("Chưa ghi gì vào tệp. Chọn cách làm cho các vùng trên rồi chạy lại.")
        return 1
    if backup is None:
        say("Không có gì thay đổi; tệp được giữ nguyên.")
    else:
        say(f"Đã làm mới: {path}")
        say(f"Bản trước khi làm mới: {backup.name}")
    for line in _notes_after(renewal):
        say(line)
    show_problems(remade.problems)
    is_left = any(r.outcome is Outcome.LEFTOVER or r.conflicts for r in renewal.regions)
    return 1 if is_left or any(p.waits_for_an_answer for p in remade.problems) else 0


def _not_restored(region: RegionOutcome) -> str:
    name = f"{region.title} ({region.name})"
    if region.outcome.stops:
        return f"--restore: {name} vẫn còn chữ trong tệp nên không đưa lại đè lên; chọn cách làm nêu dưới đây."
    return f"--restore: {name} vẫn còn trong tệp, không cần đưa lại."


def _notes_before(saved: SavedReport, remade: _Remade) -> Iterable[str]:
    provenance = saved.provenance
    new = SavedReport.opened(remade.document).provenance
    if provenance.version != __version__:
        yield f"Báo cáo do phiên bản {provenance.version or 'cũ'} làm ra; nay làm mới bằng phiên bản {__version__}."
    if provenance.template_digest != new.template_digest:
        yield "Mẫu đã đổi từ lần làm trước: phần tự động theo mẫu mới, phần còn lại giữ như trong tệp."
    if saved.tracks_changes:
        yield "Tệp đang bật theo dõi thay đổi (Track Changes); phần làm mới được thay thẳng, không ghi thành thay đổi."


def _notes_after(renewal: Renewal) -> Iterable[str]:
    document = SavedReport.opened(renewal.data).document
    if renewal.header_left_alone:
        yield "Đầu trang có chữ do người sửa thêm nên không tự ghi DỰ THẢO; hãy tự thêm."
    for title in renewal.pictures_left_alone:
        yield f"Biểu đồ “{title}” đã có người thay nên giữ như trong tệp; số liệu mới có thể khác."
    for name, sentence in missing_appendices(document):
        yield f"Còn nhắc đến {name} nhưng báo cáo không có phụ lục này: “{sentence}”. Hãy sửa câu đó."
    for name in repeated_appendices(document):
        yield f"Có hơn một phụ lục mang tên {name}. Hãy đánh số lại hoặc xóa phụ lục không còn cần."
    kept = {r.name for r in renewal.regions if r.outcome in (Outcome.KEPT, Outcome.UP_TO_DATE, Outcome.MERGED)}
    for text in doubts_outside(document, kept):
        yield f"Chữ tô vàng nằm ngoài vùng tự động, hãy xem và tự sửa: “{text}”."
