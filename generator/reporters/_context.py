"""What a reporter knows besides the findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.findings import Finding, Fix, Rule, Severity
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
        is_strict: Whether a warning fails the validation too.
        rules: What was checked, by name, sorted by name; empty when that does not matter.
        changed: Files that a proposal changes, as in `Location.path`; empty when that is not known.
        site: Web address of the site that explains the rules: empty or ending in `/`.
        version: Of this program; empty when that does not matter.
        can_mend: Whether the reader can let the faults be mended, so that it helps to know which.
        excused: How many more findings there are for which files have an exception.
    """

    language: Language
    lines: Mapping[str, Sequence[str]]
    files: int
    base: str = ""
    is_coloured: bool = False
    is_strict: bool = False
    rules: Mapping[str, Rule] = field(default_factory=lambda: MappingProxyType({}))
    changed: frozenset[str] = frozenset()
    site: str = ""
    version: str = ""
    excused: int = 0
    can_mend: bool = False

    def path(self, finding: Finding) -> str:
        """Return the file of a finding, fit to show."""
        return neutral(f"{self.base}{finding.location.path}")

    def words(self, message: Message) -> str:
        """Return a sentence in the reader's language, fit to show."""
        return neutral(message.in_language(self.language))

    def text(self, finding: Finding) -> str:
        """Return what is wrong and, between brackets, what to do: for forms that have one place for both."""
        said = self.words(finding.message)
        return f"{said} ({self.words(finding.hint)})" if finding.hint else said

    def fix(self, finding: Finding) -> Fix | None:
        """Return how to mend a finding by machine; None when its text is not fit to show as it is."""
        fix = finding.fix
        return fix if fix and all(_is_plain(edit.text) for edit in fix.edits) else None

    def mark(self, finding: Finding) -> str:
        """Return which options mend a finding, between brackets; empty when the reader has none."""
        if finding.fix is None or not self.can_mend:
            return ""
        return "[--fix]" if finding.fix.is_safe else "[--fix --unsafe]"

    def page(self, rule: str) -> str:
        """Return the web address of the page of a rule; empty when the site is not known."""
        return f"{self.site}regels/{rule}/" if self.site else ""

    def changed_first(self, findings: Sequence[Finding]) -> list[Finding]:
        """Return the findings in files that a proposal changes before all others, else in the same order."""
        return sorted(findings, key=lambda finding: finding.location.path not in self.changed)

    def severity(self, finding: Finding) -> str:
        """Return how grave a finding is, in the reader's language."""
        return severity_words(finding.severity, self.language)


def _is_plain(text: str) -> bool:
    return all(neutral(line) == line for line in text.split("\n"))


def severity_words(severity: Severity, language: Language) -> str:
    """Return how grave something is, in words."""
    return _SEVERITIES[severity].in_language(language)
