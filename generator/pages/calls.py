"""The list of calls and the page of each call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.insight.calls import KnownCall, closed_calls, open_calls
from generator.insight.contracts import endings
from generator.insight.dossier import Dossier
from generator.messages import msg
from generator.model.choices import Kind
from generator.pages import found
from generator.pages.addresses import KINDS, of_record
from generator.pages.body import body_of
from generator.pages.page import Page
from generator.pages.planning import Plan, links_between, planned
from generator.pages.rendering import headings, render
from generator.pages.site import Setting, Site
from generator.pages.structured import call_json, collection_json

_NO_PLACES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Given:
    """What the page of a call follows from, beside the setting.

    Attributes:
        item: The call.
        about: The entry it is about, or None.
        address_by_path: As in `Places`; empty when its text cannot need it.
    """

    item: KnownCall
    about: Dossier | None
    address_by_path: Mapping[str, str]


def plans(site: Site) -> Iterator[Plan]:
    """Yield the plans of the list and of every call, also those that have closed."""
    yield planned(_list(site))
    for item in site.insight.calls:
        yield plan_of(site, item)


def plan_of(site: Site, item: KnownCall) -> Plan:
    """Return the plan of the page of a call."""
    record, about = item.record, site.insight.dossiers.get(item.call.entry or "")
    given = Given(item, about, site.address_by_path if links_between((record,)) else _NO_PLACES)
    return Plan(of_record(record), "call", _page, given, record.path, item.call.opened)


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


def _page(setting: Setting, given: Given) -> Page:
    item = given.item
    call, record = item.call, item.record
    address = of_record(record)
    body = body_of(given, record, address=address)
    html = render(
        "call.html",
        address=address,
        language=setting.language,
        site=setting,
        item=item,
        call=call,
        body=body,
        about=given.about,
    )
    return Page(
        address=address,
        title=call.title_en if setting.language == "en" and call.title_en else call.title,
        description=call.summary_en if setting.language == "en" and call.summary_en else call.summary,
        html=html,
        kind="call",
        toc=headings(html),
        language=setting.language,
        source=record.path,
        changed=call.opened,
        search=found.of_call(setting, item, body.text),
        json_ld=call_json(item),
    )
