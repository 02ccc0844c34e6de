"""A document → a typed value, and every place where it is not what the model asks."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.documents import Document, Node, Path, Scalar, Sequence
from generator.documents import Mapping as MappingNode
from generator.faults import Fault, fault
from generator.messages import translator
from generator.model.about import About, FieldSpec, Strict, own_fields_of
from generator.model.choices import Choice
from generator.nearest import Nearest

Model = TypeVar("Model", bound=Strict)
Terms = Mapping[str, Container[str]]
"""Ids of terms by the name of their vocabulary."""

Step = str | int
Plain = str | list["Plain"] | dict[Step, "Plain"]
"""Nested texts, as written, without what is not filled in."""

_SHAPES = {
    "string_type": "text",
    "tuple_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
}
_KINDS = {
    **dict.fromkeys(_SHAPES, "wrong-shape"),
    "enum": "not-a-choice",
    "extra_forbidden": "unknown-field",
    "missing": "missing-field",
    "string_too_long": "text-too-long",
    "string_too_short": "text-too-short",
    "too_long": "too-many",
    "too_short": "too-few",
}


def convert(document: Document, model: type[Model], terms: Terms | None) -> tuple[Model | None, list[Fault]]:
    """Return the value a document describes, or None, and its faults.

    Args:
        document: Read by `documents.read`.
        model: What the file should be.
        terms: The vocabularies; None leaves terms unchecked.
    """
    faults: list[Fault] = []
    # Most files are tidy; only the others are gone through for values to leave out.
    written = document.fields if document.is_tidy else _plain(document, document.front, (), faults)
    emptied = {item.values["path"] for item in faults}
    try:
        value = model.model_validate(written, context=terms)
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        found = [
            _fault(document, model, detail)
            for detail in details
            if detail["loc"] not in emptied and not _is_echo(document, detail)
        ]
        return None, [*faults, *_pair_typos(found)]
    return (None if faults else value), faults


def _is_echo(document: Document, detail: ErrorDetails) -> bool:
    """Whether pydantic calls a list too short only because it left out the items with a fault."""
    node = document.node(detail["loc"])
    return detail["type"] == "too_short" and isinstance(node, Sequence) and bool(node.items)


def _plain(document: Document, node: Node, path: Path, faults: list[Fault]) -> Plain:
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Sequence):
        # An empty item keeps its place, so that faults of the items after it are reported where those stand.
        filled = [_filled(document, item, path, index, faults) for index, item in enumerate(node.items)]
        return ["" if item is None else item for item in filled]
    plain: dict[Step, Plain] = {}
    for pair in node.pairs:
        value = _filled(document, pair.value, path, pair.key.text, faults)
        if value is not None:
            plain[pair.key.text] = value
    return plain


def _filled(document: Document, node: Node, path: Path, step: Step, faults: list[Fault]) -> Plain | None:
    """Return the value of one key or item; None, and a fault, when it is not filled in."""
    if not isinstance(node, Scalar):
        return _plain(document, node, (*path, step), faults)
    if not node.is_empty:
        return node.text.strip()
    here = (*path, step)
    faults.append(fault("empty-value", document.key_place(here), path=here, field=str(step)))
    return None


def _fault(document: Document, model: type[Strict], detail: ErrorDetails) -> Fault:
    path = tuple(step for step in detail["loc"] if isinstance(step, str | int))
    values = {
        "path": path,
        "field": next((str(step) for step in reversed(path) if isinstance(step, str)), ""),
        "value": document.text(*path),
        "about": field_about(model, path),
    }
    match detail["type"]:
        case "missing":
            place = document.key_place(path[:-1])
        case "extra_forbidden":
            place = document.key_place(path)
        case _:
            place = document.place(path)
    kind, more = _kind(document, model, path, detail)
    return fault(kind, place, **values, **more)


def _kind(
    document: Document, model: type[Strict], path: Path, detail: ErrorDetails
) -> tuple[str, dict[str, object]]:
    """Return the kind of fault behind pydantic's word for it, and what its rule needs besides."""
    word, context = detail["type"], detail.get("ctx", {})
    written = document.node(path)
    if word in {"enum", "form"} and isinstance(written, Sequence | MappingNode):
        word = "string_type"
    kind = context["kind"] if word == "form" else _KINDS.get(word, word.replace("_", "-"))
    more: dict[str, object] = {}
    match kind:
        case "wrong-shape":
            more = {"expected": _SHAPES[word], "written": _shape(written)}
        case "unknown-field":
            more = {"allowed": tuple(names_at(model, path[:-1]))}
        case "not-a-choice":
            more = {"choices": _choices(model, path)}
        case "text-too-long" | "text-too-short" | "too-many" | "too-few":
            limit = context.get("max_length", context.get("min_length"))
            more = {"limit": limit, "length": _length(written)}
        case "unknown-term" | "outside-range":
            more = context
    return kind, more


def _length(node: Node | None) -> int:
    if isinstance(node, Scalar):
        return len(node.text.strip())
    return len(node.items) if isinstance(node, Sequence) else 0


def _shape(node: Node | None) -> str:
    if isinstance(node, Sequence):
        return "list"
    return "mapping" if isinstance(node, MappingNode) else "text"


def _pair_typos(faults: list[Fault]) -> Iterator[Fault]:
    """Join an unknown field and the missing field it was meant to be: one slip, one fault."""
    missing = {_path(item): item for item in faults if item.kind == "missing-field"}
    indexes: dict[Path, Nearest] = {}
    for item in faults:
        if item.kind == "unknown-field" and missing:
            above = _path(item)[:-1]
            if above not in indexes:
                indexes[above] = Nearest(_names(each for path, each in missing.items() if path[:-1] == above))
            for meant in indexes[above].find(str(item.values["field"]), most=1):
                missing.pop((*above, meant), None)
    return (item for item in faults if item.kind != "missing-field" or _path(item) in missing)


def _names(missing: Iterable[Fault]) -> Iterator[tuple[str, str]]:
    """Yield what a person could call each missing field: its name, and its title in both languages."""
    for item in missing:
        name, about = str(item.values["field"]), item.values["about"]
        yield name, name
        if isinstance(about, About):
            yield about.title, name
            yield translator("nl").gettext(about.title), name


def _path(item: Fault) -> Path:
    return cast("Path", item.values["path"])


@cache
def _fields_by_name(model: type[Strict]) -> Mapping[str, FieldSpec]:
    return {spec.name: spec for spec in own_fields_of(model)}


def field_at(model: type[Strict], path: Path) -> FieldSpec | None:
    """Return the field at `path`, or None when there is no such field; of an item in a list, the list."""
    here: FieldSpec | None = None
    part: type[Strict] | None = model
    for step in path:
        if isinstance(step, str):
            here = _fields_by_name(part).get(step) if part else None
            part = here.part if here else None
    return here


def names_at(model: type[Strict], path: Path) -> Iterator[str]:
    """Yield the fields that the part at `path` may have."""
    here = field_at(model, path)
    part = here.part if here else model if not path else None
    if part:
        yield from _fields_by_name(part)


def field_about(model: type[Strict], path: Path) -> About | None:
    """Return the words of the field at `path`; of an item in a list, those of the list."""
    here = field_at(model, path)
    return here.about if here else None


def _choices(model: type[Strict], path: Path) -> tuple[Choice, ...]:
    here = field_at(model, path)
    return here.choices if here else ()
