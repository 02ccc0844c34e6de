"""Records → the folder that the browser searches: small files, of which a search reads a few."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from generator.messages import Language
from generator.search.dictionary import listed_words
from generator.search.facets import card_of, facet_of, facets_of, order_of, orders_of
from generator.search.postings import LEVEL_BITS, Postings, blocks_of, postings_of
from generator.search.records import Record
from generator.search.words import EMPTY

FOLDER = "zoekindex"
START = "index.json"
INDEX = f"{FOLDER}/{START}"
"""What a browser reads first; a site without it cannot be searched."""
_UNDER_WAY = "new"
# Letters of a word that may be suggested.
_SHORTEST_WORD = 3
_LONGEST_WORD = 30


def write_index(records: Sequence[Record], folder: Path, language: Language) -> None:
    """Write the search index of a site; leave files that are there already and need no change.

    All files but the first stand in a folder named after the version. So a page that was opened before a new
    index came finds nothing instead of the wrong files, and looks at the first one again.

    Args:
        records: In any order; their addresses are unique.
        folder: Made when it is not there. What is in it and belongs to no index is removed.
        language: Of the site. Words are Dutch in either: entries are.

    Raises:
        OSError: The disk is full, or a folder may not be written.
    """
    del language
    place = folder / _UNDER_WAY
    before = folder / _version_in(folder)
    if before != folder and before.is_dir():
        shutil.rmtree(place, ignore_errors=True)
        before.rename(place)
    place.mkdir(parents=True, exist_ok=True)
    kept = set()
    for name, content in files_of(records):
        path = (folder if name == START else place) / name
        kept.add(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content):
            path.write_bytes(content)
    for path in [path for path in place.rglob("*") if path.is_file() and path not in kept]:
        path.unlink()
    for path in [path for path in folder.iterdir() if path.is_dir() and path != place]:
        shutil.rmtree(path)
    place.rename(folder / _version_in(folder))


def files_of(records: Sequence[Record]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of every file of an index; the one to be read first comes last."""
    records = sorted(records, key=_best_first)
    digest = hashlib.sha256()
    for number, record in enumerate(records):
        content = card_of(record)
        digest.update(content)
        yield f"cards/{number}.json", content
    facets, orders = facets_of(records), orders_of(records)
    for kind, names, make in (("facets", facets, facet_of), ("orders", orders, order_of)):
        for name in names:
            content = make(records, name)
            digest.update(content)
            yield f"{kind}/{name}.bin", content
    postings = postings_of(records, listed_words())
    firsts = []
    for number, (first, content) in enumerate(blocks_of(postings)):
        firsts.append(first)
        digest.update(content)
        yield f"terms/{number}.bin", content
    words = _words(postings)
    digest.update(words)
    yield "words.json", words
    start = {
        "count": len(records),
        "level": LEVEL_BITS,
        "weights": _weights(records),
        "facets": facets,
        "orders": orders,
        "blocks": " ".join(firsts),
        "empty": " ".join(sorted(EMPTY)),
    }
    digest.update(json.dumps(start).encode())
    start["version"] = digest.hexdigest()[:12]
    yield START, json.dumps(start, ensure_ascii=False, separators=(",", ":")).encode()


def _version_in(folder: Path) -> str:
    """Return the version of the index in a folder; an empty text when it has none."""
    try:
        return str(json.loads((folder / START).read_bytes())["version"])
    except (FileNotFoundError, ValueError, KeyError):
        return ""


def _best_first(record: Record) -> tuple[float, int, str]:
    """Number records so that of two that fit as well the one that is reused most comes first."""
    return -record.weight, -int(record.order.get("gebruikt", "0")), record.address


def _weights(records: Sequence[Record]) -> list[list[float]]:
    """Return the weights of records, each with how many records in a row have it."""
    return [
        [len(list(group)), weight] for weight, group in groupby(records, key=lambda record: record.weight)
    ]


def _words(postings: Postings) -> bytes:
    """Return the words to suggest for one that is found nowhere, with how common each is, from 0 to 9."""
    words = sorted(
        word
        for word in postings.records_by_word
        if word.isalpha() and _SHORTEST_WORD <= len(word) <= _LONGEST_WORD and word not in EMPTY
    )
    common = "".join(str(min(9, postings.records_by_word[word].bit_length())) for word in words)
    return json.dumps({"words": " ".join(words), "common": common}, ensure_ascii=False).encode()
