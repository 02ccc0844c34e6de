"""Who does whose work on a day, and who belongs to which partnership."""

from __future__ import annotations

import datetime as dt

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


def heir(catalogue: Catalogue, organisation: Organisation, day: dt.date) -> Organisation:
    """Return the body that does the work of an organisation on that day: itself, as long as it exists.

    Of one that merged it is the body it merged into, however many mergers later; of one that ended without a
    successor it is itself.
    """
    here, seen = organisation, {organisation.code}
    while has_ended(here, day):
        following = catalogue.organisations_by_code.get(here.successor)
        if following is None or following.code in seen:
            break
        seen.add(following.code)
        here = following
    return here


def members_on(partnership: Organisation, day: dt.date) -> tuple[str, ...]:
    """Return the slugs of the members of a partnership on that day, sorted; none once it has ended."""
    if partnership.profile is None or has_ended(partnership, day):
        return ()
    return tuple(sorted({m.organisation for m in partnership.profile.members if is_member_on(m, day)}))


def members_today(catalogue: Catalogue, partnership: Organisation, day: dt.date) -> tuple[Organisation, ...]:
    """Return the members on that day that are in the register, sorted by name.

    A member that merged has its successor in its place, for as long as nobody says that the membership ended.
    """
    known = (catalogue.organisations.get(slug) for slug in members_on(partnership, day))
    found = {item.slug: item for item in (heir(catalogue, member, day) for member in known if member)}
    return tuple(sorted(found.values(), key=lambda item: (item.name, item.slug)))
