"""Findings as SARIF 2.1.0, which code scanning on GitHub and many editors read.

See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from generator.findings import Finding, Fix, Location, Rule
from generator.reporters._context import Context
from generator.reporters._fingerprints import fingerprints

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Json = Mapping[str, object]


def report(findings: Sequence[Finding], context: Context) -> str:
    """Return a log with one run, also when there are no findings."""
    numbers = {name: number for number, name in enumerate(context.rules)}
    known_by = fingerprints(findings, context)
    run = {
        "tool": {"driver": _driver(context)},
        "language": context.language,
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, fingerprint, numbers, context)
            for finding, fingerprint in zip(findings, known_by, strict=True)
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _driver(context: Context) -> Json:
    known = {"version": context.version, "informationUri": context.site}
    return {
        "name": "catalogue",
        **{name: value for name, value in known.items() if value},
        "rules": [_rule(rule, context) for rule in context.rules.values()],
    }


def _rule(rule: Rule, context: Context) -> Json:
    summary, why, repair = (context.words(words) for words in (rule.summary, rule.why, rule.repair))
    page = context.page(rule.name)
    return {
        "id": rule.name,
        "name": rule.name.title().replace("-", ""),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": f"{summary} {why}"},
        "help": {"text": f"{why}\n\n{repair}", "markdown": f"{why}\n\n{repair}"},
        **({"helpUri": page} if page else {}),
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(finding: Finding, fingerprint: str, numbers: Mapping[str, int], context: Context) -> Json:
    number, fix = numbers.get(finding.rule), context.fix(finding)
    return {
        "ruleId": finding.rule,
        **({} if number is None else {"ruleIndex": number}),
        "level": finding.severity.value,
        # `[words](address)` would be a link.
        "message": {"text": context.text(finding).replace("](", "] (")},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(context.path(finding))},
                    "region": _region(finding.location),
                }
            }
        ],
        **({"fixes": [_fix(finding, fix, context)]} if fix and fix.edits else {}),
        # The name under which GitHub looks for it.
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }


def _fix(finding: Finding, fix: Fix, context: Context) -> Json:
    replacements = [
        {
            "deletedRegion": {
                "startLine": edit.location.line,
                "startColumn": edit.location.column,
                "endLine": edit.location.end_line,
                "endColumn": edit.location.end_column,
            },
            **({"insertedContent": {"text": edit.text}} if edit.text else {}),
        }
        for edit in fix.edits
    ]
    place = {"uri": quote(context.path(finding))}
    return {
        "description": {"text": context.words(finding.hint or finding.message).replace("](", "] (")},
        "artifactChanges": [{"artifactLocation": place, "replacements": replacements}],
        "properties": {"safe": fix.is_safe},
    }


def _region(place: Location) -> Json:
    # GitHub wants a line, also of what is about the whole file.
    if place == Location(place.path):
        return {"startLine": 1}
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
