"""Python's search for cycles of values, put off: what is made here is thousands of small values without any."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (200_000, 20, 20)


def seldom_searched() -> None:
    """From here on, for as long as the process lives, search seldom, and never what is there already."""
    gc.freeze()
    gc.set_threshold(*_SELDOM)


@contextmanager
def searched_seldom() -> Iterator[None]:
    """Search seldom within a block."""
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
