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
from typing import ClassVar, NamedTuple

from generator.catalogue import Inner, Plan, Record
from generator.checking.portion import Looked, Task, look
from generator.documents import ENTRY_LIMITS, Document, Written

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
        for looked, files, fields in pool.map(_Worker.work, portions):
            written = marshal.loads(fields)  # noqa: S302 - what our own process made
            both = zip(files, written, strict=True)
            yield replace(looked, records=tuple([_unpacked(task.plan, file, tree) for file, tree in both]))


class _Packed(NamedTuple):
    """A record on its way to another process, but for its fields.

    Attributes:
        number: Of the job.
        is_tidy: As in `Document`.
        body: As in `Document.kept_body`.
        body_line: As in `Document`.
        body_indent: As in `Document`.
        is_valid: As in `Record`.
        inner: As `Record.inner`.
        digest: As `Record.digest`.
    """

    number: int
    is_tidy: bool
    body: str | None
    body_line: int
    body_indent: int
    is_valid: bool
    inner: Inner
    digest: bytes


def _packed(number: int, record: Record) -> _Packed:
    document = record.document
    return _Packed(
        number,
        document.is_tidy,
        document.kept_body,
        document.body_line,
        document.body_indent,
        record.is_valid,
        record.inner,
        record.digest,
    )


def _unpacked(plan: Plan, packed: _Packed, fields: dict[str, Written]) -> Record:
    number, is_tidy, body, body_line, body_indent, is_valid, inner, digest = packed
    job = plan.jobs[number]
    document = Document(job.path, fields, is_tidy, body, body_line, body_indent, plan.origin, ENTRY_LIMITS)
    return Record(
        job.kind, job.id, job.organisation, document, is_valid, known_inner=inner, known_digest=digest
    )


class _Worker:
    """What a process of the crowd is asked once and does again and again."""

    task: ClassVar[Task]

    @classmethod
    def begin(cls, task: Task) -> None:
        # It keeps next to nothing and makes no garbage in cycles.
        gc.disable()
        cls.task = task

    @classmethod
    def work(cls, portion: range) -> tuple[Looked, list[_Packed], bytes]:
        looked = look(cls.task, portion)
        numbers = {cls.task.plan.jobs[number].path: number for number in portion}
        files = [_packed(numbers[record.path], record) for record in looked.records]
        # In a form of its own: twice as quick as pickle, and equal keys are one text in memory.
        fields = marshal.dumps([record.document.fields for record in looked.records])
        return replace(looked, records=()), files, fields
