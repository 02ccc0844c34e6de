"""Some files at a time: read, typed, looked at by rules on one file, and made small for what follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue, Lines, Plan, Record, read_record
from generator.causes import cause
from generator.checking.cache import Cache, Row, Sealed, digest_of
from generator.documents import ENTRY_LIMITS, Document, Held
from generator.faults import Fault, fault
from generator.findings import Finding, Location
from generator.rules import check_files


@dataclass(frozen=True, slots=True)
class Looked:
    """What a portion gave.

    Attributes:
        records: The files that could be read: enough for rules that compare files, without places.
        faults: Of them.
        findings: Of the rules on one file.
        rows: To keep for the next time.
    """

    records: tuple[Record, ...]
    faults: tuple[Fault, ...]
    findings: tuple[Finding, ...]
    rows: tuple[Sealed, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of every portion.

    Attributes:
        plan: What there is to read.
        today: The day to judge dates by.
        wanted: Numbers of the jobs that rules on one file are asked about.
        keeps_bodies: Whether bodies are needed afterwards.
        cache: What was kept of the last time; None without.
        settled: As in `Origin.stamp`.
    """

    plan: Plan
    today: dt.date
    wanted: frozenset[int]
    keeps_bodies: bool = False
    cache: Cache | None = None
    settled: int = 0


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was read, or whose row was found."""

    number: int
    stamp: str
    digest: bytes
    record: Record
    row: Row | None
    faults: tuple[Fault, ...] = ()


def look(task: Task, numbers: Sequence[int]) -> Looked:
    """Look at the files of some jobs.

    Args:
        task: What is asked.
        numbers: Of the jobs.
    """
    lost: list[Fault] = []
    files: list[_File] = []
    rows = task.cache.find({task.plan.jobs[number].path for number in numbers}) if task.cache else {}
    for number in numbers:
        path = task.plan.jobs[number].path
        try:
            files.append(_file(task, number, rows.get(path)))
        except OSError as error:
            lost.append(fault("unreadable", Location(path), reason=cause(error)))
    findings = _findings(task, files, lost)
    loud = {finding.location.path for finding in findings}
    return Looked(
        tuple([_small(task, file) for file in files]),
        (*lost, *(item for file in files for item in file.faults)),
        findings,
        tuple(_rows(task, task.cache, files, loud)) if task.cache else (),
    )


def _file(task: Task, number: int, row: Row | None) -> _File:
    """Return a file: by its row when that holds, else read anew.

    Raises:
        OSError: It cannot be read.
    """
    plan, job = task.plan, task.plan.jobs[number]
    stamp = plan.origin.stamp(job.path, task.settled) if task.cache else ""
    if row and stamp and stamp == row.stamp:
        return _File(number, stamp, row.digest, _known(task, number, row), row)
    content = plan.origin.read(job.path, ENTRY_LIMITS.file)
    digest = digest_of(content)
    if row and digest == row.digest:
        return _File(number, stamp, digest, _known(task, number, row), row)
    record, faults = read_record(plan, job, content, Held(content))
    return _File(number, stamp, digest, record, None, tuple(faults))


def _known(task: Task, number: int, row: Row) -> Record:
    """Return the record of a file by its row."""
    job, origin = task.plan.jobs[number], task.plan.origin
    body = None if row.has_body else ""
    document = Document(
        job.path, row.fields, row.is_tidy, body, row.body_line, row.body_indent, origin, ENTRY_LIMITS
    )
    return Record(
        job.kind,
        job.id,
        job.organisation,
        document,
        is_valid=True,
        known_inner=row.inner,
        known_digest=row.digest,
    )


def _small(task: Task, file: _File) -> Record:
    """Return the record of a file without what can be made again."""
    record, document = file.record, file.record.document
    keeps_body = task.keeps_bodies or document.kept_body == ""
    if file.row and not (keeps_body and document.kept_body is None):
        return record
    return Record(
        record.kind,
        record.id,
        record.organisation,
        Document(
            document.path,
            document.fields,
            document.is_tidy,
            document.body if keeps_body else None,
            document.body_line,
            document.body_indent,
            task.plan.origin,
            document.limits,
        ),
        record.is_valid,
        known_inner=record.inner,
        known_digest=file.digest,
    )


def _findings(task: Task, files: Sequence[_File], lost: Sequence[Fault]) -> tuple[Finding, ...]:
    """Return what the rules on one file say of those wanted, but for those known to be right today."""
    day = task.today.isoformat()
    asked = [
        file
        for file in files
        if file.number in task.wanted and not (file.row is not None and file.row.day == day)
    ]
    faults = (*lost, *(item for file in asked for item in file.faults))
    shared = task.plan.shared
    lines = Lines(task.plan.origin, (file.record.path for file in asked))
    part = Catalogue(
        tuple(file.record for file in asked), shared.organisations, shared.vocabularies, faults, lines
    )
    return tuple(check_files(part, task.today)) if asked or faults else ()


def _rows(task: Task, cache: Cache, files: Sequence[_File], loud: set[str]) -> Iterator[Sealed]:
    """Yield the rows that say more than those there are."""
    today = task.today.isoformat()
    for file in files:
        record, row = file.record, file.row
        is_quiet = file.number in task.wanted and record.path not in loud
        day = today if is_quiet else row.day if row else ""
        is_news = row is None or day != row.day or file.stamp not in {"", row.stamp}
        if record.is_valid and not file.faults and is_news:
            document = record.document
            yield cache.sealed(
                record.path,
                Row(
                    file.stamp,
                    file.digest,
                    day,
                    document.fields,
                    document.is_tidy,
                    bool(row.has_body if row else document.body),
                    document.body_line,
                    document.body_indent,
                    record.inner,
                ),
            )
