"""Each repository belongs to one application."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator

from generator.addresses import host_of
from generator.catalogue import Catalogue, Record
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._documents import readable
from generator.rules._faults import Failed
from generator.text import shown

RULE = Rule(
    "repository-is-listed-once",
    Severity.WARNING,
    summary=msg("Each repository belongs to one application."),
    why=msg("The same thing twice splits its users, and a colleague cannot see which of the two is kept up."),
    repair=msg(
        "Keep one of the two, and make the other an adoption of it. "
        "Is it a part of the other? Say so with `part_of`."
    ),
    can_be_excused=True,
    crosses_files=True,
)

_FIELD = ("software", "repository")
_PATH = re.compile(r"[a-z]+://[^/?#]*/+([^?#]*)", re.IGNORECASE)
_TIES = ("part_of", "replaces", "replaced_by")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield applications with the repository of an earlier one."""
    failed = Failed(catalogue)
    first: dict[tuple[str, str], Record] = {}
    ids: dict[tuple[str, str], set[str]] = defaultdict(set)
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in readable(catalogue, Kind.APPLICATION):
        address = _normal(record.document.text(*_FIELD) or "")
        if address is None or (record.path, _FIELD) in failed:
            continue
        other = first.setdefault(address, record)
        ties = {name for field in _TIES for _, name in record.document.texts(field)}
        is_tied = bool(ties & ids[address]) or record.id in named[address]
        if other is not record and not is_tied:
            message = msg("'{name}' has this repository already", name=shown(other.id))
            hint = msg("keep one of the two; is it a part of the other, say so with 'part_of'")
            yield RULE.finding(record.document.place(_FIELD), message, hint)
        ids[address].add(record.id)
        named[address] |= ties


def _normal(url: str) -> tuple[str, str] | None:
    """Return host and path in the one way to write them; None when it is no address."""
    host, path = host_of(url), _PATH.match(url)
    if not host or path is None:
        return None
    # GitHub and GitLab take no notice of capitals in a path.
    return host.removeprefix("www."), path[1].rstrip("/").casefold().removesuffix(".git")
