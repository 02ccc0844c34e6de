"""The old address of an entry that got another name: it leads to the new one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.messages import msg
from generator.pages.addresses import KINDS, of_record
from generator.pages.page import Page
from generator.pages.rendering import render
from generator.pages.site import Site


def pages(site: Site) -> Iterator[Page]:
    """Yield a page for every earlier name of every entry."""
    title = msg("This page has moved").in_language(site.language)
    for dossier in site.insight.dossiers.values():
        for alias in dossier.entry.aliases:
            address = f"{KINDS[dossier.record.kind]}{alias}/"
            target = of_record(dossier.record)
            html = render(
                "moved.html",
                address=address,
                language=site.language,
                title=title,
                dossier=dossier,
                target=target,
            )
            yield Page(
                address=address,
                title=title,
                description=dossier.entry.title,
                html=html,
                kind="moved",
                language=site.language,
                moved_to=target,
            )
