"""What is known of an entry or a call, as tables and as values for other programs."""

from __future__ import annotations

from collections.abc import Mapping

from generator.cli.tables import Cell, Table
from generator.insight.bands import against, reported
from generator.insight.calls import KnownCall
from generator.insight.dossier import Dossier
from generator.insight.uses import Use
from generator.messages import Language, Message, msg
from generator.model.choices import Choice, Effort


def of_entry(dossier: Dossier, language: Language) -> tuple[Table, ...]:
    """Return what a person wants to know of an application or practice."""
    entry = dossier.entry
    facts = (
        (msg("What"), dossier.record.kind.label(language)),
        (msg("In short"), (language == "en" and entry.summary_en) or entry.summary),
        (msg("From"), ", ".join(owner.name for owner in dossier.owners)),
        (msg("Status"), entry.status.label(language)),
        (msg("Spread"), dossier.maturity.label(language)),
        (msg("Last read"), f"{entry.reviewed.isoformat()} ({dossier.freshness.label(language)})"),
        (msg("Advice"), _label(entry.reuse.advice if entry.reuse else None, language)),
        (msg("Effort according to the owner"), _label(entry.reuse.effort if entry.reuse else None, language)),
        (msg("Effort that users report"), _reported(dossier, language)),
        (msg("Used by"), str(len(dossier.adopters))),
        (msg("File"), dossier.record.path),
    )
    title = (language == "en" and entry.title_en) or entry.title
    head = (msg("Organisation"), msg("State"), msg("Since"), msg("Effort"), msg("Through"), msg("Confirmed"))
    rows = tuple(_row(use, language) for use in dossier.uses)
    nothing = msg("Nobody else is known to use it.")
    return Table(title, (), facts), Table(msg("Who uses it"), head, rows, nothing)


def of_call(item: KnownCall, language: Language) -> tuple[Table, ...]:
    """Return what a person wants to know of a call."""
    call = item.call
    facts = (
        (msg("What"), call.type.label(language)),
        (msg("In short"), (language == "en" and call.summary_en) or call.summary),
        (msg("From"), item.owner.name),
        (msg("Last day"), call.until.isoformat()),
        (msg("State"), msg("open") if item.is_open else msg("closed")),
        (msg("File"), item.record.path),
    )
    return (Table((language == "en" and call.title_en) or call.title, (), facts),)


def values_of_entry(dossier: Dossier) -> Mapping[str, object]:
    """Return an application or practice for other programs."""
    entry = dossier.entry
    return {
        "kind": dossier.record.kind.value,
        "id": dossier.id,
        "title": entry.title,
        "summary": entry.summary,
        "owners": [owner.slug for owner in dossier.owners],
        "status": entry.status.value,
        "maturity": dossier.maturity.value,
        "reviewed": entry.reviewed.isoformat(),
        "freshness": dossier.freshness.value,
        "effort": entry.reuse.effort.value if entry.reuse else Effort.UNKNOWN.value,
        "adopters": [body.slug for body in dossier.adopters],
        "uses": [values_of_use(use) for use in dossier.uses],
        "path": dossier.record.path,
    }


def values_of_call(item: KnownCall) -> Mapping[str, object]:
    """Return a call for other programs."""
    return {
        "kind": item.record.kind.value,
        "id": item.record.id,
        "title": item.call.title,
        "summary": item.call.summary,
        "type": item.call.type.value,
        "owner": item.owner.slug,
        "entry": item.call.entry,
        "until": item.call.until.isoformat(),
        "open": item.is_open,
        "path": item.record.path,
    }


def values_of_use(use: Use) -> Mapping[str, object]:
    """Return a use for other programs."""
    told = use.adoption
    return {
        "entry": use.entry,
        "organisation": use.organisation.slug,
        "status": told.status.value,
        "since": told.since,
        "effort": told.effort.value if told.effort else None,
        "via": use.via.slug if use.via else None,
        "confirmed": told.confirmed.isoformat(),
        "counts": use.counts,
        "path": use.record.path,
    }


def _row(use: Use, language: Language) -> tuple[Cell, ...]:
    told = use.adoption
    return (
        use.organisation.name,
        msg("No longer counts") if use.has_lapsed else told.status.label(language),
        told.since or "",
        _label(told.effort, language) if told.effort else "",
        use.via.name if use.via else "",
        told.confirmed.isoformat(),
    )


def _reported(dossier: Dossier, language: Language) -> Message | str:
    found = reported(Effort, (use.adoption.effort for use in dossier.uses if use.via is None))
    if not found.bands:
        return msg("not known yet")
    verdict = against(Effort, dossier.entry.reuse.effort if dossier.entry.reuse else None, found)
    bands = ", ".join(f"{band.label(language)}: {number}" for band, number in found.bands)
    return f"{bands} ({verdict.label(language)})" if verdict else bands


def _label(choice: Choice | None, language: Language) -> Message | str:
    return msg("not known yet") if choice is None or choice.value == "unknown" else choice.label(language)
