"""An id has only lower-case letters, digits and hyphens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.nearest import plain
from generator.rules._faults import faults
from generator.rules._fixes import rewritten, safe
from generator.rules._hints import did_you_mean, quoted
from generator.text import shown

RULE = Rule(
    "id-is-valid",
    Severity.ERROR,
    summary=msg("An id has only lower-case letters, digits and hyphens."),
    why=msg("Ids become addresses of pages, and have to be written the same way everywhere."),
    repair=msg("Use the file name of the entry or the folder name of the organisation."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield ids of another form."""
    for item in faults(catalogue, "not-slug", "not-term-id"):
        value = str(item.values["value"] or "")
        message = msg("'{value}' is not an id", value=shown(value))
        suggestion = plain(value).replace(" ", "-")
        # Whether it is the id of anything is for the rules on references: they stop a fix that leads nowhere.
        fix = safe(rewritten(catalogue, item.location, suggestion)) if suggestion else None
        if suggestion:
            hint = did_you_mean(quoted([suggestion]))
        else:
            hint = msg("use lower-case letters, digits and hyphens")
        yield RULE.finding(item.location, message, hint, fix)
