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

from pebble import ProcessExpired, ProcessPool

from generator.batch.worker import Item, Job, Made, failed, make_chunk

Chunk = Sequence[Item]
Begin = Callable[[Chunk], Future[list[Made]]]

#: A unit takes a hundredth of a second. What takes this long never ends, or its workbook needs a person's look.
SECONDS_A_UNIT = 60.0
#: Of addresses: far more than the largest workbook that is read at all, far less than what stops a PC.
_MOST_BYTES = 3 << 30
_LARGEST_CHUNK = 16
#: Chunks under way for each process: enough to keep it busy, few enough to hold little in memory.
_AHEAD = 3

_MEND = "Mở bằng Excel, xóa các dòng, cột trống đã tô định dạng, lưu lại rồi làm lại."
_STOPPED = f"Chương trình bị dừng đột ngột khi đọc sổ này (tệp quá lớn hoặc hỏng nặng). {_MEND}"
_TOO_LONG = f"Đọc sổ này quá {{seconds:.0f}} giây chưa xong nên đã dừng để làm tiếp các sổ khác. {_MEND}"
_LOST = "Máy được giao việc không trả kết quả của sổ này: {error}. Hãy chạy lại."


def make_all(job: Job, items: Sequence[Item], *, jobs: int, executor: Executor | None = None) -> Iterator[Made]:
    """Yield what came of each workbook, in their order, as soon as it and those before it are there.

    `executor` may be any `concurrent.futures.Executor`, such as that of a cluster; what it loses is reported, workbook
    by workbook. Without one, `jobs` processes work. A workbook that hangs or ends its process costs its own report.
    """
    chunks = _chunks(items, jobs)
    if executor is not None:
        yield from _through(executor, partial(make_chunk, job), chunks)
    elif chunks:
        yield from _over_processes(job, chunks, min(jobs, len(chunks)))


def _chunks(items: Sequence[Item], jobs: int) -> list[Chunk]:
    size = max(1, min(_LARGEST_CHUNK, len(items) // (jobs * 4)))
    return [items[at : at + size] for at in range(0, len(items), size)]


def _through(executor: Executor, make: Callable[[Chunk], list[Made]], chunks: Sequence[Chunk]) -> Iterator[Made]:
    for chunk, future in _in_order(lambda chunk: executor.submit(make, chunk), chunks, ahead=64):
        try:
            yield from future.result()
        except Exception as error:  # whatever a foreign executor raises, it raises for these workbooks alone
            yield from (failed(item, _LOST.format(error=f"{type(error).__name__}: {error}")) for item in chunk)


def _in_order(begin: Begin, chunks: Sequence[Chunk], *, ahead: int) -> Iterator[tuple[Chunk, Future[list[Made]]]]:
    waiting: deque[tuple[Chunk, Future[list[Made]]]] = deque()
    for chunk in chunks:
        waiting.append((chunk, begin(chunk)))
        if len(waiting) >= ahead:
            yield waiting.popleft()
    yield from waiting


def _over_processes(job: Job, chunks: Sequence[Chunk], jobs: int) -> Iterator[Made]:
    processes = _Processes(job, jobs)
    try:
        for chunk, future in _in_order(processes.begin, chunks, ahead=_AHEAD * jobs):
            yield from _finished(processes.begin, chunk, future)
    finally:  # whoever stops the batch does not wait for what is still to do
        processes.end()


def _finished(begin: Begin, chunk: Chunk, future: Future[list[Made]], *, again: bool = True) -> list[Made]:
    """Return what came of a chunk. Its workbooks are made one by one when its process was lost."""
    try:
        return future.result()
    except (TimeoutError, ProcessExpired, BrokenProcessPool) as error:
        # A pool breaks whoever's fault it was.
        if len(chunk) > 1 or (again and isinstance(error, BrokenProcessPool)):
            alone = [([item], begin([item])) for item in chunk]
            return [made for one, made_alone in alone for made in _finished(begin, one, made_alone, again=False)]
        reason = _TOO_LONG.format(seconds=SECONDS_A_UNIT) if isinstance(error, TimeoutError) else _STOPPED
        return [failed(chunk[0], reason)]


class _Processes:
    """A pool of processes that is begun anew when it breaks."""

    def __init__(self, job: Job, jobs: int) -> None:
        # Never forked from this process, which has threads: from one of its own where there are such, which has read
        # the program once for all, else each starts afresh.
        has_server = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if has_server else "spawn")
        if has_server:
            context.set_forkserver_preload([__name__])
        self._new = partial(ProcessPool, jobs, 0, _begin, (job,), context)
        self._pool = self._new()

    def begin(self, chunk: Chunk) -> Future[list[Made]]:
        try:
            return self._begun(chunk)
        except RuntimeError:  # the pool is broken
            self.end()
            self._pool = self._new()
            return self._begun(chunk)

    def _begun(self, chunk: Chunk) -> Future[list[Made]]:
        begun: Future[list[Made]] = self._pool.schedule(make_own_chunk, (chunk,), timeout=SECONDS_A_UNIT)
        return begun

    def end(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


_job: Job | None = None


def _begin(job: Job) -> None:
    """Keep what all units share, once a process; and end with the process that began this one, however it ends."""
    global _job
    _job = job
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
        most = _MOST_BYTES if hard == resource.RLIM_INFINITY else min(_MOST_BYTES, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def make_own_chunk(items: Chunk) -> list[Made]:
    """Make a chunk with the job that this process was started for."""
    assert _job is not None
    return make_chunk(_job, items)
