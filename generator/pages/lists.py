"""The lists of all applications and of all practices."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insight.facets import counts, in_order
from generator.insight.maturity import Maturity
from generator.messages import Message, msg
from generator.model.choices import Kind, Status
from generator.pages.addresses import KINDS
from generator.pages.page import Page
from generator.pages.paging import parts_of
from generator.pages.rendering import render
from generator.pages.site import Site
from generator.pages.structured import collection_json

_WORDS: dict[Kind, tuple[Message, Message]] = {
    Kind.APPLICATION: (
        msg("Applications"),
        msg("Software, services, forms and models of municipalities that you can take over."),
    ),
    Kind.PRACTICE: (
        msg("Practices"),
        msg("Ways of working with data, digital security, privacy and service that you can take over."),
    ),
}


def pages(site: Site) -> Iterator[Page]:
    """Yield the pages of both lists."""
    for kind in _WORDS:
        yield from _list(site, kind)


def _list(site: Site, kind: Kind) -> Iterator[Page]:
    dossiers = [item for item in site.insight.dossiers.values() if item.record.kind is kind]
    title, text = (words.in_language(site.language) for words in _WORDS[kind])
    counted = counts(dossiers)
    themes = tuple((site.term("themes", name), number) for name, number in counted["theme"].items())
    for part in parts_of(dossiers, KINDS[kind]):
        html = render(
            "list.html",
            address=part.address,
            language=site.language,
            part=part,
            kind=kind,
            title=title,
            text=text,
            total=len(dossiers),
            themes=themes,
            statuses=in_order(Status, counted["status"]),
            maturities=in_order(Maturity, counted["maturity"]),
        )
        yield Page(
            address=part.address,
            title=title,
            description=text,
            html=html,
            kind="list",
            language=site.language,
            json_ld=collection_json(title, text),
        )
