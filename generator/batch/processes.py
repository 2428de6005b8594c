"""The work shared out over processes of our own, each item within limits of time and memory."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any

from pebble import ProcessExpired, ProcessPool

from generator import limits
from generator.batch.cycles import seldom_searched
from generator.batch.pool import Outcome, Piece, Work, in_order

#: Chunks under way for each process: enough to keep it busy, few enough to hold little in memory.
_AHEAD = 3

_NO_PROCESS = (
    "Máy không cho chương trình làm nhiều việc cùng lúc; có thể phần mềm diệt virus đang chặn. Khởi động lại máy rồi "
    "làm lại; vẫn thế thì hỏi người quản trị máy."
)
_MEND = "Mở bằng Excel, xóa các dòng, cột trống đã tô định dạng, lưu lại rồi làm lại."


def over_processes(work: Work[Piece, Outcome], chunks: Sequence[Sequence[Piece]], jobs: int) -> Iterator[Outcome]:
    processes = _Processes(work, jobs)
    try:
        for chunk, future in in_order(processes.begin, chunks, ahead=_AHEAD * jobs):
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


def _no_process() -> ChildProcessError:
    return ChildProcessError(errno.ECHILD, _NO_PROCESS)


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
            try:
                return self._begun(chunk)
            except RuntimeError as fault:
                raise _no_process() from fault

    def _begun(self, chunk: Sequence[Any]) -> Future[list[Any]]:
        try:
            begun: Future[list[Any]] = self._pool.schedule(make_own_chunk, (chunk,), timeout=limits.UNIT_SECONDS.most)
        except (ConnectionError, EOFError) as fault:  # a closed pipe would pass for the screen's
            raise _no_process() from fault
        return begun

    def end(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


_work: Work[Any, Any] | None = None


def _begin(work: Work[Any, Any]) -> None:
    """Keep what all units share, once a process; and end with the process that began this one, however it ends."""
    global _work
    _work = work
    seldom_searched()
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
