"""Old addresses: of an entry that got another name, and of a body whose work another one does today."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insight.memberships import heir
from generator.messages import Message, msg
from generator.pages.addresses import KINDS, of_organisation, of_record
from generator.pages.page import Page
from generator.pages.rendering import date_text, render
from generator.pages.site import Site

_DIFFERENT_NAME = msg("It is called differently now:")


def pages(site: Site) -> Iterator[Page]:
    """Yield a page for every earlier name of every entry, and for every body that has merged into another."""
    for dossier in site.insight.dossiers.values():
        for alias in dossier.entry.aliases:
            address = f"{KINDS[dossier.record.kind]}{alias}/"
            yield _page(site, address, of_record(dossier.record), dossier.entry.title, _DIFFERENT_NAME)
    for former in site.catalogue.organisations.values():
        today = heir(site.catalogue, former, site.today)
        if today is not former and former.until:
            last = date_text(former.until, site.language)
            why = msg("{name} existed until {day}. Its work goes on at:", name=former.name, day=last)
            yield _page(site, of_organisation(former.slug), of_organisation(today.slug), today.name, why)


def _page(site: Site, address: str, target: str, name: str, why: Message) -> Page:
    title = msg("This page has moved").in_language(site.language)
    html = render(
        "moved.html", address=address, language=site.language, title=title, why=why, name=name, target=target
    )
    return Page(
        address=address,
        title=title,
        description=name,
        html=html,
        kind="moved",
        language=site.language,
        moved_to=target,
    )
