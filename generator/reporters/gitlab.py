"""Findings as a Code Quality report, which GitLab shows beside the lines of a merge request.

See https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.findings import Finding, Severity
from generator.reporters._context import Context
from generator.reporters._fingerprints import fingerprints

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def report(findings: Sequence[Finding], context: Context) -> str:
    """Return the report, also when there are no findings: GitLab then says that all is mended."""
    known_by = fingerprints(findings, context)
    return json.dumps(
        [
            {
                "description": context.text(finding),
                "check_name": finding.rule,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[finding.severity],
                "location": {"path": context.path(finding), "lines": {"begin": finding.location.line}},
            }
            for finding, fingerprint in zip(findings, known_by, strict=True)
        ],
        ensure_ascii=False,
        indent=2,
    )
