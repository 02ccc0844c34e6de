"""Fields that lost their indent: they stand beside the empty field that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from generator.catalogue import Catalogue
from generator.documents import Path
from generator.findings import Location
from generator.rules._documents import fields_of_kind
from generator.rules._faults import faults


def outdented(catalogue: Catalogue) -> Mapping[Location, tuple[str, Path]]:
    """Return the file and field each belongs to, by its place: one slip, so `field-has-a-value` tells it."""
    empty: dict[str, set[str]] = defaultdict(set)
    for item in faults(catalogue, "empty-value"):
        path = item.values["path"]
        if isinstance(path, tuple) and len(path) == 1:
            empty[item.location.path].add(str(path[0]))
    if not empty:
        return {}
    kinds = {record.path: record.kind for record in catalogue.records}
    found: dict[Location, tuple[str, Path]] = {}
    for item in faults(catalogue, "unknown-field"):
        file, path = item.location.path, item.values["path"]
        kind = kinds.get(file)
        if kind is None or file not in empty or not isinstance(path, tuple) or len(path) != 1:
            continue
        for spec in fields_of_kind(kind):
            if spec.path[1:] == path and spec.path[0] in empty[file]:
                found[item.location] = (file, spec.path[:1])
    return found
