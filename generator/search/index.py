"""Records → the folder that the browser searches: small files, of which a search reads a few."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from generator.search.facets import CARDS, cards_of, facet_of, order_of, result_of
from generator.search.files import Files
from generator.search.kept import Kept, Last, read_kept, write_kept
from generator.search.listening import listen
from generator.search.postings import LEVEL_BITS, blocks_of
from generator.search.records import Source
from generator.search.said import (
    Said,
    Spoken,
    records_by_term,
    records_by_value,
    records_by_word,
    values_by_order,
)
from generator.search.suggestions import suggestions
from generator.search.words import EMPTY

FOLDER = "zoekindex"
START = "index.json"
INDEX = f"{FOLDER}/{START}"
"""What a browser reads first; a site without it cannot be searched."""
_UNDER_WAY = "new"


def write_index(sources: Sequence[Source], folder: Path, last: Last | None = None) -> None:
    """Write the search index of a site, of the last one what is the same in both.

    All files but the first stand in a folder named after the version. So a page that was opened before a new
    index came finds nothing instead of the wrong files, and looks at the first one again.

    Args:
        sources: Of all records, in any order; their keys and addresses are unique.
        folder: Made when it is not there. What is in it and belongs to no index is removed.
        last: The last index; None to make everything.

    Raises:
        OSError: The disk is full, or a folder may not be written.
    """
    kept = read_kept(last) if last else Kept()
    place = folder / _UNDER_WAY
    shutil.rmtree(place, ignore_errors=True)
    files = Files(place, (last.folder if last else folder) / kept.version, kept.stamps)
    is_same = kept.spoken.said.keys() == {source.key for source in sources}
    made = (
        replace(kept, stamps=files.stamps)
        if is_same and files.take_all()
        else _written(sources, files, kept.spoken)
    )
    (folder / START).write_bytes(made.start)
    for path in [path for path in folder.iterdir() if path.is_dir() and path != place]:
        shutil.rmtree(path)
    place.rename(folder / made.version)
    if last and made != kept:
        write_kept(last, made)


def _written(sources: Sequence[Source], files: Files, before: Spoken) -> Kept:
    """Write all files but the first, and return what the next build can use."""
    results: dict[str, bytes] = {}
    spoken = listen(sources, before, results.__setitem__)
    said = sorted(spoken.said.values(), key=lambda item: item.place)
    _write_results(said, sources, results, files, list(before.said))
    made, start = _made(said, spoken)
    digest = hashlib.sha256(b"".join(item.digest for item in said))
    for name, content in made.items():
        files.write(name, content)
        digest.update(content)
    digest.update(json.dumps(start).encode())
    version = digest.hexdigest()[:12]
    text = json.dumps({**start, "version": version}, ensure_ascii=False, separators=(",", ":"))
    ordered = Spoken({item.key: item for item in said}, spoken.lexicons, spoken.parts)
    return Kept(ordered, text.encode(), version, files.stamps)


def _write_results(
    said: Sequence[Said],
    sources: Sequence[Source],
    results: dict[str, bytes],
    files: Files,
    before: list[str],
) -> None:
    """Write what a reader sees of every record with its text, or take it over.

    Args:
        said: By every record, best first.
        sources: Of all records.
        results: Of the records that were read, by key; emptied.
        files: Of the new index.
        before: Keys of the records in the last index, best first.
    """
    last_numbers = {key: number for number, key in enumerate(before)}
    read_by_key = {source.key: source.read for source in sources}
    for number, item in enumerate(said):
        name, last = f"results/{number}.json", f"results/{last_numbers.get(item.key)}.json"
        if item.key in results:
            files.write(name, results.pop(item.key))
        elif not files.take(last, name):
            files.write(name, result_of(item.card, read_by_key[item.key]().text))


def _made(said: Sequence[Said], spoken: Spoken) -> tuple[dict[str, bytes], dict[str, object]]:
    """Return the other files by name, and what a browser reads first but the version."""
    lexicons = spoken.lexicons
    facets, orders = records_by_value(said, lexicons.facets), values_by_order(said, lexicons.orders)
    blocks = tuple(blocks_of(records_by_term(said, lexicons.terms)))
    cards = cards_of([item.card for item in said])
    files = {
        **{f"cards/{number}.json": content for number, content in enumerate(cards)},
        **{f"facets/{name}.bin": facet_of(facets[name]) for name in sorted(facets)},
        **{f"orders/{name}.bin": order_of(orders[name]) for name in sorted(orders)},
        **{f"terms/{number}.bin": content for number, (_, content) in enumerate(blocks)},
        "words.json": suggestions(records_by_word(said, lexicons.words), spoken.parts),
    }
    start = {
        "count": len(said),
        "level": LEVEL_BITS,
        "cards": CARDS,
        "weights": [(len(list(same)), weight) for weight, same in groupby(item.weight for item in said)],
        "facets": sorted(facets),
        "orders": sorted(orders),
        "blocks": " ".join(first for first, _ in blocks),
        "empty": " ".join(sorted(EMPTY)),
    }
    return files, start
