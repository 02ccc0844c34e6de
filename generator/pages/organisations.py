"""The index of all organisations, by kind and by name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.insight.memberships import has_ended, heir
from generator.messages import Message, msg
from generator.model.choices_more import OrganisationType
from generator.pages.addresses import ORGANISATIONS
from generator.pages.page import Page
from generator.pages.rendering import headings, render
from generator.pages.site import Site
from generator.pages.structured import collection_json
from generator.register import Organisation

_GROUPS: tuple[tuple[str, Message, frozenset[OrganisationType]], ...] = (
    ("gemeenten", msg("Municipalities"), frozenset({OrganisationType.MUNICIPALITY})),
    ("samenwerkingen", msg("Partnerships"), frozenset({OrganisationType.PARTNERSHIP})),
    ("provincies", msg("Provinces"), frozenset({OrganisationType.PROVINCE})),
    ("waterschappen", msg("Water boards"), frozenset({OrganisationType.WATER_BOARD})),
    ("landelijk", msg("National bodies"), frozenset({OrganisationType.NATIONAL})),
    (
        "anderen",
        msg("Associations, companies and knowledge institutions"),
        frozenset({OrganisationType.ASSOCIATION, OrganisationType.COMPANY, OrganisationType.KNOWLEDGE}),
    ),
)
# A group with fewer names needs no letters to find one's way in.
_LETTERED = 60


@dataclass(frozen=True, slots=True)
class Counted:
    """An organisation and how much it shares and reuses."""

    organisation: Organisation
    shares: int
    reuses: int


@dataclass(frozen=True, slots=True)
class Group:
    """Organisations of one kind.

    Attributes:
        id: Of its heading.
        title: Its heading.
        letters: First letter and the organisations that begin with it; one empty letter in a short group.
        total: How many there are.
    """

    id: str
    title: Message
    letters: tuple[tuple[str, tuple[Counted, ...]], ...]
    total: int


def pages(site: Site) -> Iterator[Page]:
    """Yield the index."""
    title = msg("Organisations").in_language(site.language)
    text = msg("All municipalities and the bodies they work with: what they share and what they reuse.")
    description = text.in_language(site.language)
    current = [o for o in site.catalogue.organisations.values() if not has_ended(o, site.today)]
    former = [o for o in site.catalogue.organisations.values() if has_ended(o, site.today)]
    html = render(
        "organisations.html",
        address=ORGANISATIONS,
        language=site.language,
        title=title,
        text=description,
        total=len(current),
        active=most_active(site, 12),
        participants=len(site.insight.participants),
        groups=tuple(_group(site, current, *item) for item in _GROUPS),
        former=[(o, _follower(site, o)) for o in sorted(former, key=lambda o: sort_key(o.name))],
    )
    yield Page(
        address=ORGANISATIONS,
        title=title,
        description=description,
        html=html,
        kind="organisations",
        toc=headings(html),
        language=site.language,
        json_ld=collection_json(title, description),
    )


def counted(site: Site, organisation: Organisation) -> Counted:
    """Return how much an organisation shares and reuses."""
    insight = site.insight
    uses = insight.uses_by_organisation.get(organisation.slug, ())
    return Counted(
        organisation,
        len(insight.dossiers_by_owner.get(organisation.slug, ())),
        sum(use.counts for use in uses),
    )


def most_active(site: Site, most: int) -> tuple[Counted, ...]:
    """Return the organisations that share and reuse most."""
    found = [counted(site, site.catalogue.organisations[slug]) for slug in sorted(site.insight.participants)]
    return tuple(sorted(found, key=lambda item: (-item.shares - item.reuses, item.organisation.name))[:most])


def sort_key(name: str) -> str:
    """Return what a Dutch list is ordered by: without accents, and `'s-Hertogenbosch` under the H."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return plain.removeprefix("'s-").removeprefix("'t ").strip()


def by_letter(organisations: Iterable[Organisation]) -> tuple[tuple[str, tuple[Organisation, ...]], ...]:
    """Return organisations by their first letter, in order."""
    ordered = sorted(organisations, key=lambda item: sort_key(item.name))
    return tuple(
        (letter, tuple(items))
        for letter, items in groupby(ordered, lambda item: sort_key(item.name)[:1].upper())
    )


def _follower(site: Site, former: Organisation) -> Organisation | None:
    """Return the body that does the work of a former one today, or None."""
    today = heir(site.catalogue, former, site.today)
    return None if today is former else today


def _group(
    site: Site, current: list[Organisation], name: str, title: Message, types: frozenset[OrganisationType]
) -> Group:
    chosen = [item for item in current if item.type in types]
    parts = by_letter(chosen)
    if len(chosen) < _LETTERED:
        parts = (("", tuple(item for _, items in parts for item in items)),)
    letters = ((letter, tuple(counted(site, item) for item in items)) for letter, items in parts)
    return Group(name, title, tuple(letters), len(chosen))
