"""`cchc check`: any Word file against Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.check.allowed import allowed_text
from generator.check.checking import check_many, why_unreadable
from generator.check.fix import FixOutcome, fix_file
from generator.check.numbers import NumberSeen, numbers_in
from generator.check.profile import Profile, ProfileFault, load_profile
from generator.check.verdict import (
    FAIL,
    NOT_EVALUATED,
    PASS,
    Finding,
    Verdict,
    finding_as_json,
    grouped,
    verdict_as_json,
)
from generator.commands.json_output import write
from generator.commands.screen import complain, say
from generator.law.rule import ADVICE, VIOLATION
from generator.word.package import NotAPackage
from generator.word.read.document import read_document

_SHOWN_OF_A_KIND = 3


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The command line as typed."""

    files: tuple[Path, ...]
    as_json: bool = False
    fix: Path | None = None
    numbers: bool = False
    profile: Path | None = None


def run(options: CheckOptions) -> int:
    """Say what holds and what does not. Return 0 when nothing fails, 1 when something does, 2 for an unreadable one."""
    try:
        profile = load_profile(options.profile) if options.profile else Profile()
    except ProfileFault as fault:
        complain(str(fault))
        return 2
    if options.fix:
        if len(options.files) != 1:
            complain("--fix sửa từng tệp một. Hãy ghi một tệp .docx.")
            return 2
        return _fix(options, options.fix, profile)
    if options.numbers:
        return _numbers(options)
    verdicts = check_many(options.files, os.cpu_count() or 1, profile)
    if options.as_json:
        write({"files": [verdict_as_json(verdict) for verdict in verdicts]})
    else:
        for verdict in verdicts:
            _show(verdict)
    return max(verdict.exit_code for verdict in verdicts)


def _show(verdict: Verdict) -> None:
    if verdict.error:
        complain(f"{verdict.file}: {verdict.error}")
        return
    counts = {name: verdict.count(name) for name in (PASS, FAIL, NOT_EVALUATED)}
    say(f"{verdict.file}: đạt {counts[PASS]}, sai {counts[FAIL]}, chưa đánh giá {counts[NOT_EVALUATED]} quy tắc.")
    failing = [finding for finding in verdict.findings if finding.verdict == FAIL]
    for title, severity in (("Sai quy định", VIOLATION), ("Nên sửa", ADVICE)):
        _show_group(title, [finding for finding in failing if finding.rule.severity == severity])
    unclear = [finding for finding in verdict.findings if finding.verdict == NOT_EVALUATED]
    _show_unclear(unclear)
    if any(finding.fixable for finding in failing):
        say("  Có chỗ sửa tự động được: thêm --fix TÊN_MỚI.docx")


def _show_group(title: str, findings: Sequence[Finding]) -> None:
    if not findings:
        return
    say(f"{title}:")
    for rule, group in grouped(findings):
        say(f"  - {rule.statement} ({rule.clause}). Cho phép: {allowed_text(rule)}")
        for finding in group[:_SHOWN_OF_A_KIND]:
            say(f"      {_place(finding)}: {finding.found}")
        if len(group) > _SHOWN_OF_A_KIND:
            say(f"      và {len(group) - _SHOWN_OF_A_KIND} chỗ khác")


def _place(finding: Finding) -> str:
    """Where, and the words there unless what was found already says them."""
    if not finding.quote or f"“{finding.quote}”" in finding.found:
        return finding.where
    return f"{finding.where} “{finding.quote}”"


def _show_unclear(findings: Sequence[Finding]) -> None:
    """What could not be judged, once for each reason."""
    if not findings:
        return
    say("Chưa đánh giá:")
    reasons: dict[str, list[str]] = {}
    for finding in findings:
        reasons.setdefault(finding.found, []).append(finding.rule.statement)
    for reason, statements in reasons.items():
        names = "; ".join(statements[:_SHOWN_OF_A_KIND])
        more = f" và {len(statements) - _SHOWN_OF_A_KIND} quy tắc khác" if len(statements) > _SHOWN_OF_A_KIND else ""
        say(f"  - {names}{more}: {reason}.")


def _fix(options: CheckOptions, out: Path, profile: Profile) -> int:
    outcome = fix_file(options.files[0], out, profile)
    if outcome.refused:
        complain(f"{options.files[0]}: {outcome.refused}")
        return 2
    if options.as_json:
        write({"files": [_fix_as_json(outcome)]})
        return outcome.after.exit_code
    say(f"Đã sửa {len(outcome.changes)} chỗ, ghi vào {out}.")
    for finding in outcome.changes:
        if finding.mend:
            say(f"  - {_place(finding)}: {finding.found} → {finding.mend.result}")
    _show(outcome.after)
    return outcome.after.exit_code


def _fix_as_json(outcome: FixOutcome) -> dict[str, object]:
    changes = [
        {**finding_as_json(finding), "result": finding.mend.result} for finding in outcome.changes if finding.mend
    ]
    return {**verdict_as_json(outcome.after), "before": verdict_as_json(outcome.before)["summary"], "changes": changes}


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers in one file's words; one that cannot be read has `error`."""

    file: Path
    seen: Sequence[NumberSeen] = ()
    error: str = ""

    @property
    def exit_code(self) -> int:
        return 2 if self.error else int(any(number.doubt for number in self.seen))


def _numbers(options: CheckOptions) -> int:
    files = [_numbers_of(path) for path in options.files]
    if options.as_json:
        write({"files": [_numbers_as_json(numbers) for numbers in files]})
    else:
        for numbers in files:
            _show_numbers(numbers)
    return max(numbers.exit_code for numbers in files)


def _numbers_of(path: Path) -> _Numbers:
    try:
        return _Numbers(path, numbers_in(read_document(path)))
    except NotAPackage as fault:
        return _Numbers(path, error=str(fault))
    except OSError as fault:
        return _Numbers(path, error=why_unreadable(fault))


def _numbers_as_json(numbers: _Numbers) -> dict[str, object]:
    if numbers.error:
        return {"file": str(numbers.file), "error": numbers.error}
    rows = [{"where": n.where, "number": n.number, "words": n.words, "doubt": n.doubt} for n in numbers.seen]
    return {"file": str(numbers.file), "numbers": rows}


def _show_numbers(numbers: _Numbers) -> None:
    if numbers.error:
        complain(f"{numbers.file}: {numbers.error}")
        return
    doubtful = [number for number in numbers.seen if number.doubt]
    told = f"{len(doubtful)} chỗ không khớp" if doubtful else "không thấy chỗ nào mâu thuẫn"
    say(f"{numbers.file}: {len(numbers.seen)} số liệu trong nội dung, {told}.")
    for number in doubtful:
        say(f"  {number.where}: {number.number} ← không khớp: {number.doubt}")
        say(f"      {number.words}")
