"""Every field is one that this kind of file can have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

from generator.catalogue import MODELS, Catalogue
from generator.documents import Path
from generator.faults import Fault
from generator.findings import Finding, Fix, Rule, Severity
from generator.messages import Message, either, msg, translator
from generator.model.about import Strict
from generator.model.choices import Kind
from generator.model.convert import field_about, names_at
from generator.model.vocabulary import Vocabulary
from generator.nearest import Nearest
from generator.rules._documents import fields_of_kind
from generator.rules._faults import faults
from generator.rules._fixes import rewritten, safe, unsafe
from generator.rules._hints import did_you_mean, quoted
from generator.rules._outdented import outdented
from generator.text import shown

RULE = Rule(
    "field-is-known",
    Severity.ERROR,
    summary=msg("Every field is one that this kind of file can have."),
    why=msg("A field with another name is not shown anywhere, and it is often a slip of the keyboard."),
    repair=msg(
        "Correct the name, or remove the field. `catalogue schema` and the field guide list all fields."
    ),
)

_MOST_LISTED = 12
# Letters of a name in which one may be wrong: `tgas` can only be `tags`.
_SHORTEST = 4


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield fields the model does not have."""
    loose = outdented(catalogue)
    kinds = {record.path: record.kind for record in catalogue.records}
    for item in faults(catalogue, "unknown-field"):
        if item.location in loose:
            continue
        name = str(item.values["field"])
        message = msg("the field '{field}' does not exist here", field=shown(name))
        kind = kinds.get(item.location.path)
        yield RULE.finding(item.location, message, _hint(kind, item, name), _fix(catalogue, kind, item, name))


def _fix(catalogue: Catalogue, kind: Kind | None, item: Fault, name: str) -> Fix | None:
    index = _index(kind, _above(item))
    certain, near = index.certain(name, shortest=_SHORTEST), index.find(name, most=1)
    if certain:
        return safe(rewritten(catalogue, item.location, certain))
    return unsafe(rewritten(catalogue, item.location, near[0])) if near else None


def _hint(kind: Kind | None, item: Fault, name: str) -> Message:
    above = _above(item)
    index = _index(kind, above)
    certain = index.certain(name, shortest=_SHORTEST)
    near = (certain,) if certain else index.find(name, most=1)
    if near:
        return did_you_mean(quoted(near))
    elsewhere = [spec.path[-2] for spec in fields_of_kind(kind) if spec.path[1:] == (name,)] if kind else []
    if elsewhere:
        return msg("this field belongs below '{above}'", above=elsewhere[0])
    allowed = tuple(names_at(_model(kind), above))
    if len(allowed) <= _MOST_LISTED:
        return msg("here you can use: {words}", words=either(allowed))
    return msg("remove it; `catalogue schema` lists the fields there are")


def _above(item: Fault) -> tuple[str, ...]:
    """Return the names of the parts that the field stands in."""
    path: Path = item.values["path"]  # type: ignore[assignment]
    return tuple(step for step in path[:-1] if isinstance(step, str))


@cache
def _index(kind: Kind | None, above: tuple[str, ...]) -> Nearest:
    """Return what a person could call the fields of a part: names, and titles in both languages."""
    names: list[tuple[str, str]] = []
    for name in names_at(_model(kind), above):
        names.append((name, name))
        words = field_about(_model(kind), (*above, name))
        if words:
            names += [(words.title, name), (translator("nl").gettext(words.title), name)]
    return Nearest(names)


def _model(kind: Kind | None) -> type[Strict]:
    """Return the model of a kind of file; what is no record is a vocabulary."""
    return MODELS[kind] if kind else Vocabulary
