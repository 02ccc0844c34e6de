"""A term names only other terms of its own list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.findings import Finding, Location, Rule, Severity
from generator.messages import Message, msg
from generator.model.vocabulary import Term
from generator.nearest import nearest
from generator.rules._hints import did_you_mean, quoted
from generator.text import shown

RULE = Rule(
    "term-refers-to-terms",
    Severity.ERROR,
    summary=msg("A term names only other terms of its own list."),
    why=msg("Who looks for what took the place of a term, or stands above it, finds nothing."),
    repair=msg("Use the id of a term in the same list, or leave it out."),
    crosses_files=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield parents and successors that are not in the list, or are the term itself."""
    for name, terms in catalogue.vocabularies.items():
        for term in terms.values():
            for other in _named(term):
                wrong = _wrong(term, other, terms)
                if wrong:
                    yield RULE.finding(_place(catalogue, name, term.id), *wrong)


def _wrong(term: Term, other: str, terms: Mapping[str, Term]) -> tuple[Message, Message] | None:
    if other == term.id:
        return msg("'{id}' names itself", id=other), msg("leave it out")
    if other in terms:
        return None
    message = msg("'{id}' names '{other}', which is not in this list", id=term.id, other=shown(other))
    near = nearest(other, (name for name in terms if name != term.id))
    return message, did_you_mean(quoted(near)) if near else msg("leave it out, or add that term")


def _named(term: Term) -> Iterator[str]:
    if term.parent:
        yield term.parent
    yield from term.successors


def _place(catalogue: Catalogue, name: str, term: str) -> Location:
    """Return the first place where the id stands in its list."""
    path = next(path for path in catalogue.lines if path.endswith(f"/vocabularies/{name}.yml"))
    for number, line in enumerate(catalogue.lines[path], start=1):
        start = line.find(term)
        if start >= 0 and line[:start].rstrip(" \"'").endswith("id:"):
            return Location(path, number, start + 1, number, start + 1 + len(term))
    return Location(path)
