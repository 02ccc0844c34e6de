"""What follows from a catalogue in which some files hold something else; the rest of it is shared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.catalogue import Catalogue, Record
from generator.insight import Insight
from generator.insight.dossier import Dossier, dossier
from generator.insight.merits import merits_of
from generator.insight.neighbours import Neighbours
from generator.insight.uses import Use
from generator.model.choices import Kind

Item = TypeVar("Item")

# What follows from bodies alone, whatever they own or use.
_OF_BODIES = ("members", "partnerships", "past_partnerships", "ever_members", "_peers", "_traits")


def renewed(before: Insight, catalogue: Catalogue, records: Collection[Record]) -> Insight:
    """Return what computing everything again would give.

    Args:
        before: What followed from the catalogue as it was.
        catalogue: As it is: `generator.catalogue.renewed`.
        records: What is other in it.
    """
    kinds = {record.kind for record in records}
    entries = _entries_about(before, records)
    old = [before.dossiers[name] for name in entries if name in before.dossiers]
    new = [item for name in entries if (item := dossier(catalogue, catalogue.entries[name], before.today))]
    dossiers = {**before.dossiers, **{item.id: item for item in new}}
    after = Insight(catalogue, before.today)
    # What is known beforehand is put where `cached_property` looks for it.
    vars(after)["dossiers"] = dict(sorted(dossiers.items(), key=lambda item: _place(item[1])))
    vars(after)["dossiers_by_owner"] = _owned(before, old, new)
    vars(after)["uses_by_organisation"] = _uses(before, after, old, new)
    if Kind.ORGANISATION not in kinds:
        vars(after)["predecessors"] = before.predecessors
        if Kind.CALL not in kinds:
            vars(after)["calls"] = before.calls
    vars(after)["neighbours"] = _neighbours(
        before, after, old, new, shares_bodies=Kind.ORGANISATION not in kinds
    )
    return after


def _entries_about(before: Insight, records: Iterable[Record]) -> tuple[str, ...]:
    """Return the ids of the entries of which something is other: what they say, who uses them, or of whom."""
    found: dict[str, None] = {}
    bodies: set[str] = set()
    for record in records:
        if record.is_entry or record.kind is Kind.ADOPTION:
            found[record.id] = None
        elif record.kind is Kind.ORGANISATION:
            bodies.add(record.organisation)
    for item in before.dossiers.values() if bodies else ():
        if not bodies.isdisjoint(_bodies_of(item)):
            found[item.id] = None
    return tuple(found)


def _bodies_of(item: Dossier) -> Iterator[str]:
    """Yield the slugs of all bodies that an entry has to do with."""
    yield item.record.organisation
    yield from (body.slug for body in item.owners)
    for use in item.uses:
        yield use.organisation.slug
        yield use.record.organisation


def _owned(
    before: Insight, old: Sequence[Dossier], new: Sequence[Dossier]
) -> Mapping[str, tuple[Dossier, ...]]:
    known = before.dossiers_by_owner
    gone = {item.id for item in old}
    fresh = {
        slug: sorted(
            [
                *(item for item in known.get(slug, ()) if item.id not in gone),
                *(item for item in new if slug in {body.slug for body in item.owners}),
            ],
            key=_place,
        )
        for slug in {body.slug for item in (*old, *new) for body in item.owners}
    }
    return _replaced(known, fresh)


def _uses(
    before: Insight, after: Insight, old: Sequence[Dossier], new: Sequence[Dossier]
) -> Mapping[str, tuple[Use, ...]]:
    known = before.uses_by_organisation
    gone = {item.id for item in old}
    fresh = {
        slug: [use for use in known.get(slug, ()) if use.entry not in gone] for slug in _users((*old, *new))
    }
    for item in new:
        for use in item.uses:
            fresh[use.organisation.slug].append(use)
    for uses in fresh.values():
        uses.sort(key=lambda use: (use.via is not None, _place(after.dossiers[use.entry])))
    return _replaced(known, fresh)


def _neighbours(
    before: Insight, after: Insight, old: Sequence[Dossier], new: Sequence[Dossier], *, shares_bodies: bool
) -> Neighbours:
    known = before.neighbours
    made = Neighbours(
        after.catalogue, after.today, after.dossiers, after.dossiers_by_owner, after.uses_by_organisation
    )
    if shares_bodies:
        vars(made).update({name: vars(known)[name] for name in _OF_BODIES if name in vars(known)})
    gone = {item.id for item in old}
    laws = after.catalogue.vocabularies.get("legislation", {})
    kept = {name: item for name, item in known.merits.items() if name not in gone}
    vars(made)["merits"] = {**kept, **merits_of(new, laws, after.today)}
    return made


def _users(dossiers: Iterable[Dossier]) -> set[str]:
    return {use.organisation.slug for item in dossiers for use in item.uses}


def _replaced(
    known: Mapping[str, tuple[Item, ...]], fresh: Mapping[str, Iterable[Item]]
) -> Mapping[str, tuple[Item, ...]]:
    """Return groups with others in their place, and without those in which nothing is left."""
    groups = {**known, **{name: tuple(items) for name, items in fresh.items()}}
    return {name: items for name, items in groups.items() if items}


def _place(item: Dossier) -> tuple[str, str]:
    """Return what entries are ordered by."""
    return item.entry.title.casefold(), item.id
