"""The effort that the owner expects is not far below what users report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import Labels, msg
from generator.model.choices import Effort
from generator.rules._documents import readable
from generator.rules._entries import ENTRIES
from generator.rules._hints import named

RULE = Rule(
    "effort-agrees-with-reports",
    Severity.WARNING,
    summary=msg("The effort that the owner expects is not far below what users report."),
    why=msg("Who plans for five days and needs sixty, stops half-way."),
    repair=msg("Look at what users report, and change `reuse.effort`."),
    can_be_excused=True,
    crosses_files=True,
)

_FIELD = ("reuse", "effort")
_BANDS = tuple(effort for effort in Effort if effort is not Effort.UNKNOWN)
_LEAST_REPORTS = 2
_FAR = 2
"""Bands between the claim and what at least half of the users needed."""


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield efforts that at least half of the users exceeded by two bands or more."""
    for record in readable(catalogue, *ENTRIES):
        claim = record.document.text(*_FIELD) or ""
        places = sorted(_reported(catalogue, record.id)) if claim in _BANDS else []
        if len(places) < _LEAST_REPORTS:
            continue
        # The lower of the two in the middle: at least half of the users report this or more.
        middle = places[(len(places) - 1) // 2]
        if middle - _BANDS.index(Effort(claim)) >= _FAR:
            band = _BANDS[middle]
            message = msg(
                "at least half of the {count} users who report it needed {effort} or more",
                count=len(places),
                effort=named(band, Labels(band.nl, band.en)),
            )
            hint = msg("look whether this still holds")
            yield RULE.finding(record.document.place(_FIELD), message, hint)


def _reported(catalogue: Catalogue, entry: str) -> Iterator[int]:
    """Yield the place among the bands of each effort that users report."""
    for record in catalogue.adoptions_by_entry.get(entry, ()):
        effort = (record.document.text("effort") or "").strip()
        if effort in _BANDS:
            yield _BANDS.index(Effort(effort))
