"""A field that uses a shared list holds a term of that list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import either, msg
from generator.model.vocabulary import Term
from generator.nearest import Nearest
from generator.rules._faults import faults
from generator.rules._fixes import rewritten, safe, unsafe
from generator.rules._hints import did_you_mean, term
from generator.text import shown

RULE = Rule(
    "term-is-known",
    Severity.ERROR,
    summary=msg("A field that uses a shared list holds a term of that list."),
    why=msg("Shared terms make it possible to find everything about one theme, law, facility or measure."),
    repair=msg(
        "Use the id of a term. Is a term missing? Propose it for the list in `catalogue/vocabularies`."
    ),
)

_MOST_LISTED = 30


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield ids that are no term, with the terms most like them."""
    indexes: dict[str, Nearest] = {}
    for item in faults(catalogue, "unknown-term"):
        name, value = str(item.values["vocabulary"]), str(item.values["value"] or "")
        terms = catalogue.vocabularies[name]
        if name not in indexes:
            indexes[name] = Nearest(pair for each in terms.values() for pair in _names(each))
        near, certain = indexes[name].find(value), indexes[name].certain(value)
        fix = None
        if certain:
            near, fix = (certain,), safe(rewritten(catalogue, item.location, certain))
        elif len(near) == 1:
            fix = unsafe(rewritten(catalogue, item.location, near[0]))
        if near:
            hint = did_you_mean(term(terms[each]) for each in near)
        elif len(terms) <= _MOST_LISTED:
            hint = msg("choose: {words}", words=either(terms))
        else:
            hint = msg("see the list catalogue/vocabularies/{name}.yml", name=name)
        message = msg("'{value}' is not in the list '{name}'", value=shown(value), name=name)
        yield RULE.finding(item.location, message, hint, fix)


def _names(item: Term) -> Iterator[tuple[str, str]]:
    """Yield every way to call a term."""
    for name in (item.id, item.title, item.title_en, *item.synonyms):
        if name:
            yield name, item.id
