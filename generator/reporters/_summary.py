"""All findings in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.findings import Finding, Severity
from generator.messages import Language, msg, together, translator


def summary(findings: Sequence[Finding], files: int, language: Language, *, excused: int = 0) -> str:
    """Return one line, for example `3 errors and 1 warning in 2 files`.

    Args:
        findings: All of them.
        files: How many files were checked.
        language: Of the words.
        excused: How many more there are for which files have an exception.
    """
    words = translator(language)
    if findings:
        places = len({finding.location.path for finding in findings})
        where = words.ngettext("{count} file", "{count} files", places).format(count=places)
        said = msg("{counted} in {files}", counted=together(_counted(findings, language)), files=where)
    else:
        checked = words.ngettext("{count} file checked", "{count} files checked", files).format(count=files)
        said = msg("{checked}: no errors", checked=checked)
    if excused:
        more = words.ngettext("{count} finding excused", "{count} findings excused", excused)
        said = msg("{summary}; {excused}", summary=said, excused=more.format(count=excused))
    return said.in_language(language)


def _counted(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    """Yield how many there are of each severity; of errors also when there are none."""
    words = translator(language)
    counted = Counter(finding.severity for finding in findings)
    errors, warnings, notes = (counted[severity] for severity in Severity)
    if errors:
        yield words.ngettext("{count} error", "{count} errors", errors).format(count=errors)
    else:
        yield words.gettext("no errors")
    if warnings:
        yield words.ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings)
    if notes:
        yield words.ngettext("{count} remark", "{count} remarks", notes).format(count=notes)
