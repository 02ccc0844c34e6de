"""`catalogue validate`: every fault in one run, where it is, and how to mend it."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from generator.build.day import day_of_epoch
from generator.catalogue import load
from generator.cli import options
from generator.cli.errors import CannotRunError
from generator.findings import Finding, Severity
from generator.messages import Language, msg, together, translator
from generator.reporters import Context, names, reporter
from generator.rules import check
from generator.text import neutral

_PARTS = ("organisations", "register", "vocabularies")


@dataclass(frozen=True, slots=True)
class _Target:
    """A catalogue, and which of its paths to report on; an empty path is all of it."""

    folder: Path
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What was found in one catalogue."""

    findings: tuple[Finding, ...]
    context: Context


@click.command("validate")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@options.folder
@click.option(
    "--format",
    "form",
    type=click.Choice(names()),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@options.language
def command(paths: tuple[Path, ...], folder: Path, form: str, *, strict: bool, language: Language) -> None:
    """Check every entry, and say what to mend.

    Everything is read, since entries refer to each other; only what stands in PATHS is reported.
    A PATH can also be another catalogue. Exit code 0: no errors, 1: errors, 2: could not run.
    """
    targets = _targets(paths or (folder,), language)
    outcomes = [_validate(target, language) for target in targets]
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its code, instead of ending the command.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    for outcome in outcomes:
        text = reporter(form)(outcome.findings, outcome.context)
        if text:
            click.echo(text)
    found = [finding for outcome in outcomes for finding in outcome.findings]
    files = sum(outcome.context.files for outcome in outcomes)
    click.echo(_summary(found, files, language), err=True)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    sys.exit(1 if any(finding.severity in failing for finding in found) else 0)


def _validate(target: _Target, language: Language) -> _Outcome:
    catalogue = load(target.folder)
    today = day_of_epoch(os.environ.get("SOURCE_DATE_EPOCH", "")) or dt.datetime.now().astimezone().date()
    findings = tuple(item for item in check(catalogue, today) if _is_wanted(item.location.path, target.paths))
    context = Context(
        language,
        catalogue.lines,
        sum(_is_below(path, target.paths) for path in catalogue.lines),
        base=_base(target.folder),
        is_coloured=sys.stdout.isatty() and "NO_COLOR" not in os.environ,
    )
    return _Outcome(findings, context)


def _targets(paths: Iterable[Path], language: Language) -> list[_Target]:
    """Return the catalogue of each path, every catalogue once, in the order given."""
    wanted: dict[Path, list[str]] = {}
    for path in paths:
        full = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
        if not os.path.lexists(full):
            problem = msg("'{path}' does not exist. Is the path right?", path=neutral(str(path)))
            raise CannotRunError(problem.in_language(language))
        root = next(
            (folder for folder in (full / "catalogue", full, *full.parents) if _is_catalogue(folder)), None
        )
        if root is None:
            problem = msg(
                "'{path}' is no catalogue: that has the folders {folders}.",
                path=neutral(str(path)),
                folders=", ".join(_PARTS),
            )
            raise CannotRunError(problem.in_language(language))
        inside = full.relative_to(root).as_posix() if full.is_relative_to(root) else "."
        wanted.setdefault(root, []).append(root.name if inside == "." else f"{root.name}/{inside}")
    return [_Target(folder, tuple(found)) for folder, found in wanted.items()]


def _is_catalogue(folder: Path) -> bool:
    return any((folder / part).is_dir() for part in _PARTS)


def _is_below(path: str, wanted: Sequence[str]) -> bool:
    return any(path == each or path.startswith(f"{each}/") for each in wanted)


def _is_wanted(path: str, wanted: Sequence[str]) -> bool:
    """Whether a finding is to be reported: a fault of a folder counts for all that is in it."""
    return _is_below(path, wanted) or any(each.startswith(f"{path}/") for each in wanted)


def _base(folder: Path) -> str:
    """Return what to put before paths, so that they hold from the current folder."""
    base = os.path.relpath(folder.parent)
    return "" if base == "." else f"{Path(base).as_posix().rstrip('/')}/"


def _summary(findings: Sequence[Finding], files: int, language: Language) -> str:
    """Return one line, for example `3 errors and 1 warning in 2 files`."""
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
