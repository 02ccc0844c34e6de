"""Some files at a time: read, typed, looked at by rules on one file, and packed small for what follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.catalogue import Catalogue, Inner, Lines, Plan, Record, read_record
from generator.causes import cause
from generator.checking.cache import Cache, Row, Sealed
from generator.documents import ENTRY_LIMITS, Document, Held, Written
from generator.faults import Fault, fault
from generator.findings import Finding, Location
from generator.rules import check_files


class Packed(NamedTuple):
    """What is kept of a file: enough for rules that compare files, a tenth of a document with places.

    Attributes:
        number: Of the job.
        fields: As in `Document`.
        is_tidy: As in `Document`.
        body: As in `Document.kept_body`.
        body_line: As in `Document`.
        body_indent: As in `Document`.
        is_valid: As in `Record`.
        inner: As `Record.inner`.
    """

    number: int
    fields: dict[str, Written]
    is_tidy: bool
    body: str | None
    body_line: int
    body_indent: int
    is_valid: bool
    inner: Inner


@dataclass(frozen=True, slots=True)
class Looked:
    """What a portion gave.

    Attributes:
        files: Those that could be read.
        faults: Of them.
        findings: Of the rules on one file.
        rows: To keep for the next time.
    """

    files: tuple[Packed, ...]
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
    """

    plan: Plan
    today: dt.date
    wanted: frozenset[int]
    keeps_bodies: bool = False
    cache: Cache | None = None


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was read, or whose row was found."""

    number: int
    content: bytes
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
    contents: dict[int, bytes] = {}
    for number in numbers:
        path = task.plan.jobs[number].path
        try:
            contents[number] = task.plan.origin.read(path, ENTRY_LIMITS.file)
        except OSError as error:
            lost.append(fault("unreadable", Location(path), reason=cause(error)))
    found = {task.plan.jobs[number].path: content for number, content in contents.items()}
    rows = task.cache.find(found) if task.cache else {}
    files = [
        _file(task.plan, number, content, rows.get(task.plan.jobs[number].path))
        for number, content in contents.items()
    ]
    findings = _findings(task, files, lost)
    loud = {finding.location.path for finding in findings}
    return Looked(
        tuple(_packed(file, keeps_body=task.keeps_bodies) for file in files),
        (*lost, *(item for file in files for item in file.faults)),
        findings,
        tuple(_rows(task, task.cache, files, loud)) if task.cache else (),
    )


def _file(plan: Plan, number: int, content: bytes, row: Row | None) -> _File:
    job, source = plan.jobs[number], Held(content)
    if row is None:
        record, faults = read_record(plan, job, content, source)
        return _File(number, content, record, None, tuple(faults))
    document = Document(
        job.path, row.fields, row.is_tidy, None, row.body_line, row.body_indent, source, ENTRY_LIMITS
    )
    record = Record(job.kind, job.id, job.organisation, document, is_valid=True, known_inner=row.inner)
    return _File(number, content, record, row)


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
    day = task.today.isoformat()
    for file in files:
        is_quiet = file.number in task.wanted and file.record.path not in loud
        is_news = file.row is None or (is_quiet and file.row.day != day)
        if file.record.is_valid and not file.faults and is_news:
            packed = _packed(file, keeps_body=False)
            row = Row(
                packed.fields,
                packed.is_tidy,
                packed.body_line,
                packed.body_indent,
                packed.inner,
                day if is_quiet else "",
            )
            yield cache.sealed(file.record.path, file.content, row)


def _packed(file: _File, *, keeps_body: bool) -> Packed:
    document = file.record.document
    return Packed(
        file.number,
        document.fields,
        document.is_tidy,
        document.body if keeps_body else None,
        document.body_line,
        document.body_indent,
        file.record.is_valid,
        file.record.inner,
    )


def unpacked(plan: Plan, packed: Packed) -> Record:
    """Return the record of a packed file."""
    job = plan.jobs[packed.number]
    document = Document(
        job.path,
        packed.fields,
        packed.is_tidy,
        packed.body,
        packed.body_line,
        packed.body_indent,
        plan.origin,
        ENTRY_LIMITS,
    )
    return Record(job.kind, job.id, job.organisation, document, packed.is_valid, known_inner=packed.inner)
