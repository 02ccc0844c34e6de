"""What nobody has confirmed for long: entries to read again, and adoptions to ask after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.insight.dates import months_between
from generator.insight.dossier import Dossier
from generator.insight.freshness import still_counts
from generator.model.choices import Kind
from generator.register import Organisation


@dataclass(frozen=True, slots=True)
class Stale:
    """Something that was confirmed long ago.

    Attributes:
        path: Of its file.
        kind: Of the file.
        id: Of the entry, also when it is an adoption of it.
        title: Of the entry.
        organisation: Who can confirm it: the owner, or the one who uses it.
        confirmed: The last day somebody did.
        months: Whole months since then.
        counts: Whether it still counts; an entry always does.
    """

    path: str
    kind: Kind
    id: str
    title: str
    organisation: Organisation
    confirmed: dt.date
    months: int
    counts: bool


def stale(dossiers: Iterable[Dossier], today: dt.date, months: int) -> tuple[Stale, ...]:
    """Return what was last confirmed `months` months ago or longer, the longest ago first, then by file.

    A use that stopped or never began is left out: there is nothing to confirm.
    """
    found = (item for dossier in dossiers for item in _of(dossier, today))
    return tuple(
        sorted((item for item in found if item.months >= months), key=lambda it: (it.confirmed, it.path))
    )


def _of(dossier: Dossier, today: dt.date) -> Iterator[Stale]:
    record, entry = dossier.record, dossier.entry
    ago = months_between(entry.reviewed, today)
    yield Stale(
        record.path, record.kind, record.id, entry.title, dossier.owner, entry.reviewed, ago, counts=True
    )
    for use in dossier.uses:
        if use.via is None and use.goes_on:
            day = use.adoption.confirmed
            yield Stale(
                use.record.path,
                use.record.kind,
                record.id,
                entry.title,
                use.organisation,
                day,
                months_between(day, today),
                counts=still_counts(day, today),
            )
