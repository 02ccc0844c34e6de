"""Applications and practices by id, title and earlier id, whether or not their files have other faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.messages import Message, msg
from generator.nearest import Nearest
from generator.rules._documents import readable
from generator.rules._hints import did_you_mean, quoted


def is_entry(catalogue: Catalogue, name: str) -> bool:
    """Whether an application or practice has this id."""
    return any(record.is_entry for record in catalogue.records_by_id.get(name, ()))


def entry_names(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield what a person could call each entry, and its id."""
    for record in catalogue.records:
        if record.is_entry:
            yield record.id, record.id
            title = record.document.text("title")
            if title:
                yield title, record.id


def by_alias(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the id behind each earlier id."""
    return {
        alias: record.id
        for record in readable(catalogue)
        if record.is_entry
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
