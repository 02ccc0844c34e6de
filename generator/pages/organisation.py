"""The page of every organisation: what it shares, reuses and asks, and what bodies like it have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Record
from generator.insight.calls import KnownCall
from generator.insight.dossier import Dossier
from generator.insight.memberships import has_ended, members_on
from generator.insight.peers import SizeClass, Suggestion, size_class
from generator.insight.uses import Use
from generator.messages import msg
from generator.model.choices import Kind
from generator.model.choices_more import OrganisationType
from generator.pages import found
from generator.pages.addresses import of_organisation
from generator.pages.body import Body, body_of
from generator.pages.page import Page
from generator.pages.rendering import headings, number_text, render
from generator.pages.site import Site
from generator.pages.structured import organisation_json
from generator.register import Organisation

SUGGESTED = 6


@dataclass(frozen=True, slots=True)
class Partner:
    """A partnership that an organisation belongs to, with what it shares and reuses itself."""

    partnership: Organisation
    shares: tuple[Dossier, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the catalogue knows of one organisation.

    Attributes:
        shares: Entries it owns or co-owns.
        uses: Its own adoptions.
        via: Uses through a partnership or a predecessor.
        partners: Partnerships it belongs to today.
        members: Its own members today; of a partnership.
        former_members: Those that left.
        predecessors: Bodies whose work it does today.
        successor: Who does its work today; of a former body.
        calls: What it asks.
        size: Size class; of a municipality.
        suggestions: What bodies like it use and it does not.
    """

    shares: tuple[Dossier, ...]
    uses: tuple[Use, ...]
    via: tuple[Use, ...]
    partners: tuple[Partner, ...]
    members: tuple[Organisation, ...]
    former_members: tuple[Organisation, ...]
    predecessors: tuple[Organisation, ...]
    successor: Organisation | None
    calls: tuple[KnownCall, ...]
    size: SizeClass | None
    suggestions: tuple[Suggestion, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of every body in the register, also of those that have ended."""
    records = {r.organisation: r for r in site.catalogue.records if r.kind is Kind.ORGANISATION}
    for organisation in site.catalogue.organisations.values():
        yield _page(site, organisation, records.get(organisation.slug))


def standing_of(site: Site, organisation: Organisation) -> Standing:
    """Return what the catalogue knows of an organisation."""
    insight, slug = site.insight, organisation.slug
    uses = insight.uses_by_organisation.get(slug, ())
    ended = has_ended(organisation, site.today)
    members = members_on(organisation, site.today)
    once = {member.organisation for member in organisation.profile.members} if organisation.profile else set()
    return Standing(
        insight.dossiers_by_owner.get(slug, ()),
        tuple(use for use in uses if use.via is None),
        tuple(use for use in uses if use.via is not None),
        tuple(_partner(site, item) for item in insight.partnerships.get(slug, ())),
        _organisations(site, members),
        _organisations(site, tuple(sorted(once - set(members)))),
        insight.predecessors.get(slug, ()),
        site.catalogue.successor(organisation) if ended else None,
        insight.calls_by_owner.get(slug, ()),
        size_class(organisation),
        () if ended else insight.suggestions(organisation, SUGGESTED),
    )


def _page(site: Site, organisation: Organisation, record: Record | None) -> Page:
    address = of_organisation(organisation.slug)
    standing = standing_of(site, organisation)
    body = body_of(site, record, address=address) if record else Body((), "")
    html = render(
        "organisation.html",
        address=address,
        language=site.language,
        site=site,
        organisation=organisation,
        is_municipality=organisation.type is OrganisationType.MUNICIPALITY,
        has_ended=has_ended(organisation, site.today),
        profile=organisation.profile,
        province=site.province(organisation),
        standing=standing,
        body=body,
        path=record.path if record else "",
        dossiers=site.insight.dossiers,
    )
    description = _description(site, organisation, standing)
    return Page(
        address=address,
        title=organisation.name,
        description=description,
        html=html,
        kind="organisation",
        toc=headings(html),
        language=site.language,
        source=record.path if record else None,
        search=found.of_organisation(site, organisation, description, body.text),
        json_ld=organisation_json(organisation),
    )


def _description(site: Site, organisation: Organisation, standing: Standing) -> str:
    kind = organisation.type.label(site.language)
    if standing.successor:
        text = msg("{kind}, part of {successor} today.", kind=kind, successor=standing.successor.name)
    else:
        text = msg(
            "{kind}. Shares {shares} and reuses {reuses} applications and practices. "
            "See also what others like it have.",
            kind=kind,
            shares=number_text(len(standing.shares), site.language),
            reuses=number_text(sum(use.counts for use in standing.uses), site.language),
        )
    return text.in_language(site.language)


def _partner(site: Site, partnership: Organisation) -> Partner:
    insight = site.insight
    uses = insight.uses_by_organisation.get(partnership.slug, ())
    return Partner(partnership, insight.dossiers_by_owner.get(partnership.slug, ()), uses)


def _organisations(site: Site, slugs: tuple[str, ...]) -> tuple[Organisation, ...]:
    known = [site.catalogue.organisations[slug] for slug in slugs if slug in site.catalogue.organisations]
    return tuple(sorted(known, key=lambda item: item.name))
