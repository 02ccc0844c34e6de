"""All findings in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.findings import Finding, Severity
from generator.messages import Language, msg, together, translator


def summary(findings: Sequence[Finding], files: int, language: Language) -> str:
    """Return one line, for example `3 errors and 1 warning in 2 files`.

    Args:
        findings: All of them; notes do not count.
        files: How many files were checked.
        language: Of the words.
    """
    words = translator(language)
    if not findings:
        checked = words.ngettext("{count} file checked", "{count} files checked", files).format(count=files)
        return msg("{checked}: no errors", checked=checked).in_language(language)
    counted = Counter(finding.severity for finding in findings)
    errors, warnings = counted[Severity.ERROR], counted[Severity.WARNING]
    parts = [
        words.ngettext("{count} error", "{count} errors", errors).format(count=errors)
        if errors
        else words.gettext("no errors")
    ]
    if warnings:
        parts.append(words.ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings))
    places = len({finding.location.path for finding in findings})
    where = words.ngettext("{count} file", "{count} files", places).format(count=places)
    return msg("{counted} in {files}", counted=together(parts), files=where).in_language(language)
