"""The files of a catalogue, read and typed; vocabularies and register first, since entries refer to them."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from generator.catalogue.values import Catalogue, Record
from generator.documents import VOCABULARY_LIMITS, FileFound, read, walk
from generator.faults import Fault, fault
from generator.findings import Location
from generator.model.choices import Kind
from generator.model.convert import convert
from generator.model.kinds import MODELS
from generator.model.organisation import Profile
from generator.model.vocabulary import Term, Vocabulary
from generator.register import Organisation, read_register

FOLDERS: Mapping[str, Kind] = MappingProxyType(
    {
        "applications": Kind.APPLICATION,
        "practices": Kind.PRACTICE,
        "adoptions": Kind.ADOPTION,
        "calls": Kind.CALL,
    }
)
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
# A register or list may be larger than an entry, yet bounded: 1,017 services take 0.3 MB.
_LARGEST_REGISTER = 4 * 1024 * 1024


def load(folder: Path) -> Catalogue:
    """Read a whole catalogue; never raises on its contents.

    Args:
        folder: The folder `catalogue` itself; paths in places start with its name.
    """
    faults: list[Fault] = []
    files: list[FileFound] = []
    for item in walk(folder, prefix=folder.name):
        if isinstance(item, FileFound):
            files.append(item)
        else:
            faults.append(item)
    loader = _Loader(folder.name, faults)
    for file in files:
        loader.take_shared(file)
    loader.finish_shared()
    for file in files:
        loader.take_record(file)
    return loader.catalogue()


class _Loader:
    """Collects files; vocabularies and register first, since entries refer to them."""

    def __init__(self, name: str, faults: list[Fault]) -> None:
        self.name = name
        self.faults = faults
        self.vocabularies: dict[str, dict[str, Term]] = {}
        self.terms: dict[str, Container[str]] = {}
        self.organisations: dict[str, Organisation] = {}
        self.records: list[Record] = []
        self.lines: dict[str, tuple[str, ...]] = {}

    def take_shared(self, file: FileFound) -> None:
        """Read a vocabulary or a file of the register."""
        match file.path.split("/")[1:]:
            case ["vocabularies", name] if name.endswith(".yml"):
                self._vocabulary(file, name.removesuffix(".yml"))
            case ["register", name] if name.endswith(".csv"):
                self._register(file)
            case ["organisations", _, *_] | ["README.md"]:
                pass
            case _:
                self.faults.append(fault("unknown-place", Location(file.path)))

    def finish_shared(self) -> None:
        """Report vocabularies that are not there, once each."""
        for name in VOCABULARIES:
            if name not in self.vocabularies:
                self.vocabularies[name] = {}
                self.terms[name] = _EVERY_TERM
                path = f"{self.name}/vocabularies/{name}.yml"
                self.faults.append(fault("vocabulary-missing", Location(path), vocabulary=name))

    def take_record(self, file: FileFound) -> None:
        """Read a file of an organisation."""
        match file.path.split("/")[1:]:
            case ["organisations", slug, "organisation.yml"]:
                self._record(file, Kind.ORGANISATION, slug, slug)
            case ["organisations", slug, folder, name] if folder in FOLDERS and name.endswith(
                (".md", ".yml")
            ):
                self._record(file, FOLDERS[folder], name.rpartition(".")[0], slug)
            case ["organisations", *_]:
                self.faults.append(fault("unknown-place", Location(file.path)))
            case _:
                pass

    def catalogue(self) -> Catalogue:
        """Return what was collected."""
        for record in self.records:
            known = self.organisations.get(record.organisation)
            if record.kind is Kind.ORGANISATION and known and isinstance(record.value, Profile):
                self.organisations[known.slug] = replace(
                    known, profile=record.value, body=record.document.body
                )
        records = tuple(sorted(self.records, key=lambda record: record.path))
        ordered = dict(sorted(self.organisations.items()))
        return Catalogue(records, ordered, self.vocabularies, tuple(self.faults), self.lines)

    def _bytes(self, file: FileFound, largest: int) -> bytes | None:
        try:
            with file.file.open("rb") as stream:
                return stream.read(largest + 1)
        except OSError as error:
            self.faults.append(fault("unreadable", Location(file.path), reason=error.strerror or ""))
            return None

    def _vocabulary(self, file: FileFound, name: str) -> None:
        content = self._bytes(file, VOCABULARY_LIMITS.file)
        if content is None:
            return
        document, faults = read(file.path, content, limits=VOCABULARY_LIMITS)
        self.lines[file.path] = document.lines
        value, wrong = convert(document, Vocabulary, None) if not faults else (None, [])
        self.faults += [*faults, *wrong]
        terms: dict[str, Term] = {}
        for index, term in enumerate(value.terms if value else ()):
            if term.id in terms:
                place = document.place(("terms", index, "id"))
                self.faults.append(fault("duplicate-term", place, value=term.id))
            terms[term.id] = term
        self.vocabularies[name] = terms
        # A list that cannot be read is one fault, not one for every entry that uses it.
        self.terms[name] = terms or _EVERY_TERM

    def _register(self, file: FileFound) -> None:
        content = self._bytes(file, _LARGEST_REGISTER)
        if content is None:
            return
        rows, faults = read_register(file.path, content)
        self.lines[file.path] = tuple(content.decode("utf-8", "replace").split("\n"))
        self.faults += faults
        for row in rows:
            if row.slug in self.organisations:
                self.faults.append(fault("duplicate-organisation", Location(file.path), value=row.slug))
            self.organisations[row.slug] = row

    def _record(self, file: FileFound, kind: Kind, name: str, organisation: str) -> None:
        content = self._bytes(file, 128 * 1024)
        if content is None:
            return
        document, faults = read(file.path, content)
        self.lines[file.path] = document.lines
        # Without fields there is a fault already, unless it is a `.yml` file with a body alone.
        is_readable = bool(document.front.pairs) or not faults
        value, wrong = convert(document, MODELS[kind], self.terms) if is_readable else (None, [])
        self.faults += [*faults, *wrong]
        broken = any(item.kind not in _HARMLESS for item in faults)
        self.records.append(Record(kind, name, organisation, document, None if broken else value))  # type: ignore[arg-type]


class _EveryTerm:
    """Holds every term."""

    def __contains__(self, term: object) -> bool:
        return True


_EVERY_TERM = _EveryTerm()
_HARMLESS = frozenset({"byte-order-mark"})
