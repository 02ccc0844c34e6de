"""A file that is being made: who shares what, what is filled in so far, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import cast

from generator import rules
from generator.catalogue import FOLDERS, MODELS, Catalogue, Record
from generator.documents import Path, read
from generator.findings import Finding, Location, Severity
from generator.model.choices import Kind
from generator.model.convert import convert
from generator.model.sections import SECTIONS
from generator.scaffold.writing import Value, markdown_file, yaml_file

FOLDER_BY_KIND: Mapping[Kind, str] = MappingProxyType({kind: folder for folder, kind in FOLDERS.items()})
NO_NAME = "nieuw"
"""Stands for the id while it is not known yet."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a new file.

    Attributes:
        kind: What it describes.
        organisation: Slug of the organisation whose folder it goes into.
        id: Its name without ending; of an adoption, the id of the entry.
        fields: As filled in.
        sections: Text by heading; without a heading under the empty text.
    """

    kind: Kind
    organisation: str
    id: str = NO_NAME
    fields: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    sections: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def path(self) -> str:
        """Where the file goes, below the folder of the catalogue."""
        if self.kind is Kind.ORGANISATION:
            return f"organisations/{self.organisation}/organisation.yml"
        return f"organisations/{self.organisation}/{FOLDER_BY_KIND[self.kind]}/{self.id}.md"

    @property
    def body(self) -> str:
        """The text below the fields."""
        titles = ["", *SECTIONS]
        parts = [(title, self.sections[title].strip()) for title in titles if title in self.sections]
        return "\n\n".join(f"## {title}\n\n{text}" if title else text for title, text in parts if text)

    @property
    def text(self) -> str:
        """The whole file."""
        make = yaml_file if self.kind is Kind.ORGANISATION else markdown_file
        return make(MODELS[self.kind], self.fields, self.body)

    def get(self, path: Path) -> Value | None:
        """Return what is filled in at `path`, or None."""
        here: object = self.fields
        for step in path:
            if isinstance(here, Mapping):
                here = here.get(step)
            elif isinstance(here, list) and isinstance(step, int) and step < len(here):
                here = here[step]
            else:
                return None
        return cast("Value | None", here)

    def with_value(self, path: Path, value: Value) -> Draft:
        """Return the draft with one more field filled in."""
        return replace(self, fields=cast("dict[str, Value]", _put(self.fields, path, value)))

    def with_section(self, title: str, text: str) -> Draft:
        """Return the draft with one more section."""
        return replace(self, sections={**self.sections, title: text})


def findings(draft: Draft, catalogue: Catalogue, name: str, today: dt.date) -> tuple[Finding, ...]:
    """Return what every rule says of the file, as if it stood in the catalogue.

    Args:
        draft: The file.
        catalogue: Where it goes.
        name: Of the folder of the catalogue: paths start with it.
        today: The day to judge dates by.
    """
    record, extended = _joined(draft, catalogue, name)
    return tuple(item for item in rules.check(extended, today) if is_about(item, record.path))


def stops(finding: Finding) -> bool:
    """Whether a new file cannot have this: an error, or a name that files of before a merger may keep."""
    return finding.severity is Severity.ERROR or finding.rule == "organisation-still-exists"


def is_about(finding: Finding, path: str) -> bool:
    """Whether a finding is about a file, or about a folder that it stands in."""
    return f"{path}/".startswith(f"{finding.location.path}/")


def findings_at(
    draft: Draft, path: Path, catalogue: Catalogue, name: str, today: dt.date
) -> tuple[Finding, ...]:
    """Return what the rules say of the value at `path` and of what is in it."""
    record, _ = _joined(draft, catalogue, name)
    whole = record.document.place(path)
    found = findings(draft, catalogue, name, today)
    return tuple(item for item in found if _is_inside(item.location, whole))


def _joined(draft: Draft, catalogue: Catalogue, name: str) -> tuple[Record, Catalogue]:
    path = f"{name}/{draft.path}"
    document, faults = read(path, draft.text.encode())
    value, wrong = convert(document, MODELS[draft.kind], catalogue.vocabularies)
    is_valid = value is not None and not faults
    record = Record(draft.kind, draft.id, draft.organisation, document, is_valid)
    records = tuple(sorted([*catalogue.records, record], key=lambda item: item.path))
    return record, replace(catalogue, records=records, faults=(*faults, *wrong), lines={path: document.lines})


def _is_inside(place: Location, whole: Location) -> bool:
    start, end = (place.line, place.column), (place.end_line, place.end_column)
    return (whole.line, whole.column) <= start and end <= (whole.end_line, whole.end_column)


def _put(here: object, path: Path, value: Value) -> object:
    """Return a copy of nested mappings and lists with `value` at `path`; lists grow by one at most."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(here) if isinstance(here, list) else []
        items[step : step + 1] = [_put(items[step] if step < len(items) else None, rest, value)]
        return items
    pairs = dict(here) if isinstance(here, Mapping) else {}
    return {**pairs, step: _put(pairs.get(step), rest, value)}
