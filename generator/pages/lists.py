"""The lists of all applications and of all practices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.insight.dossier import Dossier
from generator.insight.facets import counts, in_order
from generator.insight.maturity import Maturity
from generator.messages import Message, msg
from generator.model.choices import Choice, Kind, Status
from generator.model.vocabulary import Term
from generator.pages.addresses import KINDS, SUBJECTS
from generator.pages.narrowing import narrowing_of
from generator.pages.page import Page
from generator.pages.paging import Part, parts_of
from generator.pages.planning import Plan
from generator.pages.rendering import render
from generator.pages.site import Setting, Site
from generator.pages.structured import collection_json
from generator.pages.subjects import WORDS

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
_ENTRANCES: dict[Kind, tuple[str, ...]] = {
    Kind.APPLICATION: (
        "facilities",
        "legislation",
        "standards",
        "reference-components",
        "suppliers",
        "statuses",
    ),
    Kind.PRACTICE: ("bio2", "legislation", "facilities", "statuses"),
}


@dataclass(frozen=True, slots=True)
class Given:
    """What one page of a list follows from, beside the setting.

    Attributes:
        kind: Of what is listed.
        part: The entries on the page.
        total: How many there are on all pages.
        themes: Themes, with how many entries each has.
        statuses: The same for statuses.
        maturities: The same for how widely entries are used.
    """

    kind: Kind
    part: Part[Dossier]
    total: int
    themes: tuple[tuple[Term, int], ...]
    statuses: tuple[tuple[Choice, int], ...]
    maturities: tuple[tuple[Choice, int], ...]


def plans(site: Site) -> Iterator[Plan]:
    """Yield the plans of the pages of both lists."""
    for kind in _WORDS:
        yield from _plans(site, kind)


def _plans(site: Site, kind: Kind) -> Iterator[Plan]:
    dossiers = [item for item in site.insight.dossiers.values() if item.record.kind is kind]
    counted = counts(dossiers)
    themes = tuple((site.term("themes", name), number) for name, number in counted["theme"].items())
    statuses = in_order(Status, counted["status"])
    maturities = in_order(Maturity, counted["maturity"])
    for part in parts_of(dossiers, KINDS[kind]):
        given = Given(kind, part, len(dossiers), themes, statuses, maturities)
        yield Plan(part.address, "list", _page, given)


def _page(setting: Setting, given: Given) -> Page:
    title, text = (words.in_language(setting.language) for words in _WORDS[given.kind])
    html = render(
        "list.html",
        address=given.part.address,
        language=setting.language,
        part=given.part,
        kind=given.kind,
        title=title,
        text=text,
        total=given.total,
        themes=given.themes,
        statuses=given.statuses,
        maturities=given.maturities,
        entrances=tuple((WORDS[name].title, SUBJECTS[name]) for name in _ENTRANCES[given.kind]),
        narrowed=narrowing_of(setting, given.part.items),
    )
    return Page(
        address=given.part.address,
        title=title,
        description=text,
        html=html,
        kind="list",
        language=setting.language,
        json_ld=collection_json(title, text),
    )
