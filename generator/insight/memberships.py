"""Who belongs to which partnership on a day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

from generator.catalogue import Catalogue
from generator.insight.dates import first_day, last_day
from generator.model.organisation import Member
from generator.register import Organisation


def is_member_on(member: Member, day: dt.date) -> bool:
    """Whether a membership runs on that day; a year without month counts as a whole year."""
    begun = member.since is None or first_day(member.since) <= day
    return begun and (member.until is None or day <= last_day(member.until))


def has_ended(organisation: Organisation, day: dt.date) -> bool:
    """Whether the register says that a body no longer exists on that day."""
    return organisation.until is not None and organisation.until < day


def members_on(partnership: Organisation, day: dt.date) -> tuple[str, ...]:
    """Return the slugs of the members of a partnership on that day, sorted; none once it has ended."""
    if partnership.profile is None or has_ended(partnership, day):
        return ()
    return tuple(sorted({m.organisation for m in partnership.profile.members if is_member_on(m, day)}))


def partnerships_on(catalogue: Catalogue, day: dt.date) -> Mapping[str, tuple[Organisation, ...]]:
    """Return the partnerships each body belongs to on that day, by the slug of the member, sorted by name."""
    groups: dict[str, list[Organisation]] = defaultdict(list)
    for partnership in sorted(catalogue.organisations.values(), key=lambda item: item.name):
        for slug in members_on(partnership, day):
            groups[slug].append(partnership)
    return {slug: tuple(items) for slug, items in groups.items()}
