"""An adoption by a member tells more than that of its partnership."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue, Record
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.organisation import Member
from generator.register import Organisation

RULE = Rule(
    "adoption-adds-to-the-partnership",
    Severity.NOTE,
    summary=msg("An adoption by a member tells more than that of its partnership."),
    why=msg("An adoption by a partnership counts for each of its members already."),
    repair=msg("Tell what it took in your own organisation, or remove the file."),
    can_be_excused=True,
    crosses_files=True,
)

# What every adoption has; all else is a fact of one's own, unless the partnership tells the same.
_FORM = frozenset({"confirmed", "confirmed_by", "example"})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield adoptions by a member that repeat the one by its partnership."""
    for entry, records in catalogue.adoptions_by_entry.items():
        by_organisation = {record.organisation: record for record in records}
        for record in records if entry in catalogue.entries else ():
            for partnership in _partnerships(catalogue, record.organisation, today):
                other = by_organisation.get(partnership.slug)
                if other and not _facts(record) - _facts(other):
                    message = msg(
                        "this counts already through '{name}', and tells no more", name=other.organisation
                    )
                    hint = msg("tell what it took in your own organisation, or remove this file")
                    yield RULE.finding(record.document.place(("status",)), message, hint)
                    break


def _partnerships(catalogue: Catalogue, slug: str, today: dt.date) -> Iterator[Organisation]:
    """Yield the partnerships that a body is in today."""
    for partnership in catalogue.partnerships_by_member.get(slug, ()):
        members = partnership.profile.members if partnership.profile else ()
        has_ended = partnership.until is not None and partnership.until < today
        if not has_ended and any(item.organisation == slug and _is_member(item, today) for item in members):
            yield partnership


def _is_member(member: Member, today: dt.date) -> bool:
    # A year or a month counts as a whole: "2019" holds every day that begins with it.
    now = today.isoformat()
    has_begun = member.since is None or member.since <= now[: len(member.since)]
    return has_begun and (member.until is None or member.until >= now[: len(member.until)])


def _facts(record: Record) -> set[tuple[str, str]]:
    """Return what an adoption tells: fields with values that are known, and the text."""
    told = {
        (".".join(str(step) for step in path if isinstance(step, str)), value)
        for path, value in record.document.values
        if path[0] not in _FORM and value != "unknown" and path[-1] != "retrieved"
    }
    text = record.document.body.strip()
    return told | {("body", text)} if text else told
