"""What `build` and `serve` say: findings, and what stops them as a sentence with what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.build.content import Content
from generator.build.lock import LockedError
from generator.build.publish import NotASiteError
from generator.build.report import as_text
from generator.cli.errors import CannotRunError
from generator.messages import Language, Message, msg
from generator.plugin.engine import SiteError
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
        full = msg("the folder for the site holds other files. Choose another one with --output.")
        raise _cannot(language, full) from error
    except SiteError as error:
        raise _cannot(language, msg("the site could not be made."), *error.reasons) from error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        reason = f"{place}{error.strerror or error}"
        raise _cannot(language, msg("the site could not be made."), reason) from error


def report(content: Content, file: Path, language: Language) -> str:
    """Return the findings of a catalogue for the terminal, or for what stands in its place."""
    # Paths in findings count from the folder of mkdocs.yml; a person clicks on them from where they are.
    above = os.path.relpath(file.parent)
    base = "" if above == "." else f"{Path(above).as_posix()}/"
    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return as_text(content, content.findings, language, base=base, coloured=coloured)


def _cannot(language: Language, *reasons: Message | str) -> CannotRunError:
    texts = (reason if isinstance(reason, str) else reason.in_language(language) for reason in reasons)
    return CannotRunError("\n".join(map(_lines, texts)))


def _lines(text: str) -> str:
    """Return a text of several lines without what a terminal obeys."""
    return "\n".join(neutral(line) for line in text.split("\n"))
