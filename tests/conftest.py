"""What holds for the whole suite."""

import functools
from pathlib import Path

from hypothesis import settings

if Path.cwd().name == "mutants":
    # `make mutate` runs every changed version in one process: what a test remembers would hide the change.
    functools.cache = lambda function: function  # type: ignore[assignment]

# A loaded machine is no fault of the code: nothing here is measured in seconds. What a change did is judged on the same
# examples each time; `make fuzz` looks for new ones.
settings.register_profile("cchc", deadline=None, derandomize=True)
settings.register_profile("new-examples", deadline=None, print_blob=True)
settings.load_profile("cchc")
