"""Every file is saved as UTF-8 text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.rules._fixes import safe_anew, unsafe_anew

RULE = Rule(
    "file-is-utf-8",
    Severity.ERROR,
    summary=msg("Every file is saved as UTF-8 text."),
    why=msg("In another encoding letters such as é and ë turn into other characters."),
    repair=msg("Save the file as UTF-8. In Notepad: Save as, then choose UTF-8 next to Encoding."),
)

_HINT = msg("save the file as UTF-8 (Notepad: Save as, Encoding: UTF-8)")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield files in another encoding."""
    for item in faults(catalogue, "not-utf8"):
        message = msg("this is not UTF-8 text (byte {byte})", byte=item.values["byte"])
        # Windows-1252 is likely: what Notepad and Excel call ANSI.
        yield RULE.finding(item.location, message, _HINT, unsafe_anew("cp1252"))
    for item in faults(catalogue, "utf-16"):
        yield RULE.finding(item.location, msg("this file is saved as UTF-16"), _HINT, safe_anew("utf-16"))
