"""The page of each application and practice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from generator.insight.calls import KnownCall
from generator.insight.dossier import Dossier
from generator.insight.merits import Merits
from generator.insight.uses import Use, smallest_and_largest
from generator.model.application import Application
from generator.pages import found, users
from generator.pages.addresses import of_record
from generator.pages.body import Body, Section, body_of
from generator.pages.brief import brief_of
from generator.pages.compared_entry import compared_json
from generator.pages.facts import facts_of
from generator.pages.page import Page
from generator.pages.planning import Plan, links_between
from generator.pages.positions import dots
from generator.pages.rendering import headings, render
from generator.pages.site import Places, Setting, Site
from generator.pages.structured import entry_json
from generator.register import Organisation

# The headings a body may have, in the order of the page, and the id each gets there.
SECTIONS = (
    ("Wat lost het op", "wat-lost-het-op"),
    ("Wat is het", "wat-is-het"),
    ("Wat is er nodig", "wat-is-er-nodig"),
    ("Zo neemt u het over", "zo-neemt-u-het-over"),
    ("Resultaat", "resultaat"),
    ("Lessen", "lessen"),
)


_NO_PLACES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Told:
    """Who uses an entry, split by how much there is to read.

    Attributes:
        stories: Own uses with more to read than that it is used, each with the body of its file; when they
            are many, the first few.
        elsewhere: The others then, each with the address where it is told.
        all_told: Address of the first page with all of them.
        short: Own uses without.
        via: Organisations that use it through another, by the name of that other.
        smallest: Municipality with the fewest inhabitants among the users, or None.
        largest: The one with the most.
    """

    stories: tuple[tuple[Use, Markup], ...]
    elsewhere: tuple[tuple[Use, str], ...]
    all_told: str
    short: tuple[Use, ...]
    via: tuple[tuple[Organisation, tuple[Organisation, ...]], ...]
    smallest: Organisation | None
    largest: Organisation | None


@dataclass(frozen=True, slots=True)
class Given:
    """What the page of an entry follows from, beside the setting.

    Attributes:
        dossier: The entry, and all that is known of it.
        merits: What speaks for it whoever looks; None when it cannot be taken over.
        related: Entries that go with it.
        part_of: The larger wholes it belongs to.
        replaces: Entries it took the place of.
        replaced_by: Entries that took its place.
        calls: Open calls about it.
        depends_on: What its software needs: in words, and its entry when the words are the id of one.
        suppliers: Its suppliers that are in the register, by slug.
        address_by_path: As in `Places`; empty when no text on the page can need it.
    """

    dossier: Dossier
    merits: Merits | None
    related: tuple[Dossier, ...]
    part_of: tuple[Dossier, ...]
    replaces: tuple[Dossier, ...]
    replaced_by: tuple[Dossier, ...]
    calls: tuple[KnownCall, ...]
    depends_on: tuple[tuple[str, Dossier | None], ...]
    suppliers: Mapping[str, Organisation]
    address_by_path: Mapping[str, str]


def plans(site: Site) -> Iterator[Plan]:
    """Yield the plan of the page of every entry, sorted by title."""
    for dossier in site.insight.dossiers.values():
        yield plan_of(site, dossier)


def plan_of(site: Site, dossier: Dossier) -> Plan:
    """Return the plan of the page of an entry."""
    record = dossier.record
    given = given_of(site, dossier)
    return Plan(of_record(record), "entry", _page, given, record.path, dossier.entry.reviewed)


def given_of(site: Site, dossier: Dossier) -> Given:
    """Return what the page of an entry follows from."""
    entry, record = dossier.entry, dossier.record
    records = (record, *(use.record for use in dossier.uses))
    return Given(
        dossier,
        merits=site.insight.neighbours.merits.get(record.id),
        related=_dossiers(site, entry.related),
        part_of=_dossiers(site, entry.part_of),
        replaces=_dossiers(site, entry.replaces),
        replaced_by=_dossiers(site, entry.replaced_by),
        calls=tuple(call for call in site.insight.calls_by_entry.get(record.id, ()) if call.is_open),
        depends_on=_depends_on(site, dossier),
        suppliers=_suppliers(site, dossier),
        address_by_path=site.address_by_path if links_between(records) else _NO_PLACES,
    )


def told_of(places: Places, dossier: Dossier, address: str) -> Told:
    """Return the uses of an entry as its page shows them."""
    own, stories = [use for use in dossier.uses if use.via is None], users.stories_of(dossier)
    here = users.FEW if len(stories) > users.MANY else len(stories)
    via: dict[str, tuple[Organisation, list[Organisation]]] = {}
    for use in dossier.uses:
        if use.via is not None and use.counts:
            via.setdefault(use.via.slug, (use.via, []))[1].append(use.organisation)
    ends = smallest_and_largest(dossier.adopters)
    return Told(
        tuple((use, users.story(places, use, address)) for use in stories[:here]),
        tuple(
            (use, f"{users.address_of(dossier, place)}#gebruik-{use.organisation.slug}")
            for place, use in enumerate(stories)
            if place >= here
        ),
        users.address_of(dossier, 0),
        tuple(use for use in own if not use.has_story),
        tuple((through, tuple(members)) for through, members in via.values()),
        ends[0] if ends else None,
        ends[1] if ends else None,
    )


def _page(setting: Setting, given: Given) -> Page:
    dossier = given.dossier
    record, entry = dossier.record, dossier.entry
    address = of_record(record)
    body = body_of(given, record, address=address)
    facts = facts_of(dossier)
    html = render(
        "entry.html",
        address=address,
        language=setting.language,
        site=setting,
        dossier=dossier,
        entry=entry,
        is_application=isinstance(entry, Application),
        facts=facts,
        brief=brief_of(setting, dossier, facts, body.section(SECTIONS[0][0])),
        told=told_of(given, dossier, address),
        user_dots=dots(dossier.adopters),
        owner_dots=dots(dossier.owners),
        sections={name: body.section(title) for title, name in SECTIONS},
        others=_others(body),
        related=given.related,
        part_of=given.part_of,
        replaces=given.replaces,
        replaced_by=given.replaced_by,
        calls=given.calls,
        depends_on=given.depends_on,
        suppliers=given.suppliers,
        compared=compared_json(setting, dossier, facts, given.merits, given.related),
    )
    title = entry.title_en if setting.language == "en" and entry.title_en else entry.title
    summary = entry.summary_en if setting.language == "en" and entry.summary_en else entry.summary
    return Page(
        address=address,
        title=title,
        description=summary,
        html=html,
        kind="entry",
        toc=headings(html),
        language=setting.language,
        source=record.path,
        changed=entry.reviewed,
        search=found.of_entry(setting, dossier, body.text),
        json_ld=entry_json(dossier, setting.language),
    )


def _others(body: Body) -> tuple[Section, ...]:
    """Return sections that are not on the list; a rule reports them, yet nothing a person wrote is lost."""
    known = {title for title, _ in SECTIONS}
    return tuple(item for item in body.sections if item.title not in known)


def _dossiers(site: Site, names: Iterable[str]) -> tuple[Dossier, ...]:
    dossiers = site.insight.dossiers
    return tuple(dossiers[name] for name in names if name in dossiers)


def _depends_on(site: Site, dossier: Dossier) -> tuple[tuple[str, Dossier | None], ...]:
    """Return what software needs: in words, and its entry when the words are the id of one."""
    entry = dossier.entry
    if not isinstance(entry, Application):
        return ()
    return tuple((item, site.insight.dossiers.get(item)) for item in entry.software.depends_on)


def _suppliers(site: Site, dossier: Dossier) -> Mapping[str, Organisation]:
    """Return the suppliers that have a page, by slug."""
    entry, known = dossier.entry, site.catalogue.organisations
    named = [item.organisation for item in entry.suppliers] if isinstance(entry, Application) else []
    return {slug: known[slug] for slug in named if slug is not None and slug in known}
