"""A catalogue read for a question: what follows from it today."""

from __future__ import annotations

from pathlib import Path

import click

from generator.catalogue import load
from generator.cli.clock import today
from generator.cli.errors import CannotRunError
from generator.cli.targets import is_catalogue
from generator.cli.watched import watched
from generator.insight import Insight
from generator.messages import Language, msg
from generator.text import neutral


def read_insight(folder: Path, language: Language) -> Insight:
    """Return what follows from a catalogue; files with faults do not count, and that is said.

    Raises:
        CannotRunError: There is no catalogue.
    """
    if not is_catalogue(folder):
        problem = msg(
            "there is no catalogue in '{folder}'. Say where it is with --catalogue.",
            folder=neutral(str(folder)),
        )
        raise CannotRunError(problem.in_language(language))
    with watched(language, None) as progress, progress.stage(msg("Reading files")):
        catalogue = load(folder)
    unfit = sum(not record.is_valid for record in catalogue.records)
    if unfit:
        notice = msg(
            "Files with faults, which do not count: {count}. 'catalogue validate' shows them.", count=unfit
        )
        click.echo(notice.in_language(language), err=True)
    return Insight(catalogue, today())
