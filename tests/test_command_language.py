"""The command line speaks the language that was asked for: help, what click says itself, what went wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import COMMANDS
from generator.cli.wording import language_of
from generator.messages import LANGUAGES, Language

CLI = Path(__file__).parents[1] / "generator" / "cli"
HELP: dict[Language, str] = {"nl": "help.txt", "en": "help.en.txt"}
# English that click says of itself, and words of our own help.
ENGLISH = (
    *("Usage:", "Options:", "Commands:", "Error:", "Try '", "No such", "Invalid", "Missing", "requires"),
    *(
        "Show this",
        "default:",
        "env var",
        "is not one of",
        "Got unexpected",
        "does not exist",
        "Did you mean",
    ),
    *(" the ", " and ", " file ", " with ", " this "),
)


def catalogue(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does; what an earlier test asked for does not count."""
    settings = {key: value for key, value in os.environ.items() if not key.startswith(("CATALOGUE_", "LANG"))}
    command = [sys.executable, "-m", "generator.cli", *arguments]
    return subprocess.run(
        command,
        cwd=cwd,
        env={**settings, "PYTHONPATH": str(CLI.parents[1]), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ready_help_is_what_click_writes(
    language: Language,
    tmp_path: Path,
    is_update: bool,  # noqa: FBT001 - a fixture
) -> None:
    """`--help` alone comes from a file, to be quick; with an option of ours before it, click writes it."""
    # Of 80 columns, as what is no terminal has.
    written = catalogue("--help", cwd=tmp_path, CATALOGUE_LANGUAGE=language, COLUMNS="80").stdout
    if is_update:
        (CLI / HELP[language]).write_text(written, "utf-8", newline="\n")
    assert (CLI / HELP[language]).read_text("utf-8") == written
    assert catalogue("--help", cwd=tmp_path, CATALOGUE_LANGUAGE=language).stdout == written


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        *((name, "--help") for name in COMMANDS),
        ("--bestaat-niet",),
        ("bestaat-niet",),
        ("validate", "--bestaat-niet"),
        ("validate", "--forma", "text"),
        ("validate", "--format", "bestaat-niet"),
        ("validate", "--format"),
        ("validate", "--strict=ja"),
        ("validate", "--max-warnings", "veel"),
        ("validate", "--max-warnings", "-1"),
        ("serve", "--port", "99999"),
        ("serve", "erbij"),
        ("rules", "een", "twee"),
        ("schema", "bestaat-niet"),
        ("new",),
        (),
    ],
    ids=" ".join,
)
def test_dutch_has_no_english_in_it(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Neither in help nor in what click says of a slip; names that one types stay as they are."""
    result = catalogue(*arguments, cwd=tmp_path)
    said = result.stdout + result.stderr
    assert "Gebruik: catalogue" in said or said.startswith("Fout: ")
    assert [word for word in ENGLISH if word in said] == []


def test_english_is_there_for_who_asks_for_it(tmp_path: Path) -> None:
    """By option or by environment, also when click refuses the arguments."""
    for result in (
        catalogue("validate", "--language", "en", "--nergens", cwd=tmp_path),
        catalogue("validate", "--nergens", cwd=tmp_path, CATALOGUE_LANGUAGE="en"),
    ):
        assert result.returncode == 2
        assert result.stderr == (
            "Usage: catalogue validate [OPTIONS] [PATHS]...\n"
            "Try 'catalogue validate --help' for help.\n"
            "\n"
            "Error: No such option '--nergens'.\n"
        )


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ((), {}, "nl"),
        (("validate", "--language", "en"), {}, "en"),
        (("validate", "--language=en"), {}, "en"),
        (("validate",), {"CATALOGUE_LANGUAGE": "en"}, "en"),
        (("validate", "--language", "nl"), {"CATALOGUE_LANGUAGE": "en"}, "nl"),
        (("validate", "--language", "fy"), {}, "nl"),
        (("validate", "--language"), {}, "nl"),
    ],
)
def test_the_language_is_known_before_the_arguments_are_read(
    arguments: tuple[str, ...], environment: dict[str, str], language: Language
) -> None:
    """The option counts before the environment; what is no language of ours is Dutch."""
    assert language_of(arguments, environment) == language
