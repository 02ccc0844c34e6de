"""Where each form of the findings goes: `-f text -f sarif -o findings.sarif`."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from generator.causes import cause
from generator.cli.errors import CannotRunError
from generator.messages import Language, msg
from generator.text import neutral

DEFAULT_FORM = "text"
_ORDER = "generator.cli.outputs.order"


@dataclass(frozen=True, slots=True)
class Output:
    """A form of the findings, and the file it goes to; None is standard output."""

    form: str
    file: Path | None = None


class OrderedCommand(click.Command):
    """A command that remembers in which order its options were given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note the order, then do as always."""
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[_ORDER] = tuple(parameter.name for parameter in order)
        return super().parse_args(ctx, args)


def outputs_of(
    context: click.Context, forms: Iterable[str], files: Iterable[Path], language: Language
) -> list[Output]:
    """Return each form with its file: a file belongs to the form before it.

    Args:
        context: Of an `OrderedCommand` with the parameters `forms` and `files`.
        forms: In the order given; without any, a file belongs to `text`.
        files: In the order given.
        language: Of what is said when it does not work.

    Raises:
        CannotRunError: A file has no form or a form has two, or two forms go to one place.
    """
    form, file = iter(forms), iter(files)
    order = [name for name in context.meta[_ORDER] if name in {"forms", "files"}]
    found = [] if "forms" in order else [Output(DEFAULT_FORM)]
    for name in order:
        if name == "forms":
            found.append(Output(next(form)))
            continue
        path = next(file)
        if not found or found[-1].file is not None:
            problem = msg(
                "--output '{path}' has no --format before it that is its own. "
                "Write each file after its form: -f sarif -o findings.sarif",
                path=neutral(str(path)),
            )
            raise CannotRunError(problem.in_language(language))
        found[-1] = Output(found[-1].form, path)
    _refuse_one_place_for_two(found, language)
    return found


def _refuse_one_place_for_two(outputs: Sequence[Output], language: Language) -> None:
    files = [output.file.resolve() for output in outputs if output.file]
    if len(files) + 1 < len(outputs):
        problem = msg("only one form can go to the screen. Give each other --format an --output of its own.")
        raise CannotRunError(problem.in_language(language))
    if len(set(files)) < len(files):
        problem = msg("two forms cannot go to the same file. Give each --format an --output of its own.")
        raise CannotRunError(problem.in_language(language))


def write(file: Path, text: str, language: Language) -> None:
    """Put a text in a file, whole or not at all.

    Raises:
        CannotRunError: The file cannot be written.
    """
    # A device or a pipe is written to, not replaced.
    if file.exists() and not file.is_file():
        append(file, text, language)
        return
    # Where a link leads, so that the link itself stays.
    target = file.resolve()
    with _explained(file, language):
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        new = Path(name)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            # A temporary file is for its maker alone; a report is for whoever runs after it.
            new.chmod(0o644)
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)


def append(file: Path, text: str, language: Language) -> None:
    """Put a text at the end of a file.

    Raises:
        CannotRunError: The file cannot be written.
    """
    with _explained(file, language), file.open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


@contextmanager
def _explained(file: Path, language: Language) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        problem = msg(
            "'{path}' cannot be written: {reason}.",
            path=neutral(str(file)),
            reason=cause(error),
        )
        raise CannotRunError(problem.in_language(language)) from error
