"""What the catalogue knows of one organisation: what it has, with whom it works, and who is like it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insight.calls import KnownCall
from generator.insight.dossier import Dossier
from generator.insight.memberships import heir
from generator.insight.similarity import Likeness
from generator.insight.uses import Use
from generator.pages.site import Site
from generator.register import Organisation

ALIKE = 6
"""How many similar organisations a page names."""


@dataclass(frozen=True, slots=True)
class Similar:
    """Another body that is like this one.

    Attributes:
        organisation: The other one.
        likeness: How much, and why.
        partnerships: Those both belong to, or once did.
        shares: How many entries it owns.
        reuses: How many it uses.
    """

    organisation: Organisation
    likeness: Likeness
    partnerships: tuple[Organisation, ...]
    shares: int
    reuses: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What the catalogue knows of one organisation.

    Attributes:
        shares: Entries it owns or co-owns.
        uses: Its own adoptions.
        via: Uses through a partnership or a predecessor.
        used: The entries of those uses.
        partnerships: Those it belongs to today.
        past_partnerships: Those it once belonged to.
        members: Its own members today; of a partnership.
        former_members: Those that left.
        predecessors: Bodies whose work it does today.
        calls: What it asks.
        similar: Bodies that are most like it.
        peers: Slugs of all bodies that count as its peers, and how much each is like it, 0 to 1.
        partners: Slugs of those it works with today.
    """

    shares: tuple[Dossier, ...]
    uses: tuple[Use, ...]
    via: tuple[Use, ...]
    used: tuple[Dossier, ...]
    partnerships: tuple[Organisation, ...]
    past_partnerships: tuple[Organisation, ...]
    members: tuple[Organisation, ...]
    former_members: tuple[Organisation, ...]
    predecessors: tuple[Organisation, ...]
    calls: tuple[KnownCall, ...]
    similar: tuple[Similar, ...]
    peers: tuple[tuple[str, float], ...]
    partners: tuple[str, ...]

    @property
    def counted(self) -> int:
        """How many of its own adoptions count as use."""
        return sum(use.counts for use in self.uses)


def standing_of(site: Site, organisation: Organisation) -> Standing:
    """Return what the catalogue knows of an organisation."""
    insight, slug = site.insight, organisation.slug
    near, uses = insight.neighbours, insight.uses_by_organisation.get(slug, ())
    alike = near.peers(organisation)
    return Standing(
        insight.dossiers_by_owner.get(slug, ()),
        tuple(use for use in uses if use.via is None),
        tuple(use for use in uses if use.via is not None),
        tuple(insight.dossiers[use.entry] for use in uses),
        near.partnerships.get(slug, ()),
        near.past_partnerships.get(slug, ()),
        near.members.get(slug, ()),
        _former_members(site, organisation),
        insight.predecessors.get(slug, ()),
        insight.calls_by_owner.get(slug, ()),
        tuple(_similar(site, item) for item in alike[:ALIKE]),
        tuple((item.slug, round(item.score, 3)) for item in alike),
        tuple(item.slug for item in near.partners(organisation)),
    )


def _former_members(site: Site, partnership: Organisation) -> tuple[Organisation, ...]:
    known, current = site.catalogue.organisations, site.insight.neighbours.members.get(partnership.slug, ())
    named = (member.organisation for member in partnership.profile.members) if partnership.profile else ()
    bodies = (heir(site.catalogue, known[slug], site.today) for slug in named if slug in known)
    former = {item.slug: item for item in bodies if item not in current}
    return tuple(sorted(former.values(), key=lambda item: item.name))


def _similar(site: Site, likeness: Likeness) -> Similar:
    insight, known = site.insight, site.catalogue.organisations
    return Similar(
        known[likeness.slug],
        likeness,
        tuple(known[slug] for slug in likeness.partnerships),
        len(insight.dossiers_by_owner.get(likeness.slug, ())),
        sum(use.counts for use in insight.uses_by_organisation.get(likeness.slug, ())),
    )
