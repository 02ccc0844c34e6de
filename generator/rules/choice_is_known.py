"""A field with a fixed list of choices holds one of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.catalogue import Catalogue
from generator.faults import Fault
from generator.findings import Finding, Rule, Severity
from generator.messages import Labels, either, msg
from generator.model.choices import Choice
from generator.nearest import Nearest
from generator.rules._faults import faults, field
from generator.rules._fixes import rewritten, safe, unsafe
from generator.rules._hints import did_you_mean, named
from generator.text import shown

RULE = Rule(
    "choice-is-known",
    Severity.ERROR,
    summary=msg("A field with a fixed list of choices holds one of them."),
    why=msg("Readers filter and compare by these words, so each has to be one of the list."),
    repair=msg("Choose one of the words that the message names."),
)

_DIGITS = re.compile("[0-9]")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield values that are none of the choices."""
    for item in faults(catalogue, "not-a-choice"):
        choices = tuple(choice for choice in _choices(item) if isinstance(choice, Choice))
        value = str(item.values["value"] or "")
        message = msg("'{value}' is not a choice for '{field}'", value=shown(value), field=field(item))
        index = _index(choices)
        near, certain = _alike(index, choices, value), index.certain(value)
        fix = None
        if certain:
            near, fix = (certain,), safe(rewritten(catalogue, item.location, certain))
        elif near:
            fix = unsafe(rewritten(catalogue, item.location, near[0]))
        if near:
            meant = next(choice for choice in choices if choice.value == near[0])
            hint = did_you_mean([named(meant.value, Labels(meant.nl, meant.en))])
        else:
            hint = msg("choose: {words}", words=either(choice.value for choice in choices))
        yield RULE.finding(item.location, message, hint, fix)


def _choices(item: Fault) -> Iterable[object]:
    choices = item.values["choices"]
    return choices if isinstance(choices, tuple) else ()


def _alike(index: Nearest, choices: Iterable[Choice], value: str) -> tuple[str, ...]:
    """Return the choice most like a value; with other figures in it, it is another choice."""
    figures = _DIGITS.findall(value)
    names = {choice.value: (choice.value, choice.nl, choice.en) for choice in choices}
    return tuple(
        word
        for word in index.find(value, most=1)
        if not figures or any(_DIGITS.findall(name) == figures for name in names[word])
    )


@cache
def _index(choices: tuple[Choice, ...]) -> Nearest:
    """Return what a person could call each choice: its word, and its label in both languages."""
    return Nearest(
        (text, choice.value) for choice in choices for text in (choice.value, choice.nl, choice.en)
    )
