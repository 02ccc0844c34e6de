"""A field that is a yes or no holds `true` or `false`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.rules._fixes import rewritten, safe
from generator.text import shown

RULE = Rule(
    "flag-is-true-or-false",
    Severity.ERROR,
    summary=msg("A field that is a yes or no holds `true` or `false`."),
    why=msg("Other words, such as yes and on, mean different things in different programs."),
    repair=msg("Write `true` or `false`, without quotes."),
)


_YES = frozenset({"true", "yes", "y", "on", "ja", "waar", "1"})
_NO = frozenset({"false", "no", "n", "off", "nee", "onwaar", "0"})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield other words."""
    for item in faults(catalogue, "not-true-or-false"):
        word = str(item.values["value"] or "").strip().lower()
        meant = "true" if word in _YES else "false" if word in _NO else ""
        fix = safe(rewritten(catalogue, item.location, meant)) if meant else None
        message = msg("'{value}' is neither true nor false", value=shown(item.values["value"]))
        yield RULE.finding(item.location, message, msg("write true or false"), fix)
