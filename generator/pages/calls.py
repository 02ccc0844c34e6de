"""The list of calls and the page of each call."""

from __future__ import annotations

from collections.abc import Iterator

from generator.insight.calls import KnownCall, closed_calls, open_calls
from generator.insight.contracts import endings
from generator.messages import msg
from generator.model.choices import Kind
from generator.pages import found
from generator.pages.addresses import KINDS, of_record
from generator.pages.body import body_of
from generator.pages.page import Page
from generator.pages.rendering import headings, render
from generator.pages.site import Site
from generator.pages.structured import call_json, collection_json


def pages(site: Site) -> Iterator[Page]:
    """Yield the list and every call, also those that have closed."""
    yield _list(site)
    for item in site.insight.calls:
        yield _call(site, item)


def _list(site: Site) -> Page:
    title = msg("Who joins in?").in_language(site.language)
    text = msg("Municipalities that want to buy, build or try something together, or ask a question.")
    description = text.in_language(site.language)
    address = KINDS[Kind.CALL]
    html = render(
        "calls.html",
        address=address,
        language=site.language,
        title=title,
        text=description,
        open_calls=open_calls(site.insight.calls),
        closed_calls=closed_calls(site.insight.calls),
        contracts=endings(site.insight.dossiers.values(), site.today),
        today=site.today,
    )
    return Page(
        address=address,
        title=title,
        description=description,
        html=html,
        kind="list",
        toc=headings(html),
        language=site.language,
        json_ld=collection_json(title, description),
    )


def _call(site: Site, item: KnownCall) -> Page:
    call, record = item.call, item.record
    address = of_record(record)
    body = body_of(site, record, address=address)
    html = render(
        "call.html",
        address=address,
        language=site.language,
        site=site,
        item=item,
        call=call,
        body=body,
        about=site.insight.dossiers.get(call.entry or ""),
    )
    return Page(
        address=address,
        title=call.title_en if site.language == "en" and call.title_en else call.title,
        description=call.summary_en if site.language == "en" and call.summary_en else call.summary,
        html=html,
        kind="call",
        toc=headings(html),
        language=site.language,
        source=record.path,
        changed=call.opened,
        search=found.of_call(site, item, body.text),
        json_ld=call_json(item),
    )
