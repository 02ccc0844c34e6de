"""What the pages that compare entries and keep a list of them read from the page of each: a piece of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.insight.bands import Band, Reported
from generator.insight.dossier import Dossier
from generator.insight.gaps import reused_points
from generator.insight.merits import Merits
from generator.messages import Language, Message, msg, translator
from generator.model.application import Application
from generator.model.choices import Choice, Effort
from generator.model.practice import Practice
from generator.pages.facts import DIMENSIONS, Facts, is_known
from generator.pages.rendering import date_text, number_text
from generator.pages.site import Setting

Values = list[str] | None
"""In words; empty when nothing is named, None when the question does not fit the entry."""


@dataclass(frozen=True, slots=True)
class Row:
    """A fact that entries are compared by.

    Attributes:
        name: In the JSON.
        title: In words.
        icon: As in the facts box of an entry.
    """

    name: str
    title: Message
    icon: str


@dataclass(frozen=True, slots=True)
class Group:
    """Facts that belong together."""

    title: Message
    rows: tuple[Row, ...]


GROUPS = (
    Group(
        msg("What it is"),
        (
            Row("kind", msg("Kind"), "shape-outline"),
            Row("status", msg("Status"), "check-circle-outline"),
            Row("owner", msg("Owner"), "star-outline"),
            Row("users", msg("In use at"), "account-group-outline"),
            Row("themes", msg("Themes"), "tag-outline"),
            Row("read", msg("Last read"), "calendar-check-outline"),
        ),
    ),
    Group(
        msg("Taking it over"),
        (
            Row("advice", msg("Take over"), "swap-horizontal"),
            Row("effort", msg("Effort"), "account-clock-outline"),
            Row("lead_time", msg("Lead time"), "timer-sand"),
            Row("cost_once", msg("Cost once"), "cash"),
            Row("cost_per_year", msg("Cost a year"), "cash-sync"),
            Row("roles", msg("Who is needed"), "account-outline"),
        ),
    ),
    Group(
        msg("What changes"),
        (
            Row("technology", msg("Technology"), "tune"),
            Row("process", msg("Work process"), "tune"),
            Row("organisation", msg("Who does what"), "tune"),
            Row("behaviour", msg("Behaviour"), "tune"),
        ),
    ),
    Group(
        msg("What must be there"),
        (
            Row("required", msg("Needs"), "connection"),
            Row("optional", msg("Works with"), "puzzle-outline"),
            Row("prerequisites", msg("Also needed"), "check"),
        ),
    ),
    Group(
        msg("Privacy, security and law"),
        (
            Row("personal_data", msg("Personal data"), "shield-account-outline"),
            Row("dpia", msg("DPIA"), "shield-account-outline"),
            Row("ai", msg("AI or an algorithm"), "robot-outline"),
            Row("controls", msg("Security controls (BIO2)"), "shield-lock-outline"),
            Row("laws", msg("Laws"), "scale-balance"),
        ),
    ),
    Group(
        msg("How it is made"),
        (
            Row("sort", msg("What sort"), "shape-outline"),
            Row("licence", msg("Licence"), "license"),
            Row("hosting", msg("Who runs it"), "server"),
            Row("data_location", msg("Where the data are"), "map-marker-outline"),
            Row("suppliers", msg("Suppliers"), "domain"),
            Row("maintenance", msg("Who maintains it"), "wrench-outline"),
            Row("accessibility", msg("Digital accessibility"), "human"),
            Row("standards", msg("Standards"), "link-variant"),
        ),
    ),
)


def compared_json(
    setting: Setting, dossier: Dossier, facts: Facts, merits: Merits | None, related: Iterable[Dossier]
) -> Markup:
    """Return what is compared of an entry, as JSON that may stand inside `<script>`.

    What the page shows as such, as its title, is not told twice: entries.js reads it there.

    `rows`: values in words by the name of a row; without one nobody has told, and `null` does not fit.
    `users`: slugs of its owners and users. `points`: 0 to 100 for law, ease, reuse and volume, which is what
    speaks for it whoever looks. `law`: the one that gives those points. `related`: ids of what
    goes with it.
    """
    language, entry = setting.language, dossier.entry
    rows = dict(_rows(setting, dossier, facts))
    users = dict.fromkeys(item.slug for item in (*dossier.owners, *dossier.adopters))
    law = setting.term("legislation", merits.law_id) if merits and merits.law_id else None
    starts = law.applies_from if law else None
    told = {
        "id": dossier.id,
        "example": entry.example,
        "rows": {name: values for name, values in rows.items() if values != [""]},
        "users": list(users),
        "points": [merits.law, merits.ease, reused_points(merits.reused), merits.volume]
        if merits
        else [0] * 4,
        "law": {"name": law.label(language), "from": starts.isoformat() if starts else ""} if law else None,
        "effort": _bounds(dossier),
        "related": [item.id for item in related],
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    # In JSON `<` stands in texts alone; written so, nothing in them can end the `<script>` they stand in.
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704


def _rows(setting: Setting, dossier: Dossier, facts: Facts) -> Iterator[tuple[str, Values]]:
    """Yield every row; `[""]` for what is not known."""
    language, entry = setting.language, dossier.entry
    reuse = entry.reuse
    yield "kind", [dossier.record.kind.label(language)]
    yield "status", [entry.status.label(language)]
    yield "owner", [item.name for item in dossier.owners]
    yield "users", [_users(len(dossier.adopters), language)]
    yield "themes", _terms(setting, "themes", entry.themes)
    yield "read", [date_text(entry.reviewed, language)]
    yield "advice", _words(reuse.advice if reuse else None, language)
    yield "effort", _bands(reuse.effort if reuse else None, facts.effort, language)
    yield "lead_time", _bands(reuse.lead_time if reuse else None, facts.lead_time, language)
    yield "cost_once", _bands(reuse.cost_once if reuse else None, facts.cost_once, language)
    yield "cost_per_year", _bands(reuse.cost_per_year if reuse else None, facts.cost_per_year, language)
    yield "roles", _named(_terms(setting, "roles", reuse.roles if reuse else ()))
    for name in DIMENSIONS:
        yield name, _words(getattr(reuse.changes, name) if reuse else None, language)
    yield "required", _terms(setting, "facilities", [item.id for item in facts.required])
    yield "optional", _terms(setting, "facilities", [item.id for item in facts.optional])
    yield "prerequisites", list(reuse.prerequisites if reuse else ())
    yield "personal_data", _words(entry.privacy.personal_data if entry.privacy else None, language)
    yield "dpia", _words(entry.privacy.dpia if entry.privacy else None, language)
    yield "ai", _words(entry.ai.used if entry.ai else None, language)
    controls = entry.security.controls if entry.security else ()
    yield "controls", [f"{item} {setting.term('bio2', item).label(language)}" for item in controls]
    yield "laws", _terms(setting, "legislation", entry.legislation)
    yield from _made(setting, entry)


def _made(setting: Setting, entry: Application | Practice) -> Iterator[tuple[str, Values]]:
    """Yield how it is made: of software its licence and the like, which do not fit a practice."""
    language = setting.language
    if isinstance(entry, Application):
        software, kept = entry.software, entry.maintenance
        yield "sort", _words(software.type, language)
        yield "licence", [_licence(software.licence, language)]
        yield "hosting", _named([item.label(language) for item in software.hosting if is_known(item)])
        yield "data_location", _words(software.data_location, language)
        yield "suppliers", [item.name for item in entry.suppliers]
        yield "maintenance", _words(kept.type if kept else None, language)
        status = entry.accessibility.status if entry.accessibility else None
        yield "accessibility", [f"{status.value}: {status.label(language)}"] if status else [""]
    else:
        yield "sort", _words(entry.type, language)
        for name in ("licence", "hosting", "data_location", "suppliers", "maintenance", "accessibility"):
            yield name, None
    standards = (
        (setting.term("standards", item.id).label(language), item.version) for item in entry.standards
    )
    yield "standards", [f"{name} {version or ''}".strip() for name, version in standards]


def _words(choice: Choice | None, language: Language) -> Values:
    return [choice.label(language)] if choice is not None and is_known(choice) else [""]


def _named(values: list[str]) -> Values:
    """Return values of which there is always at least one: none is not known."""
    return values or [""]


def _terms(setting: Setting, vocabulary: str, names: Iterable[str]) -> list[str]:
    return [setting.term(vocabulary, name).label(setting.language) for name in names]


def _users(number: int, language: Language) -> str:
    if not number:
        return msg("nobody else yet, as far as we know").in_language(language)
    words = translator(language).ngettext("1 organisation", "%(shown)s organisations", number)
    return words % {"shown": number_text(number, language)}


def _licence(licence: str, language: Language) -> str:
    if licence == "proprietary":
        return msg("Not open: buy it from a supplier").in_language(language)
    return "" if licence == "unknown" else licence


def _bands(claim: Band | None, found: Reported[Band], language: Language) -> Values:
    """Return what the owner says and what users report, as in the facts box."""
    said: list[str] = []
    if claim is not None and is_known(claim):
        words = claim.label(language)
        said = (
            [msg("{words} (says the owner)", words=words).in_language(language)] if found.bands else [words]
        )
    for band, number in found.bands:
        words = translator(language).ngettext(
            "%(band)s (reported once)", "%(band)s (reported %(shown)s times)", number
        )
        said.append(words % {"band": band.label(language), "shown": number_text(number, language)})
    return _named(said)


def _bounds(dossier: Dossier) -> Sequence[int | None] | None:
    """Return the fewest and the most working days anyone tells; the most is None when it has no bound."""
    reuse = dossier.entry.reuse
    told = [
        reuse.effort if reuse else None,
        *(use.adoption.effort for use in dossier.uses if use.via is None),
    ]
    known = [_DAYS[effort] for effort in told if effort in _DAYS]
    if not known:
        return None
    most = [high for _, high in known]
    return [min(low for low, _ in known), None if None in most else max(high or 0 for high in most)]


_DAYS: dict[Effort | None, tuple[int, int | None]] = {
    Effort.UNDER_1: (0, 1),
    Effort.FROM_1: (1, 5),
    Effort.FROM_6: (6, 20),
    Effort.FROM_21: (21, 60),
    Effort.OVER_60: (60, None),
}
