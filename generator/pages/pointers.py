"""Where the page of an entry is, by its id: small files, of which a browser reads the one it needs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.pages.addresses import of_record
from generator.pages.site import Site

POINTERS = "lijst/wegwijzer/"
"""Folder of the files; `entries.js` reads them."""
_EACH = 400


def files_needed(site: Site) -> int:
    """Return how many files there are: about four hundred entries each."""
    return 1 + len(site.insight.dossiers) // _EACH


def pointers(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the address and the JSON of every file: addresses of pages by id, and by earlier ids."""
    total = files_needed(site)
    found: list[dict[str, str]] = [{} for _ in range(total)]
    for dossier in site.insight.dossiers.values():
        found[place_of(dossier.id, total)][dossier.id] = of_record(dossier.record)
    for dossier in site.insight.dossiers.values():
        for alias in dossier.entry.aliases:
            # An id of today comes before an earlier one.
            found[place_of(alias, total)].setdefault(alias, of_record(dossier.record))
    for number, item in enumerate(found):
        yield f"{POINTERS}{number}.json", json.dumps(item, sort_keys=True, separators=(",", ":"))


def place_of(name: str, total: int) -> int:
    """Return the number of the file that has an id, from 0; `entries.js` counts the same way."""
    number = 0
    for letter in name:
        number = (number * 31 + ord(letter)) % 2**32
    return number % total
