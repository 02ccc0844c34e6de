"""An exception excuses something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._exceptions import waivers
from generator.rules._names import excusable

RULE = Rule(
    "exception-is-needed",
    Severity.WARNING,
    summary=msg("An exception excuses something."),
    why=msg("An exception that stays when it is no longer needed, hides the next slip."),
    repair=msg("Remove the exception."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield nothing: what is needless is known when the other rules have looked, see `needless`."""
    return iter(())


def needless(catalogue: Catalogue, excused: Sequence[Finding], today: dt.date) -> Iterator[Finding]:
    """Yield exceptions for which there is nothing to excuse, or another one already.

    In a file with faults some rules do not look, so there nothing can be said.

    Args:
        catalogue: Where the exceptions stand.
        excused: What the exceptions excuse.
        today: The day to judge last days by.
    """
    open_places = {(finding.location.path, finding.rule) for finding in excused}
    for waiver in waivers(catalogue):
        if waiver.rule not in excusable() or waiver.has_ended(today) or not waiver.record.is_valid:
            continue
        place = (waiver.record.path, waiver.rule)
        if place not in open_places:
            message = msg("this exception to '{name}' is not needed", name=waiver.rule)
            yield RULE.finding(
                waiver.record.document.place((*waiver.path, "rule")), message, msg("remove this exception")
            )
        # A second exception to the same rule has nothing left to excuse.
        open_places.discard(place)
