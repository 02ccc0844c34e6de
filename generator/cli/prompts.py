"""Questions in the terminal: pick from a list that narrows as one types, or write a text that is checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import click
import questionary
from prompt_toolkit.styles import Style

from generator.messages import Language, Message, msg

_LONG = 8
"""From this many options on, one can search by typing."""

# The amber of questionary is hard to read on white; bold is enough.
_STYLE = Style([("qmark", "fg:ansicyan bold"), ("answer", "bold"), ("instruction", "fg:ansibrightblack")])


class Option(NamedTuple):
    """Something to pick: what a person sees and what it stands for."""

    label: str
    value: str


class Prompter:
    """Asks in one language. Each method raises `KeyboardInterrupt` when a person gives up."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, text: str = "") -> None:
        """Show a line."""
        click.echo(text)

    def words(self, message: Message) -> str:
        """Return a message in the language of this conversation."""
        return message.in_language(self.language)

    def pick(self, question: str, options: Sequence[Option]) -> str:
        """Return the value of the option that is chosen."""
        is_long = len(options) > _LONG
        how = (
            msg("(arrow keys, or type to search; Enter chooses)")
            if is_long
            else msg("(arrow keys; Enter chooses)")
        )
        answer = questionary.select(
            question,
            choices=[questionary.Choice(item.label, item.value) for item in options],
            instruction=self.words(how),
            use_search_filter=is_long,
            use_jk_keys=False,
            style=_STYLE,
        ).unsafe_ask()
        return str(answer)

    def confirm(self, question: str, *, default: bool = True) -> bool:
        """Return whether the answer is yes."""
        yes, no = Option(self.words(msg("Yes")), "yes"), Option(self.words(msg("No")), "no")
        return self.pick(question, (yes, no) if default else (no, yes)) == "yes"

    def write(
        self, question: str, check: Callable[[str], str], *, is_optional: bool = False, default: str = ""
    ) -> str:
        """Return a line of text.

        Args:
            question: What is asked.
            check: Returns what is wrong with a text, or an empty text.
            is_optional: Whether Enter alone is an answer too.
            default: Stands there already.
        """
        how = self.words(msg("(Enter skips this)")) if is_optional else None
        answer = questionary.text(
            question,
            default=default,
            instruction=how,
            validate=self._validator(check, is_optional=is_optional),
            validate_while_typing=False,
            style=_STYLE,
        ).unsafe_ask()
        return str(answer).strip()

    def write_lines(self, question: str, check: Callable[[str], str], *, is_optional: bool = False) -> str:
        """Return a text of any number of lines."""
        how = msg("(done? Press Esc, then Enter)")
        answer = questionary.text(
            question,
            multiline=True,
            instruction=f"{self.words(how)}\n ",
            validate=self._validator(check, is_optional=is_optional),
            validate_while_typing=False,
            style=_STYLE,
        ).unsafe_ask()
        return str(answer).strip()

    def _validator(self, check: Callable[[str], str], *, is_optional: bool) -> Callable[[str], bool | str]:
        def validate(text: str) -> bool | str:
            if not text.strip():
                return is_optional or self.words(msg("This cannot be left empty."))
            return check(text.strip()) or True

        return validate
