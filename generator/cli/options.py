"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

from generator.messages import DEFAULT_LANGUAGE, LANGUAGES

language = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=DEFAULT_LANGUAGE,
    envvar="CATALOGUE_LANGUAGE",
    show_default=True,
    show_envvar=True,
    help="Language of findings and pages.",
)
folder = click.option(
    "--catalogue",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("catalogue"),
    envvar="CATALOGUE_FOLDER",
    show_default=True,
    help="Folder with organisations/, register/ and vocabularies/.",
)
site_file = click.option(
    "-f",
    "--config-file",
    "file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="Description of the site.",
)
profile = click.option(
    "--profile",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write where the time goes, to open at https://ui.perfetto.dev.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
