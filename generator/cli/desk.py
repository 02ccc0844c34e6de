"""Takes in a new file: says what is missing or wrong, writes it, checks it and tells how to go on."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from generator.catalogue import Catalogue, load
from generator.cli.answers import Answers
from generator.cli.asking import SECTION_HELP, Conversation
from generator.cli.clock import today
from generator.cli.prompts import Prompter
from generator.findings import Finding, Severity
from generator.messages import Language, Message, msg
from generator.model.choices import Kind
from generator.model.sections import REQUIRED_SECTION
from generator.reporters import Context, reporter
from generator.rules import check
from generator.scaffold.assignments import BODY
from generator.scaffold.creation import ExistsError, OutsideError, create
from generator.scaffold.draft import NO_NAME, Draft, findings, is_about, stops
from generator.scaffold.names import id_of, name_problem
from generator.scaffold.needs import COMPLETING, needed, needs_section

_QUOTES = '"'
# Said by `name_problem`, before there is a file.
ABOUT_NAMES = frozenset(
    {
        "adoption-has-an-entry",
        "adoption-is-not-by-the-owner",
        "file-name-is-an-id",
        "id-is-unique",
    }
)


class RefusedError(Exception):
    """No file can be made of what was given; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Takes in new files for one catalogue."""

    catalogue: Catalogue
    folder: Path
    language: Language

    def ask(self, draft: Draft) -> Draft:
        """Return the draft with all that a person in the terminal tells.

        Raises:
            RefusedError: What was given beforehand is wrong.
        """
        conversation = Conversation(
            Answers(self.catalogue, self.folder.name, today(), Prompter(self.language))
        )
        draft = replace(draft, organisation=draft.organisation or conversation.organisation())
        if draft.kind is Kind.ADOPTION and draft.id == NO_NAME:
            draft = replace(draft, id=conversation.entry(draft.organisation))
        _refuse(self._name_problems(draft), self._wrong(draft, is_whole=False))
        return conversation.fill(draft)

    def complete(self, draft: Draft) -> Draft:
        """Return the draft, ready to write.

        Raises:
            RefusedError: Something is missing or wrong; the text names all of it.
        """
        title = draft.get(("title",))
        if draft.id == NO_NAME and isinstance(title, str):
            draft = replace(draft, id=id_of(title) or NO_NAME)
        missing = list(self._missing(draft))
        head = [self._words(msg("This is still missing:")), ""] if missing else []
        _refuse([*head, *missing, *self._name_problems(draft)], self._wrong(draft, is_whole=not missing))
        return draft

    def write(self, draft: Draft) -> bool:
        """Write the file, check it, and say how to go on; return whether it has no errors.

        Raises:
            RefusedError: Nothing was written.
        """
        try:
            file = create(self.folder, draft.path, draft.text)
        except ExistsError as error:
            taken = msg("{path} is there already. Nothing was written.", path=error)
            raise RefusedError(self._words(taken)) from error
        except OutsideError as error:
            outside = msg("{path} lies outside the catalogue. Nothing was written.", path=error)
            raise RefusedError(self._words(outside)) from error
        written = load(self.folder)
        path = f"{self.folder.name}/{draft.path}"
        found = [item for item in check(written, today()) if is_about(item, path)]
        report = self._report(found, written.lines)
        click.echo("\n".join([*([report, ""] if report else []), *self._next_steps(draft, file)]))
        return all(item.severity is not Severity.ERROR for item in found)

    def _missing(self, draft: Draft) -> Iterator[str]:
        """Yield, for everything that is needed and not there, what it is for and how to give it."""
        if not draft.organisation:
            yield from self._lacking(
                "organisation", msg("Who shares or reuses it?"), "--organisation", "utrecht"
            )
        if draft.kind is Kind.ADOPTION and draft.id == NO_NAME:
            yield from self._lacking("id", msg("What do you reuse?"), "--id", "open-zaak")
        for wanted in needed(draft, self.catalogue):
            about = wanted.spec.about.in_language(self.language)
            text = msg("{title}. {help}", title=about.title, help=about.text)
            example = f"{wanted.name}={about.example.strip(_QUOTES)}"
            yield from self._lacking(wanted.name, text, "--set", example)
        if needs_section(draft):
            yield from self._lacking(BODY, SECTION_HELP[REQUIRED_SECTION], "--set", f"{BODY}=…")

    def _lacking(self, name: str, text: Message, option: str, example: str) -> Iterator[str]:
        yield f"  {name}: {self._words(text)}"
        yield f"    {option} {shlex.quote(example)}"

    def _name_problems(self, draft: Draft) -> list[str]:
        if draft.kind is Kind.ORGANISATION or draft.id == NO_NAME:
            return []
        problem = name_problem(self.catalogue, draft.kind, draft.organisation, draft.id)
        return [self._words(problem)] if problem else []

    def _wrong(self, draft: Draft, *, is_whole: bool) -> str:
        """Return a report of the errors in what was given; of a whole draft, also of what is not there."""
        # While it is not known whose file it is, the rules must not stumble over that.
        someone = draft.organisation or next(iter(self.catalogue.organisations), "")
        known = replace(draft, organisation=someone)
        found = [
            item
            for item in findings(known, self.catalogue, self.folder.name, today())
            if stops(item) and item.rule not in ABOUT_NAMES
            if is_whole or item.rule not in COMPLETING
        ]
        path = f"{self.folder.name}/{known.path}"
        return self._report(found, {path: known.text.split("\n")})

    def _report(self, found: Sequence[Finding], lines: Mapping[str, Sequence[str]]) -> str:
        is_coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        return reporter("text")(found, Context(self.language, lines, len(found), is_coloured=is_coloured))

    def _next_steps(self, draft: Draft, file: Path) -> Iterator[str]:
        name = draft.organisation if draft.kind is Kind.ORGANISATION else draft.id
        path = shlex.quote(str(file))
        yield self._words(msg("Written: {path}", path=file))
        yield ""
        yield self._words(msg("This is how it goes on:"))
        yield self._words(msg("1. Read it once more, and change what you like. Then check it:"))
        yield f"     catalogue validate {path}"
        yield self._words(msg("2. Hand it in with git, and open the pull request that the last line offers:"))
        yield f"     git switch -c {draft.kind.value}-{name}"
        yield f"     git add {path}"
        yield f"     git commit -m '{draft.organisation}: Add {name}'"
        yield "     git push -u origin HEAD"
        yield self._words(msg("No git? Give the file to a colleague who has it, or paste it in the browser:"))
        yield "     docs/bijdragen/delen.md"

    def _words(self, message: Message) -> str:
        return message.in_language(self.language)


def _refuse(problems: Sequence[str], wrong: str) -> None:
    """Raise when anything is missing or wrong."""
    if problems or wrong:
        raise RefusedError(
            "\n".join([*problems, *([""] if problems and wrong else []), *([wrong] if wrong else [])])
        )
