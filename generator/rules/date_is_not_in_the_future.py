"""What has happened has a date that is not in the future."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._dates import day, first_day
from generator.rules._documents import readable, values_at
from generator.text import shown

RULE = Rule(
    "date-is-not-in-the-future",
    Severity.ERROR,
    summary=msg("What has happened has a date that is not in the future."),
    why=msg("Nobody can have read, measured or tested something tomorrow, so the date is a slip."),
    repair=msg("Correct the date. Did you mean when something will end? There is another field for that."),
)

# Fields about the past, in any kind of file that has them; `*` is any place in a list.
_PAST = (
    ("reviewed",),
    ("confirmed",),
    ("opened",),
    ("sources", "*", "retrieved"),
    ("privacy", "assessed"),
    ("security", "pentested"),
    ("software", "released"),
)
_BEGUN = frozenset({"pilot", "in-use", "stopped"})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield days of the past that lie ahead."""
    for record in readable(catalogue):
        for pattern in _PAST:
            for path, text in values_at(record.document, pattern):
                written = day(text)
                if written and written > today:
                    message = msg("{date} lies in the future", date=text)
                    yield RULE.finding(record.document.place(path), message, msg("look at the year"))
        since = first_day(record.document.text("since")) if record.kind is Kind.ADOPTION else None
        if since and since > today and record.document.text("status") in _BEGUN:
            message = msg("{date} lies in the future", date=shown(record.document.text("since")))
            hint = msg("correct it, or give the adoption the status 'planned'")
            yield RULE.finding(record.document.place(("since",)), message, hint)
