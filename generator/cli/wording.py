"""The words of the command line in the reader's language: those of click, and the help of our commands."""

from __future__ import annotations

import copy
import gettext
import inspect
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from generator.messages import DEFAULT_LANGUAGE, LANGUAGES, Language, msg, translator

_LOCALE = Path(__file__).parents[1] / "locale"
_OPTION = "--language"

# What click says itself, to collect it.
CLICK_WORDS = (
    msg("Usage:"),
    msg("[OPTIONS]"),
    msg("COMMAND [ARGS]..."),
    msg("Options"),
    msg("Commands"),
    msg("Aborted!"),
    msg("Show the version and exit."),
    msg("Show this message and exit."),
    msg("Try '{command} {option}' for help."),
    msg("Error: {message}"),
    msg("Invalid value: {message}"),
    msg("Invalid value for {param_hint}: {message}"),
    msg("Missing argument"),
    msg("Missing option"),
    msg("Missing parameter"),
    msg("Missing command."),
    msg("No such option {name!r}."),
    msg("No such command {name!r}."),
    msg("Option {name!r} does not take a value."),
    msg("{value!r} is not a valid {number_type}."),
    msg("{value} is not in the range {range}."),
    msg("whole number"),
    msg("env var: {var}"),
    msg("default: {default}"),
    msg("required"),
    msg("Choose from:\n\t{choices}"),
    msg("File"),
    msg("Directory"),
    msg("Path"),
    msg("{name} {filename!r} does not exist."),
    msg("{name} {filename!r} is a file."),
    msg("{name} {filename!r} is a directory."),
    msg("{name} {filename!r} is not readable."),
    msg("{name} {filename!r} is not writable."),
)
_english = translator("en")
COUNTED_CLICK_WORDS = (
    _english.ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1),
    _english.ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    _english.ngettext(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1
    ),
    _english.ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
)


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language that was asked for, before click has read the arguments: it may refuse them."""
    asked = environment.get("CATALOGUE_LANGUAGE", "")
    for number, argument in enumerate(arguments):
        if argument == _OPTION:
            asked = "".join(arguments[number + 1 : number + 2])
        elif argument.startswith(f"{_OPTION}="):
            asked = argument.partition("=")[2]
    return next((language for language in LANGUAGES if language == asked), DEFAULT_LANGUAGE)


def speak(language: Language) -> None:
    """Let click use this language; it asks Python's own gettext, which looks at the environment."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("cli", str(_LOCALE))
    gettext.textdomain("cli")


def worded(command: click.Command, language: Language) -> click.Command:
    """Return a command with its help, and that of its options, in a language."""
    words = translator(language)
    made = copy.copy(command)
    # As it stands in the translation files: without the indent of a docstring.
    made.help = words.gettext(inspect.cleandoc(command.help)) if command.help else None
    made.options_metavar = words.gettext(command.options_metavar or "")
    if isinstance(made, click.Group):
        made.subcommand_metavar = words.gettext(made.subcommand_metavar)
    made.params = [_worded(parameter, words) for parameter in command.params]
    return made


def _worded(parameter: click.Parameter, words: gettext.NullTranslations) -> click.Parameter:
    made = copy.copy(parameter)
    if isinstance(made, click.Option) and made.help:
        made.help = words.gettext(made.help)
    if isinstance(made.type, click.IntRange):
        made.type = copy.copy(made.type)
        made.type.name = words.gettext("whole number")
    return made
