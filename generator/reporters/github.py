"""Findings as GitHub workflow commands, which become annotations beside the lines of a pull request.

See https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.findings import Finding, Severity
from generator.reporters._context import Context

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def report(findings: Sequence[Finding], context: Context) -> str:
    """Return one command a line; first what stands in changed files, since GitHub shows ten of each kind."""
    return "\n".join(_one(finding, context) for finding in context.changed_first(findings))


def _one(finding: Finding, context: Context) -> str:
    place = finding.location
    properties = {
        "file": context.path(finding),
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
        "endColumn": str(place.end_column),
        "title": finding.rule,
    }
    if place.end_line != place.line:
        # GitHub refuses columns on a span of several lines.
        del properties["col"], properties["endColumn"]
    said = context.words(finding.message)
    text = f"{said}\n{context.words(finding.hint)}" if finding.hint else said
    joined = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {joined}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
