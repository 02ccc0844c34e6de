"""A catalogue as a value: its records, organisations and vocabularies, and the links between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from hashlib import blake2b

from generator.catalogue.inspections import Inner, Inspections, inner_of
from generator.documents import Document
from generator.faults import Fault
from generator.markdown import Inspected
from generator.model.adoption import Adoption
from generator.model.application import Application
from generator.model.call import Call
from generator.model.choices import Kind
from generator.model.convert import convert
from generator.model.kinds import MODELS
from generator.model.organisation import Profile
from generator.model.practice import Practice
from generator.model.typed import typed
from generator.model.vocabulary import Term
from generator.register import Organisation

Value = Application | Practice | Adoption | Call | Profile


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One file of an organisation.

    Attributes:
        kind: From its folder.
        id: From its name; of an adoption, the id of the entry that is reused.
        organisation: Slug of the folder it stands in: the owner, or the one who reuses.
        document: As written, with places; there even when the file has faults.
        is_valid: Whether it has a value: whether the file has no faults.
        made_value: The value when it was made already.
        known_inner: Its links within the catalogue, when they were looked for already.
        known_digest: `digest`, when it was worked out already.
    """

    kind: Kind
    id: str
    organisation: str
    document: Document
    is_valid: bool
    made_value: Value | None = field(default=None, repr=False)
    known_inner: Inner | None = field(default=None, repr=False)
    known_digest: bytes = field(default=b"", repr=False)

    @property
    def value(self) -> Value | None:
        """Typed; None when the file has faults. Made when it is first asked for: it takes 1 to 6 kB."""
        if self.is_valid and self.made_value is None:
            model, document = MODELS[self.kind], self.document
            made = typed(model, document.fields) if document.is_tidy else convert(document, model, None)[0]
            object.__setattr__(self, "made_value", made)
        return self.made_value

    def settle(self) -> None:
        """Make the value, and let go of the fields it says the same as."""
        if self.value is not None:
            self.document.settle()

    @property
    def inner(self) -> Inner:
        """Its links within the catalogue."""
        return inner_of(self.document) if self.known_inner is None else self.known_inner

    @property
    def digest(self) -> bytes:
        """Tells what is written in the file from anything else that could be."""
        return self.known_digest or _digest(self.document)

    @property
    def path(self) -> str:
        """The file, as in `Location.path`."""
        return self.document.path

    @property
    def is_entry(self) -> bool:
        """Whether it is an application or a practice: something that can be taken over."""
        return self.kind in {Kind.APPLICATION, Kind.PRACTICE}


def _digest(document: Document) -> bytes:
    # Plain texts, lists and mappings: for those, `repr` tells any two apart.
    written = repr((document.fields, document.body))
    return blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).digest()


