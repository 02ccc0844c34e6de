"""`catalogue validate`: every fault in one run, where it is, and how to mend it."""

from __future__ import annotations

import importlib.metadata
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from generator.catalogue import Catalogue, Joined, load
from generator.checking import Means, check_folder
from generator.cli import caches, options
from generator.cli.caches import caches_folder
from generator.cli.changes import changed_in_proposal, changed_since, files_at, proposed_to
from generator.cli.chosen import chosen_rules
from generator.cli.clock import today
from generator.cli.errors import CannotRunError
from generator.cli.outputs import OrderedCommand, Output, append, outputs_of, write
from generator.cli.repairs import NOTHING_MENDED, Mended, Mending, Place, in_all, mend, mending_of, said
from generator.cli.targets import Scope, Target, targets
from generator.cli.watched import watched
from generator.findings import Finding, Rule, Severity
from generator.messages import Language, msg
from generator.reporters import Context, names, reporter, summary
from generator.rules import judge
from generator.text import neutral

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%/-]*)?")


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What was found in one catalogue, or in several."""

    findings: tuple[Finding, ...]
    lines: Mapping[str, Sequence[str]]
    files: int
    changed: frozenset[str]
    base: str
    excused: int = 0
    mended: Mended = NOTHING_MENDED


@click.command("validate", cls=OrderedCommand)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@options.folder
@click.option(
    "-f",
    "--format",
    "forms",
    type=click.Choice(names()),
    multiple=True,
    help="How findings are written; 'text' without it. Can be given several times.",
)
@click.option(
    "-o",
    "--output",
    "files",
    type=click.Path(path_type=Path),
    multiple=True,
    help="File for the --format just before it; without it, that form goes to the screen.",
)
@click.option(
    "--select", metavar="RULE", multiple=True, help="Report on this rule. Can be given several times."
)
@click.option("--ignore", metavar="RULE", multiple=True, help="Not on this one. Can be given several times.")
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option("--max-warnings", "most", type=click.IntRange(min=0), help="Let more warnings than this fail.")
@click.option(
    "--changed-since", "since", metavar="REV", help="Report on files that differ from this revision."
)
@click.option(
    "--site-url",
    "address",
    default="",
    metavar="URL",
    envvar="SITE_URL",
    show_envvar=True,
    help="Web address of the site, for links to the pages of rules.",
)
@click.option("--fix", is_flag=True, help="Mend what is certain, in the files themselves.")
@click.option("--unsafe", is_flag=True, help="With --fix or --diff: mend more; look at what changes.")
@click.option("--diff", "shown", is_flag=True, help="Show what --fix would change, and change nothing.")
@caches.option
@options.profile
@options.language
@click.pass_context
def command(  # noqa: PLR0913 - one for each option
    click_context: click.Context,
    paths: tuple[Path, ...],
    *,
    folder: Path,
    forms: tuple[str, ...],
    files: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    most: int | None,
    since: str | None,
    address: str,
    fix: bool,
    unsafe: bool,
    shown: bool,
    is_anew: bool,
    profile: Path | None,
    language: Language,
) -> None:
    """Check every entry, and say what to mend.

    Everything is read, since entries refer to each other; only what stands in PATHS is reported. A PATH can
    also be another catalogue. An --output belongs to the --format before it: -f text -f sarif -o x.sarif
    shows text and writes x.sarif. Exit code 0: no errors, 1: errors, 2: could not run. With --diff it is 1
    when there is something to mend.
    """
    outputs = outputs_of(click_context, forms, files, language)
    rules = chosen_rules(select, ignore, language)
    site = _site(address, language)
    mending = mending_of(fix=fix, unsafe=unsafe, shown=shown, forms=(*forms, *files), language=language)
    with watched(language, profile) as progress:
        way = mending, Means(caches=caches_folder(is_anew=is_anew), stages=progress)
        found = _together(
            [_validate(each, rules, since, way, language) for each in targets(paths or (folder,), language)]
        )
    _show_every_letter()
    if shown:
        click.echo(found.mended.diff, nl=False)
        _say(found, mending, language)
        sys.exit(1 if found.mended.files else 0)
    context = replace(_context(found, rules, language), is_strict=strict, site=site, can_mend=mending is None)
    _report(found.findings, outputs, context)
    click.echo(summary(found.findings, found.files, language, excused=found.excused), err=True)
    _say(found, mending, language)
    sys.exit(1 if _fails(found.findings, language, is_strict=strict, most=most) else 0)


def _context(found: _Outcome, rules: Mapping[str, Rule], language: Language) -> Context:
    return Context(
        language,
        found.lines,
        found.files,
        base=found.base,
        rules=rules,
        changed=found.changed,
        version=importlib.metadata.version("intermunicipal-catalogue"),
        excused=found.excused,
    )


def _say(found: _Outcome, mending: Mending | None, language: Language) -> None:
    for line in said(found.mended, mending, found.findings, language):
        click.echo(line, err=True)


def _fails(findings: Sequence[Finding], language: Language, *, is_strict: bool, most: int | None) -> bool:
    """Return whether the findings fail the validation; say so when there are too many warnings."""
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    has_too_many = most is not None and warnings > most
    if has_too_many:
        click.echo(msg("Number of warnings allowed: {most}.", most=most).in_language(language), err=True)
    failing = {Severity.ERROR, Severity.WARNING} if is_strict else {Severity.ERROR}
    return has_too_many or any(finding.severity in failing for finding in findings)


def _validate(
    target: Target,
    rules: Mapping[str, Rule],
    since: str | None,
    way: tuple[Mending | None, Means],
    language: Language,
) -> _Outcome:
    mending, means = way
    changed = None if since is None else changed_since(target.folder, since, language)
    scope = Scope(target.paths, changed)
    revision = proposed_to(os.environ) if since is None else since
    earlier = files_at(target.folder, revision) if revision is not None else frozenset()
    base = _base(target.folder)

    def loaded(contents: Mapping[str, bytes]) -> Catalogue:
        return replace(load(target.folder, contents), earlier=earlier)

    mended = NOTHING_MENDED
    if mending:
        place = Place(
            target.folder, base, loaded, lambda item: item.rule in rules and scope.holds(item.location.path)
        )
        catalogue, mended = mend(mending, place, loaded({}), language)
        if mending.is_shown:
            return _Outcome((), {}, 0, frozenset(), base, mended=mended)
        verdict = judge(catalogue, today())
    else:
        checked = check_folder(target.folder, today(), means, wants=scope.wants, earlier=earlier)
        catalogue, verdict = checked.catalogue, checked.verdict
    findings, excused = (
        tuple(item for item in found if item.rule in rules and scope.wants(item.location.path))
        for found in (verdict.findings, verdict.excused)
    )
    if since is None and revision is not None:
        changed = changed_in_proposal(target.folder, revision)
    files = sum(map(scope.holds, catalogue.lines))
    return _Outcome(findings, catalogue.lines, files, changed or frozenset(), base, len(excused), mended)


def _base(folder: Path) -> str:
    """Return what to put before paths, so that they hold from the current folder."""
    base = os.path.relpath(folder.parent)
    return "" if base == "." else f"{Path(base).as_posix().rstrip('/')}/"


def _together(outcomes: Sequence[_Outcome]) -> _Outcome:
    """Return several outcomes as one, so that a report is one document; paths count from where one works."""
    if len(outcomes) == 1:
        return outcomes[0]
    findings: list[Finding] = []
    lines: dict[str, tuple[Mapping[str, Sequence[str]], str]] = {}
    changed: set[str] = set()
    for each in outcomes:
        lines |= {f"{each.base}{path}": (each.lines, path) for path in each.lines}
        changed |= {f"{each.base}{path}" for path in each.changed}
        for finding in each.findings:
            path = f"{each.base}{finding.location.path}"
            findings.append(replace(finding, location=replace(finding.location, path=path)))
    files = sum(each.files for each in outcomes)
    excused = sum(each.excused for each in outcomes)
    mended = in_all(each.mended for each in outcomes)
    return _Outcome(tuple(findings), Joined(lines), files, frozenset(changed), "", excused, mended)


def _show_every_letter() -> None:
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its code, instead of ending the command.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _report(findings: Sequence[Finding], outputs: Sequence[Output], context: Context) -> None:
    is_coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for output in outputs:
        coloured = replace(context, is_coloured=is_coloured and output.file is None)
        text = reporter(output.form)(findings, coloured)
        whole = f"{text}\n" if text else ""
        if output.file is None:
            click.echo(whole, nl=False)
        else:
            write(output.file, whole, context.language)
    # What GitHub shows below a run: more than the ten findings of each kind it takes from a step.
    step = os.environ.get("GITHUB_STEP_SUMMARY")
    if step and any(output.form == "github" for output in outputs):
        append(Path(step), f"{reporter('markdown')(findings, context)}\n", context.language)


def _site(address: str, language: Language) -> str:
    """Return the address of the site with a `/` at its end; empty when there is none."""
    if not address:
        return ""
    if not _ADDRESS.fullmatch(address):
        problem = msg(
            "'{address}' is no web address, for example: https://voorbeeld.nl/", address=neutral(address)
        )
        raise CannotRunError(problem.in_language(language))
    return f"{address.rstrip('/')}/"
