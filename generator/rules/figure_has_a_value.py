"""A figure of a monitor has a value, a rank, or both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import MODELS, Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.model.convert import names_at
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
        figures = record.document.written(("monitor",))
        for index, figure in enumerate(figures if isinstance(figures, list) else ()):
            # With a field that does not exist, it is likely that one, misspelt: that is a finding already.
            known = set(names_at(MODELS[Kind.ORGANISATION], ("monitor", index)))
            if isinstance(figure, dict) and figure.keys() <= known - {"value", "rank"}:
                message = msg("this figure has neither 'value' nor 'rank'")
                place = record.document.place(("monitor", index, "measure"))
                yield RULE.finding(place, message, msg("add one of the two"))
