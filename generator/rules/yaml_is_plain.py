"""Fields are written in plain YAML, without references, tags or second documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.faults import Fault
from generator.findings import Finding, Fix, Rule, Severity
from generator.messages import Message, msg
from generator.rules._faults import faults
from generator.rules._fixes import in_quotes, replaced, unsafe, written
from generator.text import shown

RULE = Rule(
    "yaml-is-plain",
    Severity.ERROR,
    summary=msg("Fields are written in plain YAML, without references, tags or second documents."),
    why=msg("These parts of YAML hide what a field says. They can also make programs slow or unsafe."),
    repair=msg("Write the value itself, wherever it is needed."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield what plain YAML does not need."""
    for item in faults(catalogue, "alias", "anchor", "complex-key", "merge-key", "second-document", "tag"):
        message, hint = _words(
            item.kind, shown(item.values.get("name", "")).replace("tag:yaml.org,2002:", "!!")
        )
        yield RULE.finding(item.location, message, hint, _fix(catalogue, item))


def _fix(catalogue: Catalogue, item: Fault) -> Fix | None:
    """Return how to take the value as it is written: a `*` or `&` before it may be one of its signs."""
    old = (written(catalogue, item.location) or "").rstrip()
    if item.kind not in {"alias", "anchor", "tag"} or not old or " #" in old or old[-1:] in "'\"|>":
        return None
    return unsafe(replaced(item.location, in_quotes(old, '"')))


def _words(kind: str, name: str) -> tuple[Message, Message]:
    match kind:
        case "alias":
            return msg("here stands a reference (*{name})", name=name), msg("write the value itself")
        case "anchor":
            return msg("here stands an anchor (&{name})", name=name), msg("put quotes around the value")
        case "tag":
            return msg("here stands a tag ({name})", name=name), msg("put quotes around the value")
        case "merge-key":
            return msg("fields are merged here (<<)"), msg("write the fields themselves")
        case "complex-key":
            return msg("this is not the name of a field"), msg("write each field as: name: value")
    return msg("a second document begins here"), msg("remove this line")
