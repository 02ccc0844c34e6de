"""Values → digests: what a page is given, in as few bytes as tell one value from another."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b

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
        # The value too: as long as it is kept, no other one can get its id.
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """Return the digest of a value.

        Raises:
            UnknownValueError: It is, or holds, something else than texts, numbers, days, choices, files of
                the catalogue, and collections and dataclasses of those.
        """
        return _digest(self._bytes(value))

    def _bytes(self, value: object) -> bytes:
        kind = type(value)
        if kind is str:
            encoded = value.encode("utf-8", "surrogatepass")  # type: ignore[attr-defined]
            return b"s%d:%b" % (len(encoded), encoded)
        if value is None:
            return b"n;"
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        if kind in _NUMBERS:
            return b"i%b;" % repr(value).encode()
        if kind is tuple or kind is list:
            return b"(%b)" % b"".join([self._bytes(item) for item in value])  # type: ignore[attr-defined]
        return self._larger(value)

    def _larger(self, value: object) -> bytes:
        made = self._made(value)
        self._known[id(value)] = (value, made)
        return made

    def _made(self, value: object) -> bytes:
        match value:
            case enum.Enum():
                found = b"e%b.%b;" % (type(value).__qualname__.encode(), str(value.value).encode())
            case dt.date():
                found = b"d%b;" % value.isoformat().encode()
            case Record():
                found = b"f" + _digest(_file_of(value))
            case Mapping():
                found = b"m" + _digest(b"".join(self._bytes(part) for item in value.items() for part in item))
            case set() | frozenset():
                found = b"u" + _digest(b"".join(sorted(map(self._bytes, value))))
            case str():
                # Markup, for example, is put on a page as it is, where the same text is escaped.
                found = b"t" + self._bytes((type(value).__qualname__, str.__str__(value)))
            case _:
                found = self._of_fields(value)
        return found

    def _of_fields(self, value: object) -> bytes:
        if isinstance(value, BaseModel):
            parts = [self._bytes(item) for item in value.__dict__.values()]
        elif is_dataclass(value) and not isinstance(value, type):
            record = getattr(value, "record", None)
            # What was read from a file follows from the file, whose digest is in it already.
            typed = record.value if isinstance(record, Record) else None
            items = (getattr(value, name) for name in _fields(type(value)))
            parts = [
                _OF_THE_RECORD if typed is not None and item is typed else self._bytes(item) for item in items
            ]
        else:
            raise UnknownValueError(f"{type(value).__qualname__}: no digest is known for it")
        return b"o" + _digest(b"%b %b" % (type(value).__qualname__.encode(), b"".join(parts)))


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


def _file_of(record: Record) -> bytes:
    """Return what a record follows from: its place, and what is written in its file."""
    document = record.document
    # Plain texts, lists and mappings: for those, `repr` tells any two apart.
    parts = (record.kind.value, record.id, record.organisation, record.path, document.fields, document.body)
    return repr(parts).encode("utf-8", "surrogatepass")


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind))
