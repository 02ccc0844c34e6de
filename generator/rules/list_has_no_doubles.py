"""A list names everything once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.documents import Mapping, Node, Path, Scalar, Sequence
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._documents import readable
from generator.rules._faults import Failed
from generator.text import shown

RULE = Rule(
    "list-has-no-doubles",
    Severity.ERROR,
    summary=msg("A list names everything once."),
    why=msg("A second mention adds nothing and looks like a slip."),
    repair=msg("Remove the second one."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield values that a list has twice, and parts with the same id."""
    failed = Failed(catalogue)
    for record in readable(catalogue):
        for path, items in _lists(record.document.front, ()):
            seen: set[str] = set()
            for index, item in enumerate(items):
                named = item.get("id") if isinstance(item, Mapping) else item
                if not isinstance(named, Scalar) or named.is_empty:
                    continue
                where: Path = (*path, index) if named is item else (*path, index, "id")
                if named.text in seen and (record.path, where) not in failed:
                    message = msg("'{value}' stands in this list twice", value=shown(named.text))
                    yield RULE.finding(record.document.place(where), message, msg("remove one of the two"))
                seen.add(named.text)


def _lists(node: Node, path: Path) -> Iterator[tuple[Path, tuple[Node, ...]]]:
    """Yield every list in a node, with its path."""
    if isinstance(node, Sequence):
        yield path, node.items
        for index, item in enumerate(node.items):
            if not isinstance(item, Scalar):
                yield from _lists(item, (*path, index))
    elif isinstance(node, Mapping):
        for pair in node.pairs:
            if not isinstance(pair.value, Scalar):
                yield from _lists(pair.value, (*path, pair.key.text))
