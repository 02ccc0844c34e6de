"""Applications and practices by id, title and earlier id, whether or not their files have other faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.messages import Message, msg
from generator.model.choices import Kind
from generator.nearest import Nearest, plain
from generator.rules._documents import readable
from generator.rules._faults import faults
from generator.rules._hints import did_you_mean, quoted

ENTRIES = (Kind.APPLICATION, Kind.PRACTICE)
"""The kinds of file that can be taken over."""


def is_entry(catalogue: Catalogue, name: str) -> bool:
    """Whether an application or practice has this id; for many ids, see `owners_by_entry`."""
    return any(record.kind in ENTRIES for record in catalogue.records_by_id.get(name, ()))


def owners_by_entry(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Return the organisations that have an application or practice with an id, by that id."""
    return {
        name: frozenset(record.organisation for record in records if record.kind in ENTRIES)
        for name, records in catalogue.records_by_id.items()
        if any(record.kind in ENTRIES for record in records)
    }


def misnamed(catalogue: Catalogue) -> frozenset[str]:
    """Return the ids of files that are not read: they stand elsewhere, or have a name that does not work.

    A reference to one of these is right once that is mended: one fault gives one finding.
    """
    paths = (item.location.path for item in faults(catalogue, "unknown-place", "unportable-name"))
    names = (path.rpartition("/")[2].partition(".")[0] for path in paths)
    return frozenset("-".join(plain(name).split()) for name in names)


def entry_names(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield what a person could call each entry, and its id."""
    for record in catalogue.records:
        if record.kind in ENTRIES:
            yield record.id, record.id
            title = record.document.text("title")
            if title:
                yield title, record.id


def by_alias(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the id behind each earlier id."""
    return {
        alias: record.id
        for record in readable(catalogue, *ENTRIES)
        for _, alias in record.document.texts("aliases")
    }


def entry_hint(name: str, aliases: Mapping[str, str], index: Nearest) -> Message:
    """Return which entry could be meant.

    Args:
        name: An id that is not there.
        aliases: Ids by earlier id.
        index: Over `entry_names`.
    """
    if name in aliases:
        return msg("it is called '{name}' now", name=aliases[name])
    near = index.find(name)
    return did_you_mean(quoted(near)) if near else msg("use the file name of the entry, without .md")
