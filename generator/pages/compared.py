"""What the page that compares two organisations reads from the page of each: one small piece of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from generator.insight.dossier import Dossier
from generator.messages import Language, msg
from generator.pages.addresses import of_organisation, of_record
from generator.pages.rendering import number_text
from generator.pages.standing import Standing
from generator.register import Organisation

Told = dict[str, object]


def compared_json(
    organisation: Organisation, province: Organisation | None, standing: Standing, language: Language
) -> Markup:
    """Return what is compared of an organisation, as JSON that may stand inside `<script>`.

    `facts`: pairs of words. `has`: what it owns or uses, each with `id`, `title`, `at` (address from the root
    of the site) and `how` (in words). `had`: what it plans, stopped with or did not choose. `partnerships`:
    those of today and, with `over`, of the past. `figures`: those of monitors. `near`: who it works with, and
    who is like it and how much.
    """
    has, other = _entries(standing, language)
    told = {
        "name": organisation.name,
        "at": of_organisation(organisation.slug),
        "facts": list(_facts(organisation, province, language)),
        "has": has,
        "had": other,
        "partnerships": [
            {"name": item.name, "at": of_organisation(item.slug), "over": over}
            for over, items in ((False, standing.partnerships), (True, standing.past_partnerships))
            for item in items
        ],
        "figures": _figures(organisation),
        "near": {"partners": standing.partners, "peers": standing.peers},
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    # In JSON `<` stands in texts alone; written so, nothing in them can end the `<script>` they stand in.
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704


def _facts(
    organisation: Organisation, province: Organisation | None, language: Language
) -> Iterator[tuple[str, str]]:
    inhabitants, area = organisation.inhabitants, organisation.area
    yield msg("Kind").in_language(language), organisation.type.label(language)
    if province:
        yield msg("Province").in_language(language), province.name
    if inhabitants:
        yield msg("Inhabitants").in_language(language), number_text(inhabitants, language)
    if inhabitants and area:
        yield (
            msg("Inhabitants per km²").in_language(language),
            number_text(round(inhabitants / area), language),
        )


def _entries(standing: Standing, language: Language) -> tuple[list[Told], list[Told]]:
    """Return what it owns or uses, and what it plans, tries, stopped with or did not choose; by title."""
    dossiers = {dossier.id: dossier for dossier in standing.used}
    has = {
        item.id: _entry(item, msg("shares this").in_language(language), language) for item in standing.shares
    }
    had: dict[str, Told] = {}
    for use in (*standing.uses, *standing.via):
        if use.entry in has:
            continue
        how = lowered(use.adoption.status.label(language))
        if use.via:
            through = msg("through {name}", name=use.via.name).in_language(language)
            how = f"{how}, {through}"
        (has if use.counts else had)[use.entry] = _entry(dossiers[use.entry], how, language)
    had = {name: told for name, told in had.items() if name not in has}
    return _by_title(has), _by_title(had)


def _entry(dossier: Dossier, how: str, language: Language) -> Told:
    entry = dossier.entry
    title = (language == "en" and entry.title_en) or entry.title
    if entry.example:
        title = f"{title} ({lowered(msg('Fictional example').in_language(language))})"
    return {"id": dossier.id, "title": title, "at": of_record(dossier.record), "how": how}


def lowered(words: str) -> str:
    """Return words that began a sentence as they are inside one."""
    return words[:1].lower() + words[1:]


def _by_title(entries: dict[str, Told]) -> list[Told]:
    return sorted(entries.values(), key=lambda told: (str(told["title"]).casefold(), str(told["id"])))


def _figures(organisation: Organisation) -> list[Told]:
    figures = organisation.profile.monitor if organisation.profile else ()
    return [
        {
            "year": it.year,
            "measure": it.measure,
            "value": it.value or "",
            "rank": it.rank,
            "source": it.source,
        }
        for it in sorted(figures, key=lambda it: (it.measure, -it.year))
    ]
