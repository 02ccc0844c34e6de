"""The home page: search, what colleagues ask, and what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.insight.calls import open_calls
from generator.insight.dossier import Dossier
from generator.insight.latest import latest_entries, latest_uses
from generator.insight.memberships import has_ended
from generator.messages import msg
from generator.model.choices_more import OrganisationType
from generator.pages.organisations import by_letter
from generator.pages.page import Page
from generator.pages.rendering import headings, render
from generator.pages.site import Site
from generator.pages.structured import collection_json
from generator.pages.subjects import used_terms

QUESTIONS = 6
NEWS = 6


def pages(site: Site) -> Iterator[Page]:
    """Yield the home page."""
    title = msg("Take over what already works").in_language(site.language)
    text = msg(
        "Applications and practices of Dutch municipalities, with what it really took to take them over."
    )
    description = text.in_language(site.language)
    insight = site.insight
    everything = tuple(insight.dossiers.values())
    html = render(
        "home.html",
        address="",
        language=site.language,
        site=site,
        title=title,
        text=description,
        entries=len(everything),
        reused=insight.times_reused,
        participants=len(insight.participants),
        municipalities=by_letter(
            item
            for item in site.catalogue.organisations.values()
            if item.type is OrganisationType.MUNICIPALITY and not has_ended(item, site.today)
        ),
        questions=questions(everything, QUESTIONS),
        themes=used_terms(site, "themes"),
        uses=latest_uses(everything, NEWS),
        calls=open_calls(insight.calls)[:3],
        latest=latest_entries(everything, NEWS),
        dossiers=insight.dossiers,
    )
    yield Page(
        address="",
        title=title,
        description=description,
        html=html,
        kind="home",
        toc=headings(html),
        language=site.language,
        json_ld=collection_json(title, description, "WebSite"),
    )


def questions(dossiers: Iterable[Dossier], most: int) -> tuple[tuple[str, Dossier], ...]:
    """Return questions and the entry that answers each: of different themes, the most used entries first."""
    found: dict[str, tuple[str, Dossier]] = {}
    for dossier in sorted(dossiers, key=lambda item: (-len(item.adopters), item.id)):
        if dossier.entry.questions:
            found.setdefault(dossier.entry.themes[0], (dossier.entry.questions[0], dossier))
    return tuple(found.values())[:most]
