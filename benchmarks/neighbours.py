"""How long it takes to say who is like whom and what each could take over.

Usage: python benchmarks/neighbours.py [ENTRIES…] [--adoptions PER_ENTRY]

The register is the real one; entries and adoptions are made up in memory, so that reading files is not
measured. A few entries are used by many, most by few, as in life. Prints processor time.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import Catalogue, load
from generator.insight.gaps import Position, gaps
from generator.insight.merits import Merits, worth_a_look
from generator.insight.neighbours import COMPARED, EACH, Neighbours

CATALOGUE = Path(__file__).parent.parent / "catalogue"
TODAY = dt.date(2026, 11, 24)
MOST = 20


@dataclass(frozen=True)
class MadeUp:
    """Entries and who has them.

    Attributes:
        has: Ids of entries by the slug of the body that owns or uses them.
        merits: By id.
    """

    has: dict[str, frozenset[str]]
    merits: dict[str, Merits]


def made_up(catalogue: Catalogue, entries: int, adoptions: int) -> MadeUp:
    """Return made-up entries, each owned by one municipality, and made-up adoptions of them."""
    chance = random.Random(1)
    towns = [
        slug for slug, item in catalogue.organisations.items() if item.type in COMPARED and item.until is None
    ]
    ids = [f"entry-{number}" for number in range(entries)]
    found: dict[str, set[str]] = defaultdict(set)
    reused: dict[str, int] = defaultdict(int)
    for entry in ids:
        found[chance.choice(towns)].add(entry)
    for _ in range(adoptions):
        entry, town = ids[min(entries - 1, int(chance.paretovariate(0.6)))], chance.choice(towns)
        if chance.random() < 0.7:  # noqa: PLR2004 - the others are spread evenly
            entry = chance.choice(ids)
        if entry not in found[town]:
            found[town].add(entry)
            reused[entry] += 1
    merits = {
        entry: Merits(chance.choice((0, 25, 92)), chance.choice((0, 30, 60)), 0, reused[entry])
        for entry in ids
    }
    return MadeUp({slug: frozenset(has) for slug, has in found.items()}, merits)


def measured(near: Neighbours, made: MadeUp) -> tuple[float, float, int]:
    """Return seconds for who is like whom, seconds for all gaps, and how many gaps there are."""
    bodies = [
        item for item in near.catalogue.organisations.values() if item.type in COMPARED and not item.until
    ]
    begin = time.process_time()
    peers = {item.slug: near.peers(item) for item in bodies}
    middle = time.process_time()
    extra, number = worth_a_look(made.merits, EACH), 0
    for item in bodies:
        position = Position(
            made.has.get(item.slug, frozenset()),
            tuple(partner.slug for partner in near.partners(item)),
            tuple((peer.slug, peer.score) for peer in peers[item.slug]),
        )
        number += len(gaps(position, made.has, made.merits, extra, MOST))
    return middle - begin, time.process_time() - middle, number


def main() -> None:
    """Measure each size and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("entries", nargs="*", type=int, default=[100, 1_000, 10_000])
    parser.add_argument("--adoptions", type=int, default=5, help="how many of each entry, on average")
    chosen = parser.parse_args()
    catalogue = load(CATALOGUE)
    near = Neighbours(catalogue, TODAY, {}, {}, {})
    print(f"{'entries':>8} {'adoptions':>9} {'like (s)':>9} {'gaps (s)':>9} {'gaps':>7}")
    for entries in chosen.entries:
        adoptions = entries * chosen.adoptions
        like, asked, number = measured(near, made_up(catalogue, entries, adoptions))
        print(f"{entries:>8} {adoptions:>9} {like:>9.2f} {asked:>9.2f} {number:>7}")


if __name__ == "__main__":
    main()
