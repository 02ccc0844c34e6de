"""Findings for programs: one JSON document of a stable shape, described in `SCHEMA_VERSION`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from generator.findings import Finding
from generator.reporters._context import Context

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes; a new key does not raise it.

`{"schema_version", "language", "files", "errors", "warnings", "notes", "findings": [{"path", "line",
"column", "end_line", "end_column", "severity", "rule", "message", "hint"}]}`. Lines and columns count from 1
in characters, the end is exclusive, `hint` can be null. Control characters are written out as `\\x1b`.
"""


def report(findings: Sequence[Finding], context: Context) -> str:
    """Return the document, also when there are no findings."""
    counted = Counter(finding.severity.value for finding in findings)
    return json.dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "language": context.language,
            "files": context.files,
            "errors": counted["error"],
            "warnings": counted["warning"],
            "notes": counted["note"],
            "findings": [_one(finding, context) for finding in findings],
        },
        ensure_ascii=False,
        indent=2,
    )


def _one(finding: Finding, context: Context) -> dict[str, str | int | None]:
    return {
        "path": context.path(finding),
        "line": finding.location.line,
        "column": finding.location.column,
        "end_line": finding.location.end_line,
        "end_column": finding.location.end_column,
        "severity": finding.severity.value,
        "rule": finding.rule,
        "message": context.words(finding.message),
        "hint": context.words(finding.hint) if finding.hint else None,
    }
