"""What the reader and the model could not accept: rules word it, others stay silent about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.documents import Path
from generator.faults import Fault

MOST = 100
"""Faults of one kind in one file that are put into words; each takes time, and a file can hold 50,000."""


def faults(catalogue: Catalogue, *kinds: str) -> Iterator[Fault]:
    """Yield the faults of these kinds, up to a bound for each file."""
    for kind in kinds:
        seen: Counter[str] = Counter()
        for item in catalogue.faults_by_kind.get(kind, ()):
            seen[item.location.path] += 1
            if seen[item.location.path] <= MOST:
                yield item


def field(item: Fault) -> str:
    """Return the name of the field with the fault; of an item in a list, the name of the list."""
    path: Path = item.values["path"]  # type: ignore[assignment]
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def unread_rows(catalogue: Catalogue) -> frozenset[str]:
    """Return the short name in each row of the register that cannot be read, or that two rows have."""
    unread = faults(catalogue, "register-row", "duplicate-organisation")
    return frozenset(str(item.values.get("slug", item.values["value"])) for item in unread)


class Failed:
    """The fields that have a fault already: a second finding about them would say the same twice."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._paths: dict[str, set[Path]] = defaultdict(set)
        for item in catalogue.faults:
            path = item.values.get("path")
            if isinstance(path, tuple):
                self._paths[item.location.path].add(path)

    def __contains__(self, place: tuple[str, Path]) -> bool:
        """Whether a fault stands at this file and field, or at a field it is part of."""
        file, path = place
        found = self._paths.get(file)
        return found is not None and any(path[:length] in found for length in range(1, len(path) + 1))
