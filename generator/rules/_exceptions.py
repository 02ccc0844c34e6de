"""The exceptions that files make for themselves, and what they excuse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Record
from generator.documents import Path
from generator.findings import Finding
from generator.rules._dates import day
from generator.rules._documents import readable
from generator.rules._names import excusable

FIELD = "exceptions"


@dataclass(frozen=True, slots=True)
class Waiver:
    """An exception as it is written, right or wrong.

    Attributes:
        record: The file it stands in, and holds for.
        path: Of the whole exception in that file.
        rule: The rule it names; empty when it names none.
        until: The last day it holds; None when that cannot be read, which is a fault of its own.
    """

    record: Record
    path: Path
    rule: str
    until: dt.date | None

    def has_ended(self, today: dt.date) -> bool:
        """Whether its last day has passed."""
        return self.until is not None and self.until < today


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules found.

    Attributes:
        findings: What counts, sorted by place.
        excused: What does not, since the file has an exception for it; sorted by place too.
    """

    findings: tuple[Finding, ...]
    excused: tuple[Finding, ...] = ()

    def with_more(self, findings: Iterable[Finding]) -> Verdict:
        """Return the same with more findings that count."""
        return Verdict(_sorted((*self.findings, *findings)), self.excused)


def waivers(catalogue: Catalogue) -> Iterator[Waiver]:
    """Yield every exception, file by file, in the order written."""
    for record in readable(catalogue):
        written = record.document.fields.get(FIELD)
        for index, item in enumerate(written if isinstance(written, list) else ()):
            if isinstance(item, dict):
                path: Path = (FIELD, index)
                rule = (record.document.text(*path, "rule") or "").strip()
                yield Waiver(record, path, rule, day(record.document.text(*path, "until")))


def excuse(catalogue: Catalogue, findings: Iterable[Finding], today: dt.date) -> Verdict:
    """Part what counts from what is excused.

    An exception holds for all that its rule finds in its own file, up to and including its last day. One
    without a reason or a last day counts too: it is a fault itself, and one fault gives one finding.

    Args:
        catalogue: Where the exceptions stand.
        findings: Of every rule, in any order.
        today: The day to judge last days by.
    """
    held = {
        (waiver.record.path, waiver.rule)
        for waiver in waivers(catalogue)
        if waiver.rule in excusable() and not waiver.has_ended(today)
    }
    kept: list[Finding] = []
    excused: list[Finding] = []
    for finding in _sorted(findings):
        (excused if (finding.location.path, finding.rule) in held else kept).append(finding)
    return Verdict(tuple(kept), tuple(excused))


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))
