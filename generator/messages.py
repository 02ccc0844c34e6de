"""A message for a person: an English sentence and its values, put into a language as late as possible."""

from __future__ import annotations

import gettext
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")
DEFAULT_LANGUAGE: Language = "nl"
DOMAINS = ("cli", "fields", "findings", "pages")

_LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Message:
    """An English sentence with `{named}` places; `in_language` fills and translates it.

    Attributes:
        text: The English sentence; also the key in `locale/<language>/LC_MESSAGES/catalogue.po`.
        values: What fills the places. A value that is a `Message` is translated too.
    """

    text: str
    values: MappingProxyType[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def in_language(self, language: Language) -> str:
        """Return the sentence in `language`, its places filled."""
        filled = {
            name: value.in_language(language) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return translator(language).gettext(self.text).format(**filled)


def msg(text: str, /, **values: object) -> Message:
    """Make a `Message`; Babel collects the first argument of every call into the translation file."""
    return Message(text, MappingProxyType(values))


@cache
def translator(language: Language) -> gettext.NullTranslations:
    """Return the translations of one language; English is the language of the sentences themselves.

    Each area of the product has a file of its own in `locale/<language>/LC_MESSAGES/`.
    """
    words = gettext.NullTranslations()
    if language != "en":
        for domain in DOMAINS:
            words.add_fallback(gettext.translation(domain, localedir=_LOCALE, languages=[language], fallback=True))
    return words
