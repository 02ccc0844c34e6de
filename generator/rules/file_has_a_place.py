"""Every file stands in a folder that has a meaning, under a name that is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import FOLDERS, Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import Message, either, msg
from generator.nearest import Nearest
from generator.rules._faults import faults
from generator.rules._hints import did_you_mean, quoted
from generator.text import shown

RULE = Rule(
    "file-has-a-place",
    Severity.ERROR,
    summary=msg("Every file stands in a folder that has a meaning, under a name that is read."),
    why=msg(
        "Owner and kind follow from the folder. What stands elsewhere is not read and does not get a page."
    ),
    repair=msg(
        "Move the file to `organisations/<organisation>/` and there to `applications`, "
        "`practices`, `adoptions` or `calls`."
    ),
)

# What a person could call the folders.
_NAMES = (
    *((folder, folder) for folder in FOLDERS),
    ("toepassingen", "applications"),
    ("apps", "applications"),
    ("praktijken", "practices"),
    ("werkwijzen", "practices"),
    ("hergebruik", "adoptions"),
    ("adopties", "adoptions"),
    ("oproepen", "calls"),
)
_PROFILES = frozenset({"organisation", "organisatie", "organization"})
_DEPTH = 4


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield files that no part of the catalogue reads."""
    for item in faults(catalogue, "unknown-place"):
        message, hint = _words(item.location.path.split("/")[1:])
        yield RULE.finding(item.location, message, hint)


def _words(parts: list[str]) -> tuple[Message, Message]:
    name = parts[-1]
    if parts[0] != "organisations":
        message = msg("'{name}' has no meaning here", name=shown("/".join(parts)))
        return message, msg("only organisations, register and vocabularies are read")
    if len(parts) < _DEPTH:
        message = msg("'{name}' has no meaning here", name=shown(name))
        if name.partition(".")[0] in _PROFILES:
            return message, msg("call it '{name}'", name="organisation.yml")
        has_owner = len(parts) == _DEPTH - 1
        folders = msg("move it to {folders}", folders=either(FOLDERS))
        return message, folders if has_owner else msg("move it to the folder of an organisation")
    folder = parts[2]
    if folder not in FOLDERS:
        message = msg("the folder '{name}' has no meaning", name=shown(folder))
        near = Nearest(_NAMES).find(folder, most=1)
        return message, did_you_mean(quoted(near)) if near else msg("use {folders}", folders=either(FOLDERS))
    if len(parts) > _DEPTH:
        return msg("this file stands one folder too deep"), msg("move it to '{name}'", name=folder)
    message = msg("the name of this file ends in something else than .md or .yml")
    stem = name.partition(".")[0]
    return message, msg("call it '{name}'", name=shown(f"{stem}.md"))
