"""The command `catalogue`: the only package that prints, exits, or reads arguments and the environment."""

from __future__ import annotations

import importlib
import os
import sys

COMMANDS = {
    "validate": "Check every entry and say what to mend.",
    "build": "Build the site beside the old one and put it in place when it is whole.",
    "serve": "Show the site on this computer and follow changes.",
    "new": "Write a new entry: asks what it needs, never overwrites.",
    "show": "Show what is known of an organisation, entry or call.",
    "stats": "Show the catalogue in figures.",
    "stale": "List what nobody has confirmed for long.",
    "rules": "List the rules, or explain one.",
    "schema": "Print the JSON Schema of a kind of file.",
}

_WIDTH = 80
"""Columns of `help.txt`."""


def main() -> None:
    """Run the command.

    The list of commands is ready in `help.txt`, as click writes it for 80 columns: to import click takes
    longer than to start Python.
    """
    if sys.argv[1:] in (["--help"], ["-h"]) and _is_wide():
        name = "help.en.txt" if os.environ.get("CATALOGUE_LANGUAGE") == "en" else "help.txt"
        with open(f"{os.path.dirname(__file__)}/{name}", encoding="utf-8") as text:  # noqa: PTH120, PTH123 - pathlib is slow to import
            sys.stdout.write(text.read())
        return
    importlib.import_module("generator.cli.group").run()


def _is_wide() -> bool:
    """Whether the help fits; click takes what is no terminal to be 80 columns wide."""
    if "COLUMNS" in os.environ:
        return False
    try:
        return not sys.stdout.isatty() or os.get_terminal_size().columns >= _WIDTH
    except OSError:
        return False
