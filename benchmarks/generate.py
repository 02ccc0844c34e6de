"""Write a catalogue of N made-up entries, as large and as varied as real ones, to measure with."""

from __future__ import annotations

import argparse
import csv
import random
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from texts import body, lesson, questions, summary, title

CATALOGUE = Path(__file__).resolve().parent.parent / "catalogue"
SEED = 342
MOST_ADOPTIONS = 5
"""Of one entry."""

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,.()/-]*[A-Za-z0-9.)]")
_BANDS = ("under-1", "1-5", "6-20", "21-60", "over-60", "unknown")
# Next to each other: a claim far below what users report is a finding.
_CLAIMS = ("6-20", "21-60", "unknown")
_TIMES = ("weeks", "1-3-months", "3-12-months", "over-1-year", "unknown")
_COSTS = ("none", "under-5k", "5k-25k", "25k-100k", "over-100k", "unknown")
_SIZES = ("none", "small", "large", "unknown")
_CHANGES = ("technology", "process", "organisation", "behaviour")

Value = str | Sequence["Value"] | Mapping[str, "Value"]


@dataclass(frozen=True)
class Words:
    """What entries choose from: the lists of the committed catalogue.

    Attributes:
        terms: Current ids by vocabulary.
        topics: Titles of services, components and functions, to make sentences of.
        municipalities: Slugs of those that exist today.
    """

    terms: Mapping[str, Sequence[str]]
    topics: Sequence[str]
    municipalities: Sequence[str]


def words_of(catalogue: Path) -> Words:
    """Read the vocabularies and the register of a catalogue."""
    terms, topics = {}, []
    for file in sorted((catalogue / "vocabularies").glob("*.yml")):
        # The C loader: the lists are ours, and together a megabyte.
        found = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["terms"]
        current = [term for term in found if term.get("status", "current") == "current"]
        terms[file.stem] = [str(term["id"]) for term in current]
        if file.stem in {"services", "reference-components", "business-functions"}:
            topics += [str(term["title"]) for term in current]
    with (catalogue / "register/municipalities.csv").open(encoding="utf-8", newline="") as stream:
        municipalities = [row["slug"] for row in csv.DictReader(stream) if not row["until"]]
    return Words(terms, topics, municipalities)


