"""Who owns or reuses something exists today, not only in the past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._fixes import rewritten, unsafe
from generator.rules._hints import organisation
from generator.rules._organisations import named_places

RULE = Rule(
    "organisation-still-exists",
    Severity.WARNING,
    summary=msg("Who owns or reuses something exists today, not only in the past."),
    why=msg(
        "After a merger everything counts for the successor by itself. Yet whoever looks in the folders "
        "finds the old name, and mail to the old one gets lost."
    ),
    repair=msg(
        "Move the file to the folder of the successor. What has the status `stopped` may stay where it was."
    ),
    crosses_files=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield folders and references that name a body with a successor."""
    former_ones = {slug: body for slug, body in catalogue.organisations.items() if body.is_former}
    for place, slug in named_places(catalogue, former_ones.__contains__, is_current=True):
        former = former_ones[slug]
        successor = catalogue.successor(former)
        if successor is None:
            continue
        last = former.until.isoformat() if former.until else ""
        message = msg("{name} existed until {date}", name=former.name, date=last)
        hint = msg("use the successor: {name}", name=organisation(successor))
        # The name of a folder is not text in a file.
        is_text = place.path in catalogue.lines
        fix = unsafe(rewritten(catalogue, place, successor.slug)) if is_text else None
        yield RULE.finding(place, message, hint, fix)
