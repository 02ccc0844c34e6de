"""Text has only characters that a reader can see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.rules._fixes import safe, unsafe, without

RULE = Rule(
    "text-is-visible",
    Severity.ERROR,
    summary=msg("Text has only characters that a reader can see."),
    why=msg(
        "Invisible characters can hide text, turn it around, or make two words look the same that differ."
    ),
    repair=msg("Remove the character: delete it together with the letters around it and type those again."),
)

_NAMES = {
    "bidi-control": msg("a character that reverses the order of text"),
    "control-character": msg("a control character"),
    "invisible-character": msg("an invisible character"),
    "line-separator": msg("an unusual line end"),
}


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield control characters and invisible ones."""
    for item in faults(catalogue, *_NAMES):
        code = str(item.values["character"])
        if code.startswith("U+"):
            message = msg("here stands {name} ({code})", name=_NAMES[item.kind], code=code)
            # What nobody sees can go; what turns text around changes what one reads.
            may_go = safe if item.kind == "invisible-character" else unsafe
            fix = may_go(without(item.location)) if item.kind != "line-separator" else None
            yield RULE.finding(item.location, message, msg("remove this character"), fix)
        else:
            message = msg("a code with a backslash puts {name} in this text", name=_NAMES[item.kind])
            yield RULE.finding(item.location, message, msg("remove the code"))
