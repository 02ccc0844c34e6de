"""The page of every organisation: what it shares, reuses and asks, who is like it, and what those have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.catalogue import Record
from generator.insight.memberships import has_ended, heir
from generator.messages import msg
from generator.model.choices import Kind
from generator.model.choices_more import OrganisationType
from generator.pages import found
from generator.pages.addresses import of_organisation
from generator.pages.body import Body, body_of
from generator.pages.compared import compared_json
from generator.pages.gaps import Row, rows_of, themes_of
from generator.pages.monitor import charts_of
from generator.pages.page import Page
from generator.pages.planning import Plan, links_between
from generator.pages.rendering import headings, number_text, render
from generator.pages.site import Setting, Site
from generator.pages.standing import Standing, standing_of
from generator.pages.structured import organisation_json
from generator.register import Organisation

_NO_PLACES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Given:
    """What the page of an organisation follows from, beside the setting.

    Attributes:
        organisation: Whose page it is.
        record: Its `organisation.yml`, or None.
        has_ended: Whether it no longer exists.
        province: Where it lies, or None.
        standing: What the catalogue knows of it.
        histories: What was written about each of its predecessors, by slug.
        gaps: What others have and it does not.
        address_by_path: As in `Places`; empty when no text on the page can need it.
    """

    organisation: Organisation
    record: Record | None
    has_ended: bool
    province: Organisation | None
    standing: Standing
    histories: Mapping[str, Record]
    gaps: tuple[Row, ...]
    address_by_path: Mapping[str, str]


def plans(site: Site) -> Iterator[Plan]:
    """Yield the plan of the page of every body whose work nobody has taken over; those of others moved."""
    records = {r.organisation: r for r in site.catalogue.records if r.kind is Kind.ORGANISATION}
    for organisation in site.catalogue.organisations.values():
        if heir(site.catalogue, organisation, site.today) is organisation:
            yield plan_of(site, organisation, records)


def plan_of(site: Site, organisation: Organisation, records: Mapping[str, Record]) -> Plan:
    """Return the plan of the page of a body.

    Args:
        site: The build.
        organisation: Whose work nobody has taken over.
        records: Files `organisation.yml` by slug: its own and those of its predecessors at least.
    """
    record, address = records.get(organisation.slug), of_organisation(organisation.slug)
    given = _given(site, organisation, records)
    return Plan(address, "organisation", _page, given, record.path if record else None)


def _given(site: Site, organisation: Organisation, records: Mapping[str, Record]) -> Given:
    standing, record = standing_of(site, organisation), records.get(organisation.slug)
    histories = {item.slug: records[item.slug] for item in standing.predecessors if item.slug in records}
    texts = [*histories.values(), *([record] if record else [])]
    return Given(
        organisation,
        record,
        has_ended(organisation, site.today),
        site.province(organisation),
        standing,
        histories,
        rows_of(site, organisation),
        site.address_by_path if links_between(texts) else _NO_PLACES,
    )


def _page(setting: Setting, given: Given) -> Page:
    organisation, standing, record = given.organisation, given.standing, given.record
    address, profile = of_organisation(organisation.slug), organisation.profile
    body = body_of(given, record, address=address) if record else Body((), "")
    html = render(
        "organisation.html",
        address=address,
        language=setting.language,
        organisation=organisation,
        is_municipality=organisation.type is OrganisationType.MUNICIPALITY,
        has_ended=given.has_ended,
        profile=profile,
        province=given.province,
        standing=standing,
        gaps=given.gaps,
        gap_themes=themes_of(setting, given.gaps),
        charts=charts_of(profile.monitor if profile else ()),
        body=body,
        histories={
            slug: body_of(given, history, address=address, prefix=f"van-{slug}")
            for slug, history in given.histories.items()
        },
        improve=(setting.edit_address(record.path) or "") if record else None,
        dossiers={dossier.id: dossier for dossier in standing.used},
        compared=compared_json(organisation, given.province, standing, setting.language),
    )
    description = _description(setting, organisation, standing)
    return Page(
        address=address,
        title=organisation.name,
        description=description,
        html=html,
        kind="organisation",
        toc=headings(html),
        language=setting.language,
        source=record.path if record else None,
        search=found.of_organisation(
            setting, organisation, description, body.text, [item.name for item in standing.predecessors]
        ),
        json_ld=organisation_json(organisation),
    )


def _description(setting: Setting, organisation: Organisation, standing: Standing) -> str:
    text = msg(
        "{kind}. Shares {shares} and reuses {reuses} applications and practices. "
        "See also what others like it have.",
        kind=organisation.type.label(setting.language),
        shares=number_text(len(standing.shares), setting.language),
        reuses=number_text(standing.counted, setting.language),
    )
    return text.in_language(setting.language)
