"""What a reporter knows besides the findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.findings import Finding, Severity
from generator.messages import Language, Message, msg
from generator.text import neutral

_SEVERITIES = {
    Severity.ERROR: msg("error"),
    Severity.WARNING: msg("warning"),
    Severity.NOTE: msg("note"),
}


@dataclass(frozen=True, slots=True)
class Context:
    """How and for whom to report.

    Attributes:
        language: Of the words.
        lines: The lines of every file, by path, to quote from.
        files: How many files were checked.
        base: Put before every path, so that it holds from the folder one works in: empty or ending in `/`.
        is_coloured: Whether the output is a terminal that shows colours.
    """

    language: Language
    lines: Mapping[str, Sequence[str]]
    files: int
    base: str = ""
    is_coloured: bool = False

    def path(self, finding: Finding) -> str:
        """Return the file of a finding, fit to show."""
        return neutral(f"{self.base}{finding.location.path}")

    def words(self, message: Message) -> str:
        """Return a sentence in the reader's language, fit to show."""
        return neutral(message.in_language(self.language))

    def severity(self, finding: Finding) -> str:
        """Return how grave a finding is, in the reader's language."""
        return severity_words(finding.severity, self.language)


def severity_words(severity: Severity, language: Language) -> str:
    """Return how grave something is, in words."""
    return _SEVERITIES[severity].in_language(language)
