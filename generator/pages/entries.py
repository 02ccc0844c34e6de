"""The page of each application and practice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.insight.dossier import Dossier
from generator.insight.uses import Use, smallest_and_largest
from generator.model.application import Application
from generator.pages import found
from generator.pages.addresses import of_record
from generator.pages.body import Body, Section, body_of
from generator.pages.facts import facts_of
from generator.pages.page import Page
from generator.pages.rendering import headings, render
from generator.pages.site import Site
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


@dataclass(frozen=True, slots=True)
class Told:
    """Who uses an entry, split by how much there is to read.

    Attributes:
        stories: Own uses with more to read than that it is used, each with the body of its file.
        short: Own uses without.
        via: Organisations that use it through another, by the name of that other.
        smallest: Municipality with the fewest inhabitants among the users, or None.
        largest: The one with the most.
    """

    stories: tuple[tuple[Use, Markup], ...]
    short: tuple[Use, ...]
    via: tuple[tuple[Organisation, tuple[Organisation, ...]], ...]
    smallest: Organisation | None
    largest: Organisation | None


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of every entry, sorted by title."""
    for dossier in site.insight.dossiers.values():
        yield _page(site, dossier)


def told_of(site: Site, dossier: Dossier, address: str) -> Told:
    """Return the uses of an entry as its page shows them."""
    own = [use for use in dossier.uses if use.via is None]
    via: dict[str, tuple[Organisation, list[Organisation]]] = {}
    for use in dossier.uses:
        if use.via is not None and use.counts:
            via.setdefault(use.via.slug, (use.via, []))[1].append(use.organisation)
    ends = smallest_and_largest(dossier.adopters)
    return Told(
        tuple((use, _text(site, use, address)) for use in own if use.has_story),
        tuple(use for use in own if not use.has_story),
        tuple((through, tuple(members)) for through, members in via.values()),
        ends[0] if ends else None,
        ends[1] if ends else None,
    )


def _page(site: Site, dossier: Dossier) -> Page:
    record, entry = dossier.record, dossier.entry
    address = of_record(record)
    body = body_of(site, record, address=address)
    html = render(
        "entry.html",
        address=address,
        language=site.language,
        site=site,
        dossier=dossier,
        entry=entry,
        is_application=isinstance(entry, Application),
        facts=facts_of(dossier),
        told=told_of(site, dossier, address),
        sections={name: body.section(title) for title, name in SECTIONS},
        others=_others(body),
        related=_dossiers(site, entry.related),
        part_of=_dossiers(site, entry.part_of),
        replaces=_dossiers(site, entry.replaces),
        replaced_by=_dossiers(site, entry.replaced_by),
        calls=[call for call in site.insight.calls_by_entry.get(record.id, ()) if call.is_open],
        depends_on=_depends_on(site, dossier),
    )
    title = entry.title_en if site.language == "en" and entry.title_en else entry.title
    summary = entry.summary_en if site.language == "en" and entry.summary_en else entry.summary
    return Page(
        address=address,
        title=title,
        description=summary,
        html=html,
        kind="entry",
        toc=headings(html),
        language=site.language,
        source=record.path,
        changed=entry.reviewed,
        search=found.of_entry(site, dossier, body.text),
        json_ld=entry_json(dossier, site.language),
    )


def _text(site: Site, use: Use, address: str) -> Markup:
    return body_of(site, use.record, address=address, prefix=f"gebruik-{use.organisation.slug}").html


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
