"""Files of a catalogue that was sound, read again after they changed; the others are not looked at."""

from __future__ import annotations

import datetime as dt
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import Catalogue, Job, Lines, Plan, Record, read_record
from generator.catalogue.origin import Origin
from generator.catalogue.shared import EVERY_TERM, Shared
from generator.documents import ENTRY_LIMITS, Held
from generator.faults import Fault
from generator.findings import Finding
from generator.rules import check_files, weigh


@dataclass(frozen=True, slots=True)
class Again:
    """What changed files hold now.

    Attributes:
        catalogue: These files alone, with the vocabularies and bodies of before.
        findings: Of the rules on one file, and of exceptions; what shows between files is not known.
    """

    catalogue: Catalogue
    findings: tuple[Finding, ...]


def look_again(folder: Path, before: Catalogue, paths: Collection[str], today: dt.date) -> Again:
    """Read files that were there before and are there still; others are left out.

    Args:
        folder: Of the catalogue.
        before: Sound, and with the vocabularies and the register as they are.
        paths: Of the files, as in `Location.path`.
        today: The day to judge dates by.
    """
    origin = Origin(folder)
    terms = {name: known or EVERY_TERM for name, known in before.vocabularies.items()}
    plan = Plan(origin, Shared(before.vocabularies, terms, before.organisations, (), ""), (), ())
    records: list[Record] = []
    faults: list[Fault] = []
    for known in before.records:
        if known.path not in paths:
            continue
        for content in _contents(origin, known.path):
            job = Job(known.path, known.kind, known.id, known.organisation)
            record, found = read_record(plan, job, content, Held(content))
            records.append(record)
            faults += found
    lines = Lines(origin, [record.path for record in records])
    part = Catalogue(tuple(records), before.organisations, before.vocabularies, tuple(faults), lines)
    return Again(part, weigh(part, check_files(part, today), today).findings)


def _contents(origin: Origin, path: str) -> Iterator[bytes]:
    """Yield the bytes of a plain file; nothing when it is gone, or became something else."""
    try:
        # A link can lead anywhere: the walk over the whole catalogue says what is wrong with it.
        if stat.S_ISREG((origin.folder / path.partition("/")[2]).lstat().st_mode):
            yield origin.read(path, ENTRY_LIMITS.file)
    except OSError:
        return