def generate(count: int, folder: Path, *, seed: int = SEED, source: Path = CATALOGUE) -> None:
    """Write `count` files below `folder`, with the lists of `source`; the same seed gives the same bytes.

    Two thirds are applications and practices, the others report reuse of them.

    Args:
        count: Files of organisations.
        folder: The catalogue to write; must not exist yet.
        seed: Where chance starts.
        source: The catalogue with the vocabularies and the register.
    """
    chance = random.Random(seed)
    words = words_of(source)
    for name in ("vocabularies", "register"):
        shutil.copytree(source / name, folder / name)
    owners: list[tuple[str, str]] = []
    for number in range(count - count // 3):
        owner = chance.choice(words.municipalities)
        made = Entry(chance, words, number, [name for name, _ in owners[-50:]])
        owners.append((made.name, owner))
        write(folder / f"organisations/{owner}/{made.folder}/{made.name}.md", made.fields(), made.text())
    for name, adopter in _adopters(chance, words, owners, count // 3):
        write(folder / f"organisations/{adopter}/adoptions/{name}.md", adoption(chance), "")


def _adopters(
    chance: random.Random, words: Words, owners: Sequence[tuple[str, str]], count: int
) -> Iterator[tuple[str, str]]:
    """Yield the entries that are taken over, and by whom: a few by many, most by nobody."""
    left = count
    for name, owner in chance.sample(owners, len(owners)):
        others = [slug for slug in chance.sample(words.municipalities, MOST_ADOPTIONS + 1) if slug != owner]
        for adopter in others[: min(left, chance.randint(1, MOST_ADOPTIONS))]:
            left -= 1
            yield name, adopter


@dataclass(frozen=True)
class Entry:
    """An application or, one time in three, a practice."""

    chance: random.Random
    words: Words
    number: int
    earlier: Sequence[str]

    @property
    def _is_practice(self) -> bool:
        return self.number % 3 == 2  # noqa: PLR2004 - one in three

    @property
    def folder(self) -> str:
        """Folder of its kind."""
        return "practices" if self._is_practice else "applications"

    @property
    def topic(self) -> str:
        """What it is about."""
        return self.words.topics[self.number * 7 % len(self.words.topics)]

    @property
    def name(self) -> str:
        """Id, unique by its number."""
        return f"{re.sub('[^a-z0-9]+', '-', self.topic.lower())[:40].strip('-')}-{self.number}"

    def text(self) -> str:
        """Return its body."""
        return body(self.chance, self.topic, self.name)

    def fields(self) -> dict[str, Value]:
        """Return its front matter."""
        first: dict[str, Value] = {
            "title": title(self.topic, self.number),
            "summary": summary(self.chance, self.topic),
            "status": self.chance.choice(["in-use", "in-use", "in-use", "pilot", "phasing-out"]),
            "themes": self._terms("themes", 1, 3),
            "tags": self.chance.sample(["zaaksysteem", "formulieren", "regie", "gegevens", "inwoners"], 3),
            "questions": questions(self.chance, self.topic, self.chance.randint(1, 4)),
            "contact": {"role": "Informatiebeheer", "url": self._url("contact")},
            "reviewed": self._day(2026),
            "reviewed_by": "editors",
            "legislation": self._terms("legislation", 0, 2),
        }
        return {**first, **(self._practice() if self._is_practice else self._application()), **self._last()}

    def _application(self) -> dict[str, Value]:
        numbers = range(self.chance.randint(0, 3))
        standards = self._terms("standards", 0, 5)
        return {
            "facilities": [{"id": each, "role": "optional"} for each in self._terms("facilities", 0, 3)],
            "standards": [
                {"id": each, "version": "1.0", "conformance": "conforms", "evidence": self._url(each)}
                for each in standards
            ],
            "services": [{"id": each} for each in self._terms("services", 0, 2)],
            "reference_components": self._terms("reference-components", 0, 3),
            "software": {
                "type": "standalone/web",
                "development_status": "stable",
                "licence": self.chance.choice(["EUPL-1.2", "MIT", "GPL-3.0-only", "proprietary"]),
                "platforms": ["web"],
                "hosting": ["saas", "self-hosted"],
                "repository": f"https://github.com/voorbeeld/{self.name}",
                "version": f"{self.chance.randint(0, 9)}.{self.chance.randint(0, 30)}.0",
                "released": self._day(2025),
                "depends_on": [f"PostgreSQL {14 + number} of nieuwer" for number in numbers],
                "data_location": "nl",
            },
            "suppliers": [{"name": f"Leverancier {1 + number}", "role": "build"} for number in numbers],
            "maintenance": {"type": "community"},
        }

    def _practice(self) -> dict[str, Value]:
        roles = self._terms("roles", 2, 6)
        steps = questions(self.chance, self.topic, len(roles))
        return {
            "domain": self.chance.choice(["big-data", "cybersecurity", "privacy", "service", "organisation"]),
            "type": self.chance.choice(["exercise", "method", "process", "policy", "training"]),
            "dimensions": ["process", "behaviour"],
            "steps": [
                {"title": step, "who": who, "effort": self.chance.choice(_BANDS)}
                for step, who in zip(steps, roles, strict=True)
            ],
            "phase": ["protect"],
            "threats": self._terms("threats", 0, 3),
            "security": {"controls": self._terms("bio2", 1, 4)},
        }

    def _last(self) -> dict[str, Value]:
        kit = [
            {"type": kind, "title": f"Stuk over {kind}", "url": self._url(kind), "access": "public"}
            for kind in self.chance.sample(["dpia", "requirements", "code", "documentation", "training"], 2)
        ]
        return {
            "reuse": {
                **_cost(self.chance, advice=self.chance.choice(["configure", "adapt", "inspire", "unknown"])),
                "changes": {each: self.chance.choice(_SIZES) for each in _CHANGES},
                "roles": self._terms("roles", 1, 4),
                "prerequisites": questions(self.chance, self.topic, 2),
                "kit": kit,
            },
            "privacy": {"personal_data": self.chance.choice(["none", "ordinary", "unknown"]), "dpia": "done"},
            "ai": {"used": "no"},
            "links": [{"title": "Website", "url": self._url("site"), "kind": "website"}],
            "related": self.chance.sample(self.earlier, min(len(self.earlier), self.chance.randint(0, 3))),
            "sources": [
                {
                    "url": self._url(f"bron-{number}"),
                    "retrieved": self._day(2026),
                    "what": summary(self.chance, self.topic),
                }
                for number in range(self.chance.randint(1, 5))
            ],
        }

    def _terms(self, vocabulary: str, least: int, most: int) -> list[str]:
        return self.chance.sample(self.words.terms[vocabulary], self.chance.randint(least, most))

    def _url(self, what: str) -> str:
        return f"https://www.voorbeeld.nl/{self.name}/{what}"

    def _day(self, year: int) -> str:
        return f"{year}-{self.chance.randint(1, 9):02}-{self.chance.randint(1, 28):02}"


def _cost(chance: random.Random, **first: str) -> dict[str, Value]:
    return {
        **first,
        "effort": chance.choice(_CLAIMS),
        "lead_time": chance.choice(_TIMES),
        "cost_once": chance.choice(_COSTS),
        "cost_per_year": chance.choice(_COSTS),
    }


def adoption(chance: random.Random) -> dict[str, Value]:
    """Return the fields of an adoption."""
    day = f"2026-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}"
    return {
        "status": chance.choice(["in-use", "pilot", "planned"]),
        "mode": chance.choice(["one-to-one", "configured", "adapted", "inspired", "unknown"]),
        "since": str(chance.randint(2015, 2025)),
        **_cost(chance),
        "changes": {each: {"size": chance.choice(_SIZES)} for each in _CHANGES},
        "lesson": lesson(chance),
        "recommend": "yes",
        "confirmed": day,
        "confirmed_by": "source",
        "sources": [{"url": "https://www.voorbeeld.nl/gebruik", "retrieved": day, "what": "gebruik"}],
    }


def write(file: Path, fields: Mapping[str, Value], text: str, *, is_markdown: bool = True) -> None:
    """Write a file; what has no value is left out.

    Args:
        file: Its folder is made.
        fields: The front matter.
        text: The body.
        is_markdown: Whether the fields stand between fences, with a body after them.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    front = "\n".join(line for name, value in fields.items() if value for line in _yaml(name, value))
    whole = f"---\n{front}\n---\n{text}" if is_markdown else f"{front}\n"
    file.write_text(whole, encoding="utf-8", newline="\n")


def _yaml(name: str, value: Value, indent: str = "") -> Iterator[str]:
    """Yield lines of YAML in our block style; PyYAML's own writer would be most of the time."""
    if isinstance(value, str):
        yield f"{indent}{name}: {_scalar(value)}"
        return
    yield f"{indent}{name}:"
    inner = f"{indent}  "
    if isinstance(value, Mapping):
        for key, item in value.items():
            if item:
                yield from _yaml(key, item, inner)
        return
    for item in value:
        if isinstance(item, Mapping):
            lines = [line for key, each in item.items() for line in _yaml(key, each, f"{inner}  ")]
            yield f"{inner}- {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            yield f"{inner}- {_scalar(str(item))}"


def _scalar(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) or re.fullmatch(r"20[0-9]{2}(-[0-9]{2}-[0-9]{2})?", text)
    if is_plain and text not in {"yes", "no", "on", "off", "null", "true", "false"}:
        return text
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))


def main() -> None:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, metavar="N", help="number of files of organisations")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="catalogue to write; must not exist")
    parser.add_argument("--seed", type=int, default=SEED, help="where chance starts (default: %(default)s)")
    options = parser.parse_args()
    if options.folder.exists():
        parser.error(f"{options.folder} exists already")
    generate(options.count, options.folder, seed=options.seed)


if __name__ == "__main__":
    main()
