"""Lines are indented with spaces, not with tabs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Edit, Finding, Location, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.rules._fixes import replaced, safe

RULE = Rule(
    "indent-uses-spaces",
    Severity.ERROR,
    summary=msg("Lines are indented with spaces, not with tabs."),
    why=msg("A tab has another width in every program, so YAML does not accept it."),
    repair=msg("Replace each tab at the start of a line by two spaces."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield lines that begin with a tab."""
    for item in faults(catalogue, "tab-indent"):
        message = msg("a tab stands at the start of this line")
        fix = safe(*_edits(catalogue, item.location.path))
        yield RULE.finding(item.location, message, msg("use two spaces for each level"), fix)


def _edits(catalogue: Catalogue, path: str) -> Iterator[Edit | None]:
    """Yield two spaces for each tab before a field; nothing certain can be said of tabs among spaces."""
    for number, line in enumerate(catalogue.lines.get(path, ()), start=1):
        if number > 1 and path.endswith(".md") and line.rstrip() == "---":
            return
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            is_plain = not indent.strip("\t")
            place = Location(path, number, 1, number, len(indent) + 1)
            yield replaced(place, "  " * len(indent)) if is_plain else None
