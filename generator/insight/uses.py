"""Who uses an entry: by its own adoption, through a partnership, or as the successor of a body that did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.catalogue import Catalogue, Record
from generator.insight.freshness import Freshness, freshness, still_counts
from generator.insight.memberships import has_ended, heir, members_today
from generator.model.adoption import Adoption
from generator.model.choices_more import AdoptionStatus, OrganisationType
from generator.register import Organisation

# What helps a reader most comes first: those who use it, those who will, those who no longer do.
_ORDER = (
    AdoptionStatus.IN_USE,
    AdoptionStatus.PILOT,
    AdoptionStatus.PLANNED,
    AdoptionStatus.INTERESTED,
    AdoptionStatus.STOPPED,
    AdoptionStatus.REJECTED,
)


@dataclass(frozen=True, slots=True)
class Use:
    """One organisation and one entry that it uses, tries, plans, or no longer uses.

    Attributes:
        entry: Id of the entry.
        organisation: Who uses it.
        adoption: What was written down.
        record: The file it stands in.
        via: The partnership, or the former body, whose adoption it is; None for its own.
        counts: Whether it is in use and was confirmed in the last 36 months.
        freshness: How long ago it was confirmed.
        has_lapsed: Whether it is in use by what was written, yet nobody confirmed that in 36 months.
    """

    entry: str
    organisation: Organisation
    adoption: Adoption
    record: Record
    via: Organisation | None
    counts: bool
    freshness: Freshness
    has_lapsed: bool

    @property
    def goes_on(self) -> bool:
        """Whether it is still a use, or on its way to be one; not when it stopped or was not chosen."""
        return self.adoption.status not in {AdoptionStatus.STOPPED, AdoptionStatus.REJECTED}

    @property
    def has_changes(self) -> bool:
        """Whether anything is known of what changed in technology, process, organisation or behaviour."""
        told = self.adoption.changes
        parts = (told.technology, told.process, told.organisation, told.behaviour) if told else ()
        return any(part.what or part.size != "unknown" for part in parts)

    @property
    def has_story(self) -> bool:
        """Whether there is more to read than that it is used."""
        told = self.adoption
        known = (told.mode, told.effort, told.lead_time, told.cost_once, told.cost_per_year)
        return bool(
            self.record.document.body.strip()
            or told.lesson
            or told.stop_reason
            or self.has_changes
            or any(item not in {None, "unknown"} for item in known)
        )


def uses_of(catalogue: Catalogue, entry: Record, today: dt.date) -> tuple[Use, ...]:
    """Return every use of an entry: own ones first, then by how far it is, then by name.

    An adoption by a partnership counts for the members it has today, except for the owners of the entry and
    for members with an adoption of their own, whatever that one says. One by a body that has merged counts
    for its successor, unless that owns the entry or says itself how it uses it.
    """
    records = catalogue.adoptions_by_entry.get(entry.id, ())
    own = {record.organisation for record in records}
    named = (entry.organisation, *getattr(entry.value, "co_owners", ()))
    owners = (catalogue.organisations.get(slug) for slug in named)
    held = {heir(catalogue, owner, today).slug for owner in owners if owner}
    found: dict[str, Use] = {}
    for record in records:
        for use in _uses_from(catalogue, record, today):
            slug = use.organisation.slug
            if use.via is None:
                # Who used what a body owned that it then merged with owns it since: no user of its own.
                found[slug] = replace(use, counts=False) if slug in held else use
            elif slug not in own | held and (slug not in found or use.counts > found[slug].counts):
                # Of two that it may come through, the one that counts.
                found[slug] = use
    return tuple(sorted(found.values(), key=_place))


def adopters(uses: tuple[Use, ...]) -> tuple[Organisation, ...]:
    """Return the organisations that count as users, in the order of `uses`.

    A partnership whose members are known counts as its members, not once more itself.
    """
    counted = [use for use in uses if use.counts]
    behind = {use.via.slug for use in counted if use.via}
    return tuple(use.organisation for use in counted if use.organisation.slug not in behind)


def smallest_and_largest(organisations: tuple[Organisation, ...]) -> tuple[Organisation, Organisation] | None:
    """Return the municipalities with the fewest and the most inhabitants, or None with fewer than two."""
    sized = [
        (item.inhabitants, item.slug, item)
        for item in organisations
        if item.inhabitants and item.type is OrganisationType.MUNICIPALITY
    ]
    if len(sized) < 2:  # noqa: PLR2004
        return None
    return min(sized)[2], max(sized)[2]


def _uses_from(catalogue: Catalogue, record: Record, today: dt.date) -> Iterator[Use]:
    organisation = catalogue.organisations.get(record.organisation)
    adoption = record.value
    if organisation is None or not isinstance(adoption, Adoption):
        return
    written = adoption.status is AdoptionStatus.IN_USE
    counts = written and still_counts(adoption.confirmed, today)
    age, lapsed = freshness(adoption.confirmed, today), written and not counts
    own = counts and not has_ended(organisation, today)
    yield Use(record.id, organisation, adoption, record, None, own, age, lapsed)
    for other in (heir(catalogue, organisation, today), *members_today(catalogue, organisation, today)):
        if other is not organisation and not has_ended(other, today):
            yield Use(record.id, other, adoption, record, organisation, counts, age, lapsed)


def _place(use: Use) -> tuple[bool, int, str]:
    return use.via is not None, _ORDER.index(use.adoption.status), use.organisation.name
