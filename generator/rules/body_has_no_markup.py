"""The text is Markdown without HTML."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._documents import MOST, body_place, with_text
from generator.text import shown

RULE = Rule(
    "body-has-no-markup",
    Severity.ERROR,
    summary=msg("The text is Markdown without HTML."),
    why=msg("HTML can break the page or attack readers, so it is shown as it is written."),
    repair=msg("Use Markdown: **bold**, lists, tables and links. Put examples of code between backticks."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield tags and comments in the text."""
    for record in with_text(catalogue):
        spots = catalogue.inspected[record.path].markup
        opened = {_name(spot.text) for spot in spots if not spot.text.startswith("</")}
        # A closing tag goes with its opening one: one fault.
        wrong = [spot for spot in spots if not spot.text.startswith("</") or _name(spot.text) not in opened]
        for spot in wrong[:MOST]:
            message = msg("here stands HTML: {text}", text=shown(spot.text))
            hint = msg("use Markdown; is it code, then put it between backticks")
            yield RULE.finding(body_place(record, spot), message, hint)


def _name(tag: str) -> str:
    return "".join(re.findall("[a-z0-9]+", tag.lower())[:1])
