"""Portions of a catalogue, looked at by processes side by side; the outcome keeps their order."""

from __future__ import annotations

import gc
import marshal
import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from typing import ClassVar

from generator.checking.portion import Looked, Task, look

# Measured, see docs/decisions/0007-speed.md.
_LEAST_TO_SHARE = 1_000
_MOST_WORKERS = 8
_PORTION = 200


def look_at_all(task: Task, workers: int) -> Iterator[Looked]:
    """Yield what each portion gives.

    Args:
        task: What is asked.
        workers: Processes to use; 0 for as many as pay.
    """
    numbers = range(len(task.plan.jobs))
    portions = [numbers[start : start + _PORTION] for start in range(0, len(numbers), _PORTION)]
    done = 0
    if (workers or _worthwhile(task)) > 1:
        try:
            for looked in _together(task, portions, workers or _worthwhile(task)):
                done += 1
                yield looked
        except (BrokenProcessPool, OSError):
            # Another process was killed, or there is no room for one: this one does what is left.
            pass
    for portion in portions[done:]:
        yield look(task, portion)


def _worthwhile(task: Task) -> int:
    """Return how many processes finish soonest; a file that is in the cache takes next to nothing."""
    files = len(task.plan.jobs) - (task.cache.count() if task.cache else 0)
    return min(processors(), _MOST_WORKERS) if files >= _LEAST_TO_SHARE else 1


def processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def _together(task: Task, portions: Sequence[range], workers: int) -> Iterator[Looked]:
    # A copy of this process has the vocabularies already; elsewhere a copy may have locks that nobody opens.
    start = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(workers, start, initializer=_Worker.begin, initargs=(task,)) as pool:
        for looked, fields in pool.map(_Worker.work, portions):
            written = marshal.loads(fields)  # noqa: S302 - what our own process made
            files = zip(looked.files, written, strict=True)
            yield replace(looked, files=tuple(file._replace(fields=tree) for file, tree in files))


class _Worker:
    """What a process of the crowd is asked once and does again and again."""

    task: ClassVar[Task]

    @classmethod
    def begin(cls, task: Task) -> None:
        # It keeps next to nothing and makes no garbage in cycles.
        gc.disable()
        cls.task = task

    @classmethod
    def work(cls, portion: range) -> tuple[Looked, bytes]:
        looked = look(cls.task, portion)
        # In a form of its own: twice as quick as pickle, and equal keys are one text in memory.
        fields = marshal.dumps([file.fields for file in looked.files])
        return replace(looked, files=tuple(file._replace(fields={}) for file in looked.files)), fields
