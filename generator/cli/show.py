"""`catalogue show`: what is known of an organisation, an application, a practice or a call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from generator.cli import options
from generator.cli.errors import CannotRunError
from generator.cli.known import of_call, of_entry, values_of_call, values_of_entry
from generator.cli.known_organisation import of_organisation, values_of_organisation
from generator.cli.reading import read_insight
from generator.cli.tables import Table, say_json, written
from generator.insight import Insight
from generator.insight.memberships import heir
from generator.messages import Language, either, msg
from generator.nearest import Nearest
from generator.text import shown


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one thing, for people and for other programs."""

    tables: tuple[Table, ...]
    values: Mapping[str, object]


@click.command("show")
@click.argument("name", metavar="ORG|ID")
@options.as_json
@options.folder
@options.language
def command(*, name: str, as_json: bool, folder: Path, language: Language) -> None:
    """Show what is known of an organisation, an application, a practice or a call.

    ORG is the name of its folder, such as 'ijsselstein'; ID that of a file, such as 'open-zaak'. What a
    merged municipality had is shown with the one that it is part of today. JSON is a list, since an
    organisation and an entry can have one name.
    """
    insight = read_insight(folder, language)
    found = tuple(_known(insight, name, language))
    if not found:
        raise CannotRunError(_unknown(insight, name, language))
    if as_json:
        say_json([item.values for item in found])
    else:
        click.echo("\n\n".join(written(item.tables, language) for item in found))


def _known(insight: Insight, name: str, language: Language) -> Iterator[_Known]:
    dossier = insight.dossiers.get(name)
    if dossier:
        yield _Known(of_entry(dossier, language), values_of_entry(dossier))
    call = next((item for item in insight.calls if item.record.id == name), None)
    if call:
        yield _Known(of_call(call, language), values_of_call(call))
    organisation = insight.catalogue.organisations.get(name)
    if organisation:
        here = heir(insight.catalogue, organisation, insight.today)
        tables = of_organisation(insight, here, language)
        yield _Known(tables, values_of_organisation(insight, here))


def _unknown(insight: Insight, name: str, language: Language) -> str:
    """Return that there is no such thing, and what was probably meant."""
    names = [(item, item) for item in insight.dossiers]
    names += [(item.entry.title, item.id) for item in insight.dossiers.values()]
    names += [(item.record.id, item.record.id) for item in insight.calls]
    for organisation in insight.catalogue.organisations.values():
        names += [(organisation.slug, organisation.slug), (organisation.name, organisation.slug)]
    near = Nearest(names).find(name)
    problem = msg("the catalogue has no organisation, entry or call '{name}'.", name=shown(name))
    meant = msg("Did you mean {words}?", words=either(near)).in_language(language) if near else ""
    return f"{problem.in_language(language)} {meant}".strip()
