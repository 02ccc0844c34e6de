"""One entry with everything that follows from the rest of the catalogue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.catalogue import Catalogue, Record
from generator.insight.freshness import Freshness, freshness
from generator.insight.maturity import Maturity, maturity
from generator.insight.memberships import heir
from generator.insight.uses import Use, adopters, uses_of
from generator.model.application import Application
from generator.model.practice import Practice
from generator.register import Organisation


@dataclass(frozen=True, slots=True)
class Dossier:
    """An entry, who owns it, who uses it, and how fresh and how widely used it is.

    Attributes:
        record: The file.
        entry: As written.
        owner: From the folder it stands in; of a body that merged, the one that does its work today.
        founder: The body of that folder, when its work has gone on to the owner; else None.
        co_owners: In the order written; a body that merged has its successor in its place.
        uses: Everyone who uses, tries, plans or no longer uses it.
        adopters: Those who count as users.
        freshness: On the day of the build.
        maturity: How widely it is used.
    """

    record: Record
    entry: Application | Practice
    owner: Organisation
    founder: Organisation | None
    co_owners: tuple[Organisation, ...]
    uses: tuple[Use, ...]
    adopters: tuple[Organisation, ...]
    freshness: Freshness
    maturity: Maturity

    @property
    def id(self) -> str:
        """Of the entry."""
        return self.record.id

    @property
    def owners(self) -> tuple[Organisation, ...]:
        """Owner and co-owners."""
        return (self.owner, *self.co_owners)


def dossier(catalogue: Catalogue, record: Record, today: dt.date) -> Dossier | None:
    """Return what is known of a record; None when it is not a valid entry of a known organisation."""
    entry, founder = record.value, catalogue.organisations.get(record.organisation)
    if not isinstance(entry, Application | Practice) or founder is None:
        return None
    owner = heir(catalogue, founder, today)
    named = [catalogue.organisations[slug] for slug in entry.co_owners if slug in catalogue.organisations]
    co_owners = {item.slug: item for item in (heir(catalogue, body, today) for body in named)}
    co_owners.pop(owner.slug, None)
    uses = uses_of(catalogue, record, today)
    return Dossier(
        record,
        entry,
        owner,
        founder if founder is not owner else None,
        tuple(co_owners.values()),
        uses,
        adopters(uses),
        freshness(entry.reviewed, today),
        maturity(uses),
    )
