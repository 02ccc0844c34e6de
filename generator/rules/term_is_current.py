"""A term of a shared list has not been withdrawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import either, msg
from generator.model.choices import Kind
from generator.rules._documents import fields_of_kind, readable, values_at
from generator.rules._fixes import rewritten, unsafe
from generator.rules._hints import term

RULE = Rule(
    "term-is-current",
    Severity.ERROR,
    summary=msg("A term of a shared list has not been withdrawn."),
    why=msg("Numbers and names change. Who looks for the new one does not find the old one."),
    repair=msg("Use the successor that the message names."),
    can_be_excused=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield withdrawn terms."""
    for record in readable(catalogue):
        fields = record.document.fields
        for pattern, vocabulary in _fields_with_terms(record.kind):
            if pattern[0] not in fields:
                continue
            terms = catalogue.vocabularies.get(vocabulary, {})
            for path, text in values_at(record.document, pattern):
                found = terms.get(text)
                if found and found.is_withdrawn:
                    message = msg("'{value}' has been withdrawn", value=text)
                    successors = [term(terms[name]) for name in found.successors if name in terms]
                    hint = msg("use {words}", words=either(successors)) if successors else msg("leave it out")
                    place, fix = record.document.place(path), None
                    if len(successors) == 1:
                        fix = unsafe(rewritten(catalogue, place, found.successors[0]))
                    yield RULE.finding(place, message, hint, fix)


@cache
def _fields_with_terms(kind: Kind) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the path of each field of a kind of file that holds terms, and the name of their list."""
    return tuple((spec.path, spec.vocabulary) for spec in fields_of_kind(kind) if spec.vocabulary)
