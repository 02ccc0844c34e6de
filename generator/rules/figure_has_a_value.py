"""A figure of a monitor has a value, a rank, or both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.documents import Mapping, Sequence
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._documents import readable

RULE = Rule(
    "figure-has-a-value",
    Severity.ERROR,
    summary=msg("A figure of a monitor has a value, a rank, or both."),
    why=msg("Without them the figure says nothing."),
    repair=msg("Add `value` or `rank`."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield figures with neither."""
    for record in readable(catalogue, Kind.ORGANISATION):
        figures = record.document.node(("monitor",))
        for index, figure in enumerate(figures.items if isinstance(figures, Sequence) else ()):
            if isinstance(figure, Mapping) and not figure.by_key.keys() & {"value", "rank"}:
                message = msg("this figure has neither 'value' nor 'rank'")
                place = record.document.place(("monitor", index, "measure"))
                yield RULE.finding(place, message, msg("add one of the two"))
