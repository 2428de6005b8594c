"""Sharing the work out: in this process, over processes of our own, or through any executor that is handed in."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import partial
from multiprocessing.process import BaseProcess
from threading import Thread

from generator.batch.worker import Item, Job, Made, failed, make_chunk

Chunk = Sequence[Item]
_LARGEST_CHUNK = 16
#: Chunks under way for each process: enough to keep it busy, few enough to hold little in memory.
_AHEAD = 3

_STOPPED = (
    "Chương trình bị dừng đột ngột khi đọc sổ này (tệp quá lớn hoặc hỏng nặng). "
    "Mở bằng Excel, xóa các dòng, cột trống đã tô định dạng, lưu lại rồi làm lại."
)
_LOST = "Máy được giao việc không trả kết quả của sổ này: {error}. Hãy chạy lại."


def make_all(job: Job, items: Sequence[Item], *, jobs: int, executor: Executor | None = None) -> Iterator[Made]:
    """Yield what came of each workbook, in their order, as soon as it and those before it are there.

    `executor` may be any `concurrent.futures.Executor`, such as that of a cluster; what it loses is reported, workbook
    by workbook. Without one, `jobs` processes work, or this one alone when that is 1.
    """
    chunks = _chunks(items, jobs)
    if executor is not None:
        yield from _through(executor, partial(make_chunk, job), chunks)
    elif jobs == 1 or len(items) < 2:
        for chunk in chunks:
            yield from make_chunk(job, chunk)
    else:
        yield from _over_processes(job, chunks, min(jobs, len(chunks)))


def _chunks(items: Sequence[Item], jobs: int) -> list[Chunk]:
    size = max(1, min(_LARGEST_CHUNK, len(items) // (jobs * 4)))
    return [items[at : at + size] for at in range(0, len(items), size)]


def _through(executor: Executor, make: Callable[[Chunk], list[Made]], chunks: Sequence[Chunk]) -> Iterator[Made]:
    for chunk, future in _in_order(executor, make, chunks, ahead=64):
        try:
            yield from future.result()
        except Exception as error:  # whatever a foreign executor raises, it raises for these workbooks alone
            yield from (failed(item, _LOST.format(error=f"{type(error).__name__}: {error}")) for item in chunk)


def _in_order(
    executor: Executor, make: Callable[[Chunk], list[Made]], chunks: Sequence[Chunk], *, ahead: int
) -> Iterator[tuple[Chunk, Future[list[Made]]]]:
    waiting: deque[tuple[Chunk, Future[list[Made]]]] = deque()
    for chunk in chunks:
        waiting.append((chunk, executor.submit(make, chunk)))
        if len(waiting) >= ahead:
            yield waiting.popleft()
    yield from waiting


def _over_processes(job: Job, chunks: Sequence[Chunk], jobs: int) -> Iterator[Made]:
    """A process that dies takes its pool along: those under way are then made one by one, and the rest as before."""
    done = 0
    while done < len(chunks):
        try:
            with _pool(job, jobs) as pool:
                try:
                    for _, future in _in_order(pool, make_own_chunk, chunks[done:], ahead=_AHEAD * jobs):
                        made = future.result()
                        done += 1
                        yield from made
                except BaseException:  # whoever stops the batch does not wait for what is still to do
                    pool.shutdown(wait=False, cancel_futures=True)
                    raise
        except BrokenExecutor:
            suspects = chunks[done : done + _AHEAD * jobs]
            yield from _one_by_one(job, [item for chunk in suspects for item in chunk])
            done += len(suspects)


def _one_by_one(job: Job, items: Sequence[Item]) -> Iterator[Made]:
    done = 0
    while done < len(items):
        try:
            with _pool(job, 1) as pool:
                while done < len(items):
                    made = pool.submit(make_own_chunk, items[done : done + 1]).result()
                    done += 1
                    yield from made
        except BrokenExecutor:
            yield failed(items[done], _STOPPED)
            done += 1


def _pool(job: Job, jobs: int) -> ProcessPoolExecutor:
    # Started afresh, not forked: the same on every system, and safe beside the threads of a progress bar.
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_begin, initargs=(job,))


_job: Job | None = None


def _begin(job: Job) -> None:
    """Keep what all units share, once a process; and end with the process that began this one, however it ends."""
    global _job
    _job = job
    # A report is thousands of small values without a cycle: looking for cycles all the time would only take time.
    gc.freeze()
    gc.set_threshold(200_000, 20, 20)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that shares the work out
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def make_own_chunk(items: Chunk) -> list[Made]:
    """Make a chunk with the job that this process was started for."""
    assert _job is not None
    return make_chunk(_job, items)
