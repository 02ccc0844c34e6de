"""Pages of files that have just changed, before the whole site is made: from what is known of the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.content import Content
from generator.checking.again import look_again
from generator.pages.direct import direct_plans, renewed
from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class Ahead:
    """What can be told of changed files at once.

    Attributes:
        content: These files alone, with what is wrong in each by itself.
        pages: Those that follow from them most directly, whole, by address; none while something is wrong.
            The whole build makes the same.
    """

    content: Content
    pages: Mapping[str, bytes]


def look_ahead(
    before: Content, folder: Path, paths: Collection[str], around: Callable[[Page], str | None]
) -> Ahead:
    """Read files that changed, and make their pages.

    Args:
        before: Sound; vocabularies, register and the description of the site have not changed since.
        folder: Of the catalogue.
        paths: Of all files that changed since, as in `Location.path`; those that came or went do not count.
        around: As `Built.around`.
    """
    again = look_again(folder, before.catalogue, paths, before.site.today)
    content = Content(replace(before.site, catalogue=again.catalogue), again.findings)
    records = again.catalogue.records
    if content.failing() or not all(record.is_valid for record in records):
        return Ahead(content, {})
    site = renewed(before.site, records)
    pages: dict[str, bytes] = {}
    for plan in direct_plans(site, records):
        html = around(plan.page(site.setting))
        if html is not None:
            # As in `write_pages`.
            pages[plan.address] = html.encode("utf-8", "xmlcharrefreplace")
    return Ahead(content, pages)
