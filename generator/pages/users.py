"""Pages with all who use an entry and what it took them, where they are too many for its own page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from generator.insight.dossier import Dossier
from generator.insight.uses import Use
from generator.messages import msg
from generator.model.choices import Kind
from generator.pages.addresses import KINDS, of_record
from generator.pages.body import body_of
from generator.pages.page import Page
from generator.pages.paging import Part
from generator.pages.planning import Plan, links_between
from generator.pages.rendering import headings, render
from generator.pages.site import Places, Setting, Site

FEW = 5
"""How many stories the page of an entry begins with."""
MANY = 10
"""How many it holds at most; with more, all stand on pages of their own."""
EACH = 12
"""How many stand on one of those."""

_FOLDER = "gebruikers/"
_NO_PLACES: Mapping[str, str] = MappingProxyType({})
_TITLES = {
    Kind.APPLICATION: msg("Applications"),
    Kind.PRACTICE: msg("Practices"),
}


@dataclass(frozen=True, slots=True)
class Given:
    """What a page of users follows from, beside the setting.

    Attributes:
        dossier: The entry.
        part: Which of its users stand on this page.
        users: How many there are in all.
        address_by_path: As in `Places`; empty when no text on the page can need it.
    """

    dossier: Dossier
    part: Part[Use]
    users: int
    address_by_path: Mapping[str, str]


def plans(site: Site) -> Iterator[Plan]:
    """Yield the plans of the pages of each entry with many users."""
    for dossier in site.insight.dossiers.values():
        stories = stories_of(dossier)
        for part in _parts(dossier, stories) if len(stories) > MANY else ():
            texts = links_between([use.record for use in part.items])
            given = Given(dossier, part, len(stories), site.address_by_path if texts else _NO_PLACES)
            yield Plan(part.address, "users", _page, given, dossier.record.path, dossier.entry.reviewed)


def stories_of(dossier: Dossier) -> tuple[Use, ...]:
    """Return the own uses of an entry with more to read than that it is used."""
    return tuple(use for use in dossier.uses if use.via is None and use.has_story)


def address_of(dossier: Dossier, place: int) -> str:
    """Return the address of the page with the user at this place among the stories.

    No id of an entry has a dot in it, so the second page of one is never the first of another.
    """
    number = place // EACH + 1
    return f"{_FOLDER}{dossier.id}{f'.{number}' if number > 1 else ''}/"


def story(places: Places, use: Use, address: str) -> Markup:
    """Return the body of the file of a use, for the page at this address."""
    return body_of(places, use.record, address=address, prefix=f"gebruik-{use.organisation.slug}").html


def _parts(dossier: Dossier, stories: Sequence[Use]) -> Iterator[Part[Use]]:
    total = -(-len(stories) // EACH)
    addresses = [address_of(dossier, EACH * number) for number in range(total)]
    for number, address in enumerate(addresses):
        yield Part(
            stories[EACH * number : EACH * (number + 1)],
            number + 1,
            total,
            address,
            addresses[number - 1] if number else None,
            addresses[number + 1] if number + 1 < total else None,
        )


def _page(setting: Setting, given: Given) -> Page:
    dossier, part = given.dossier, given.part
    entry, kind = dossier.entry, dossier.record.kind
    name = (setting.language == "en" and entry.title_en) or entry.title
    title = msg("Who uses {title}?", title=name).in_language(setting.language)
    description = msg("What it took each organisation that uses {title}.", title=name)
    html = render(
        "entry_users.html",
        address=part.address,
        language=setting.language,
        entry=entry,
        title=title,
        crumbs=[
            (_TITLES[kind].in_language(setting.language), KINDS[kind]),
            (name, of_record(dossier.record)),
        ],
        stories=[(use, story(given, use, part.address)) for use in part.items],
        part=part,
        total=given.users,
    )
    return Page(
        address=part.address,
        title=title,
        description=description.in_language(setting.language)[:160],
        html=html,
        kind="users",
        toc=headings(html),
        language=setting.language,
        source=dossier.record.path,
        changed=entry.reviewed,
    )
