"""Write a catalogue as a whole country would have it: N entries, 5 N adoptions, calls and profiles."""

from __future__ import annotations

import argparse
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

from generate import CATALOGUE, SEED, Entry, Value, adoption, words_of, write
from texts import sentence, summary

ADOPTIONS_OF_AN_ENTRY = 5
"""On average: most are taken over by a few, some by a hundred, many by nobody."""

_ENTRIES_FOR_A_CALL = 20
_FEW, _MANY = 0.35, 0.02


def generate_region(
    entries: int,
    folder: Path,
    *,
    adoptions: int = ADOPTIONS_OF_AN_ENTRY,
    seed: int = SEED,
    source: Path = CATALOGUE,
) -> None:
    """Write a whole catalogue below `folder`; the same seed gives the same bytes.

    Args:
        entries: Applications and practices.
        folder: The catalogue to write; must not exist yet.
        adoptions: Of an entry, on average; few entries come to more than that of their own accord.
        seed: Where chance starts.
        source: The catalogue with the vocabularies and the register.
    """
    chance = random.Random(seed)
    words = words_of(source)
    for name in ("vocabularies", "register"):
        shutil.copytree(source / name, folder / name)
    names: list[str] = []
    left = entries * adoptions
    for number in range(entries):
        owner = chance.choice(words.municipalities)
        made = Entry(chance, words, number, names[-50:])
        names.append(made.name)
        write(folder / f"organisations/{owner}/{made.folder}/{made.name}.md", made.fields(), made.text())
        # What is left is shared out among what follows, so that the number is right in the end.
        count = left if number == entries - 1 else min(_uses(chance), left)
        others = [slug for slug in words.municipalities if slug != owner]
        adopters = chance.sample(others, min(count, len(others)))
        left -= len(adopters)
        for slug in adopters:
            write(folder / f"organisations/{slug}/adoptions/{made.name}.md", adoption(chance), "")
        if number % _ENTRIES_FOR_A_CALL == 0:
            write(
                folder / f"organisations/{owner}/calls/oproep-{number}.md",
                _call(chance, made),
                f"\n{sentence(chance)} {sentence(chance)}\n",
            )
    for slug in words.municipalities:
        file = folder / f"organisations/{slug}/organisation.yml"
        write(file, _profile(chance, slug), "", is_markdown=False)


def _uses(chance: random.Random) -> int:
    """Return how many take an entry over: 5 on average."""
    drawn = chance.random()
    if drawn < _FEW:
        return 0
    return chance.randint(40, 120) if drawn > 1 - _MANY else chance.randint(1, 10)


def _call(chance: random.Random, about: Entry) -> dict[str, Value]:
    return {
        "type": chance.choice(["joint-procurement", "joint-development", "pilot", "question"]),
        "title": f"Wie doet mee met {about.topic[:50].strip()}?",
        "summary": summary(chance, about.topic),
        "entry": about.name,
        "opened": "2026-05-01",
        "until": f"2027-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}",
        "wanted": "Gemeenten die dit jaar willen beginnen",
        "contact": {"role": "Informatiebeheer", "url": f"https://www.voorbeeld.nl/{about.name}/oproep"},
        "reviewed_by": "editors",
        "sources": _sources(about.name),
    }


def _profile(chance: random.Random, slug: str) -> dict[str, Value]:
    figures = [
        {
            "year": str(year),
            "source": "https://www.voorbeeld.nl/monitor",
            "measure": "Digitale volwassenheid",
            "rank": str(chance.randint(1, 342)),
        }
        for year in range(2020, 2020 + chance.randint(1, 5))
    ]
    return {
        "website": f"https://www.voorbeeld.nl/{slug}",
        "contact": {"role": "Informatiebeheer", "url": f"https://www.voorbeeld.nl/{slug}/contact"},
        "segment": chance.choice(["klein", "middelgroot", "groot"]),
        "monitor": figures,
        "sources": _sources(slug),
    }


def _sources(name: str) -> Sequence[Value]:
    url = f"https://www.voorbeeld.nl/{name}/bron"
    return [{"url": url, "retrieved": "2026-05-01", "what": "de gegevens op deze pagina"}]


def main() -> None:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", type=int, metavar="N", help="number of entries")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="catalogue to write; must not exist")
    parser.add_argument("--seed", type=int, default=SEED, help="where chance starts (default: %(default)s)")
    options = parser.parse_args()
    if options.folder.exists():
        parser.error(f"{options.folder} exists already")
    generate_region(options.entries, options.folder, seed=options.seed)


if __name__ == "__main__":
    main()
