"""No more than one in ten entries goes in one change without leading on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import FOLDERS, Catalogue
from generator.findings import Finding, Location, Rule, Severity
from generator.messages import Listing, Message, msg, together
from generator.model.choices import Kind
from generator.rules._entries import by_alias
from generator.rules._hints import quoted

RULE = Rule(
    "removed-entries-lead-on",
    Severity.ERROR,
    summary=msg("No more than one in ten entries goes in one change without leading on."),
    why=msg(
        "Who uses an entry, or saved its address, finds nothing there any more. "
        "So many at once are often a slip, such as a folder that was left out."
    ),
    repair=msg(
        "Put the entries back. Has something ended? Give it the status `stopped`, and say in `replaced_by` "
        "what comes in its place. Has it another name now? Put the old name in `aliases` of the new file."
    ),
    crosses_files=True,
)

_MOST = 10
"""Percent of the entries that may go without leading on."""
_NAMED = 5
_ENTRY = re.compile(r"([a-z0-9-]+)\.(?:md|yml)")
_KINDS = frozenset({Kind.APPLICATION, Kind.PRACTICE})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield one finding when too many entries of an earlier revision are gone."""
    earlier = {_id(path): path for path in sorted(catalogue.earlier) if _id(path)}
    leading = {*catalogue.records_by_id, *by_alias(catalogue)}
    unread = {item.location.path for item in catalogue.faults}
    missing = sorted(earlier.keys() - leading)
    gone = [name for name in missing if not _is_in(earlier[name], unread)]
    if len(gone) * 100 <= len(earlier) * _MOST:
        return
    top = next(iter(catalogue.earlier)).split("/")[0]
    message = msg(
        "gone without leading on: {gone} of {count} entries ({names})",
        gone=len(gone),
        count=len(earlier),
        names=_names(gone),
    )
    hint = msg("put them back with the status 'stopped', or put the old name in 'aliases' of the new file")
    yield RULE.finding(Location(f"{top}/organisations"), message, hint)


def _id(path: str) -> str:
    """Return the id of the entry that a path of an earlier revision is of, or an empty text."""
    match path.split("/"):
        case [_, "organisations", _, folder, name] if FOLDERS.get(folder) in _KINDS:
            found = _ENTRY.fullmatch(name)
            return found[1] if found else ""
        case _:
            return ""


def _is_in(path: str, others: set[str]) -> bool:
    """Whether a file, or a folder it stands in, could not be read: that is a finding already."""
    steps = path.split("/")
    return any("/".join(steps[:length]) in others for length in range(1, len(steps) + 1))


def _names(gone: list[str]) -> Listing:
    """Return the first few names, and how many more there are."""
    more: tuple[Message, ...] = ()
    if len(gone) > _NAMED:
        more = (msg("{count} more", count=len(gone) - _NAMED),)
    return together([*quoted(gone[:_NAMED]), *more])
