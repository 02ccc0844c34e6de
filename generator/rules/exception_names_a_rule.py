"""An exception names a rule that there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.nearest import Nearest
from generator.rules._exceptions import waivers
from generator.rules._hints import did_you_mean, quoted
from generator.rules._names import rule_names
from generator.text import shown

RULE = Rule(
    "exception-names-a-rule",
    Severity.ERROR,
    summary=msg("An exception names a rule that there is."),
    why=msg("An exception to a rule that does not exist excuses nothing, and hides a slip."),
    repair=msg("Use the name between the square brackets in the message."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield exceptions to unknown rules."""
    for waiver in waivers(catalogue):
        if waiver.rule and waiver.rule not in rule_names():
            near = _index().find(waiver.rule)
            message = msg("there is no rule '{name}'", name=shown(waiver.rule))
            hint = (
                did_you_mean(quoted(near))
                if near
                else msg("use the name between the square brackets in the message")
            )
            yield RULE.finding(waiver.record.document.place((*waiver.path, "rule")), message, hint)


@cache
def _index() -> Nearest:
    return Nearest((name, name) for name in rule_names())
