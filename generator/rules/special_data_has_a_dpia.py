"""Who uses special personal data has assessed the risks (DPIA)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._documents import readable

RULE = Rule(
    "special-data-has-a-dpia",
    Severity.ERROR,
    summary=msg("Who uses special personal data has assessed the risks (DPIA)."),
    why=msg("With data about health, belief or origin the law asks for an assessment before you begin."),
    repair=msg(
        "Do the assessment, and set `dpia` to `in-progress` or `done`. Not sure? Ask your "
        "data protection officer."
    ),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield entries with special data and no assessment."""
    for record in readable(catalogue, Kind.APPLICATION, Kind.PRACTICE):
        data, dpia = record.document.text("privacy", "personal_data"), record.document.text("privacy", "dpia")
        if data == "special" and dpia == "not-done":
            message = msg("special personal data are used and no DPIA has been done")
            hint = msg("do a DPIA; set this to in-progress or done")
            yield RULE.finding(record.document.place(("privacy", "dpia")), message, hint)
