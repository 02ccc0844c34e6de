"""Every file and folder has a name that works on every computer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.documents.files import LONGEST_NAME
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.text import shown

RULE = Rule(
    "file-name-is-portable",
    Severity.ERROR,
    summary=msg("Every file and folder has a name that works on every computer."),
    why=msg(
        "The name becomes the address of a page. "
        "Capitals, spaces, accents and some reserved words do not work everywhere."
    ),
    repair=msg(
        "Use lower-case letters, digits and hyphens, 80 characters at most, for example `open-zaak.md`."
    ),
)

_OF_COMPUTERS = frozenset({"thumbs.db", "desktop.ini"})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield names that do not work everywhere."""
    for item in faults(catalogue, "reserved-name"):
        message = msg("Windows does not accept the name '{name}'", name=shown(item.values["name"]))
        yield RULE.finding(item.location, message, msg("choose another name"))
    for item in faults(catalogue, "unportable-name"):
        name, suggestion = str(item.values["name"]), str(item.values["suggestion"])
        if name.lower() in _OF_COMPUTERS:
            message = msg("'{name}' is a file that computers make for themselves", name=shown(name))
            yield RULE.finding(item.location, message, msg("remove it"))
            continue
        if name.startswith("."):
            message = msg("'{name}' is a hidden file or folder", name=shown(name))
            yield RULE.finding(item.location, message, msg("remove it"))
            continue
        if len(name) > LONGEST_NAME:
            message = msg("this name is longer than {most} characters", most=LONGEST_NAME)
        else:
            message = msg("the name '{name}' does not work on every computer", name=shown(name))
        if ("." in suggestion or "." not in name) and suggestion and len(name) <= LONGEST_NAME:
            hint = msg("call it '{name}'", name=suggestion)
        else:
            hint = msg("use lower-case letters, digits and hyphens")
        yield RULE.finding(item.location, message, hint)
