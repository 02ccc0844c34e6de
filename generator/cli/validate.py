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

from generator.catalogue import load
from generator.cli import options
from generator.cli.changes import changed_in_proposal, changed_since
from generator.cli.chosen import chosen_rules
from generator.cli.clock import today
from generator.cli.errors import CannotRunError
from generator.cli.outputs import OrderedCommand, Output, append, outputs_of, write
from generator.cli.targets import Scope, Target, targets
from generator.findings import Finding, Rule, Severity
from generator.messages import Language, msg
from generator.reporters import Context, names, reporter, summary
from generator.rules import check
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
    language: Language,
) -> None:
    """Check every entry, and say what to mend.

    Everything is read, since entries refer to each other; only what stands in PATHS is reported. A PATH can
    also be another catalogue. An --output belongs to the --format before it: -f text -f sarif -o x.sarif
    shows text and writes x.sarif. Exit code 0: no errors, 1: errors, 2: could not run.
    """
    outputs = outputs_of(click_context, forms, files, language)
    rules = chosen_rules(select, ignore, language)
    site = _site(address, language)
    found = _together(
        [_validate(each, rules, since, language) for each in targets(paths or (folder,), language)]
    )
    context = Context(
        language,
        found.lines,
        found.files,
        base=found.base,
        is_strict=strict,
        rules=rules,
        changed=found.changed,
        site=site,
        version=importlib.metadata.version("intermunicipal-catalogue"),
    )
    _report(found.findings, outputs, context)
    click.echo(summary(found.findings, found.files, language), err=True)
    warnings = sum(finding.severity is Severity.WARNING for finding in found.findings)
    has_too_many = most is not None and warnings > most
    if has_too_many:
        click.echo(msg("Number of warnings allowed: {most}.", most=most).in_language(language), err=True)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    fails = has_too_many or any(finding.severity in failing for finding in found.findings)
    sys.exit(1 if fails else 0)


def _validate(target: Target, rules: Mapping[str, Rule], since: str | None, language: Language) -> _Outcome:
    changed = None if since is None else changed_since(target.folder, since, language)
    scope = Scope(target.paths, changed)
    catalogue = load(target.folder)
    findings = tuple(
        item for item in check(catalogue, today()) if item.rule in rules and scope.wants(item.location.path)
    )
    if changed is None and os.environ.get("GITHUB_EVENT_NAME") == "pull_request":
        changed = changed_in_proposal(target.folder)
    files = sum(map(scope.holds, catalogue.lines))
    return _Outcome(findings, catalogue.lines, files, changed or frozenset(), _base(target.folder))


def _base(folder: Path) -> str:
    """Return what to put before paths, so that they hold from the current folder."""
    base = os.path.relpath(folder.parent)
    return "" if base == "." else f"{Path(base).as_posix().rstrip('/')}/"


def _together(outcomes: Sequence[_Outcome]) -> _Outcome:
    """Return several outcomes as one, so that a report is one document; paths count from where one works."""
    if len(outcomes) == 1:
        return outcomes[0]
    findings: list[Finding] = []
    lines: dict[str, Sequence[str]] = {}
    changed: set[str] = set()
    for each in outcomes:
        lines |= {f"{each.base}{path}": text for path, text in each.lines.items()}
        changed |= {f"{each.base}{path}" for path in each.changed}
        for finding in each.findings:
            path = f"{each.base}{finding.location.path}"
            findings.append(replace(finding, location=replace(finding.location, path=path)))
    files = sum(each.files for each in outcomes)
    return _Outcome(tuple(findings), lines, files, frozenset(changed), "")


def _report(findings: Sequence[Finding], outputs: Sequence[Output], context: Context) -> None:
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its code, instead of ending the command.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
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
