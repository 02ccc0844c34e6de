"""What all files of a catalogue refer to: the vocabularies and the register of organisations."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Mapping
from dataclasses import dataclass

from generator.catalogue.origin import Origin
from generator.causes import cause
from generator.documents import VOCABULARY_LIMITS, read
from generator.faults import Fault, fault
from generator.findings import Location
from generator.model.convert import convert
from generator.model.vocabulary import Term, Vocabulary
from generator.register import LARGEST, Organisation, read_register

VOCABULARIES = (
    "bio2",
    "business-functions",
    "facilities",
    "legislation",
    "licences",
    "reference-components",
    "roles",
    "services",
    "standards",
    "themes",
    "threats",
)


@dataclass(frozen=True, slots=True)
class Shared:
    """What was read.

    Attributes:
        vocabularies: By name; terms by id, in the order of the file.
        terms: By the same names; of a list that cannot be read, something that holds every id.
        organisations: By slug, without what `organisation.yml` adds.
        paths: The files that were read.
        digest: Tells one state of these files from another.
    """

    vocabularies: Mapping[str, Mapping[str, Term]]
    terms: Mapping[str, Container[str]]
    organisations: Mapping[str, Organisation]
    paths: tuple[str, ...]
    digest: str


class _EveryTerm:
    """Holds every term."""

    def __contains__(self, term: object) -> bool:
        return True


EVERY_TERM = _EveryTerm()
"""In the place of a list that is empty or cannot be read."""


class SharedReader:
    """Collects the files that others refer to."""

    def __init__(self, origin: Origin, faults: list[Fault]) -> None:
        self.origin = origin
        self.faults = faults
        self.vocabularies: dict[str, dict[str, Term]] = {}
        self.terms: dict[str, Container[str]] = {}
        self.organisations: dict[str, Organisation] = {}
        self.paths: list[str] = []
        self.seen = hashlib.blake2b(digest_size=16)

    def take(self, path: str) -> None:
        """Read a vocabulary or a file of the register; report what has no place here."""
        match path.split("/")[1:]:
            case ["vocabularies", name] if name.endswith(".yml"):
                self._vocabulary(path, name.removesuffix(".yml"))
            case ["register", name] if name.endswith(".csv"):
                self._register(path)
            case ["organisations", _, *_] | ["README.md"]:
                pass
            case _:
                self.faults.append(fault("unknown-place", Location(path)))

    def shared(self) -> Shared:
        """Report vocabularies that are not there, once each, and return what was collected."""
        for name in VOCABULARIES:
            if name not in self.vocabularies:
                self.vocabularies[name] = {}
                self.terms[name] = EVERY_TERM
                path = f"{self.origin.name}/vocabularies/{name}.yml"
                self.faults.append(fault("vocabulary-missing", Location(path), vocabulary=name))
        return Shared(
            self.vocabularies, self.terms, self.organisations, tuple(self.paths), self.seen.hexdigest()
        )

    def _bytes(self, path: str, largest: int) -> bytes | None:
        try:
            content = self.origin.read(path, largest)
        except OSError as error:
            self.faults.append(fault("unreadable", Location(path), reason=cause(error)))
            return None
        self.paths.append(path)
        self.seen.update(f"{path}\n{len(content)}\n".encode())
        self.seen.update(content)
        return content

    def _vocabulary(self, path: str, name: str) -> None:
        content = self._bytes(path, VOCABULARY_LIMITS.file)
        if content is None:
            return
        document, faults = read(path, content, limits=VOCABULARY_LIMITS)
        value, wrong = convert(document, Vocabulary, None) if not faults else (None, [])
        self.faults += [*faults, *wrong]
        terms: dict[str, Term] = {}
        seen: set[str] = set()
        for index, term in enumerate(value.terms if value else ()):
            # Without regard to case: where that does not count, two would share one address.
            if term.id.casefold() in seen:
                place = document.place(("terms", index, "id"))
                self.faults.append(fault("duplicate-term", place, value=term.id))
            seen.add(term.id.casefold())
            terms[term.id] = term
        self.vocabularies[name] = terms
        # A list that cannot be read is one fault, not one for every entry that uses it.
        self.terms[name] = terms or EVERY_TERM

    def _register(self, path: str) -> None:
        content = self._bytes(path, LARGEST)
        if content is None:
            return
        rows, faults = read_register(path, content)
        self.faults += faults
        for row in rows:
            if row.slug in self.organisations:
                self.faults.append(fault("duplicate-organisation", Location(path), value=row.slug))
            self.organisations[row.slug] = row
