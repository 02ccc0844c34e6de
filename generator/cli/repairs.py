"""`catalogue validate --fix`, `--unsafe` and `--diff`: what is mended, and what is said of it."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import Catalogue
from generator.causes import cause
from generator.cli.clock import today
from generator.cli.errors import CannotRunError
from generator.findings import Finding
from generator.messages import Language, msg, translator
from generator.repair import ChangedMeanwhileError, Repair, State, current, diff, put, repair
from generator.rules import judge
from generator.text import neutral


@dataclass(frozen=True, slots=True)
class Mending:
    """What was asked for.

    Attributes:
        is_unsafe: Whether to mend too what a person has to look at.
        is_shown: Whether to show what would change, and write nothing.
    """

    is_unsafe: bool
    is_shown: bool

    def allows(self, finding: Finding) -> bool:
        """Whether a finding may be mended."""
        return finding.fix is not None and (finding.fix.is_safe or self.is_unsafe)


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of it, in one catalogue or in several.

    Attributes:
        count: How many findings there are fewer, or would be.
        files: How many files were changed, or would be.
        refused: How many fixes were not made, since another finding would come up.
        diff: What would change.
    """

    count: int = 0
    files: int = 0
    refused: int = 0
    diff: str = ""


NOTHING_MENDED = Mended()


@dataclass(frozen=True, slots=True)
class Place:
    """The catalogue to mend.

    Attributes:
        folder: The folder `catalogue` itself.
        base: What to put before a path to show it.
        load: Returns the catalogue as if some files, by path, had other contents.
        wants: Whether a finding is asked about: its rule and its file.
    """

    folder: Path
    base: str
    load: Callable[[Mapping[str, bytes]], Catalogue]
    wants: Callable[[Finding], bool]


def mending_of(
    *, fix: bool, unsafe: bool, shown: bool, forms: Sequence[object], language: Language
) -> Mending | None:
    """Return what was asked for; None when nothing is to be mended.

    Raises:
        CannotRunError: The options do not go together.
    """
    if unsafe and not (fix or shown):
        problem = msg("--unsafe says what may be mended. Use it with --fix or --diff.")
        raise CannotRunError(problem.in_language(language))
    if shown and forms:
        problem = msg("--diff shows what would change instead of findings. Leave --format and --output out.")
        raise CannotRunError(problem.in_language(language))
    return Mending(unsafe, shown) if fix or shown else None


def mend(
    mending: Mending, place: Place, catalogue: Catalogue, language: Language
) -> tuple[Catalogue, Mended]:
    """Mend a catalogue, or find out what would change; return it as it is then.

    Args:
        mending: What was asked for.
        place: Which catalogue, and what of it.
        catalogue: As it is now.
        language: Of what is said when a file cannot be written.

    Raises:
        CannotRunError: A file cannot be read or written, or was changed at the same time.
    """
    found: dict[str, bytes] = {}

    def read(path: str) -> bytes:
        if path not in found:
            with _explained(f"{place.base}{path}", language):
                found[path] = current(place.folder, path)
        return found[path]

    def may(finding: Finding) -> bool:
        return mending.allows(finding) and place.wants(finding)

    start = _state(catalogue)
    done = repair(start, lambda contents: _state(place.load(contents)), may, read)
    shown = ""
    if mending.is_shown:
        shown = _diff(done, start.findings, found, place.base)
    else:
        for path, new in done.contents.items():
            with _explained(f"{place.base}{path}", language):
                put(place.folder, path, found[path], new)
    return done.state.catalogue, Mended(done.count, len(done.contents), done.refused, shown)


def _state(catalogue: Catalogue) -> State:
    # All of them: one that is left out now would look new later.
    return State(catalogue, judge(catalogue, today(), most=sys.maxsize).findings)


def _diff(done: Repair, findings: Sequence[Finding], found: Mapping[str, bytes], base: str) -> str:
    hidden: dict[str, set[int]] = defaultdict(set)
    for finding in findings:
        if finding.hides_line:
            hidden[finding.location.path] |= {*range(finding.location.line, finding.location.end_line + 1)}
    return "".join(
        diff(f"{base}{path}", found[path], new, hidden[path]) for path, new in sorted(done.contents.items())
    )


@contextmanager
def _explained(path: str, language: Language) -> Iterator[None]:
    try:
        yield
    except ChangedMeanwhileError as error:
        problem = msg("'{path}' was changed at the same time. Try again.", path=neutral(path))
        raise CannotRunError(problem.in_language(language)) from error
    except OSError as error:
        problem = msg("'{path}' cannot be written: {reason}.", path=neutral(path), reason=cause(error))
        raise CannotRunError(problem.in_language(language)) from error


def in_all(parts: Iterable[Mended]) -> Mended:
    """Return what came of several catalogues."""
    some = tuple(parts)
    return Mended(
        sum(each.count for each in some),
        sum(each.files for each in some),
        sum(each.refused for each in some),
        "".join(each.diff for each in some),
    )


def said(
    mended: Mended, mending: Mending | None, findings: Iterable[Finding], language: Language
) -> list[str]:
    """Return the lines to say below the summary: what was mended, and what could be.

    Args:
        mended: What came of it; nothing when nothing was asked.
        mending: What was asked for; None when nothing was.
        findings: What is reported.
        language: Of the lines.
    """
    words = translator(language)
    fixes = [finding.fix for finding in findings if finding.fix]
    safe = sum(fix.is_safe for fix in fixes) if mending is None else 0
    rest = 0 if mending and mending.is_unsafe else sum(not fix.is_safe for fix in fixes)
    lines = [] if mending is None else _results(mended, mending, language)
    if safe:
        text = words.ngettext(
            "{count} finding can be mended with --fix", "{count} findings can be mended with --fix", safe
        )
        lines.append(text.format(count=safe))
    if rest:
        text = words.ngettext(
            "{count} finding can be mended with --fix --unsafe; look at what changes",
            "{count} findings can be mended with --fix --unsafe; look at what changes",
            rest,
        )
        lines.append(text.format(count=rest))
    return lines


def _results(mended: Mended, mending: Mending, language: Language) -> list[str]:
    words = translator(language)
    found = words.ngettext("{count} finding", "{count} findings", mended.count).format(count=mended.count)
    files = words.ngettext("{count} file", "{count} files", mended.files).format(count=mended.files)
    lines = [msg("nothing to mend")]
    if mended.files and mending.is_shown:
        lines = [msg("{findings} to mend in {files}; nothing has been changed", findings=found, files=files)]
    elif mended.files:
        lines = [msg("{findings} mended in {files}", findings=found, files=files)]
    if mended.refused:
        lines.append(
            msg(
                "not mended, since something else would come up: {count}; look at these yourself",
                count=mended.refused,
            )
        )
    return [line.in_language(language) for line in lines]
