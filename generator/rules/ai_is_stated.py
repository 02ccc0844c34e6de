"""What has the theme big data or AI says whether it uses AI."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._documents import lacks, readable
from generator.rules._status import is_in_use

RULE = Rule(
    "ai-is-stated",
    Severity.ERROR,
    summary=msg("What has the theme big data or AI says whether it uses AI."),
    why=msg("The council and residents want to know where an algorithm has a part in a decision."),
    repair=msg("Add `ai` with `used: yes`, `no` or `unknown`."),
)

_THEMES = frozenset({"big-data", "ai-algorithms"})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield entries with such a theme that do not say so."""
    for record in readable(catalogue, Kind.APPLICATION, Kind.PRACTICE):
        if not is_in_use(record) or not lacks(record, "ai"):
            continue
        for path, theme in record.document.texts("themes"):
            if theme in _THEMES:
                message = msg("with the theme '{theme}' the field 'ai' is needed", theme=theme)
                hint = msg("for example: {name}: {example}", name="ai", example="{used: unknown}")
                yield RULE.finding(record.document.place(path), message, hint)
                break
