"""Sharing the work out: over processes of our own, each unit within limits, or through any executor handed in."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from typing import Protocol, TypeVar

Piece = TypeVar("Piece", contravariant=True)
Outcome = TypeVar("Outcome")


class Work(Protocol[Piece, Outcome]):
    """What is done with each item; shipped once to each process."""

    def make_chunk(self, items: Sequence[Piece]) -> list[Outcome]:
        """Return what came of each item, in their order. Nothing that one of them holds stops the others."""

    def failed(self, item: Piece, message: str) -> Outcome:
        """Return what stands for an item whose process was lost."""


#: Each process takes some 50 MB; more of them than this wait for the one that writes.
_ENOUGH_JOBS = 8
#: Windows waits for no more processes at once.
_MOST_JOBS = 60
_LARGEST_CHUNK = 16
_LOST = "Máy được giao việc không trả kết quả của sổ này: {error}. Hãy chạy lại."


def enough_jobs(asked: int | None) -> int:
    """Return how many processes work: as many as asked for, else one for each processor, 8 at most."""
    return min(asked or min(_processors(), _ENOUGH_JOBS), _MOST_JOBS)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_all(
    work: Work[Piece, Outcome], items: Sequence[Piece], *, jobs: int, executor: Executor | None = None
) -> Iterator[Outcome]:
    """Yield what came of each item, in their order, as soon as it and those before it are there.

    `executor` may be any `concurrent.futures.Executor`, such as that of a cluster; what it loses is reported, item by
    item. Without one, `jobs` processes work. An item that hangs or ends its process costs nothing but itself.
    """
    chunks = _chunks(items, jobs)
    if executor is not None:
        yield from _through(executor, work, chunks)
    elif chunks:
        # The page's Python knows no processes: it hands an executor in.
        from generator.batch.processes import over_processes

        yield from over_processes(work, chunks, min(jobs, len(chunks)))


def _chunks(items: Sequence[Piece], jobs: int) -> list[Sequence[Piece]]:
    size = max(1, min(_LARGEST_CHUNK, len(items) // (jobs * 4)))
    return [items[at : at + size] for at in range(0, len(items), size)]


def _through(executor: Executor, work: Work[Piece, Outcome], chunks: Sequence[Sequence[Piece]]) -> Iterator[Outcome]:
    for chunk, future in in_order(lambda chunk: executor.submit(work.make_chunk, chunk), chunks, ahead=64):
        try:
            yield from future.result()
        except Exception as error:  # whatever a foreign executor raises, it raises for these workbooks alone
            yield from (work.failed(item, _LOST.format(error=f"{type(error).__name__}: {error}")) for item in chunk)


def in_order(
    begin: Callable[[Sequence[Piece]], Future[list[Outcome]]], chunks: Sequence[Sequence[Piece]], *, ahead: int
) -> Iterator[tuple[Sequence[Piece], Future[list[Outcome]]]]:
    """Yield each chunk with what was begun for it, oldest first; `ahead` of them are under way at once."""
    waiting: deque[tuple[Sequence[Piece], Future[list[Outcome]]]] = deque()
    for chunk in chunks:
        waiting.append((chunk, begin(chunk)))
        if len(waiting) >= ahead:
            yield waiting.popleft()
    yield from waiting