@dataclass(frozen=True)
class Catalogue:
    """Everything, linked.

    Attributes:
        records: Sorted by path.
        organisations: By slug; a body's `organisation.yml` is already in it.
        vocabularies: By name; terms by id, in the order of the file.
        faults: What could not be read or typed; rules put them into words.
        lines: The lines of every file that was read, by path, to quote from.
        earlier: The files of the catalogue at an earlier revision; empty when it is not compared with one.
    """

    records: tuple[Record, ...]
    organisations: Mapping[str, Organisation]
    vocabularies: Mapping[str, Mapping[str, Term]]
    faults: tuple[Fault, ...]
    lines: Mapping[str, tuple[str, ...]] = field(repr=False)
    earlier: frozenset[str] = frozenset()

    @cached_property
    def faults_by_kind(self) -> Mapping[str, tuple[Fault, ...]]:
        """Faults grouped by kind."""
        groups = defaultdict(list)
        for item in self.faults:
            groups[item.kind].append(item)
        return {kind: tuple(items) for kind, items in groups.items()}

    @cached_property
    def inspected(self) -> Mapping[str, Inspected]:
        """What stands in the Markdown of each file of an organisation, by path."""
        return Inspections({record.path: record.document for record in self.records})

    @cached_property
    def records_by_id(self) -> Mapping[str, tuple[Record, ...]]:
        """Applications, practices and calls by id; more than one is a fault that a rule reports."""
        groups = defaultdict(list)
        for record in self.records:
            if record.kind not in {Kind.ADOPTION, Kind.ORGANISATION}:
                groups[record.id].append(record)
        return {key: tuple(items) for key, items in groups.items()}

    @cached_property
    def entries(self) -> Mapping[str, Record]:
        """Valid applications and practices by id, sorted by id."""
        found = {r.id: r for r in self.records if r.is_entry and r.is_valid}
        return dict(sorted(found.items()))

    @cached_property
    def calls(self) -> Mapping[str, Record]:
        """Valid calls by id, sorted by id."""
        return {
            r.id: r for r in sorted(self.records, key=lambda r: r.id) if r.kind is Kind.CALL and r.is_valid
        }

    @cached_property
    def adoptions_by_entry(self) -> Mapping[str, tuple[Record, ...]]:
        """Valid adoptions by the id of the entry, each sorted by organisation."""
        return self._adoptions(lambda record: record.id)

    @cached_property
    def adoptions_by_organisation(self) -> Mapping[str, tuple[Record, ...]]:
        """Valid adoptions by the slug of the one who reuses, each sorted by entry."""
        return self._adoptions(lambda record: record.organisation)

    @cached_property
    def entries_by_owner(self) -> Mapping[str, tuple[Record, ...]]:
        """Valid entries by the slug of their owner or co-owner, each sorted by id."""
        groups = defaultdict(list)
        for record in self.entries.values():
            owners = (record.organisation, *(slug.strip() for _, slug in record.document.texts("co_owners")))
            for owner in dict.fromkeys(owners):
                groups[owner].append(record)
        return {key: tuple(items) for key, items in groups.items()}

    @cached_property
    def organisations_by_code(self) -> Mapping[str, Organisation]:
        """Organisations by register code."""
        return {item.code: item for item in self.organisations.values()}

    @cached_property
    def partnerships_by_member(self) -> Mapping[str, tuple[Organisation, ...]]:
        """Partnerships by the slug of a member, former memberships included."""
        groups = defaultdict(list)
        for partnership in self.organisations.values():
            for member in partnership.profile.members if partnership.profile else ():
                groups[member.organisation].append(partnership)
        return {key: tuple(items) for key, items in groups.items()}

    def settle(self) -> None:
        """Keep of each valid file its value and its text, and no longer its fields: half the memory."""
        for record in self.records:
            record.settle()

    def let_go(self) -> None:
        """Forget the files, and what is kept of them; vocabularies and organisations stay."""
        object.__setattr__(self, "records", ())
        declared = {item.name for item in fields(self)}
        for name in vars(self).keys() - declared:
            del vars(self)[name]

    def part(self, records: tuple[Record, ...], faults: tuple[Fault, ...]) -> Catalogue:
        """Return a catalogue with only some records and faults: what a rule on one file at a time needs."""
        return Catalogue(records, self.organisations, self.vocabularies, faults, self.lines)

    def successor(self, organisation: Organisation) -> Organisation | None:
        """Return the body that goes on with the work of a former one, however many mergers later, or None."""
        seen = {organisation.code}
        here = organisation
        while here.successor and here.successor not in seen:
            following = self.organisations_by_code.get(here.successor)
            if following is None:
                return None
            seen.add(following.code)
            here = following
        return None if here is organisation else here

    def _adoptions(self, key: Callable[[Record], str]) -> Mapping[str, tuple[Record, ...]]:
        groups = defaultdict(list)
        for record in self.records:
            if record.kind is Kind.ADOPTION and record.is_valid:
                groups[key(record)].append(record)
        return {name: tuple(items) for name, items in groups.items()}
