"""The check of any .docx against Nghị định 30/2020/NĐ-CP, and the mending that is safe.

The room shares its name with what it does for other programs: `generator.check(document)` is `checking.check`.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.check.profile import Profile
    from generator.check.verdict import Verdict


class _Room(ModuleType):
    def __call__(self, document: bytes, name: str = "", profile: Profile | None = None) -> Verdict:
        from generator.check.checking import check

        return check(document, name, profile)


sys.modules[__name__].__class__ = _Room
