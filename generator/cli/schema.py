"""`catalogue schema`: the models as JSON Schema, for editors and for other software."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.catalogue import load
from generator.cli import options
from generator.cli.errors import CannotRunError
from generator.messages import Language, msg
from generator.model.schema import KINDS, json_schema


@click.command("schema")
@click.argument("kind", type=click.Choice(KINDS), required=False)
@click.option(
    "--write",
    "into",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the schema of every kind into this folder, as KIND.json.",
)
@options.folder
@options.language
def command(kind: str | None, into: Path | None, folder: Path, language: Language) -> None:
    """Print the JSON Schema (2020-12) of a KIND of file.

    Without KIND it lists the kinds.
    """
    if kind is None and into is None:
        width = max(map(len, KINDS))
        for name in KINDS:
            click.echo(f"{name:{width}}  {json_schema(name, {}, language)['title']}")
        return
    if not (folder / "vocabularies").is_dir():
        problem = msg("there is no catalogue in '{folder}'. Say where it is with --catalogue.", folder=folder)
        raise CannotRunError(problem.in_language(language))
    vocabularies = load(folder).vocabularies
    if into is not None:
        into.mkdir(parents=True, exist_ok=True)
    for name in (kind,) if kind else KINDS:
        text = json.dumps(json_schema(name, vocabularies, language), indent=2, ensure_ascii=False) + "\n"
        if into is None:
            click.echo(text, nl=False)
        else:
            (into / f"{name}.json").write_text(text, "utf-8", newline="\n")
