"""What an organisation could take over next, as its page shows it: each with its reasons in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from generator.insight.freshness import Freshness
from generator.insight.gaps import WEIGHTS, Gap, Reason
from generator.insight.merits import ANY_LAW, Merits
from generator.model.choices import Kind, Reviewer, Status
from generator.model.vocabulary import Term
from generator.pages.addresses import of_record
from generator.pages.site import Site, Terms
from generator.register import Organisation

MOST = 20
NAMED = 3
"""How many organisations that have something are named; of the others the number is told."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one reason adds to a score.

    Attributes:
        place: Among the reasons, from 0.
        reason: Which one.
        points: 0 to 100.
        weight: What the reader begins with.
    """

    place: int
    reason: Reason
    points: int
    weight: int

    @property
    def share(self) -> int:
        """What it adds with the weight the reader begins with."""
        return (self.points * self.weight + 50) // 100


@dataclass(frozen=True, slots=True)
class Law:
    """A law that an entry helps with.

    Attributes:
        term: The law.
        starts: The day it begins to apply; None when that is long ago or not known.
        is_ahead: Whether that day is still to come.
    """

    term: Term
    starts: dt.date | None
    is_ahead: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An entry that others have and this organisation does not.

    Attributes:
        id: Of the entry.
        kind: Application or practice.
        title: In the language of the site.
        gist: Its summary, in the language of the site.
        address: Of its page.
        owner: Name.
        themes: Ids.
        status: Of the entry.
        freshness: Of the entry.
        by_editors: Whether its owner has not confirmed it yet.
        example: Whether it is fictional.
        score: 0 to 100, with the weights one begins with.
        parts: What it is made of.
        partners: Partners that have it.
        peers: Bodies like this one that have it; the first few.
        more_peers: How many more of those there are.
        law: The law that weighs; None without.
        small: A small municipality that took it over one-to-one, or None.
        reused: How many use it.
    """

    id: str
    kind: Kind
    title: str
    gist: str
    address: str
    owner: str
    themes: tuple[str, ...]
    status: Status
    freshness: Freshness
    by_editors: bool
    example: bool
    score: int
    parts: tuple[Part, ...]
    partners: tuple[Organisation, ...]
    peers: tuple[Organisation, ...]
    more_peers: int
    law: Law | None
    small: Organisation | None
    reused: int


def rows_of(site: Site, organisation: Organisation) -> tuple[Row, ...]:
    """Return what an organisation could take over next, what scores most first."""
    return tuple(_row(site, gap) for gap in site.insight.neighbours.gaps(organisation, MOST))


def themes_of(site: Terms, rows: tuple[Row, ...]) -> tuple[tuple[Term, int], ...]:
    """Return the themes of these rows, sorted by name, each with how many have it."""
    ids = {theme for row in rows for theme in row.themes}
    terms = sorted((site.term("themes", theme) for theme in ids), key=lambda term: term.label(site.language))
    return tuple((term, sum(term.id in row.themes for row in rows)) for term in terms)


def _row(site: Site, gap: Gap) -> Row:
    dossier, merits = site.insight.dossiers[gap.entry], site.insight.neighbours.merits[gap.entry]
    entry, in_english = dossier.entry, site.language == "en"
    known = site.catalogue.organisations
    return Row(
        gap.entry,
        dossier.record.kind,
        (in_english and entry.title_en) or entry.title,
        (in_english and entry.summary_en) or entry.summary,
        of_record(dossier.record),
        dossier.owner.name,
        entry.themes,
        entry.status,
        dossier.freshness,
        entry.reviewed_by is Reviewer.EDITORS,
        entry.example,
        gap.score,
        tuple(
            _part(place, reason, gap.points[reason], weight)
            for place, (reason, weight) in enumerate(WEIGHTS.items())
        ),
        tuple(known[slug] for slug in gap.partners[:NAMED]),
        tuple(known[slug] for slug in gap.peers[:NAMED]),
        max(0, len(gap.peers) - NAMED),
        _law(site, merits),
        merits.small,
        merits.reused,
    )


@lru_cache(maxsize=1_000)
def _part(place: int, reason: Reason, points: int, weight: int) -> Part:
    """Return a part: the same one for equal values, of which ten thousands of rows have a few hundred."""
    return Part(place, reason, points, weight)


def _law(site: Site, merits: Merits) -> Law | None:
    if not merits.law_id:
        return None
    term = site.term("legislation", merits.law_id)
    starts = term.applies_from if merits.law > ANY_LAW else None
    return Law(term, starts, starts is not None and starts > site.today)
