"""The advice to take something over as it is fits what most users did."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Advice, Mode
from generator.rules._documents import readable
from generator.rules._entries import ENTRIES

RULE = Rule(
    "advice-agrees-with-reports",
    Severity.WARNING,
    summary=msg("The advice to take something over as it is fits what most users did."),
    why=msg("Who counts on taking it over as it is, has no time and no people to adapt it."),
    repair=msg("Change the advice to `adapt`, or tell in the text what a colleague can leave as it is."),
    can_be_excused=True,
    crosses_files=True,
)

_FIELD = ("reuse", "advice")
_LEAST_REPORTS = 3


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield advice to take over one-to-one what most users adapted."""
    for record in readable(catalogue, *ENTRIES):
        if record.document.text(*_FIELD) != Advice.ONE_TO_ONE:
            continue
        modes = Counter(
            mode.strip()
            for adoption in catalogue.adoptions_by_entry.get(record.id, ())
            if (mode := adoption.document.text("mode")) and mode.strip() != Mode.UNKNOWN
        )
        adapted = modes[Mode.ADAPTED]
        if modes.total() >= _LEAST_REPORTS and adapted * 2 > modes.total():
            message = msg(
                "{adapted} of the {count} users who report it adapted this",
                adapted=adapted,
                count=modes.total(),
            )
            hint = msg("change it to 'adapt', or tell in the text what can stay as it is")
            yield RULE.finding(record.document.place(_FIELD), message, hint)
