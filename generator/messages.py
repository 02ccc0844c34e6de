"""A message for a person: an English sentence and its values, put into a language as late as possible."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Protocol

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")
DEFAULT_LANGUAGE: Language = "nl"
DOMAINS = ("cli", "fields", "findings", "pages")

_LOCALE = Path(__file__).parent / "locale"


class Worded(Protocol):
    """A value with words of its own in each language."""

    def in_language(self, language: Language) -> str:
        """Return its words."""


@dataclass(frozen=True, slots=True)
class Labels:
    """A name that comes with its words in both languages: of a term, a choice."""

    nl: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the name."""
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things in one sentence: `a, b or c`.

    Attributes:
        items: Texts, or values with words of their own.
        last: What stands before the last one, for example `or`.
    """

    items: tuple[str | Worded, ...]
    last: Message

    def in_language(self, language: Language) -> str:
        """Return the things, joined."""
        words = [item if isinstance(item, str) else item.in_language(language) for item in self.items]
        if len(words) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(words)
        return f"{', '.join(words[:-1])} {self.last.in_language(language)} {words[-1]}"


@dataclass(frozen=True, slots=True)
class Message:
    """An English sentence with `{named}` places; `in_language` fills and translates it.

    Attributes:
        text: The English sentence; also the key in the files below `locale/`.
        values: What fills the places. A value with words of its own is put into the language too.
    """

    text: str
    values: MappingProxyType[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[Callable[..., Message], tuple[object, ...]]:
        """Let another process have it: a read-only mapping does not travel."""
        return _again, (self.text, dict(self.values))

    def in_language(self, language: Language) -> str:
        """Return the sentence in `language`, its places filled; without values a `{` stands for itself."""
        filled = {
            name: value.in_language(language) if isinstance(value, _WORDED) else value
            for name, value in self.values.items()
        }
        text = translator(language).gettext(self.text)
        return text.format(**filled) if filled else text


def _again(text: str, values: dict[str, object]) -> Message:
    return Message(text, MappingProxyType(values))


_WORDED = (Message, Labels, Listing)


def msg(text: str, /, **values: object) -> Message:
    """Make a `Message`; Babel collects the first argument of every call into the translation file."""
    return Message(text, MappingProxyType(values))


def either(items: Iterable[str | Worded]) -> Listing:
    """Return `a, b or c`."""
    return Listing(tuple(items), msg("or"))


def together(items: Iterable[str | Worded]) -> Listing:
    """Return `a, b and c`."""
    return Listing(tuple(items), msg("and"))


@cache
def translator(language: Language) -> gettext.NullTranslations:
    """Return the translations of one language; English is the language of the sentences themselves.

    Each area of the product has a file of its own in `locale/<language>/LC_MESSAGES/`.
    """
    words = gettext.NullTranslations()
    if language != "en":
        for domain in DOMAINS:
            words.add_fallback(gettext.translation(domain, _LOCALE, [language], fallback=True))
    return words
