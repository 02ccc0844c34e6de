"""What a finding is known by from one run to the next, also when lines above it come or go."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence

from generator.findings import Finding, Location
from generator.reporters._context import Context

# Of a line, a count or a day: it moves without the fault being another one.
_NUMBERS = re.compile(r"\d+")


def fingerprints(findings: Sequence[Finding], context: Context) -> list[str]:
    """Return a fingerprint for each finding, all different, the same in every language.

    It is made of the file, the rule, the line itself and what is said of it, without numbers. Where findings
    agree in all of this, it counts which one it is.
    """
    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        said = _NUMBERS.sub("0", finding.message.in_language("en"))
        known_by = [finding.location.path, finding.rule, _line(finding.location, context), said]
        key = json.dumps(known_by)
        found.append(hashlib.sha256(f"{key}{seen[key]}".encode()).hexdigest())
        seen[key] += 1
    return found


def _line(location: Location, context: Context) -> str:
    """Return the words of the line; nothing when the finding is about the whole file."""
    lines = context.lines.get(location.path, ())
    if location == Location(location.path) or location.line > len(lines):
        return ""
    return " ".join(lines[location.line - 1].split())
