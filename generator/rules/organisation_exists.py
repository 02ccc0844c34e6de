"""Every folder and every reference names an organisation in the register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.nearest import Nearest
from generator.rules._faults import unread_rows
from generator.rules._fixes import rewritten, safe, unsafe
from generator.rules._hints import did_you_mean, organisation
from generator.rules._organisations import named_places, names
from generator.text import shown

RULE = Rule(
    "organisation-exists",
    Severity.ERROR,
    summary=msg("Every folder and every reference names an organisation in the register."),
    why=msg("The name decides whose entry it is and on which page it appears."),
    repair=msg(
        "Use the short name from `catalogue/register`. Is the organisation missing there? "
        "Add it to `other-bodies.csv`."
    ),
    crosses_files=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield folders and references that name no organisation."""
    if not catalogue.organisations:
        return
    index: Nearest | None = None
    # What stands in a row with a fault is there, and the row is a finding already.
    unread = unread_rows(catalogue)
    for place, slug in named_places(
        catalogue, lambda slug: slug not in catalogue.organisations and slug not in unread
    ):
        index = index or Nearest(names(catalogue))
        near, certain = index.find(slug), index.certain(slug)
        fix = None
        # The name of a folder is not text in a file.
        if place.path in catalogue.lines:
            if certain:
                near, fix = (certain,), safe(rewritten(catalogue, place, certain))
            elif len(near) == 1:
                fix = unsafe(rewritten(catalogue, place, near[0]))
        message = msg("the organisation '{name}' is not in the register", name=shown(slug))
        if near:
            hint = did_you_mean(organisation(catalogue.organisations[each]) for each in near)
        else:
            hint = msg("look up its short name in catalogue/register")
        yield RULE.finding(place, message, hint, fix)
