"""A page for every rule, so that a finding leads to why it is there and what to do; and their list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from generator.findings import Severity
from generator.messages import Message, msg
from generator.pages.page import Page
from generator.pages.rendering import headings, render
from generator.pages.site import Site
from generator.pages.spans import spans
from generator.rules import RuleFile, all_rules

FOLDER = "regels/"
EXAMPLES = Path(__file__).parent / "rule_examples.json"
"""A finding of each rule in each language, taken from its case; a test keeps it so."""

TONES: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "red", Severity.WARNING: "amber", Severity.NOTE: "blue"}
)
ICONS: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.ERROR: "alert-circle-outline",
        Severity.WARNING: "alert-outline",
        Severity.NOTE: "information-outline",
    }
)
NAMES: Mapping[Severity, Message] = MappingProxyType(
    {Severity.ERROR: msg("Error"), Severity.WARNING: msg("Warning"), Severity.NOTE: msg("Remark")}
)
GROUPS: Mapping[Severity, Message] = MappingProxyType(
    {Severity.ERROR: msg("Errors"), Severity.WARNING: msg("Warnings"), Severity.NOTE: msg("Remarks")}
)
MEANINGS: Mapping[Severity, Message] = MappingProxyType(
    {
        Severity.ERROR: msg("As long as this is not right, what you send in cannot be on the site."),
        Severity.WARNING: msg("You can send it in. Do look whether you mean it so."),
        Severity.NOTE: msg("A tip. It may stay as it is."),
    }
)
_TITLE = msg("Rules")
_LEAD = msg("What every file is checked for, why, and how to put it right.")


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of rules, then a page for each, by name."""
    yield _list(site)
    for item in all_rules():
        yield _rule(site, item)


def address_of(rule: str) -> str:
    """Return the address of the page of a rule."""
    return f"{FOLDER}{rule}/"


def _list(site: Site) -> Page:
    rules = [item.rule for item in all_rules()]
    html = render(
        "rules.html",
        address=FOLDER,
        language=site.language,
        title=_TITLE,
        lead=_LEAD,
        groups=[(severity, [rule for rule in rules if rule.severity is severity]) for severity in Severity],
        names=GROUPS,
        meanings=MEANINGS,
        address_of=address_of,
        spans=spans,
    )
    return Page(
        address=FOLDER,
        title=_TITLE.in_language(site.language),
        description=_LEAD.in_language(site.language),
        html=html,
        kind="rules",
        toc=headings(html),
        language=site.language,
    )


def _rule(site: Site, item: RuleFile) -> Page:
    rule = item.rule
    address = address_of(rule.name)
    summary = rule.summary.in_language(site.language)
    html = render(
        "rule.html",
        address=address,
        language=site.language,
        rule=rule,
        advice=item.advice,
        picture=ICONS[rule.severity],
        tone=TONES[rule.severity],
        name=NAMES[rule.severity],
        meaning=MEANINGS[rule.severity],
        example=_examples().get(rule.name, {}).get(site.language, ""),
        list_title=_TITLE,
        list_address=FOLDER,
        spans=spans,
    )
    plain = summary.replace("`", "")
    return Page(
        address=address,
        title=plain.rstrip("."),
        description=plain[:160],
        html=html,
        kind="rule",
        toc=headings(html),
        language=site.language,
    )


@cache
def _examples() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(EXAMPLES.read_text("utf-8"))
    return found
