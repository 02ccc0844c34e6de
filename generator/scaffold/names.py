"""Names of new files and of organisations: from what a person types to an id that is free."""

from __future__ import annotations

import re

from generator.catalogue import Catalogue
from generator.documents import is_portable
from generator.messages import Message, either, msg
from generator.model.application import Application
from generator.model.choices import Kind
from generator.model.practice import Practice
from generator.nearest import Nearest, plain
from generator.text import shown

LONGEST = 60
"""Characters of an id: it is part of addresses that people read aloud."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def id_of(title: str) -> str:
    """Return the id that goes with a title; empty when no letter of it can be used."""
    words = plain(title).split()
    while len("-".join(words)) > LONGEST and len(words) > 1:
        words.pop()
    return "-".join(words)[:LONGEST]


def slug_of(catalogue: Catalogue, name: str) -> str:
    """Return the slug of an organisation by its slug or name; what names none is returned as it is."""
    if name in catalogue.organisations:
        return name
    wanted = plain(name)
    found = [item.slug for item in catalogue.organisations.values() if plain(item.name) == wanted]
    return found[0] if len(found) == 1 else name


def name_problem(catalogue: Catalogue, kind: Kind, organisation: str, name: str) -> Message | None:
    """Return why a new file cannot have this id, or None when it can."""
    if not _ID.fullmatch(name) or len(name) > LONGEST or not is_portable(f"{name}.md"):
        return msg(
            "'{name}' cannot be an id. Use lower-case letters, digits and hyphens, at most {most} in all.",
            name=shown(name),
            most=LONGEST,
        )
    if kind is Kind.ADOPTION:
        return _adoption_problem(catalogue, organisation, name)
    taken = [record.path for record in catalogue.records_by_id.get(name, ())]
    taken += [record.path for record in catalogue.records if name in getattr(record.value, "aliases", ())]
    if taken:
        return msg("The id '{name}' is taken by {path}. Choose another one.", name=name, path=taken[0])
    return None


def _adoption_problem(catalogue: Catalogue, organisation: str, name: str) -> Message | None:
    entry = catalogue.entries.get(name)
    if entry is None:
        return _no_entry(catalogue, name)
    owners = {entry.organisation}
    if isinstance(entry.value, Application | Practice):
        owners.update(entry.value.co_owners)
    if organisation in owners:
        return msg("'{name}' belongs to this organisation itself. Choose something of another.", name=name)
    for record in catalogue.adoptions_by_organisation.get(organisation, ()):
        if record.id == name:
            return msg("This is there already: {path}. Change that file.", path=record.path)
    return None


def _no_entry(catalogue: Catalogue, name: str) -> Message:
    titles = [(record.document.text("title") or key, key) for key, record in catalogue.entries.items()]
    near = Nearest([*titles, *((key, key) for key in catalogue.entries)]).find(name)
    if not near:
        return msg(
            "There is no application or practice '{name}'. Its id is the last part of its address.",
            name=shown(name),
        )
    words = either(f"'{item}'" for item in near)
    return msg(
        "There is no application or practice '{name}'. Did you mean {words}?", name=shown(name), words=words
    )
