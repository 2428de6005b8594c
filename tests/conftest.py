"""What holds for the whole suite."""

import functools
from pathlib import Path

if Path.cwd().name == "mutants":
    # `make mutate` runs every changed version in one process: what a test remembers would hide the change.
    functools.cache = lambda function: function  # type: ignore[assignment]
