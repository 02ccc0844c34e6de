"""What a file holds that was found right → its typed value: without checking it again, in half the memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from types import NoneType
from typing import Annotated, Any, NamedTuple, TypeVar, cast, get_args, get_origin

from generator.documents import Written
from generator.model.about import Strict
from generator.model.choices import Choice

Model = TypeVar("Model", bound=Strict)
Make = Callable[[Any], object]
"""Makes the value of a field from what is written there."""

_MOST_SHARED = 1_000
"""Parts that are kept of each model, to give equal ones the same value."""
_MOST_WITHOUT_TABLE = 30
"""Python keeps this many attributes in an object itself; with more it needs a table for each."""

_set = object.__setattr__
_day = lru_cache(maxsize=10_000)(dt.date.fromisoformat)


def typed(model: type[Model], written: Mapping[str, Written]) -> Model:
    """Return the value that `convert` gives for a tidy file without faults.

    Equal parts, such as a source that many files name, are the same value.

    Args:
        model: What the file is.
        written: Its fields, as in `Document`.
    """
    return cast("Model", _maker(model).whole(written))


class _Field(NamedTuple):
    """A field of a model.

    Attributes:
        key: In the file.
        name: Of the attribute.
        make: Makes its value; None when that is the text itself.
        default: Its value when nothing is written.
    """

    key: str
    name: str
    make: Make | None
    default: object


class _Maker:
    """Makes the values of one model."""

    def __init__(self, model: type[Strict]) -> None:
        self._model = model
        self._fields = tuple(
            _Field(info.alias or name, name, _make_of(info.annotation), info.default)
            for name, info in model.model_fields.items()
        )
        # Pydantic keeps which fields were set, for each object; nobody here asks.
        self._names = set(model.model_fields)
        self._known: dict[object, Strict] = {}

    def whole(self, written: Mapping[str, Written]) -> Strict:
        """Return the value of what is written."""
        made = self._model.__new__(self._model)
        _set(made, "__pydantic_fields_set__", self._names)
        _set(made, "__pydantic_extra__", None)
        _set(made, "__pydantic_private__", None)
        if len(self._fields) > _MOST_WITHOUT_TABLE:
            _set(made, "__dict__", {field.name: _value(field, written) for field in self._fields})
        else:
            for field in self._fields:
                _set(made, field.name, _value(field, written))
        return made

    def part(self, written: Mapping[str, Written]) -> Strict:
        """Return the same, and the same value for what is written the same."""
        # Of nested texts, lists and mappings, `repr` tells any two apart.
        key = repr(written)
        made = self._known.get(key)
        if made is None:
            if len(self._known) == _MOST_SHARED:
                self._known.clear()
            made = self._known[key] = self.whole(written)
        return made


_maker = cache(_Maker)


def _value(field: _Field, written: Mapping[str, Written]) -> object:
    found = written.get(field.key)
    if found is None:
        return field.default
    return found if field.make is None else field.make(found)


def _make_of(annotation: Any) -> Make | None:  # noqa: ANN401 - of any field
    """Return what makes values of a type; None for texts, which are as they are written."""
    origin, within = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _make_of(within[0])
    if origin is tuple:
        each = _make_of(within[0])
        return tuple if each is None else lambda items: tuple([each(item) for item in items])
    if within:
        return next(_make_of(item) for item in within if item is not NoneType)
    if issubclass(annotation, Strict):
        return _maker(annotation).part
    if issubclass(annotation, Choice):
        return {choice.value: choice for choice in annotation}.__getitem__
    return _PLAIN[annotation]


_PLAIN: Mapping[type, Make | None] = {str: None, int: int, bool: "true".__eq__, dt.date: _day}
