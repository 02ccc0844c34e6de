"""What is new: the latest adoptions and the latest entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.insight.dossier import Dossier
from generator.insight.uses import Use
from generator.model.choices_more import AdoptionStatus

_GONE = frozenset({AdoptionStatus.STOPPED, AdoptionStatus.REJECTED})


def latest_uses(dossiers: Iterable[Dossier], most: int) -> tuple[Use, ...]:
    """Return the latest own uses, one an entry, so that one well-reused entry does not fill the list.

    The last to be confirmed comes first; on one day, those with a lesson, then the last to begin.
    """
    best = (_latest(dossier.uses) for dossier in dossiers)
    found = sorted((use for use in best if use), key=lambda use: use.entry)
    return tuple(sorted(found, key=_news, reverse=True)[:most])


def latest_entries(dossiers: Iterable[Dossier], most: int) -> tuple[Dossier, ...]:
    """Return the entries last read and found right; on one day, the most used first, then by title."""
    by_title = sorted(dossiers, key=lambda d: (-len(d.adopters), d.entry.title.casefold()))
    return tuple(sorted(by_title, key=lambda d: d.entry.reviewed, reverse=True)[:most])


def _latest(uses: Iterable[Use]) -> Use | None:
    return max(_own(uses), key=_news, default=None)


def _own(uses: Iterable[Use]) -> Iterator[Use]:
    return (use for use in uses if use.via is None and use.adoption.status not in _GONE)


def _news(use: Use) -> tuple[int, bool, str, str]:
    told = use.adoption
    return told.confirmed.toordinal(), told.lesson is not None, told.since or "", use.organisation.slug
