"""What is known of an organisation, as tables and as values for other programs."""

from __future__ import annotations

from collections.abc import Mapping

from generator.cli.known import values_of_use
from generator.cli.tables import Table
from generator.insight import Insight
from generator.insight.similarity import Likeness
from generator.insight.uses import Use
from generator.messages import Language, msg
from generator.register import Organisation

ALIKE = 5
"""How many similar organisations are named."""
MOST = 10
"""How many things it could take over are named."""


def of_organisation(insight: Insight, here: Organisation, language: Language) -> tuple[Table, ...]:
    """Return what a person wants to know of an organisation that goes on today."""
    return (
        _facts(insight, here, language),
        *_own(insight, here, language),
        *_others(insight, here, language),
    )


def values_of_organisation(insight: Insight, here: Organisation) -> Mapping[str, object]:
    """Return an organisation for other programs."""
    near, slug = insight.neighbours, here.slug
    return {
        "kind": "organisation",
        "slug": slug,
        "code": here.code,
        "name": here.name,
        "type": here.type.value,
        "province": here.province or None,
        "inhabitants": here.inhabitants,
        "predecessors": [item.slug for item in insight.predecessors.get(slug, ())],
        "partnerships": [item.slug for item in near.partnerships.get(slug, ())],
        "members": [item.slug for item in near.members.get(slug, ())],
        "shares": [item.id for item in insight.dossiers_by_owner.get(slug, ())],
        "uses": [values_of_use(use) for use in insight.uses_by_organisation.get(slug, ())],
        "calls": [item.record.id for item in insight.calls_by_owner.get(slug, ())],
        "similar": [
            {
                "slug": item.slug,
                "score": round(item.score, 3),
                "reasons": [trait.value for trait in item.reasons],
            }
            for item in near.peers(here, ALIKE)
        ],
        "gaps": [
            {
                "entry": gap.entry,
                "score": gap.score,
                "partners": list(gap.partners),
                "peers": list(gap.peers),
            }
            for gap in near.gaps(here, MOST)
        ],
    }


def _facts(insight: Insight, here: Organisation, language: Language) -> Table:
    near = insight.neighbours
    province = insight.catalogue.organisations_by_code.get(here.province)
    facts = (
        (msg("What"), here.type.label(language)),
        (msg("Province"), province.name if province and province is not here else ""),
        (msg("Inhabitants"), str(here.inhabitants or "")),
        (msg("Partnerships"), ", ".join(item.name for item in near.partnerships.get(here.slug, ()))),
        (msg("Members"), ", ".join(item.name for item in near.members.get(here.slug, ()))),
        (msg("Formerly"), ", ".join(item.name for item in insight.predecessors.get(here.slug, ()))),
    )
    return Table(here.name, (), tuple(fact for fact in facts if fact[1]))


def _own(insight: Insight, here: Organisation, language: Language) -> tuple[Table, ...]:
    calls = insight.calls_by_owner.get(here.slug, ())
    return (
        Table(
            msg("Shares"),
            (msg("Entry"), msg("Title"), msg("Status"), msg("Used by")),
            tuple(
                (item.id, item.entry.title, item.entry.status.label(language), len(item.adopters))
                for item in insight.dossiers_by_owner.get(here.slug, ())
            ),
            msg("Nothing yet."),
        ),
        Table(
            msg("Reuses"),
            (msg("Entry"), msg("Title"), msg("State"), msg("Through"), msg("Confirmed")),
            tuple(_use(insight, use, language) for use in insight.uses_by_organisation.get(here.slug, ())),
            msg("Nothing yet."),
        ),
        Table(
            msg("Asks"),
            (msg("Call"), msg("Title"), msg("Last day")),
            tuple((it.record.id, it.call.title, it.call.until.isoformat()) for it in calls),
        ),
    )


def _others(insight: Insight, here: Organisation, language: Language) -> tuple[Table, ...]:
    near = insight.neighbours
    return (
        Table(
            msg("Is like"),
            (msg("Organisation"), msg("Percent"), msg("Because")),
            tuple(_like(insight, item, language) for item in near.peers(here, ALIKE)),
        ),
        Table(
            msg("Others have it, this one does not"),
            (msg("Entry"), msg("Title"), msg("Score"), msg("Partners that have it")),
            tuple(
                (gap.entry, insight.dossiers[gap.entry].entry.title, gap.score, _names(insight, gap.partners))
                for gap in near.gaps(here, MOST)
            ),
        ),
    )


def _use(insight: Insight, use: Use, language: Language) -> tuple[str, ...]:
    told = use.adoption
    return (
        use.entry,
        insight.dossiers[use.entry].entry.title,
        told.status.label(language),
        use.via.name if use.via else "",
        told.confirmed.isoformat(),
    )


def _like(insight: Insight, item: Likeness, language: Language) -> tuple[str, int, str]:
    reasons = ", ".join(trait.label(language) for trait in item.reasons)
    return insight.catalogue.organisations[item.slug].name, round(100 * item.score), reasons


def _names(insight: Insight, slugs: tuple[str, ...]) -> str:
    return ", ".join(insight.catalogue.organisations[slug].name for slug in slugs)
