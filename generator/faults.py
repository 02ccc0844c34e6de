"""What the reader and the model could not accept, before a rule puts it into words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.findings import Location


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it must be.

    Attributes:
        kind: What is wrong, in kebab case, for example `not-utf8` or `missing`. One rule words each kind.
        location: Where.
        values: What the rule needs to word it: the written value, the allowed ones, …
    """

    kind: str
    location: Location
    values: MappingProxyType[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[Callable[..., Fault], tuple[object, ...]]:
        """Let another process have it: a read-only mapping does not travel."""
        return _again, (self.kind, self.location, dict(self.values))


def _again(kind: str, location: Location, values: dict[str, object]) -> Fault:
    return Fault(kind, location, MappingProxyType(values))


def fault(kind: str, location: Location, /, **values: object) -> Fault:
    """Make a `Fault`."""
    return Fault(kind, location, MappingProxyType(values))
