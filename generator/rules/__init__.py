"""The rules, one a file; the registry is the sorted list of files."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule

MOST_OF_A_RULE = 25
"""Findings of one rule in one file: the next one teaches nothing new, and a file can hold thousands."""


class Check(Protocol):
    """Finds every breach of one rule."""

    def __call__(self, catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
        """Yield a finding for every breach, in any order."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule and its check."""

    rule: Rule
    check: Check


@cache
def all_rules() -> tuple[RuleFile, ...]:
    """Return every rule, sorted by name."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            loaded = importlib.import_module(f"{__name__}.{module.name}")
            found.append(RuleFile(loaded.RULE, loaded.check))
    return tuple(sorted(found, key=lambda item: item.rule.name))


def check(catalogue: Catalogue, today: dt.date) -> tuple[Finding, ...]:
    """Return the findings of every rule, sorted by place.

    Args:
        catalogue: As loaded, faults and all.
        today: The day to judge dates by.
    """
    findings: list[Finding] = []
    seen: Counter[tuple[str, str]] = Counter()
    for item in all_rules():
        for finding in item.check(catalogue, today):
            place = (finding.rule, finding.location.path)
            seen[place] += 1
            if seen[place] <= MOST_OF_A_RULE:
                findings.append(finding)
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))
