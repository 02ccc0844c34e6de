"""A catalogue in which some files hold something else: what does not follow from these is shared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.catalogue.loader import with_profiles
from generator.catalogue.values import Catalogue, Record
from generator.model.choices import Kind


def renewed(before: Catalogue, records: Iterable[Record]) -> Catalogue:
    """Return a catalogue with other records for files it has.

    It is what reading all files again would give, when no other file has changed.

    Args:
        before: All its records are valid.
        records: Valid, each at the path of one in `before`.
    """
    fresh = {record.path: record for record in records}
    after = replace(
        before,
        records=tuple(fresh.get(record.path, record) for record in before.records),
        organisations=with_profiles(before.organisations, fresh.values()),
    )
    # What is known beforehand is put where `cached_property` looks for it.
    vars(after).update(
        entries={**before.entries, **{item.id: item for item in fresh.values() if item.is_entry}},
        calls={**before.calls, **{item.id: item for item in fresh.values() if item.kind is Kind.CALL}},
        adoptions_by_entry=_adoptions(before, fresh),
    )
    return after


def _adoptions(before: Catalogue, fresh: Mapping[str, Record]) -> Mapping[str, tuple[Record, ...]]:
    known = before.adoptions_by_entry
    changed = {item.id for item in fresh.values() if item.kind is Kind.ADOPTION}
    return {**known, **{name: tuple(fresh.get(item.path, item) for item in known[name]) for name in changed}}
