"""Findings for programs: one JSON document of a stable shape, described in `SCHEMA_VERSION`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.findings import Finding, Fix
from generator.reporters._context import Context

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes; a new key does not raise it.

`{"schema_version", "language", "files", "errors", "warnings", "notes", "excused", "findings": [{"path",
"line", "column", "end_line", "end_column", "severity", "rule", "message", "hint", "fix"}]}`. Lines and
columns count from 1 in characters, the end is exclusive, `hint` can be null. Control characters are written
out as `\\x1b`. `fix` is null or `{"safe", "encoding", "edits": [{"line", "column", "end_line", "end_column",
"text"}]}`: each text takes the place of a span; with an `encoding` the file is read so, and saved as UTF-8.
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
            "excused": context.excused,
            "findings": [_one(finding, context) for finding in findings],
        },
        ensure_ascii=False,
        indent=2,
    )


def _fix(fix: Fix | None) -> Mapping[str, object] | None:
    if fix is None:
        return None
    edits = [
        {
            "line": edit.location.line,
            "column": edit.location.column,
            "end_line": edit.location.end_line,
            "end_column": edit.location.end_column,
            "text": edit.text,
        }
        for edit in fix.edits
    ]
    return {"safe": fix.is_safe, "encoding": fix.encoding or None, "edits": edits}


def _one(finding: Finding, context: Context) -> Mapping[str, object]:
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
        "fix": _fix(context.fix(finding)),
    }
