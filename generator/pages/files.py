"""What the site holds besides pages: feeds to follow, a calendar, and where entries are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.agenda import AGENDA, agenda
from generator.pages.backdrop import BACKDROP, backdrop
from generator.pages.feeds import CALLS_FEED, NEWS_FEED, calls_feed, news_feed
from generator.pages.pointers import pointers
from generator.pages.site import Site


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site that is no page.

    Attributes:
        address: Below the site's root: `oproepen/feed.xml`.
        content: Text, for UTF-8.
    """

    address: str
    content: str


def all_files(site: Site) -> Iterator[SiteFile]:
    """Yield every file; a calendar without a day in it is none."""
    yield SiteFile(NEWS_FEED, news_feed(site))
    yield SiteFile(BACKDROP, backdrop(site))
    for address, text in sorted(pointers(site)):
        yield SiteFile(address, text)
    if site.insight.calls:
        yield SiteFile(AGENDA, agenda(site))
    yield SiteFile(CALLS_FEED, calls_feed(site))
