"""What follows from the catalogue on a day: who uses what, how fresh it is, and what others have.

Computed once a build, in time linear in the number of files.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.catalogue import Catalogue
from generator.insight.calls import KnownCall, known_call
from generator.insight.dossier import Dossier, dossier
from generator.insight.memberships import heir
from generator.insight.neighbours import Neighbours
from generator.insight.terms import TermKey, dossiers_by_term
from generator.insight.uses import Use
from generator.model.call import Call
from generator.register import Organisation


@dataclass(frozen=True)
class Insight:
    """Everything derived from one catalogue on one day.

    Attributes:
        catalogue: What it follows from.
        today: The day it is true for.
    """

    catalogue: Catalogue
    today: dt.date

    @cached_property
    def dossiers(self) -> Mapping[str, Dossier]:
        """Entries by id, sorted by title."""
        found = [dossier(self.catalogue, record, self.today) for record in self.catalogue.entries.values()]
        known = [item for item in found if item]
        return {
            item.id: item for item in sorted(known, key=lambda item: (item.entry.title.casefold(), item.id))
        }

    @cached_property
    def dossiers_by_owner(self) -> Mapping[str, tuple[Dossier, ...]]:
        """Entries by the slug of an owner or co-owner, sorted by title."""
        groups: dict[str, list[Dossier]] = defaultdict(list)
        for item in self.dossiers.values():
            for owner in dict.fromkeys(owner.slug for owner in item.owners):
                groups[owner].append(item)
        return {slug: tuple(items) for slug, items in groups.items()}

    @cached_property
    def dossiers_by_term(self) -> Mapping[TermKey, tuple[Dossier, ...]]:
        """Entries by vocabulary and term, sorted by title."""
        return dossiers_by_term(self.dossiers.values())

    @cached_property
    def uses_by_organisation(self) -> Mapping[str, tuple[Use, ...]]:
        """Uses by the slug of the one who uses; those of its own first, then by title of the entry."""
        groups: dict[str, list[Use]] = defaultdict(list)
        for item in self.dossiers.values():
            for use in item.uses:
                groups[use.organisation.slug].append(use)
        return {
            slug: tuple(sorted(uses, key=lambda use: use.via is not None)) for slug, uses in groups.items()
        }

    @cached_property
    def predecessors(self) -> Mapping[str, tuple[Organisation, ...]]:
        """Former bodies by the slug of the body that does their work today, sorted by name."""
        groups: dict[str, list[Organisation]] = defaultdict(list)
        for organisation in sorted(self.catalogue.organisations.values(), key=lambda item: item.name):
            following = heir(self.catalogue, organisation, self.today)
            if following is not organisation:
                groups[following.slug].append(organisation)
        return {slug: tuple(items) for slug, items in groups.items()}

    @cached_property
    def calls(self) -> tuple[KnownCall, ...]:
        """Every call, sorted by id."""
        found = []
        for record in self.catalogue.calls.values():
            owner = self.catalogue.organisations.get(record.organisation)
            if isinstance(record.value, Call) and owner:
                asking = heir(self.catalogue, owner, self.today)
                found.append(known_call(record, record.value, asking, self.today))
        return tuple(found)

    @cached_property
    def calls_by_owner(self) -> Mapping[str, tuple[KnownCall, ...]]:
        """Calls by the slug of the one who asks, sorted by id."""
        return _grouped(self.calls, lambda item: item.owner.slug)

    @cached_property
    def calls_by_entry(self) -> Mapping[str, tuple[KnownCall, ...]]:
        """Calls by the id of the entry they are about, sorted by id."""
        return _grouped(self.calls, lambda item: item.call.entry or "")

    @cached_property
    def participants(self) -> frozenset[str]:
        """Slugs of every organisation that owns, uses, or asks something."""
        users = {slug for slug, uses in self.uses_by_organisation.items() if any(use.counts for use in uses)}
        return frozenset(self.dossiers_by_owner) | users | frozenset(self.calls_by_owner)

    @cached_property
    def times_reused(self) -> int:
        """How often anything is reused: the users of all entries together."""
        return sum(len(item.adopters) for item in self.dossiers.values())

    @cached_property
    def neighbours(self) -> Neighbours:
        """Who is like whom and works with whom."""
        return Neighbours(
            self.catalogue, self.today, self.dossiers, self.dossiers_by_owner, self.uses_by_organisation
        )


def _grouped(
    calls: tuple[KnownCall, ...], key: Callable[[KnownCall], str]
) -> Mapping[str, tuple[KnownCall, ...]]:
    groups: dict[str, list[KnownCall]] = defaultdict(list)
    for item in calls:
        groups[key(item)].append(item)
    return {name: tuple(items) for name, items in groups.items()}
