"""Two applications, or two practices, do not have the same title."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator

from generator.catalogue import Catalogue, Record
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._documents import readable
from generator.rules._faults import Failed
from generator.text import shown

RULE = Rule(
    "title-tells-entries-apart",
    Severity.WARNING,
    summary=msg("Two applications, or two practices, do not have the same title."),
    why=msg("In a list nobody can tell them apart, and it may be the same thing twice."),
    repair=msg(
        "Say in the title what is different. Is it the same? Keep one, and make the other an adoption of it."
    ),
    can_be_excused=True,
    crosses_files=True,
)

_KINDS = (Kind.APPLICATION, Kind.PRACTICE)
_WORD = re.compile(r"[^\W_]+")
# Words that tell no two titles apart.
_SMALL = frozenset(
    {"de", "het", "een", "van", "voor", "en", "in", "op", "met", "bij", "the", "a", "an", "of", "for", "and"}
)

_ENDINGS = ("en", "s", "e")
_SHORTEST = 4


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield titles with the words of an earlier one, whatever their order, case, number and accents."""
    failed = Failed(catalogue)
    first: dict[tuple[Kind, tuple[str, ...]], Record] = {}
    for record in readable(catalogue, *_KINDS):
        words = _words(record.document.text("title") or "")
        if not words or (record.path, ("title",)) in failed:
            continue
        other = first.setdefault((record.kind, words), record)
        # Two files with one id are a finding of their own.
        if other is not record and other.id != record.id:
            message = msg("'{name}' has the same title, or nearly so", name=shown(other.id))
            hint = msg("say in the title what is different, or keep one of the two")
            yield RULE.finding(record.document.place(("title",)), message, hint)


def _words(title: str) -> tuple[str, ...]:
    """Return the words of a title, without capitals, accents and small words, sorted."""
    plain = "".join(
        character
        for character in unicodedata.normalize("NFKD", title.casefold())
        if not unicodedata.combining(character)
    )
    return tuple(sorted(_stem(word) for word in _WORD.findall(plain) if word not in _SMALL))


def _stem(word: str) -> str:
    """Return a word without the ending of a plural: `meldingen` is `melding`."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word
