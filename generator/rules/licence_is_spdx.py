"""A licence has its SPDX name, or is `proprietary` or `unknown`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.model.vocabulary import Term
from generator.nearest import Nearest
from generator.rules._documents import inside, readable
from generator.rules._faults import Failed
from generator.rules._fixes import rewritten, safe, swapped, unsafe
from generator.rules._hints import did_you_mean, quoted
from generator.spdx import licences_in
from generator.text import shown

RULE = Rule(
    "licence-is-spdx",
    Severity.ERROR,
    summary=msg("A licence has its SPDX name, or is `proprietary` or `unknown`."),
    why=msg("Lawyers and programs know these names. Another way of writing can mean another licence."),
    repair=msg("Use a name from the list `licences`. Combine several with AND, OR or WITH."),
)

_FIELD = ("software", "licence")
_OPERATOR = re.compile(r"\b(?:and|or|with)\b", re.IGNORECASE)
_OTHER = frozenset({"proprietary", "unknown"})
# Says that there is a licence, not which.
_VAGUE = frozenset({"open source", "open-source", "opensource"})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield licences with another name."""
    licences = catalogue.vocabularies["licences"]
    index: Nearest | None = None
    failed = Failed(catalogue)
    for record in readable(catalogue, Kind.APPLICATION) if licences else ():
        written = (record.document.text(*_FIELD) or "proprietary").strip()
        names = licences_in(written)
        if written in _OTHER or (record.path, _FIELD) in failed:
            continue
        unknown = [written] if names is None else [name for name in names if name not in licences]
        for name in unknown[:1]:
            index = index or Nearest(pair for each in licences.values() for pair in _names(each))
            near, certain = index.find(name, most=2), index.certain(name)
            if certain:
                near = (certain,)
            if written.lower() in _VAGUE:
                near = ()
            start = written.find(name)
            place = inside(record, _FIELD, start, start + len(name))
            hint = msg("see the list catalogue/vocabularies/{name}.yml", name="licences")
            if written.lower() in _VAGUE:
                hint = msg("which licence is it? It stands in the file LICENSE of the code")
            message = msg("'{value}' is not an SPDX licence", value=shown(name))
            whole = record.document.place(_FIELD)
            expression = _OPERATOR.sub(lambda found: found[0].upper(), written)
            if names is None and expression != written and licences_in(expression) is not None:
                hint, near = msg("write: {line}", line=shown(expression)), ()
                fix = safe(rewritten(catalogue, whole, expression))
            elif certain:
                fix = safe(swapped(catalogue, whole, name, certain))
            else:
                fix = unsafe(swapped(catalogue, whole, name, near[0])) if len(near) == 1 else None
            yield RULE.finding(place, message, did_you_mean(quoted(near)) if near else hint, fix)


def _names(item: Term) -> Iterator[tuple[str, str]]:
    """Yield every way to call a licence."""
    for name in (item.id, item.title, *item.synonyms):
        yield name, item.id
