"""What a person gives on the command line, `field=value`, → a draft with it filled in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.catalogue import MODELS
from generator.documents import Node, Path, Scalar, Sequence, read
from generator.model.about import FieldSpec
from generator.model.choices import Kind
from generator.model.convert import field_at
from generator.model.sections import REQUIRED_SECTION, SECTIONS
from generator.nearest import plain
from generator.scaffold.draft import Draft
from generator.scaffold.writing import Value

BODY = "body"
"""The name of the text below the fields; of an application or practice, its first section."""


class NotAnAssignmentError(Exception):
    """A text is not `field=value`; carries it."""


def assigned(draft: Draft, assignments: Iterable[str]) -> Draft:
    """Return the draft with every assignment filled in, in the order given.

    A field that is named more than once is a list. Dots lead into a part: `contact.email`; a number tells
    which of several: `sources.1.url`. Lists and parts may also be written as YAML: `[a, b]`, `{size: large}`.

    Raises:
        NotAnAssignmentError: One has no `=` or no field.
    """
    values: dict[str, list[str]] = defaultdict(list)
    for text in assignments:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise NotAnAssignmentError(text)
        values[name.strip()].append(value.strip())
    titles = {plain(title): title for title in SECTIONS}
    for name, given in values.items():
        if name == BODY or plain(name) in titles:
            title = titles.get(plain(name), REQUIRED_SECTION if _is_entry(draft) else "")
            draft = draft.with_section(title, given[-1])
        else:
            path = _path(draft.kind, name)
            draft = draft.with_value(path, _value(field_at(MODELS[draft.kind], path), path, given))
    return draft


def _is_entry(draft: Draft) -> bool:
    return draft.kind in {Kind.APPLICATION, Kind.PRACTICE}


def _path(kind: Kind, name: str) -> Path:
    """Return the steps to a field; without a number, the first of several is meant."""
    steps: list[str | int] = []
    for step in name.split("."):
        here = field_at(MODELS[kind], tuple(steps)) if steps else None
        is_among_several = bool(here and here.is_list and here.part and isinstance(steps[-1], str))
        if is_among_several and step.isdecimal():
            steps.append(int(step))
        else:
            steps += [0, step] if is_among_several else [step]
    return tuple(steps)


def _value(spec: FieldSpec | None, path: Path, given: list[str]) -> Value:
    is_list = spec is not None and spec.is_list and isinstance(path[-1], str)
    if spec is None or not (is_list or spec.part):
        return given[-1]
    if is_list and len(given) > 1:
        return [_item(spec, text) for text in given]
    text = given[0]
    if text.startswith(("[", "{")):
        written = _yaml(text)
        return [written] if is_list and isinstance(written, dict) else written
    return [part.strip() for part in text.split(",") if part.strip()] if is_list else text


def _item(spec: FieldSpec, text: str) -> Value:
    return _yaml(text) if spec.part and text.startswith("{") else text


def _yaml(text: str) -> Value:
    document, faults = read("value.yml", f"value: {text}".encode())
    node = document.node(("value",))
    return text if faults or node is None else _plain(node)


def _plain(node: Node) -> Value:
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {pair.key.text: _plain(pair.value) for pair in node.pairs}
