"""Which fixes are made: round after round until nothing is left to mend, and none that brings a new finding.

How, and what it costs: docs/decisions/0008-repair.md.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from generator.catalogue import Catalogue
from generator.findings import Finding
from generator.repair.edits import mended

MOST_ROUNDS = 20
"""Rounds in one go; what is not mended by then is mended the next time."""

# Of a line or a count: it moves without the finding being another one.
_NUMBERS = re.compile(r"\d+")
_Known = tuple[str, str, str]
_Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A catalogue and everything that is found in it, also what nobody asked about."""

    catalogue: Catalogue
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Repair:
    """What came of it.

    Attributes:
        state: The catalogue as it is now.
        contents: The new content of each file that changes, by path.
        count: How many findings there are fewer.
        refused: How many fixes were not made, since another finding would come up.
    """

    state: State
    contents: Mapping[str, bytes]
    count: int
    refused: int


@dataclass(frozen=True, slots=True)
class _Workshop:
    """The means, the same for every round."""

    find: Callable[[Mapping[str, bytes]], State]
    may: Callable[[Finding], bool]
    read: Callable[[str], bytes]

    def wanted(self, state: State) -> list[Finding]:
        return [finding for finding in state.findings if finding.fix and self.may(finding)]


@dataclass(frozen=True, slots=True)
class _Step:
    """Where the work stands."""

    state: State
    contents: Mapping[str, bytes]


def repair(
    start: State,
    find: Callable[[Mapping[str, bytes]], State],
    may: Callable[[Finding], bool],
    read: Callable[[str], bytes],
) -> Repair:
    """Return the catalogue with the faults mended that can be; nothing is written.

    Done again on what it returns, it changes nothing: the last turn below has tried just that.

    Args:
        start: The catalogue as it is.
        find: Returns the catalogue as it would be with other contents for some files, by path.
        may: Whether a finding with a fix may be mended.
        read: Returns what a file holds now, by path.
    """
    workshop = _Workshop(find, may, read)
    step = _Step(start, {})
    # Each turn leaves fewer findings, so this ends.
    while True:
        names = sorted({_identity(finding) for finding in workshop.wanted(step.state)})
        following = _tried(workshop, step, names, frozenset(names))
        if following is step:
            break
        step = following
    changed = {path: content for path, content in step.contents.items() if content != read(path)}
    count = len(start.findings) - len(step.state.findings)
    return Repair(step.state, changed, count, len(workshop.wanted(step.state)))


def _tried(workshop: _Workshop, step: _Step, names: Sequence[_Name], known: frozenset[_Name]) -> _Step:
    """Return where the work stands after the fixes of these names, without those that do harm.

    All at once. If that does harm, first those in files where nothing came up, then one of each other file.
    So one bad fix among a thousand takes a few readings of the catalogue, not a thousand.

    Args:
        workshop: The means.
        step: Where the work stands now.
        names: Of the fixes to try.
        known: Names of all fixes of this turn: what is not to be tried now, does not come up behind another.
    """
    made = _made(workshop, step, frozenset(names), known) if names else step
    new = _new(step.state, made.state)
    if not new:
        return made if len(made.state.findings) < len(step.state.findings) else step
    if len(names) == 1:
        return step
    for some in _parts(names, {path for path, _, _ in new}):
        step = _tried(workshop, step, some, known)
    return step


def _parts(names: Sequence[_Name], suspect: set[str]) -> Iterator[Sequence[_Name]]:
    """Yield names in parts, each smaller than the whole.

    Args:
        names: More than one.
        suspect: The files with new findings.
    """
    apart = [name for name in names if name[0] not in suspect]
    if len(apart) == len(names):
        # What came up stands in a file that nothing was mended in: only trying tells what it came from.
        yield names[: len(names) // 2]
        yield names[len(names) // 2 :]
        return
    if apart:
        yield apart
    by_file: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        if name[0] in suspect:
            by_file[name[0]].append(name)
    # The only fix in a file with something new is to blame: it is left out, until the next turn at least.
    if any(len(found) > 1 for found in by_file.values()):
        for row in zip_longest(*by_file.values()):
            yield [name for name in row if name is not None]


def _made(workshop: _Workshop, step: _Step, names: frozenset[_Name], known: frozenset[_Name]) -> _Step:
    """Return where the work stands after fixes, and after those that come up behind them."""
    state, contents = step.state, dict(step.contents)
    touched: set[str] = set()
    for number in range(MOST_ROUNDS):
        groups: dict[str, list[Finding]] = defaultdict(list)
        for finding in workshop.wanted(state):
            name, path = _identity(finding), finding.location.path
            if name in names or (number and path in touched and name not in known):
                groups[path].append(finding)
        changed = dict(_changed(workshop, contents, groups))
        if not changed:
            break
        contents |= changed
        touched |= changed.keys()
        state = workshop.find(contents)
    return _Step(state, contents) if touched else step


def _changed(
    workshop: _Workshop, contents: Mapping[str, bytes], groups: Mapping[str, Sequence[Finding]]
) -> Iterator[tuple[str, bytes]]:
    """Yield each file that changes, and its new content."""
    for path, findings in groups.items():
        old = contents[path] if path in contents else workshop.read(path)
        new = mended(old, [finding.fix for finding in findings if finding.fix])
        if new != old:
            yield path, new


def _new(before: State, after: State) -> Counter[_Known]:
    """Return the findings that were not there, wherever they stand in their file."""
    return Counter(map(_known, after.findings)) - Counter(map(_known, before.findings))


def _known(finding: Finding) -> _Known:
    said = _NUMBERS.sub("0", finding.message.in_language("en"))
    return finding.location.path, finding.rule, said


def _identity(finding: Finding) -> _Name:
    """Return what a fix is known by, also when lines above it come or go."""
    texts = [edit.text for edit in finding.fix.edits] if finding.fix else []
    return (*_known(finding), *texts)
