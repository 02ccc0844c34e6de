"""Values → digests: what a page is given, in as few bytes as tell one value from another."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from generator.catalogue import Record

_SIZE = 16
_OF_THE_RECORD = b"r"
_NUMBERS = frozenset({bool, int, float})


class UnknownValueError(TypeError):
    """A page is given a value that may change without its digest."""


class Digests:
    """Digests of the values of one build; what is shared between pages is looked at once.

    Equal values have equal digests; values that differ in anything a page can see have different ones.
    """

    def __init__(self) -> None:
        self._known: dict[int, bytes] = {}
        # As long as a value is kept, no other one can get its id.
        self._kept: list[object] = []

    def of(self, value: object) -> bytes:
        """Return the digest of a value.

        Raises:
            UnknownValueError: It is, or holds, something else than texts, numbers, days, choices, files of
                the catalogue, and collections and dataclasses of those.
        """
        return _digest(self.bytes_of(value))

    def bytes_of(self, value: object) -> bytes:
        """Return what tells a value from any other; of a large one it is a digest."""
        kind: type = type(value)
        if kind is str:
            encoded = value.encode("utf-8", "surrogatepass")  # type: ignore[attr-defined]
            return b"s%d:%b" % (len(encoded), encoded)
        if value is None:
            return b"n;"
        known = self._known.get(id(value))
        if known is not None:
            return known
        if kind in _NUMBERS:
            return b"i%b;" % repr(value).encode()
        if kind is tuple or kind is list:
            return b"(%b)" % b"".join(map(self.bytes_of, value))  # type: ignore[call-overload]
        made = self._known[id(value)] = _way(kind)(self, value)
        self._kept.append(value)
        return made


Way = Callable[["Digests", Any], bytes]
"""How values of one type are told apart."""


@cache
def _way(kind: type) -> Way:
    for type_of, way in _WAYS.items():
        if issubclass(kind, type_of):
            return way
    if issubclass(kind, BaseModel):
        return _way_of_fields(kind, tuple(kind.model_fields))
    if is_dataclass(kind):
        return _way_of_fields(kind, tuple(item.name for item in fields(kind)))
    return _unknown


def _way_of_fields(kind: type, names: tuple[str, ...]) -> Way:
    name, values_of = kind.__qualname__.encode(), _values_of(names)

    def way(digests: Digests, value: Any) -> bytes:  # noqa: ANN401 - of `kind`
        values = values_of(value)
        typed = value.record.value if has_record and isinstance(value.record, Record) else None
        # What was read from a file follows from the file, whose digest is in it already.
        parts = [_OF_THE_RECORD if it is typed and it is not None else bytes_of(digests, it) for it in values]
        return b"o" + _digest(b"%b %b" % (name, b"".join(parts)))

    has_record, bytes_of = "record" in names, Digests.bytes_of
    return way


def _values_of(names: tuple[str, ...]) -> Callable[[object], Iterable[object]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: [getattr(value, name) for name in names]


def _of_choice(digests: Digests, value: enum.Enum) -> bytes:
    del digests
    return b"e%b.%b;" % (type(value).__qualname__.encode(), str(value.value).encode())


def _of_day(digests: Digests, value: dt.date) -> bytes:
    del digests
    return b"d%b;" % value.isoformat().encode()


def _of_record(digests: Digests, value: Record) -> bytes:
    # What a record follows from: its place, and what is written in its file.
    parts = (value.kind.value, value.id, value.organisation, value.path, value.digest.hex())
    return b"f" + _digest(digests.bytes_of(parts))


def _of_mapping(digests: Digests, value: Mapping[object, object]) -> bytes:
    return b"m" + _digest(b"".join(digests.bytes_of(part) for item in value.items() for part in item))


def _of_set(digests: Digests, value: Collection[object]) -> bytes:
    return b"u" + _digest(b"".join(sorted(map(digests.bytes_of, value))))


def _of_text(digests: Digests, value: str) -> bytes:
    # Markup, for example, is put on a page as it is, where the same text is escaped.
    return b"t" + digests.bytes_of((type(value).__qualname__, str.__str__(value)))


def _unknown(digests: Digests, value: object) -> bytes:
    del digests
    raise UnknownValueError(f"{type(value).__qualname__}: no digest is known for it")


# The first that fits counts: a choice is a text too.
_WAYS: dict[type, Way] = {
    enum.Enum: _of_choice,
    dt.date: _of_day,
    Record: _of_record,
    Mapping: _of_mapping,
    set: _of_set,
    frozenset: _of_set,
    str: _of_text,
}


def name_of(function: Callable[..., object]) -> str:
    """Return the name of a function of a module, which tells it from any other.

    Raises:
        UnknownValueError: It is made by another function, and may hold values of its own.
    """
    name = f"{function.__module__}.{function.__qualname__}"
    if "<" in name:
        raise UnknownValueError(f"{name}: not a function of a module")
    return name


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_SIZE).digest()
