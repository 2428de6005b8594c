"""What was judged: each rule holds, fails, or cannot be told; each failure with its place and what was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.check.allowed import allowed_text
from generator.check.mending import Mend
from generator.law.rule import Rule
from generator.word.read.paragraph import Paragraph

PASS, FAIL, NOT_EVALUATED = "pass", "fail", "not_evaluated"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fails, or cannot be told, at one place. `part` is the file of the package that a mend changes."""

    rule: Rule
    verdict: str
    where: str
    quote: str
    found: str
    fixable: bool = False
    mend: Mend | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one file. `outcomes` has every rule that applies; a file that cannot be read has `error`."""

    file: str
    kind: str = ""
    outcomes: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    error: str = ""

    def count(self, verdict: str) -> int:
        return sum(one == verdict for one in self.outcomes.values())

    def without_mends(self) -> Verdict:
        """Return the same verdict, free of the document's trees: it can travel between processes."""
        return replace(self, findings=tuple(replace(finding, mend=None) for finding in self.findings))

    @property
    def exit_code(self) -> int:
        """0 nothing fails, 1 something does, 2 the file could not be read."""
        return 2 if self.error else 1 if FAIL in self.outcomes.values() else 0


class Judge:
    """Gathers what the checks say of one document."""

    def __init__(self, rules: Mapping[str, Rule], may_mend: Callable[[Paragraph], bool] = lambda _: True) -> None:
        self.rules = rules
        self._may_mend = may_mend
        self.outcomes: dict[str, str] = {}
        self.findings: list[Finding] = []

    def holds(self, rule_id: str) -> None:
        """Say that a rule was judged; it passes unless it fails somewhere."""
        self.outcomes.setdefault(rule_id, PASS)

    def fails(
        self,
        rule_id: str,
        at: Paragraph | str,
        found: str,
        mend: Mend | None = None,
        *,
        quote: str = "",
        part: str = "",
    ) -> None:
        """Say that a rule fails at a place, and how it could be mended if that is safe."""
        rule = self.rules[rule_id]
        self.outcomes[rule_id] = FAIL
        where = at if isinstance(at, str) else at.where
        part = part or ("" if isinstance(at, str) else at.part)
        shown = quote or ("" if isinstance(at, str) else at.quote)
        mend = mend if rule.fixable and (isinstance(at, str) or self._may_mend(at)) else None
        self.findings.append(Finding(rule, FAIL, where, shown, found, mend is not None, mend, part))

    def cannot_tell(self, rule_id: str, why: str, at: Paragraph | str = "") -> None:
        """Say that a rule applies but cannot be judged."""
        if self.outcomes.get(rule_id) == FAIL:
            return
        self.outcomes[rule_id] = NOT_EVALUATED
        where, quote = (at, "") if isinstance(at, str) else (at.where, at.quote)
        self.findings.append(Finding(self.rules[rule_id], NOT_EVALUATED, where, quote, why))

    def verdict(self, file: str, kind: str) -> Verdict:
        ordered = {rule_id: self.outcomes[rule_id] for rule_id in self.rules if rule_id in self.outcomes}
        return Verdict(file, kind, ordered, tuple(self.findings))


def verdict_as_json(verdict: Verdict) -> dict[str, Any]:
    """Return the verdict for machines: file, kind, summary, findings, and the rules that hold."""
    if verdict.error:
        return {"file": verdict.file, "error": verdict.error}
    return {
        "file": verdict.file,
        "kind": verdict.kind,
        "summary": {name: verdict.count(name) for name in (PASS, FAIL, NOT_EVALUATED)},
        "findings": [finding_as_json(finding) for finding in verdict.findings],
        "passed": [rule_id for rule_id, outcome in verdict.outcomes.items() if outcome == PASS],
    }


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """Return one finding for machines."""
    return {
        "rule": finding.rule.id,
        "clause": finding.rule.clause,
        "verdict": finding.verdict,
        "severity": finding.rule.severity,
        "where": finding.where,
        "quote": finding.quote,
        "found": finding.found,
        "allowed": allowed_text(finding.rule),
        "fixable": finding.fixable,
    }


def grouped(findings: Sequence[Finding]) -> list[tuple[Rule, list[Finding]]]:
    """Return the findings by rule, in the order the rules were first met."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.rule.id, []).append(finding)
    return [(group[0].rule, group) for group in groups.values()]
