"""The words of `mkdocs.yml` in the reader's language: in English there, so that `language` alone decides."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from generator.messages import Language, msg

# What our own mkdocs.yml says; a site may say other things, which are kept as they are.
WORDS = (
    msg("What municipalities can take over from each other, and what that really took."),
    msg("Find"),
    msg("Applications"),
    msg("Practices"),
    msg("Themes"),
    msg("Organisations"),
    msg("Calls"),
    msg("My list"),
    msg("About this catalogue"),
    msg("Map of municipalities"),
    msg("Figures"),
    msg("Contribute"),
    msg("Accessibility"),
    msg("Privacy"),
    msg("Choose the light view"),
    msg("Choose the dark view"),
    msg("Follow the setting of this device"),
)


def put_into_language(config: MkDocsConfig, language: Language) -> None:
    """Translate the description, the navigation, the footer and the names of the light and dark switch."""
    words = {word.text: word.in_language(language) for word in WORDS} if language != "en" else {}
    config.site_description = words.get(config.site_description or "", config.site_description)
    config.nav = _translated(config.nav, words)
    config.extra["footer"] = _translated(config.extra.get("footer"), words)
    palette = config.theme.get("palette")
    if isinstance(palette, list):
        config.theme["palette"] = _translated(palette, words)


def _translated(value: object, words: dict[str, str]) -> object:
    """Return nested lists and mappings with known words translated: keys, titles and names."""
    if isinstance(value, list):
        return [_translated(item, words) for item in value]
    if isinstance(value, dict):
        return {
            words.get(key, key): _translated(item, words)
            if not isinstance(item, str)
            else _text(key, item, words)
            for key, item in value.items()
        }
    return value


def _text(key: str, text: str, words: dict[str, str]) -> str:
    return words.get(text, text) if key in {"title", "name"} else text
