"""The page of the reader's own list, which becomes a plan for the years to come; all of it in the browser."""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from generator.insight.gaps import WEIGHTS
from generator.messages import Language, msg
from generator.pages.addresses import SHORTLIST
from generator.pages.compare_organisations import choices
from generator.pages.page import Page
from generator.pages.pointers import files_needed
from generator.pages.rendering import render
from generator.pages.site import Site
from generator.pages.structured import collection_json

# What scripts write on the page and in files; `{name}` is a place to fill.
_WORDS = {
    "plan": msg("Year plan"),
    "no_year": msg("No year yet"),
    "one": msg("1 item"),
    "many": msg("{n} items"),
    "days": msg("together {from} to {to} working days of your own"),
    "days_open": msg("together {from} working days of your own or more"),
    "unclear": msg("of {n} not known yet"),
    "unknown": msg("not known yet"),
    "law": msg("helps with a law that applies from {day}: {law}"),
    "law_since": msg("helps with a law that has applied since {day}: {law}"),
    "law_undated": msg("helps with this law: {law}"),
    "gone": msg("This is no longer in the catalogue."),
    "failed": msg("The page of this could not be fetched. Try again later."),
    "added": msg("{n} added to your list."),
    "replaced": msg("Your list is replaced: {n} on it."),
    "removed": msg("'{title}' is off your list."),
    "cleared": msg("Your list is empty now."),
    "restored": msg("It is back."),
    "moved": msg("'{title}' is at place {n} now."),
    "copied": msg("The link is copied. The list is in the link itself; it reaches no server."),
    "copy": msg("Copy the link below. The list is in the link itself; it reaches no server."),
    "unreadable": msg("There is no list in it that we can read. Nothing has changed."),
    "too_large": msg("This is too large for a list. Nothing has changed."),
    "found": msg("There are {n} in this list:"),
    "kind": msg("Kind"),
    "owner": msg("Owner"),
    "year": msg("Year"),
    "priority": msg("Priority"),
    "priority_1": msg("high"),
    "priority_2": msg("middle"),
    "priority_3": msg("low"),
    "score": msg("Score"),
    "effort": msg("Effort"),
    "cost_once": msg("Cost once"),
    "cost_per_year": msg("Cost a year"),
    "law_name": msg("Law"),
    "note": msg("Your note"),
    "address": msg("Address"),
    "name": msg("Title"),
}


def pages(site: Site) -> Iterator[Page]:
    """Yield the page."""
    title = msg("My list and year plan").in_language(site.language)
    text = msg("Keep what you would like to take over, choose a year, and make a plan of it.")
    description = text.in_language(site.language)
    municipalities, others = choices(site)
    html = render(
        "shortlist.html",
        address=SHORTLIST,
        language=site.language,
        title=title,
        text=description,
        weights=tuple(WEIGHTS.items()),
        municipalities=municipalities,
        others=others,
        pointers=files_needed(site),
        words=words(site.language),
    )
    yield Page(
        address=SHORTLIST,
        title=title,
        description=description,
        html=html,
        kind="shortlist",
        language=site.language,
        json_ld=collection_json(title, description),
    )


def words(language: Language) -> Markup:
    """Return what scripts write, as JSON that may stand inside `<script>`."""
    said = {name: word.in_language(language) for name, word in _WORDS.items()}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    # Our own words, from the files of translations.
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704
