"""A catalogue in a folder, checked: each file for itself, side by side where that pays, then all together."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalogue import Catalogue, Lines, Record, Sharing, catalogue_of, plan_of
from generator.checking.cache import Sealed, cache_of
from generator.checking.crowd import look_at_all
from generator.checking.portion import Task
from generator.faults import Fault
from generator.messages import msg
from generator.rules import Verdict, check_across, check_files, weigh
from generator.stages import NOBODY, Stages

_COARSEST = 2_000_000_000
"""Nanoseconds between two times that a disk can tell apart: 2 s on FAT."""


@dataclass(frozen=True, slots=True)
class Means:
    """How a catalogue is checked; the outcome is the same with all of them.

    Attributes:
        workers: Processes to use; 0 for as many as pay.
        caches: Folder for what is kept of one time for the next; None to keep nothing.
        least_to_keep: Files from which on a cache is used: fewer are read again before one is opened.
        keeps_bodies: Whether texts stay in memory, for what renders them; else they are read again.
        stages: Told how far it is.
        clock: Tells the time in nanoseconds, as that of the disk does.
    """

    workers: int = 0
    caches: Path | None = None
    least_to_keep: int = 500
    keeps_bodies: bool = False
    stages: Stages = NOBODY
    clock: Callable[[], int] = time.time_ns


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found.

    Attributes:
        catalogue: As `load` gives it.
        verdict: As `judge` gives it; of files that were not wanted, only what shows between files.
    """

    catalogue: Catalogue
    verdict: Verdict


def check_folder(
    folder: Path,
    today: dt.date,
    means: Means,
    *,
    wants: Callable[[str], bool] | None = None,
    earlier: frozenset[str] = frozenset(),
) -> Checked:
    """Return what `judge(load(folder), today)` returns, sooner and in less memory.

    Args:
        folder: As for `load`.
        today: The day to judge dates by.
        means: How.
        wants: Whether what is found in a file, by its path, is asked for; all without it.
        earlier: As in `Catalogue`.
    """
    plan = plan_of(folder)
    wanted = frozenset(number for number, job in enumerate(plan.jobs) if wants is None or wants(job.path))
    is_large = len(plan.jobs) >= means.least_to_keep
    cache = cache_of(folder, means.caches, plan.shared.digest) if means.caches and is_large else None
    lines = Lines(plan.origin, plan.shared.paths)
    shared = Catalogue((), plan.shared.organisations, plan.shared.vocabularies, plan.faults, lines)
    findings = list(check_files(shared, today))
    records: list[Record] = []
    faults: list[Fault] = []
    rows: list[Sealed] = []
    sharing = Sharing()
    task = Task(plan, today, wanted, means.keeps_bodies, cache, means.clock() - _COARSEST)
    with means.stages.stage(msg("Checking files"), len(plan.jobs)) as advance:
        for looked in look_at_all(task, means.workers):
            for record in looked.records:
                sharing.of(record.document.fields)
            records += looked.records
            faults += looked.faults
            findings += looked.findings
            rows += looked.rows
            advance(len(looked.records))
    if cache and rows:
        cache.keep(rows, [job.path for job in plan.jobs])
    catalogue = replace(catalogue_of(plan, records, faults), earlier=earlier)
    with means.stages.stage(msg("Comparing files")):
        findings += check_across(catalogue, today)
    return Checked(catalogue, weigh(catalogue, findings, today))
