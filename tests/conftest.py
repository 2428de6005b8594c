"""What holds for the whole suite."""

import functools
from pathlib import Path

from hypothesis import settings

if Path.cwd().name == "mutants":
    # `make mutate` runs every changed version in one process: what a test remembers would hide the change.
    functools.cache = lambda function: function  # type: ignore[assignment]

# A loaded machine is no fault of the code: nothing here is measured in seconds.
settings.register_profile("cchc", deadline=None)
settings.load_profile("cchc")
