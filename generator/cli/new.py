"""`catalogue new`: write a new file, by questions in the terminal or from `--set`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator.catalogue import load
from generator.cli import options
from generator.cli.clock import today
from generator.cli.desk import Desk, RefusedError
from generator.cli.errors import CannotRunError
from generator.messages import Language, msg
from generator.model.choices import Kind
from generator.scaffold.assignments import NotAnAssignmentError, assigned
from generator.scaffold.draft import NO_NAME, Draft
from generator.scaffold.names import slug_of
from generator.scaffold.needs import with_defaults


@click.command("new")
@click.argument("kind", type=click.Choice([kind.value for kind in Kind]))
@click.option("--organisation", metavar="NAME", help="Who shares or reuses it: name, or name of its folder.")
@click.option("--id", "name", metavar="ID", help="Name of the file. By default it follows from the title.")
@click.option(
    "--set",
    "assignments",
    metavar="FIELD=VALUE",
    multiple=True,
    help="Fill in a field, for example contact.email=informatie@voorbeeld.nl. A list takes commas.",
)
@options.folder
@options.language
def command(
    kind: str,
    organisation: str | None,
    name: str | None,
    assignments: Sequence[str],
    *,
    folder: Path,
    language: Language,
) -> None:
    """Write a new file for an application, practice, adoption, organisation or call.

    In a terminal it asks what it needs to know and checks every answer. Elsewhere it takes the values of
    --set, and says what is missing. It never overwrites a file.
    """
    if not (folder / "register").is_dir():
        problem = msg("there is no catalogue in '{folder}'. Say where it is with --catalogue.", folder=folder)
        raise CannotRunError(problem.in_language(language))
    draft = Draft(Kind(kind), organisation or "", name or NO_NAME)
    try:
        draft = with_defaults(assigned(draft, assignments), today())
    except NotAnAssignmentError as error:
        problem = msg("'{text}' is not FIELD=VALUE, for example: --set status=in-use", text=error)
        raise CannotRunError(problem.in_language(language)) from error
    catalogue = load(folder)
    desk = Desk(catalogue, folder, language)
    draft = replace(draft, organisation=slug_of(catalogue, draft.organisation))
    try:
        draft = desk.ask(draft) if sys.stdin.isatty() and sys.stdout.isatty() else desk.complete(draft)
        is_right = desk.write(draft)
    except RefusedError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except (KeyboardInterrupt, EOFError):
        click.echo(f"\n{msg('Stopped. Nothing was written.').in_language(language)}", err=True)
        sys.exit(1)
    sys.exit(0 if is_right else 1)
