"""Which fields a new file still needs, in the order of the model: rules ask for the same afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.catalogue import MODELS, Catalogue
from generator.model.about import FieldSpec, Need, Strict, own_fields_of
from generator.model.choices import Kind
from generator.model.convert import field_at
from generator.model.sections import REQUIRED_SECTION
from generator.scaffold.draft import Draft
from generator.spdx import licences_in

COMPLETING = frozenset(
    {
        "adoption-says-what-it-took",
        "ai-is-stated",
        "contact-can-be-reached",
        "cyber-practice-names-controls",
        "facts-have-a-source",
        "field-is-filled-in-when-in-use",
        "file-is-not-empty",
        "front-matter-has-fields",
        "open-software-shows-its-code",
        "required-field-is-present",
        "required-section-is-present",
        "stop-has-a-reason",
    }
)
"""Rules about what is not there yet: no fault of the answer that is being given."""

_NOT_YET = frozenset({"idea", "pilot"})
_BEGUN = frozenset({"pilot", "in-use", "stopped"})
_ENDED = frozenset({"stopped", "rejected"})
_ALGORITHMS = frozenset({"big-data", "ai-algorithms"})
_OPEN_LICENCES = frozenset({"osi", "fsf"})

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A field to fill in: a single value, a list, or a part of which all fields are optional."""

    path: Path
    spec: FieldSpec

    @property
    def name(self) -> str:
        """The path as a person writes it: `contact.email`."""
        return ".".join(self.path)


def needed(draft: Draft, catalogue: Catalogue) -> Iterator[Wanted]:
    """Yield the fields that are needed and not filled in, in the order of the model."""
    for wanted in _fields(draft.kind):
        if draft.get(wanted.path) is None and _is_needed(wanted, draft, catalogue):
            yield wanted


def recommended(draft: Draft) -> Iterator[Wanted]:
    """Yield the fields that help a colleague and are not filled in, in the order of the model."""
    for wanted in _fields(draft.kind):
        parts = [field_at(MODELS[draft.kind], wanted.path[:end]) for end in range(1, len(wanted.path))]
        wants = {Need.RECOMMENDED} if not parts else {Need.RECOMMENDED, Need.REQUIRED}
        is_open = all(
            part and (part.about.need is Need.RECOMMENDED or draft.get(part.path) is not None)
            for part in parts
        )
        if is_open and draft.get(wanted.path) is None and wanted.spec.about.need in wants:
            yield wanted


def needs_section(draft: Draft) -> bool:
    """Whether the text that every application and practice has is missing."""
    is_entry = draft.kind in {Kind.APPLICATION, Kind.PRACTICE}
    return is_entry and not draft.sections.get(REQUIRED_SECTION, "").strip()


def _fields(kind: Kind, above: FieldSpec | None = None) -> Iterator[Wanted]:
    part, path = (above.part, above.path) if above else (MODELS[kind], ())
    for spec in own_fields_of(part, path) if part else ():
        if spec.part and not spec.is_list and not _is_whole(spec.part):
            yield from _fields(kind, spec)
        else:
            yield Wanted(spec.path[:-1] if spec.is_list else spec.path, spec)


def _is_whole(part: type[Strict]) -> bool:
    return all(spec.about.need is Need.OPTIONAL for spec in own_fields_of(part))


def _is_needed(wanted: Wanted, draft: Draft, catalogue: Catalogue) -> bool:
    condition = _CONDITIONS.get((draft.kind, wanted.name)) or _CONDITIONS.get((None, wanted.name))
    if condition:
        return condition(draft, catalogue)
    is_required = wanted.spec.about.need is Need.REQUIRED
    return is_required and all(
        _is_part_needed(draft, wanted.path[:end]) for end in range(1, len(wanted.path))
    )


def _is_part_needed(draft: Draft, path: Path) -> bool:
    part = field_at(MODELS[draft.kind], path)
    need = part.about.need if part else Need.OPTIONAL
    is_needed = need is Need.REQUIRED or (need is Need.IN_USE and _is_in_use(draft))
    return is_needed or draft.get(path) is not None or (path == ("ai",) and _has_algorithm(draft))


def _is_in_use(draft: Draft) -> bool:
    return draft.get(("status",)) not in {None, *_NOT_YET}


def _has_algorithm(draft: Draft) -> bool:
    themes = draft.get(("themes",))
    return _is_in_use(draft) and isinstance(themes, list) and bool(_ALGORITHMS & set(map(str, themes)))


def _took_it_over(draft: Draft, _: Catalogue) -> bool:
    return draft.get(("status",)) in _BEGUN and draft.get(("confirmed_by",)) == "organisation"


def _has_ended(draft: Draft, _: Catalogue) -> bool:
    return draft.get(("status",)) in _ENDED


def _is_from_sources(draft: Draft, _: Catalogue) -> bool:
    return draft.get(("reviewed_by",)) == "editors" or draft.get(("confirmed_by",)) == "source"


def _is_cyber_practice(draft: Draft, _: Catalogue) -> bool:
    return draft.get(("domain",)) == "cybersecurity" and _is_in_use(draft)


def _is_unreachable(draft: Draft, _: Catalogue) -> bool:
    return _is_part_needed(draft, ("contact",)) and draft.get(("contact", "url")) is None


def _is_open_software(draft: Draft, catalogue: Catalogue) -> bool:
    licences = catalogue.vocabularies["licences"]
    names = licences_in(str(draft.get(("software", "licence")) or "")) or ()
    is_open = any(name in licences and licences[name].kind in _OPEN_LICENCES for name in names)
    return is_open and draft.get(("status",)) != "idea"


def _is_empty(draft: Draft, _: Catalogue) -> bool:
    return not draft.fields


_CONDITIONS: Mapping[tuple[Kind | None, str], Callable[[Draft, Catalogue], bool]] = MappingProxyType(
    {
        (None, "contact.email"): _is_unreachable,
        (None, "sources"): _is_from_sources,
        (Kind.ADOPTION, "mode"): _took_it_over,
        (Kind.ADOPTION, "since"): _took_it_over,
        (Kind.ADOPTION, "effort"): _took_it_over,
        (Kind.ADOPTION, "changes"): _took_it_over,
        (Kind.ADOPTION, "lesson"): _took_it_over,
        (Kind.ADOPTION, "until"): _has_ended,
        (Kind.ADOPTION, "stop_reason"): _has_ended,
        (Kind.APPLICATION, "software.repository"): _is_open_software,
        (Kind.ORGANISATION, "website"): _is_empty,
        (Kind.PRACTICE, "security.controls"): _is_cyber_practice,
    }
)
"""Fields that other fields make needed; what `COMPLETING` rules ask for."""


def with_defaults(draft: Draft, today: dt.date) -> Draft:
    """Return the draft with what goes without saying: its maker read it today and speaks for the owner."""
    given = {
        "reviewed": today.isoformat(),
        "reviewed_by": "owner",
        "confirmed": today.isoformat(),
        "confirmed_by": "organisation",
    }
    for spec in own_fields_of(MODELS[draft.kind]):
        if spec.name in given and spec.about.need is Need.REQUIRED and draft.get(spec.path) is None:
            draft = draft.with_value(spec.path, given[spec.name])
    return draft
