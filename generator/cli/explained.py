"""What `build` and `serve` say: findings, and what stops them as a sentence with what to do."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.build.content import Content
from generator.build.errors import SiteError
from generator.build.lock import LockedError
from generator.build.publish import NotASiteError
from generator.build.report import as_text
from generator.causes import cause
from generator.cli.errors import CannotRunError
from generator.messages import Language, Message, msg
from generator.text import neutral


@contextmanager
def explained(language: Language) -> Iterator[None]:
    """Turn what stops the work in the block into a `CannotRunError` in the reader's language."""
    try:
        yield
    except LockedError as error:
        busy = msg("another build of this folder is at work. Wait until it is done.")
        raise _cannot(language, busy) from error
    except NotASiteError as error:
        full = msg(
            "the folder for the site holds something else: '{name}'. Choose another one with --output.",
            name=error.name,
        )
        raise _cannot(language, full) from error
    except SiteError as error:
        raise _cannot(language, msg("the site could not be made."), *error.reasons) from error
    except OSError as error:
        raise _cannot(language, msg("the site could not be made."), _reason(error)) from error


def report(content: Content, file: Path, language: Language) -> str:
    """Return the findings of a catalogue for the terminal, or for what stands in its place."""
    base, coloured = manner(file)
    return as_text(content, content.findings, language, base=base, coloured=coloured)


def manner(file: Path) -> tuple[str, bool]:
    """Return how findings are written: what comes before their paths, and whether they have colours."""
    # Paths in findings count from the folder of mkdocs.yml; a person clicks on them from where they are.
    above = os.path.relpath(file.parent)
    base = "" if above == "." else f"{Path(above).as_posix()}/"
    return base, sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _reason(error: OSError) -> Message:
    """Return what the system could not do and what helps."""
    place = str(error.filename or "")
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return msg("The disk is full. Make room and build again.")
    known = {
        errno.EACCES: msg("You have no permission for '{place}'. Ask who manages this folder.", place=place),
        errno.EROFS: msg("'{place}' can only be read. Choose another folder with --output.", place=place),
        errno.EBUSY: msg(
            "'{place}' is the top of a disk and cannot be replaced. Choose a folder in it with --output.",
            place=place,
        ),
        errno.ENOENT: msg("'{place}' is gone. Was it moved or removed during the work?", place=place),
    }
    if not place:
        return msg("The system refused something: {reason}.", reason=cause(error))
    other = msg("'{place}' cannot be used: {reason}.", place=place, reason=cause(error))
    return known.get(error.errno or 0, other)


def _cannot(language: Language, *reasons: Message | str) -> CannotRunError:
    texts = (reason if isinstance(reason, str) else reason.in_language(language) for reason in reasons)
    return CannotRunError("\n".join(map(_lines, texts)))


def _lines(text: str) -> str:
    """Return a text of several lines without what a terminal obeys."""
    return "\n".join(neutral(line) for line in text.split("\n"))
