"""A site in which some files hold something else, and the pages that follow from them most directly."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from generator.catalogue import Record
from generator.catalogue.renewed import renewed as renewed_catalogue
from generator.insight.memberships import heir
from generator.insight.renewed import renewed as renewed_insight
from generator.model.choices import Kind
from generator.pages import calls, entries, organisation
from generator.pages.planning import Plan
from generator.pages.site import Site


def renewed(before: Site, records: Collection[Record]) -> Site:
    """Return the site that reading the whole catalogue again would give.

    Args:
        before: Sound.
        records: Valid, each at the path of a file that is in it.
    """
    catalogue = renewed_catalogue(before.catalogue, records)
    after = replace(before, catalogue=catalogue)
    # What is known beforehand is put where `cached_property` looks for it.
    vars(after)["insight"] = renewed_insight(before.insight, catalogue, records)
    vars(after)["address_by_path"] = before.address_by_path
    return after


def direct_plans(site: Site, records: Collection[Record]) -> Iterator[Plan]:
    """Yield the plans of the pages that show these files: of entries, calls and bodies; none twice.

    Args:
        site: As it is now.
        records: Some of its files.
    """
    about = dict.fromkeys(record.id for record in records if record.is_entry or record.kind is Kind.ADOPTION)
    for name in about:
        if name in site.insight.dossiers:
            yield entries.plan_of(site, site.insight.dossiers[name])
    asked = {record.id for record in records if record.kind is Kind.CALL}
    yield from (calls.plan_of(site, item) for item in site.insight.calls if item.record.id in asked)
    named = (item.organisation for item in records if item.kind in {Kind.ADOPTION, Kind.ORGANISATION})
    bodies = (site.catalogue.organisations.get(slug) for slug in named)
    shown = {body.slug: body for body in (heir(site.catalogue, it, site.today) for it in bodies if it)}
    profiles = {item.organisation: item for item in site.catalogue.records if item.kind is Kind.ORGANISATION}
    for body in shown.values():
        yield organisation.plan_of(site, body, profiles)
