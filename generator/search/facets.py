"""The file with facets and cards: what a result list counts, filters, sorts by and shows, in one request.

Pagefind can filter, but it counts one choice at a time, filters take most of its index, and it writes their
values in another order on every run. What a card shows would be searched as well if Pagefind kept it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from generator.search.records import Record
from generator.search.words import fold

NAME = "facets.json"
_SIGNATURE = b"pagefind_dcd"


def facets_of(records: Sequence[Record], ids: Mapping[str, str]) -> str:
    """Return the file's text.

    Its form: `{"facets": {name: [value, …]}, "shown": {name: [value, …]}, "orders": [name, …],
    "records": {id: [[places, …], [place, …], [rank, …], weight]}}`. A record has for every facet the
    places of its values, for everything shown the place of its value, and for every order its rank, the
    lowest first; null when it has none.

    Args:
        records: In any order.
        ids: Pagefind's name for a record, by its address; a record that no word finds has none.
    """
    records = [record for record in records if record.address in ids]
    facets = _table(records, lambda record: record.facets)
    shown = _table(records, lambda record: {name: (text,) for name, text in record.shown.items()})
    orders = _ranks(records)
    rows = {}
    for record in records:
        found = [[facets[name][value] for value in record.facets.get(name, ())] for name in facets]
        card = [shown[name].get(record.shown.get(name, "")) for name in shown]
        ranks = [ranked.get(record.order.get(name, "")) for name, ranked in orders.items()]
        rows[ids[record.address]] = [found, card, ranks, record.weight]
    content = {
        "facets": {name: list(values) for name, values in facets.items()},
        "shown": {name: list(values) for name, values in shown.items()},
        "orders": list(orders),
        "records": dict(sorted(rows.items())),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def ids_of(fragments: Path) -> dict[str, str]:
    """Return Pagefind's name for every record, by its address.

    Args:
        fragments: Pagefind's folder with one file a record; the file's name is the record's.
    """
    found = {}
    for file in sorted(fragments.glob("*.pf_fragment")):
        content = gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE)
        address = str(json.loads(content)["url"]).removeprefix("/")
        found[address] = file.name.removesuffix(".pf_fragment")
    return found


def _table(
    records: Iterable[Record], values_of: Callable[[Record], Mapping[str, tuple[str, ...]]]
) -> dict[str, dict[str, int]]:
    """Return, by name, every value in alphabetical order with its place."""
    found: dict[str, set[str]] = {}
    for record in records:
        for name, values in values_of(record).items():
            found.setdefault(name, set()).update(values)
    return {
        name: {value: place for place, value in enumerate(sorted(values, key=_alphabetical))}
        for name, values in sorted(found.items())
    }


def _ranks(records: Iterable[Record]) -> dict[str, dict[str, int]]:
    """Return, by the name of an order, every value with its rank: numbers by size, text by the alphabet."""
    found: dict[str, set[str]] = {}
    for record in records:
        for name, value in record.order.items():
            found.setdefault(name, set()).add(value)
    ranks = {}
    for name, values in sorted(found.items()):
        numbers = all(value.isdecimal() for value in values)
        ordered = sorted(values, key=int) if numbers else sorted(values, key=_alphabetical)
        ranks[name] = {value: rank for rank, value in enumerate(ordered)}
    return ranks


def _alphabetical(text: str) -> tuple[str, str]:
    return fold(text), text
