"""Sections have the fixed headings that every entry has."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import either, msg
from generator.model.choices import Kind
from generator.model.sections import SECTIONS
from generator.nearest import Nearest
from generator.rules._documents import body_place, readable
from generator.rules._fixes import safe, swapped, unsafe
from generator.rules._hints import did_you_mean, quoted
from generator.text import shown

RULE = Rule(
    "section-is-known",
    Severity.ERROR,
    summary=msg("Sections have the fixed headings that every entry has."),
    why=msg("The same headings everywhere let a reader find and compare things at once."),
    repair=msg(
        "Use one of the fixed headings with `##`. Headings of your own are possible below them, with `###`."
    ),
)

_LEVEL = 2
_INDEX = Nearest((section, section) for section in SECTIONS)
# `heading-id-is-derived` reports it.
_ID = re.compile(r"\s*\{:?\s*#[A-Za-z][\w-]*\s*\}$")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield other headings of level 2."""
    for record in readable(catalogue, Kind.APPLICATION, Kind.PRACTICE):
        for heading in catalogue.inspected[record.path].headings:
            name = _ID.sub("", heading.text)
            if heading.level != _LEVEL or name in SECTIONS:
                continue
            near, certain = _INDEX.find(name, most=1), _INDEX.certain(name)
            place, fix = body_place(record, heading.spot), None
            if certain:
                near, fix = (certain,), safe(swapped(catalogue, place, name, certain))
            elif near:
                fix = unsafe(swapped(catalogue, place, name, near[0]))
            if near:
                hint = did_you_mean(quoted(near))
            else:
                hint = msg("choose: {words}, or begin it with ###", words=either(quoted(SECTIONS)))
            message = msg("'{name}' is not one of the fixed sections", name=shown(heading.text))
            yield RULE.finding(place, message, hint, fix)
