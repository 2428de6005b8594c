"""Vietnamese administrative reports on cải cách hành chính, from an Excel workbook to a signed-ready Word file.

What other programs need stands here, each name loaded when it is first used. Documents are bytes in and bytes out:
but for `run_batch` nothing reads or writes a file, nothing reads the clock. What an officer typed wrong is a `Problem`
in the answer; what cannot be done at all is an exception, a ValueError whose message is whole and in Vietnamese.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.batch.ledger import BatchRequest as BatchRequest
    from generator.batch.run import run_batch as run_batch
    from generator.book.write.new_workbook import new_workbook as new_workbook
    from generator.book.write.open_month import open_month as open_month
    from generator.check.checking import check as check
    from generator.check.fix import FixOutcome as FixOutcome
    from generator.check.fix import fix as fix
    from generator.check.profile import Profile as Profile
    from generator.check.profile import ProfileFault as ProfileFault
    from generator.check.profile import narrowed as narrowed
    from generator.check.verdict import Finding as Finding
    from generator.check.verdict import Verdict as Verdict
    from generator.domain.period import ReportingPeriod as ReportingPeriod
    from generator.domain.period import UnknownPeriod as UnknownPeriod
    from generator.domain.problem import Problem as Problem
    from generator.domain.problem import Severity as Severity
    from generator.domain.unit_year import UnitYear as UnitYear
    from generator.kinds import UnknownKind as UnknownKind
    from generator.kinds import kind_of as kind_of
    from generator.making import Made as Made
    from generator.making import NothingToMake as NothingToMake
    from generator.making import Request as Request
    from generator.making import Source as Source
    from generator.making import make as make
    from generator.making import read_workbook as read_workbook
    from generator.making import request_for as request_for
    from generator.merging import CannotMerge as CannotMerge
    from generator.merging import Merged as Merged
    from generator.merging import merge as merge
    from generator.plans.blocks import UnreadablePlan as UnreadablePlan
    from generator.plans.correcting import TaskCorrection as TaskCorrection
    from generator.plans.correcting import corrected as corrected
    from generator.plans.reading import PlanImport as PlanImport
    from generator.plans.reading import import_plan as import_plan
    from generator.plans.to_workbook import plan_workbook as plan_workbook
    from generator.reading_back import read_back as read_back
    from generator.remaking import CannotRemake as CannotRemake
    from generator.remaking import renew as renew
    from generator.reporting.wording import PhraseFault as PhraseFault
    from generator.slips import SlipFile as SlipFile
    from generator.slips import make_slips as make_slips
    from generator.word.package import NotAPackage as NotAPackage
    from generator.word.render.sandbox import TemplateFault as TemplateFault
    from generator.word.renew.judging import Choices as Choices
    from generator.word.renew.renewing import NotOurs as NotOurs
    from generator.word.renew.renewing import NotRenewable as NotRenewable
    from generator.word.renew.renewing import Renewal as Renewal

__version__ = "0.2.0"

#: Where the names above live, below this package.
_HOMES = {
    "batch.ledger": "BatchRequest",
    "batch.run": "run_batch",
    "book.write.new_workbook": "new_workbook",
    "book.write.open_month": "open_month",
    "check.fix": "FixOutcome fix",
    "check.profile": "Profile ProfileFault narrowed",
    "check.verdict": "Finding Verdict",
    "domain.period": "ReportingPeriod UnknownPeriod",
    "domain.problem": "Problem Severity",
    "domain.unit_year": "UnitYear",
    "kinds": "UnknownKind kind_of",
    "making": "Made NothingToMake Request Source make read_workbook request_for",
    "merging": "CannotMerge Merged merge",
    "plans.blocks": "UnreadablePlan",
    "plans.correcting": "TaskCorrection corrected",
    "plans.reading": "PlanImport import_plan",
    "plans.to_workbook": "plan_workbook",
    "reading_back": "read_back",
    "remaking": "CannotRemake renew",
    "reporting.wording": "PhraseFault",
    "slips": "SlipFile make_slips",
    "word.package": "NotAPackage",
    "word.render.sandbox": "TemplateFault",
    "word.renew.judging": "Choices",
    "word.renew.renewing": "NotOurs NotRenewable Renewal",
}
_HOME_OF = {name: f"{__name__}.{home}" for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name == "check":
        return import_module("generator.check")  # is called as the function of that name
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME_OF[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME_OF, "check"})
