"""Sharing the work out: over processes of our own, each unit within limits, or through any executor handed in."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from generator import limits

Piece = TypeVar("Piece", contravariant=True)
Outcome = TypeVar("Outcome")


class Work(Protocol[Piece, Outcome]):
    """What is done with each item; shipped once to each process."""

    def make_chunk(self, items: Sequence[Piece]) -> list[Outcome]:
        """Return what came of each item, in their order. Nothing that one of them holds stops the others."""

    def failed(self, item: Piece, message: str) -> Outcome:
        """Return what stands for an item whose process was lost."""


_LARGEST_CHUNK = 16
#: Chunks under way for each process: enough to keep it busy, few enough to hold little in memory.
_AHEAD = 3

_MEND = "Mở bằng Excel, xóa các dòng, cột trống đã tô định dạng, lưu lại rồi làm lại."
_LOST = "Máy được giao việc không trả kết quả của sổ này: {error}. Hãy chạy lại."


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
        yield from _over_processes(work, chunks, min(jobs, len(chunks)))


def _chunks(items: Sequence[Piece], jobs: int) -> list[Sequence[Piece]]:
    size = max(1, min(_LARGEST_CHUNK, len(items) // (jobs * 4)))
    return [items[at : at + size] for at in range(0, len(items), size)]


def _through(executor: Executor, work: Work[Piece, Outcome], chunks: Sequence[Sequence[Piece]]) -> Iterator[Outcome]:
    for chunk, future in _in_order(lambda chunk: executor.submit(work.make_chunk, chunk), chunks, ahead=64):
        try:
            yield from future.result()
        except Exception as error:  # whatever a foreign executor raises, it raises for these workbooks alone
            yield from (work.failed(item, _LOST.format(error=f"{type(error).__name__}: {error}")) for item in chunk)


def _in_order(
    begin: Callable[[Sequence[Piece]], Future[list[Outcome]]], chunks: Sequence[Sequence[Piece]], *, ahead: int
) -> Iterator[tuple[Sequence[Piece], Future[list[Outcome]]]]:
    waiting: deque[tuple[Sequence[Piece], Future[list[Outcome]]]] = deque()
    for chunk in chunks:
        waiting.append((chunk, begin(chunk)))
        if len(waiting) >= ahead:
            yield waiting.popleft()
    yield from waiting


def _over_processes(work: Work[Piece, Outcome], chunks: Sequence[Sequence[Piece]], jobs: int) -> Iterator[Outcome]:
    processes = _Processes(work, jobs)
    try:
        for chunk, future in _in_order(processes.begin, chunks, ahead=_AHEAD * jobs):
            yield from _finished(work, processes.begin, chunk, future)
    finally:  # whoever stops the batch does not wait for what is still to do
        processes.end()


def _finished(
    work: Work[Piece, Outcome],
    begin: Callable[[Sequence[Piece]], Future[list[Outcome]]],
    chunk: Sequence[Piece],
    future: Future[list[Outcome]],
    *,
    again: bool = True,
) -> list[Outcome]:
    """Return what came of a chunk. Its items are made one by one when its process was lost."""
    try:
        return future.result()
    except (TimeoutError, ProcessExpired, BrokenProcessPool) as error:
        # A pool breaks whoever's fault it was.
        if len(chunk) > 1 or (again and isinstance(error, BrokenProcessPool)):
            alone = [([item], begin([item])) for item in chunk]
            return [made for one, made_alone in alone for made in _finished(work, begin, one, made_alone, again=False)]
        met = limits.UNIT_SECONDS if isinstance(error, TimeoutError) else limits.UNIT_BYTES
        return [work.failed(chunk[0], met.told(mend=_MEND))]


class _Processes:
    """A pool of processes that is begun anew when it breaks."""

    def __init__(self, work: Work[Any, Any], jobs: int) -> None:
        # Never forked from this process, which has threads: from one of its own where there are such, which has read
        # the program once for all, else each starts afresh.
        has_server = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if has_server else "spawn")
        if has_server:
            context.set_forkserver_preload([__name__, type(work).__module__])
        self._new = partial(ProcessPool, jobs, 0, _begin, (work,), context)
        self._pool = self._new()

    def begin(self, chunk: Sequence[Any]) -> Future[list[Any]]:
        try:
            return self._begun(chunk)
        except RuntimeError:  # the pool is broken
            self.end()
            self._pool = self._new()
            return self._begun(chunk)

    def _begun(self, chunk: Sequence[Any]) -> Future[list[Any]]:
        begun: Future[list[Any]] = self._pool.schedule(make_own_chunk, (chunk,), timeout=limits.UNIT_SECONDS.most)
        return begun

    def end(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


_work: Work[Any, Any] | None = None


def _begin(work: Work[Any, Any]) -> None:
    """Keep what all units share, once a process; and end with the process that began this one, however it ends."""
    global _work
    _work = work
    # A report is thousands of small values without a cycle: looking for cycles all the time would only take time.
    gc.freeze()
    gc.set_threshold(200_000, 20, 20)
    _limit_memory()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # one that hangs in a library would never come to Python's own way
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent,), daemon=True).start()


def _limit_memory() -> None:
    """Let a workbook that wants more memory than it may have fail, where the system can do that, not the PC."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = limits.UNIT_BYTES.most if hard == resource.RLIM_INFINITY else min(limits.UNIT_BYTES.most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def make_own_chunk(items: Sequence[Any]) -> list[Any]:
    """Make a chunk with the work that this process was started for."""
    assert _work is not None
    return _work.make_chunk(items)
