"""What stops a command before it can do its work; exit code 2."""

from __future__ import annotations


class CannotRunError(Exception):
    """A command cannot do its work; the text says why and what to do, for a person."""
