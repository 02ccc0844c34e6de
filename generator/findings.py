"""What a check says: which rule, how grave, where, what is wrong and how to mend it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from generator.messages import Message


class Severity(enum.StrEnum):
    """How grave a finding is; only an error fails a validation, unless `--strict` is asked for."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A span in a file of the catalogue.

    Attributes:
        path: Relative to the folder that holds `catalogue/`, with `/` on every system.
        line: First line, from 1.
        column: First column, from 1, counted in characters (code points).
        end_line: Line in which the span ends, from 1.
        end_column: The column just after the last character of the span.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        """Return `path:line:column`, which editors and terminals make clickable."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of text to put in the place of another.

    Attributes:
        location: What goes; where both ends are the same, nothing goes.
        text: What comes; each line feed becomes a line end as the file has them.
    """

    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a fault without a person.

    Attributes:
        edits: In the file of the finding, none over another.
        is_safe: Whether it is certain that this is what was meant.
        encoding: What the bytes of the file are, when they are to be written anew as UTF-8; else empty.
    """

    edits: tuple[Edit, ...]
    is_safe: bool
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement.

    Attributes:
        name: The requirement in kebab case, for example `owner-exists`.
        severity: How grave a breach is.
        summary: One sentence: the requirement itself.
        why: What goes wrong without it.
        repair: What to do about a breach.
        hides_line: Whether the line with a breach must not be shown again: logs are read by others.
        crosses_files: Whether the check compares files; all others see one file at a time, so that files can
            be divided.
        can_be_excused: Whether a file can have an exception: what looks wrong can be right there.
    """

    name: str
    severity: Severity
    summary: Message
    why: Message
    repair: Message
    hides_line: bool = False
    can_be_excused: bool = False
    crosses_files: bool = False

    def finding(
        self, location: Location, message: Message, hint: Message | None = None, fix: Fix | None = None
    ) -> Finding:
        """Return a finding of this rule."""
        return Finding(location, self.name, self.severity, message, hint, self.hides_line, fix)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, where it is, and one way to mend it."""

    location: Location
    rule: str
    severity: Severity
    message: Message
    hint: Message | None = None
    hides_line: bool = False
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        """Return what findings are ordered by: place first, then rule, then wording."""
        return (self.location, self.rule, self.message.text)
