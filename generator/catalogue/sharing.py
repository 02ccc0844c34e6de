"""Parts of files that say the same, kept in memory once: of ten thousand sources a few hundred differ."""

from __future__ import annotations

from generator.documents import Written

_MOST = 20_000
"""Parts that are known at a time: more would take longer to look through than they save."""


class Sharing:
    """Knows the parts of the files so far."""

    def __init__(self) -> None:
        self._known: dict[str, Written] = {}

    def of(self, fields: dict[str, Written]) -> dict[str, Written]:
        """Return the fields of a file, in which each list and mapping is one that others have too.

        Nobody may change them from then on.
        """
        if len(self._known) > _MOST:
            self._known.clear()
        for name, value in fields.items():
            if type(value) is not str:
                # Of nested texts, lists and mappings, `repr` tells any two apart.
                fields[name] = self._known.setdefault(repr(value), value)
        return fields
