"""Findings in the forms people and programs read; the registry is the sorted list of files."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from typing import Protocol, cast

from generator.findings import Finding
from generator.reporters._context import Context, severity_words
from generator.reporters._summary import summary

__all__ = ["Context", "Report", "names", "reporter", "severity_words", "summary"]


class Report(Protocol):
    """Puts findings into one form."""

    def __call__(self, findings: Sequence[Finding], context: Context) -> str:
        """Return the whole report, without a line end after it; empty when there is nothing to say."""


def names() -> tuple[str, ...]:
    """Return the name of every form, sorted."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def reporter(name: str) -> Report:
    """Return the reporter of one form.

    Args:
        name: One of `names()`.
    """
    return cast("Report", importlib.import_module(f"{__name__}.{name}").report)
