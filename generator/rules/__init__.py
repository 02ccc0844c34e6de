"""The rules, one a file; the registry is the sorted list of files."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType, ModuleType
from typing import Protocol

from generator.catalogue import Catalogue
from generator.faults import Fault
from generator.findings import Finding, Rule
from generator.messages import Message, msg
from generator.rules import _fixes, _mended_lines
from generator.rules._exceptions import Verdict, excuse
from generator.rules.exception_is_needed import needless

__all__ = [
    "MOST_OF_A_RULE",
    "Check",
    "RuleFile",
    "Verdict",
    "all_rules",
    "check",
    "check_across",
    "check_files",
    "judge",
    "weigh",
]

MOST_OF_A_RULE = 25
"""Findings of one rule in one file: the next one teaches nothing new, and a file can hold thousands."""

_AT_A_TIME = 64


_MENDING: Mapping[frozenset[str], Message] = MappingProxyType(
    {
        frozenset(): msg("Only a person can put this right."),
        frozenset({"safe"}): msg(
            "`catalogue validate --fix` puts this right by itself when it is certain what has to stand there."
        ),
        frozenset({"unsafe"}): msg(
            "`catalogue validate --fix --unsafe` can often put this right. Look at what changes: only you "
            "know what was meant."
        ),
        frozenset({"safe", "unsafe"}): msg(
            "`catalogue validate --fix` puts this right by itself when it is certain what has to stand "
            "there. With `--fix --unsafe` it does more. Then look at what changes: only you know what was "
            "meant."
        ),
    }
)
_EXCEPTION = msg(
    "Is it right in this file all the same? Then put an exception there: `exceptions`, with the rule, a "
    "reason and a last day."
)


class Check(Protocol):
    """Finds every breach of one rule."""

    def __call__(self, catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
        """Yield a finding for every breach, in any order."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule and its check.

    Attributes:
        rule: What is required.
        check: Finds the breaches.
        fixes: How it can mend them: `safe`, `unsafe`, both or neither. Not of every breach.
    """

    rule: Rule
    check: Check
    fixes: frozenset[str]

    @property
    def mending(self) -> Message:
        """What a machine can do about a breach."""
        return _MENDING[self.fixes]

    @property
    def advice(self) -> tuple[Message, ...]:
        """What a person, a machine and, where it is allowed, an exception can do about a breach."""
        exception = (_EXCEPTION,) if self.rule.can_be_excused else ()
        return (self.rule.repair, self.mending, *exception)


@cache
def all_rules() -> tuple[RuleFile, ...]:
    """Return every rule, sorted by name."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            loaded = importlib.import_module(f"{__name__}.{module.name}")
            found.append(RuleFile(loaded.RULE, loaded.check, frozenset(_fixes_of(loaded))))
    return tuple(sorted(found, key=lambda item: item.rule.name))


def _fixes_of(module: ModuleType) -> Iterator[str]:
    """Yield the sorts of fixes that a rule makes: it has the words for them at hand, or what it uses has."""
    for name in ("safe", "unsafe"):
        words = {getattr(_fixes, name), getattr(_fixes, f"{name}_anew"), _mended_lines.fix_of}
        if any(callable(value) and value in words for value in vars(module).values()):
            yield name


def check(catalogue: Catalogue, today: dt.date) -> tuple[Finding, ...]:
    """Return what counts of the findings of every rule, sorted by place.

    Args:
        catalogue: As loaded, faults and all.
        today: The day to judge dates by.
    """
    return judge(catalogue, today).findings


def judge(catalogue: Catalogue, today: dt.date, *, most: int = MOST_OF_A_RULE) -> Verdict:
    """Return the findings of every rule: those that count, and those that files have an exception for.

    Args:
        catalogue: As loaded, faults and all.
        today: The day to judge dates by.
        most: Findings of one rule in one file.
    """
    found = [*check_files(catalogue, today, most=most), *check_across(catalogue, today, most=most)]
    return weigh(catalogue, found, today)


def check_files(catalogue: Catalogue, today: dt.date, *, most: int = MOST_OF_A_RULE) -> Iterator[Finding]:
    """Yield what the rules find that look at one file at a time, whatever else there is.

    Some files at a time: what is made of a file, such as its Markdown, serves every rule and is let go.

    Args:
        catalogue: As loaded, or a part of it.
        today: The day to judge dates by.
        most: Findings of one rule in one file.
    """
    rules = [item for item in all_rules() if not item.rule.crosses_files]
    faults: dict[str, list[Fault]] = defaultdict(list)
    for item in catalogue.faults:
        faults[item.location.path].append(item)
    for start in range(0, len(catalogue.records), _AT_A_TIME):
        records = catalogue.records[start : start + _AT_A_TIME]
        # Two records can have one path: then the faults go with the first.
        found = [item for record in records for item in faults.pop(record.path, ())]
        yield from _found(rules, catalogue.part(records, tuple(found)), today, most)
    rest = tuple(item for found in faults.values() for item in found)
    yield from _found(rules, catalogue.part((), rest), today, most)


def check_across(catalogue: Catalogue, today: dt.date, *, most: int = MOST_OF_A_RULE) -> Iterator[Finding]:
    """Yield what the rules find that compare files; arguments as of `judge`."""
    return _found([item for item in all_rules() if item.rule.crosses_files], catalogue, today, most)


def weigh(catalogue: Catalogue, findings: Iterable[Finding], today: dt.date) -> Verdict:
    """Part what counts of the findings of all rules from what files have an exception for.

    An exception can hold for what any rule finds, so this comes after all of them.
    """
    verdict = excuse(catalogue, findings, today)
    return verdict.with_more(needless(catalogue, verdict.excused, today))


def _found(rules: Sequence[RuleFile], catalogue: Catalogue, today: dt.date, most: int) -> Iterator[Finding]:
    """Yield what some rules find, of each no more than teaches something."""
    for item in rules:
        seen: dict[str, int] = {}
        for finding in item.check(catalogue, today):
            number = seen[finding.location.path] = seen.get(finding.location.path, 0) + 1
            if number <= most:
                yield finding
