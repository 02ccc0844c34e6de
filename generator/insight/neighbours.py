"""Who is like whom, who works with whom, and what follows: what a body could take over next."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.catalogue import Catalogue
from generator.insight.dossier import Dossier
from generator.insight.gaps import Gap, Position, gaps
from generator.insight.memberships import has_ended, heir, is_member_on, members_today
from generator.insight.merits import Merits, merits_of, worth_a_look
from generator.insight.similarity import Likeness, Traits, nearest_of_each, ties, traits_of
from generator.insight.uses import Use
from generator.model.choices_more import OrganisationType
from generator.register import Organisation

PEERS = 25
"""How many bodies that are most alike count as peers."""
CLOSE = 15
"""In a partnership of at most this many members, the others are partners; in a larger one they are many."""
EACH = 6
"""How many entries that deserve a look from anyone are taken along for each cause."""

# Bodies of these kinds do the same work as others of their kind.
COMPARED = frozenset({OrganisationType.MUNICIPALITY, OrganisationType.PROVINCE, OrganisationType.WATER_BOARD})


@dataclass(frozen=True)
class Neighbours:
    """Everything about who is near whom, from one catalogue on one day.

    Attributes:
        catalogue: What it follows from.
        today: The day it is true for.
        dossiers: By id.
        owned: Entries by the slug of an owner.
        uses: Uses by the slug of the one who uses.
    """

    catalogue: Catalogue
    today: dt.date
    dossiers: Mapping[str, Dossier]
    owned: Mapping[str, tuple[Dossier, ...]]
    uses: Mapping[str, tuple[Use, ...]]

    def peers(self, organisation: Organisation, most: int = PEERS) -> tuple[Likeness, ...]:
        """Return the bodies of its kind that are most like it, `PEERS` at most.

        None for a kind whose work differs.
        """
        if organisation.type not in COMPARED or has_ended(organisation, self.today):
            return ()
        return self._peers[organisation.type][organisation.slug][:most]

    def partners(self, organisation: Organisation) -> tuple[Organisation, ...]:
        """Return the partnerships a body belongs to, its members, and its fellow members in a small one."""
        through = self.partnerships.get(organisation.slug, ())
        fellows = [self.members[item.slug] for item in through if len(self.members[item.slug]) <= CLOSE]
        own = self.members.get(organisation.slug, ())
        found = {item.slug: item for group in (through, own, *fellows) for item in group}
        found.pop(organisation.slug, None)
        return tuple(found.values())

    def gaps(self, organisation: Organisation, most: int) -> tuple[Gap, ...]:
        """Return what others have and this body does not; nothing for a body that does other work.

        Of a partnership nobody knows what to compare it with until it has members or anything else here.
        """
        if not self._takes_over(organisation) or has_ended(organisation, self.today):
            return ()
        slug = organisation.slug
        own = {item.id for item in self.owned.get(slug, ())} | {use.entry for use in self.uses.get(slug, ())}
        position = Position(
            frozenset(own),
            tuple(item.slug for item in self.partners(organisation)),
            tuple((item.slug, item.score) for item in self.peers(organisation)),
        )
        return gaps(position, self.has, self.merits, self._for_anyone, most)

    @cached_property
    def members(self) -> Mapping[str, tuple[Organisation, ...]]:
        """Members of today by the slug of the partnership; only partnerships that have any."""
        found = {
            item.slug: members_today(self.catalogue, item, self.today)
            for item in self.catalogue.organisations.values()
            if item.profile and item.profile.members
        }
        return {slug: members for slug, members in found.items() if members}

    @cached_property
    def partnerships(self) -> Mapping[str, tuple[Organisation, ...]]:
        """Partnerships by the slug of a member of today, sorted by name."""
        found: dict[str, list[Organisation]] = defaultdict(list)
        for slug, members in self.members.items():
            for member in members:
                found[member.slug].append(self.catalogue.organisations[slug])
        return {
            slug: tuple(sorted(items, key=lambda item: (item.name, item.slug)))
            for slug, items in found.items()
        }

    @cached_property
    def past_partnerships(self) -> Mapping[str, tuple[Organisation, ...]]:
        """Partnerships a body once belonged to and no longer does, by its slug, sorted by name."""
        found: dict[str, list[Organisation]] = defaultdict(list)
        for partnership in sorted(
            self.catalogue.organisations.values(), key=lambda item: (item.name, item.slug)
        ):
            for slug, is_today in self._memberships(partnership).items():
                if not is_today:
                    found[slug].append(partnership)
        return {slug: tuple(items) for slug, items in found.items()}

    @cached_property
    def ever_members(self) -> Mapping[str, tuple[Organisation, ...]]:
        """Members of today and of the past by the slug of the partnership; those that have any."""
        known = self.catalogue.organisations
        found = {slug: tuple(self._memberships(item)) for slug, item in known.items() if item.profile}
        return {slug: tuple(known[name] for name in names) for slug, names in found.items() if names}

    @cached_property
    def has(self) -> Mapping[str, frozenset[str]]:
        """Ids of the entries each body owns or uses, by its slug."""
        found: dict[str, set[str]] = defaultdict(set)
        for slug, items in self.owned.items():
            found[slug].update(item.id for item in items)
        for slug, uses in self.uses.items():
            found[slug].update(use.entry for use in uses if use.counts)
        return {slug: frozenset(ids) for slug, ids in found.items()}

    @cached_property
    def merits(self) -> Mapping[str, Merits]:
        """What speaks for each entry that can be taken over, by id."""
        laws = self.catalogue.vocabularies.get("legislation", {})
        return merits_of(self.dossiers.values(), laws, self.today)

    def _takes_over(self, organisation: Organisation) -> bool:
        slug = organisation.slug
        is_active = slug in self.members or slug in self.has
        return organisation.type in COMPARED or (
            organisation.type is OrganisationType.PARTNERSHIP and is_active
        )

    @cached_property
    def _for_anyone(self) -> tuple[str, ...]:
        return worth_a_look(self.merits, EACH)

    @cached_property
    def _peers(self) -> Mapping[OrganisationType, Mapping[str, tuple[Likeness, ...]]]:
        """The peers of each existing body, by kind and slug."""
        return {kind: nearest_of_each(tuple(bodies.values()), PEERS) for kind, bodies in self._traits.items()}

    @cached_property
    def _traits(self) -> Mapping[OrganisationType, Mapping[str, Traits]]:
        """What of each existing body is compared, by kind and slug."""
        partners: dict[str, dict[str, float]] = defaultdict(dict)
        for partnership in self.catalogue.organisations.values():
            for slug, weight in ties(self._memberships(partnership)).items():
                partners[slug][partnership.slug] = weight
        found: dict[OrganisationType, dict[str, Traits]] = {kind: {} for kind in COMPARED}
        for item in self.catalogue.organisations.values():
            if item.type in found and not has_ended(item, self.today):
                found[item.type][item.slug] = traits_of(item, partners.get(item.slug, {}))
        return found

    def _memberships(self, partnership: Organisation) -> Mapping[str, bool]:
        """Return whether a member of today or of the past is one today, by the slug of its heir."""
        found: dict[str, bool] = {}
        over = has_ended(partnership, self.today)
        for member in partnership.profile.members if partnership.profile else ():
            body = self.catalogue.organisations.get(member.organisation)
            if body:
                slug = heir(self.catalogue, body, self.today).slug
                found[slug] = found.get(slug, False) or (not over and is_member_on(member, self.today))
        return found
