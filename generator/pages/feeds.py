"""Feeds (Atom, RFC 4287): what is new or confirmed again, and the calls."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from heapq import nsmallest
from itertools import chain

from generator.insight.calls import KnownCall
from generator.insight.dossier import Dossier
from generator.insight.uses import Use
from generator.messages import Language, Message, msg
from generator.model.choices import Choice, Kind
from generator.pages.addresses import KINDS, of_record
from generator.pages.rendering import relative, render
from generator.pages.site import Site
from generator.text import neutral

NEWS_FEED = "feed.xml"
CALLS_FEED = "oproepen/feed.xml"
MOST = 50
"""News in one feed; who reads it once a day misses nothing."""

# What XML 1.0 has no way to write, not even escaped. Line breaks and tabs it has.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news.

    Attributes:
        day: When it was true.
        address: Below the site's root, of the page that tells more; it may end in `#part`.
        title: Plain text.
        summary: Plain text.
        author: Name of the organisation.
        kind: Of what it is about.
    """

    day: dt.date
    address: str
    title: str
    summary: str
    author: str
    kind: Choice


Draft = tuple[dt.date, str, Callable[[], News]]
"""A day, what orders news of one day, and what makes the news: of many only the latest is made."""


def news_feed(site: Site) -> str:
    """Return the feed of entries and adoptions that are new or were confirmed again, and of new calls."""
    title = msg("New and updated: applications, practices, reuse and calls")
    return _feed(site, NEWS_FEED, "", title, chain(_of_dossiers(site), _of_calls(site)))


def calls_feed(site: Site) -> str:
    """Return the feed of calls, the last to open first."""
    title = msg("Calls: buy, build or try something together")
    return _feed(site, CALLS_FEED, KINDS[Kind.CALL], title, _of_calls(site))


def asked_on(item: KnownCall, today: dt.date) -> dt.date:
    """Return the day a call was placed: as written, else the day its source was read; never after its end."""
    read = max((source.retrieved for source in item.call.sources), default=today)
    return item.call.opened or min(read, item.call.until)


def _of_dossiers(site: Site) -> Iterator[Draft]:
    for item in site.insight.dossiers.values():
        yield item.entry.reviewed, item.id, partial(_of_entry, item, site.language)
        for use in item.uses:
            if use.via is None:
                order = f"{item.id}/{use.organisation.slug}"
                yield use.adoption.confirmed, order, partial(_of_use, use, item, site.language)


def _of_calls(site: Site) -> Iterator[Draft]:
    for item in site.insight.calls:
        yield asked_on(item, site.today), item.record.id, partial(_of_call, item, site.language, site.today)


def _of_entry(item: Dossier, language: Language) -> News:
    entry = item.entry
    is_english = language == "en"
    return News(
        entry.reviewed,
        of_record(item.record),
        (is_english and entry.title_en) or entry.title,
        (is_english and entry.summary_en) or entry.summary,
        item.owner.name,
        item.record.kind,
    )


def _of_use(use: Use, item: Dossier, language: Language) -> News:
    told, of_entry = use.adoption, _of_entry(item, language)
    title = f"{use.organisation.name} · {told.status.label(language)}: {of_entry.title}"
    summary = told.lesson or told.stop_reason or of_entry.summary
    address = f"{of_entry.address}#gebruik-{use.organisation.slug}"
    return News(told.confirmed, address, title, summary, use.organisation.name, use.record.kind)


def _of_call(item: KnownCall, language: Language, today: dt.date) -> News:
    call, is_english = item.call, language == "en"
    return News(
        asked_on(item, today),
        of_record(item.record),
        (is_english and call.title_en) or call.title,
        (is_english and call.summary_en) or call.summary,
        item.owner.name,
        item.record.kind,
    )


def _feed(site: Site, address: str, page: str, title: Message, found: Iterable[Draft]) -> str:
    """Return a feed.

    Args:
        site: Where it belongs.
        address: Of the feed.
        page: Address of the page with the same news.
        title: Of the feed.
        found: In any order.
    """
    latest = nsmallest(MOST, found, key=lambda draft: (-draft[0].toordinal(), draft[1]))
    shown = [make() for _, _, make in latest]
    return _UNFIT.sub(
        lambda match: neutral(match[0]),
        render(
            "feed.xml",
            address=address,
            language=site.language,
            title=title,
            id=_id(site, address),
            own=f"{site.address}{address}" if site.address else "",
            page=link_to(site, page, address),
            updated=max((item.day for item in shown), default=site.today),
            items=[(item, _id(site, item.address), link_to(site, item.address, address)) for item in shown],
        ),
    )


def link_to(site: Site, address: str, here: str) -> str:
    """Return a link from a file of the site: whole when it is known where the site is, else from there."""
    return f"{site.address}{address}" if site.address else relative(address, here)


def _id(site: Site, address: str) -> str:
    """Return what tells this from all else in the world, and stays the same."""
    return f"{site.address}{address}" if site.address else uuid.uuid5(uuid.NAMESPACE_URL, address).urn
