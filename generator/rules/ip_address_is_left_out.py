"""No text gives the IP address of a computer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._networks import has_sign, numbers
from generator.rules._passages import passages
from generator.text import shown

RULE = Rule(
    "ip-address-is-left-out",
    Severity.WARNING,
    summary=msg("No text gives the IP address of a computer."),
    why=msg("An address tells an attacker where to look, and it soon leads elsewhere."),
    repair=msg(
        "Name the website or the service. Is it an example? Use 192.0.2.1 or 2001:db8::1, which are "
        "kept for that."
    ),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield public IP addresses."""
    for passage in passages(catalogue, has_sign):
        for found in numbers(passage):
            if not found.is_inside:
                message = msg("'{text}' is the IP address of a computer", text=shown(found.text))
                hint = msg("name the website or the service; for an example use 192.0.2.1 or 2001:db8::1")
                yield RULE.finding(passage.place(found.start, found.end), message, hint)
