"""How much of what readers are helped by an entry tells; says nothing about how good the entry is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.model.about import FieldSpec, Need, Strict, fields_of
from generator.model.choices import Choice


@dataclass(frozen=True, slots=True)
class Completeness:
    """What is told and what is not.

    Attributes:
        asked: Paths of the fields that count: the recommended ones, and required ones that may be `unknown`.
        missing: Those that are empty or `unknown`, in the order of the model.
    """

    asked: tuple[tuple[str, ...], ...]
    missing: tuple[tuple[str, ...], ...]

    @property
    def share(self) -> float:
        """Filled part, 0 to 1."""
        return 1 - len(self.missing) / len(self.asked)


def completeness(entry: Strict) -> Completeness:
    """Return what an entry tells of what is asked of it."""
    asked = _asked(type(entry))
    return Completeness(asked, tuple(path for path in asked if not _is_filled(_at(entry, path))))


@cache
def _asked(model: type[Strict]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(_counted(model)))


def _counted(model: type[Strict]) -> Iterator[tuple[str, ...]]:
    for spec in fields_of(model):
        path = spec.path[:-1] if spec.path[-1] == "*" else spec.path
        # A part of a list is asked for once there is one: its own required fields see to that.
        if "*" not in path and (spec.about.need is Need.RECOMMENDED or _may_be_unknown(spec)):
            yield path


def _may_be_unknown(spec: FieldSpec) -> bool:
    kind = spec.info.annotation
    if spec.about.need is not Need.REQUIRED or not isinstance(kind, type) or not issubclass(kind, Choice):
        return False
    return "unknown" in {item.value for item in kind}


def _at(part: object, path: tuple[str, ...]) -> object:
    for name in path:
        part = getattr(part, name, None)
    return part


def _is_filled(value: object) -> bool:
    if isinstance(value, Strict):
        return any(_is_filled(getattr(value, name)) for name in type(value).model_fields)
    if isinstance(value, tuple):
        return any(_is_filled(item) for item in value)
    return value not in {None, "", "unknown"}
