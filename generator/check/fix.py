"""Mend a copy of a document where it is safe: page, margins, fonts, sizes, spacing, numbers, marks. Never wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.check.checking import check_document, why_unreadable
from generator.check.profile import Profile
from generator.check.verdict import Finding, Verdict
from generator.word import xml
from generator.word.package import NotAPackage, read_file, with_parts, write_atomically
from generator.word.read.document import Document, parse_document, parse_sound_document

_PROLOGUE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?\s*(?=<)")
_IN_ANOTHER_CODE = re.compile(rb"""encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
#: One change may bring another to light (a smaller text makes its rule line too long), never many.
_ROUNDS = 10

#: What tells a repair from others when the document is read anew: rule, place, words, what was found, what comes of it.
_Repair = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class FixOutcome:
    """What was mended: the verdicts before and after, each change made; `refused` says why there is no copy."""

    before: Verdict
    after: Verdict
    changes: tuple[Finding, ...] = ()
    refused: str = ""
    data: bytes = b""


def fix_file(path: Path, out: Path, profile: Profile | None = None) -> FixOutcome:
    """Write a mended copy of `path` to `out`. What is right already stays byte for byte.

    Nothing is written when the file cannot be read, is signed or protected, or `out` is the file itself.
    Raises OSError when `out` cannot be written.
    """
    try:
        outcome = fix(read_file(path), str(path), profile)
    except OSError as exc:
        why = why_unreadable(exc)
        return _refused(Verdict(str(path), error=why), why)
    if outcome.refused:
        return outcome
    if out.exists() and out.samefile(path):
        return _refused(outcome.before, "Tệp sửa phải có tên khác tệp gốc.")
    if out.exists():
        return _refused(outcome.before, f"Đã có tệp “{out.name}”, không ghi đè. Chọn tên khác.")
    write_atomically(out, outcome.data)
    return replace(outcome, after=replace(outcome.after, file=str(out)))


def fix(document: bytes, name: str = "", profile: Profile | None = None) -> FixOutcome:
    """Return a copy of a .docx (`data`) mended where that is safe and touches no wording, with each change made.

    `name` is only what the verdicts call the file; `profile` narrows the decree by an office's own rules. A file that
    cannot be read, is signed or protected has `refused`, why, in Vietnamese, and no data. Without anything to mend the
    bytes come back as they were.
    """
    try:
        read = parse_sound_document(document)
    except NotAPackage as exc:
        return _refused(Verdict(name, error=str(exc)), str(exc))
    before = check_document(read, name, profile)
    if read.locked:
        return _refused(before, read.locked)
    mended, verdict, changes = _mended(document, before, read, profile)
    return FixOutcome(before.without_mends(), verdict.without_mends(), changes, data=mended)


def _mended(
    data: bytes, before: Verdict, document: Document, profile: Profile | None
) -> tuple[bytes, Verdict, tuple[Finding, ...]]:
    """Return the mended file, its verdict, and the changes that hold in it. Each round is read and checked anew: a
    change that mends nothing is taken back, and none is made twice."""
    verdict, changes = before, list[Finding]()
    tried: set[_Repair] = set()
    for _ in range(_ROUNDS):
        wanted = [finding for finding in verdict.findings if finding.mend and _repair(finding) not in tried]
        if not wanted:
            break
        made = _apply(wanted)
        parts = {part for finding in made if finding.mend for part in finding.mend.parts or (finding.part,)}
        changed = with_parts(document.members, {part: _serialised(document, part) for part in parts})
        document = parse_document(changed)
        verdict = check_document(document, before.file, profile)
        in_vain = {_repair(finding) for finding in made} & {_repair(finding) for finding in verdict.findings}
        if in_vain:
            tried |= in_vain
            document = parse_document(data)
            verdict = check_document(document, before.file, profile)
        else:
            tried |= {_repair(finding) for finding in made}
            data, changes = changed, changes + made
    left = tuple(replace(f, fixable=f.fixable and _repair(f) not in tried) for f in verdict.findings)
    return data, replace(verdict, findings=left), tuple(_lasting(changes, before, verdict))


def _repair(finding: Finding) -> _Repair:
    result = finding.mend.result if finding.mend else ""
    return finding.rule.id, finding.where, finding.quote, finding.found, result


def _lasting(changes: Sequence[Finding], before: Verdict, after: Verdict) -> Iterator[Finding]:
    """Yield the changes whose rule no longer fails at their place, unless for what could not be mended from the
    start."""
    never = {_repair(finding) for finding in before.findings if not finding.mend}
    failing = {_place(finding) for finding in after.findings if _repair(finding) not in never}
    return (finding for finding in changes if _place(finding) not in failing)


def _place(finding: Finding) -> tuple[str, str, str]:
    return finding.rule.id, finding.where, finding.quote


def _refused(verdict: Verdict, why: str) -> FixOutcome:
    return FixOutcome(verdict.without_mends(), verdict.without_mends(), refused=why)


def _apply(findings: list[Finding]) -> list[Finding]:
    """Make the changes, but one at most to a text; return those made."""
    made: list[Finding] = []
    touched: list[Any] = []
    for finding in findings:
        mend = finding.mend
        if mend is None or any(mend.text is text for text in touched):
            continue
        mend.change()
        made.append(finding)
        if mend.text is not None:
            touched.append(mend.text)
    return made


def _serialised(document: Document, part: str) -> bytes:
    """The part as it lay, up to its root; then its tree."""
    root = document.trees[part]
    original = document.members[part].content if part in document.members else b""
    prologue = _PROLOGUE.match(original)
    if prologue is None or _IN_ANOTHER_CODE.search(prologue[0]) or original.startswith(_UTF_16):
        return xml.to_bytes(root)
    return prologue[0] + xml.to_bytes(root, declaration=False)
