"""Every folder and every reference names an organisation in the register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.nearest import Nearest
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
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield folders and references that name no organisation."""
    if not catalogue.organisations:
        return
    index: Nearest | None = None
    for place, slug in named_places(catalogue):
        if slug in catalogue.organisations:
            continue
        index = index or Nearest(names(catalogue))
        near = index.find(slug)
        message = msg("the organisation '{name}' is not in the register", name=shown(slug))
        if near:
            hint = did_you_mean(organisation(catalogue.organisations[each]) for each in near)
        else:
            hint = msg("look up its short name in catalogue/register")
        yield RULE.finding(place, message, hint)
