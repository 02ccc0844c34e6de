"""An e-mail address has the form `team@voorbeeld.nl`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.rules._fixes import rewritten, safe, unsafe
from generator.text import shown

RULE = Rule(
    "email-is-valid",
    Severity.ERROR,
    summary=msg("An e-mail address has the form `team@voorbeeld.nl`."),
    why=msg("A colleague who has a question must reach you at once."),
    repair=msg("Write the address alone, without a name or brackets around it."),
)


_ADDRESS = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
_WRAPPED = re.compile(rf"<?(?:mailto:)?({_ADDRESS})>?[.,;]?", re.IGNORECASE)
_WITHIN = re.compile(_ADDRESS)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield what is no e-mail address."""
    for item in faults(catalogue, "not-email"):
        message = msg("'{value}' is not an e-mail address", value=shown(item.values["value"]))
        hint = msg("write it as: {example}", example="team@voorbeeld.nl")
        value = str(item.values["value"] or "").strip()
        wrapped, within = _WRAPPED.fullmatch(value), _WITHIN.findall(value)
        fix = None
        if wrapped:
            fix = safe(rewritten(catalogue, item.location, wrapped[1]))
        elif len(within) == 1:
            fix = unsafe(rewritten(catalogue, item.location, within[0]))
        yield RULE.finding(item.location, message, hint, fix)
