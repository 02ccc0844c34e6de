"""The files of a catalogue, read and typed; vocabularies and register first, since entries refer to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.catalogue.lines import Lines
from generator.catalogue.origin import NOTHING_ELSE, Origin
from generator.catalogue.shared import Shared, SharedReader
from generator.catalogue.values import Catalogue, Record
from generator.causes import cause
from generator.documents import ENTRY_LIMITS, Source, read
from generator.faults import Fault, fault
from generator.findings import Location
from generator.model.choices import Kind
from generator.model.convert import convert
from generator.model.kinds import MODELS
from generator.model.organisation import Profile
from generator.register import Organisation

FOLDERS: Mapping[str, Kind] = MappingProxyType(
    {
        "applications": Kind.APPLICATION,
        "practices": Kind.PRACTICE,
        "adoptions": Kind.ADOPTION,
        "calls": Kind.CALL,
    }
)
_HARMLESS = frozenset({"byte-order-mark"})


class Job(NamedTuple):
    """A file of an organisation that is to be read."""

    path: str
    kind: Kind
    id: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to read, with what it refers to.

    Attributes:
        origin: Where it stands.
        shared: Vocabularies and register, read.
        jobs: The files of organisations.
        faults: Of the walk over the folder, and of what was read.
    """

    origin: Origin
    shared: Shared
    jobs: tuple[Job, ...]
    faults: tuple[Fault, ...]


def load(folder: Path, contents: Mapping[str, bytes] = NOTHING_ELSE) -> Catalogue:
    """Read a whole catalogue; never raises on its contents.

    Args:
        folder: The folder `catalogue` itself; paths in places start with its name.
        contents: What to read instead of what files hold, by path as in `Location.path`.
    """
    plan = plan_of(folder, contents)
    records: list[Record] = []
    faults: list[Fault] = []
    for job in plan.jobs:
        try:
            content = plan.origin.read(job.path, ENTRY_LIMITS.file)
        except OSError as error:
            faults.append(fault("unreadable", Location(job.path), reason=cause(error)))
            continue
        record, found = read_record(plan, job, content, plan.origin)
        records.append(record)
        faults += found
    return catalogue_of(plan, records, faults)


def plan_of(folder: Path, contents: Mapping[str, bytes] = NOTHING_ELSE) -> Plan:
    """Walk over a catalogue and read its vocabularies and register; arguments as of `load`."""
    origin = Origin(folder, contents)
    faults: list[Fault] = []
    paths: list[str] = []
    for item in origin.files():
        if isinstance(item, str):
            paths.append(item)
        else:
            faults.append(item)
    reader = SharedReader(origin, faults)
    for path in paths:
        reader.take(path)
    shared = reader.shared()
    jobs = []
    for path in paths:
        job = _job(path)
        if job:
            jobs.append(job)
        elif path.split("/")[1] == "organisations" and path.count("/") > 1:
            faults.append(fault("unknown-place", Location(path)))
    return Plan(origin, shared, tuple(jobs), tuple(faults))


def read_record(plan: Plan, job: Job, content: bytes, source: Source) -> tuple[Record, list[Fault]]:
    """Type one file, and say what is wrong with it.

    Args:
        plan: What it refers to.
        job: Which file.
        content: Its bytes.
        source: Where to read them again.
    """
    document, faults = read(job.path, content, source=source)
    # Without fields there is a fault already, unless it is a `.yml` file with a body alone.
    is_readable = bool(document.fields) or not faults
    value, wrong = convert(document, MODELS[job.kind], plan.shared.terms) if is_readable else (None, [])
    is_valid = value is not None and all(item.kind in _HARMLESS for item in faults)
    typed = value if is_valid else None
    return Record(job.kind, job.id, job.organisation, document, is_valid, typed), [*faults, *wrong]  # type: ignore[arg-type]


def catalogue_of(plan: Plan, records: Iterable[Record], faults: Iterable[Fault]) -> Catalogue:
    """Join what was read.

    Args:
        plan: By which it was read.
        records: The files of organisations, in any order.
        faults: Of these files.
    """
    ordered = sorted(records, key=lambda record: record.path)
    paths = [*plan.shared.paths, *(record.path for record in ordered)]
    return Catalogue(
        tuple(ordered),
        dict(sorted(with_profiles(plan.shared.organisations, ordered).items())),
        plan.shared.vocabularies,
        (*plan.faults, *faults),
        Lines(plan.origin, paths),
    )


def with_profiles(known: Mapping[str, Organisation], records: Iterable[Record]) -> dict[str, Organisation]:
    """Return organisations, by slug, with what their files say of them.

    Args:
        known: By slug, from the register.
        records: Of files of any kind; those that are no valid `organisation.yml` do not count.
    """
    organisations = dict(known)
    for record in records:
        profile = record.value if record.kind is Kind.ORGANISATION else None
        body = organisations.get(record.organisation)
        if isinstance(profile, Profile) and body:
            organisations[body.slug] = replace(body, profile=profile, body=record.document.body)
    return organisations


def _job(path: str) -> Job | None:
    match path.split("/")[1:]:
        case ["organisations", slug, "organisation.yml"]:
            return Job(path, Kind.ORGANISATION, slug, slug)
        case ["organisations", slug, folder, name] if folder in FOLDERS and name.endswith((".md", ".yml")):
            return Job(path, FOLDERS[folder], name.rpartition(".")[0], slug)
    return None
