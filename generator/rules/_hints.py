"""Hints that several rules give."""

from __future__ import annotations

from collections.abc import Iterable

from generator.messages import Labels, Message, Worded, either, msg
from generator.model.about import About
from generator.model.vocabulary import Term
from generator.register import Organisation
from generator.text import shown


def quoted(words: Iterable[str]) -> tuple[str, ...]:
    """Return words in quotes."""
    return tuple(f"'{shown(word)}'" for word in words)


def did_you_mean(words: Iterable[str | Worded]) -> Message:
    """Return "did you mean …?"; the words bring their own quotes."""
    return msg("did you mean {words}?", words=either(words))


def named(word: str, label: Labels) -> Message:
    """Return a word and what it is called, for example 'woo' (Wet open overheid)."""
    return msg("'{word}' ({label})", word=shown(word), label=label)


def term(item: Term) -> Message:
    """Return the id and the name of a term."""
    return named(item.id, Labels(item.label("nl"), item.label("en")))


def organisation(item: Organisation) -> Message:
    """Return the slug and the name of an organisation."""
    return named(item.slug, Labels(item.name, item.name))


def example(name: str, about: object) -> Message | None:
    """Return "for example: …" with a field as it could be written; None when it has no words."""
    if not isinstance(about, About):
        return None
    return msg("for example: {name}: {example}", name=name, example=Message(about.example))


def missing(name: str, about: object) -> Message:
    """Return "the field … is missing", with the field's title when it is known."""
    if not isinstance(about, About):
        return msg("the field '{field}' is missing", field=name)
    return msg("the field '{field}' ({title}) is missing", field=name, title=Message(about.title))
