"""One entry with everything that follows from the rest of the catalogue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.catalogue import Catalogue, Record
from generator.insight.freshness import Freshness, freshness
from generator.insight.maturity import Maturity, maturity
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
        owner: From the folder it stands in.
        co_owners: In the order written.
        uses: Everyone who uses, tries, plans or no longer uses it.
        adopters: Those who count as users.
        freshness: On the day of the build.
        maturity: How widely it is used.
    """

    record: Record
    entry: Application | Practice
    owner: Organisation
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
    entry, owner = record.value, catalogue.organisations.get(record.organisation)
    if not isinstance(entry, Application | Practice) or owner is None:
        return None
    co_owners = [catalogue.organisations[slug] for slug in entry.co_owners if slug in catalogue.organisations]
    uses = uses_of(catalogue, record, today)
    return Dossier(
        record,
        entry,
        owner,
        tuple(co_owners),
        uses,
        adopters(uses),
        freshness(entry.reviewed, today),
        maturity(uses),
    )
