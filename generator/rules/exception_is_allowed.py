"""An exception is to a rule about which one can think differently."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._exceptions import waivers
from generator.rules._names import excusable, rule_names

RULE = Rule(
    "exception-is-allowed",
    Severity.ERROR,
    summary=msg("An exception is to a rule about which one can think differently."),
    why=msg(
        "Without the other rules a file cannot be read, misleads a colleague, or harms a person or a system."
    ),
    repair=msg("Remove the exception, and mend what the rule names. Its page says how."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield exceptions to rules that hold for everyone."""
    for waiver in waivers(catalogue):
        if waiver.rule in rule_names() and waiver.rule not in excusable():
            message = msg("'{name}' holds for everyone, without exceptions", name=waiver.rule)
            hint = msg("remove this exception, and mend what the rule names")
            yield RULE.finding(waiver.record.document.place((*waiver.path, "rule")), message, hint)
