"""What stands in the Markdown of files: looked at when asked for, and kept for a while."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.documents import Document
from generator.markdown import Inspected, LinkFound, inspect, scheme

_MOST_KEPT = 256
# What a link within the catalogue needs: brackets and then no web address, or the target of a reference.
_MAYBE_INNER = re.compile(r"\](?:\((?!https?://)|:)")


class Inner(NamedTuple):
    """The links of a file within the catalogue.

    Attributes:
        links: To files and to headings of the file itself.
        ids: Of its headings, sorted; left out without links.
    """

    links: tuple[LinkFound, ...] = ()
    ids: tuple[str, ...] = ()


class Inspections(Mapping[str, Inspected]):
    """What stands in the Markdown of each file of an organisation, by path."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents

    def __getitem__(self, path: str) -> Inspected:
        """Look at one file."""
        return inspected(self._documents[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)


@lru_cache(maxsize=_MOST_KEPT)
def inspected(document: Document) -> Inspected:
    """Return what stands in the Markdown of a file."""
    return inspect(document.body)


def inner_of(document: Document) -> Inner:
    """Return the links of a file within the catalogue."""
    if not _MAYBE_INNER.search(document.body):
        return Inner()
    found = inspected(document)
    links = tuple(link for link in found.links if not scheme(link.href))
    return Inner(links, tuple(sorted(heading.id for heading in found.headings))) if links else Inner()
