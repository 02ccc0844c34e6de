"""The README is true: what it shows can be typed, and gives what it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Return the README's fenced blocks of one language."""
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def catalogue(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a process."""
    command = [sys.executable, "-m", "generator.cli", *arguments]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"}
    )


def test_the_two_commands_come_first() -> None:
    """A stranger sees `make site` and `make test` before anything else."""
    lines = blocks("console")[0].splitlines()
    assert [line.split("#")[0].strip() for line in lines] == ["make site", "make test"]


def test_every_make_target_it_names_exists() -> None:
    """Each `make x` in the README and CONTRIBUTING is a target."""
    text = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = {
        name
        for block in re.findall(r"```console\n(.*?)```|`([^`]*)`", text, re.DOTALL)
        for part in block
        for name in re.findall(r"^make ([a-z-]+)|^make ([a-z-]+)$", part, re.MULTILINE)
        for name in name
        if name
    }
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    assert named - targets == set()


def test_every_command_is_in_its_table() -> None:
    """The table of commands and `catalogue --help` name the same commands."""
    table = re.findall(r"^\| `catalogue ([a-z]+)", README, re.MULTILINE)
    assert sorted(table) == sorted(COMMANDS)


def test_the_fault_it_shows_is_what_the_command_prints(tmp_path: Path) -> None:
    """The example of a finding is the real output, character for character."""
    shown = next(block for block in blocks("console") if "licence-is-spdx" in block)
    expected = shown.split("\n", 1)[1]
    shutil.copytree(ROOT / "catalogue", tmp_path / "catalogue")
    place = re.match(r"(\S+?):(\d+):", expected)
    assert place
    file = tmp_path / place[1]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(entry_with_licence_on(int(place[2])), encoding="utf-8")
    result = catalogue("validate", cwd=tmp_path)
    assert (result.stdout.strip(), result.returncode) == (expected.strip(), 1)


def entry_with_licence_on(line: int) -> str:
    """Return a valid entry, but for a licence that is no SPDX name on the given line."""
    before = [
        "---",
        "title: Meldingen",
        "status: pilot",
        "software:",
        "  type: standalone/web",
        "  development_status: beta",
    ]
    after = [
        "summary: Inwoners melden losse tegels en volle bakken; de melding komt bij het juiste team.",
        "themes: [services]",
        "contact: {role: Team Buitenruimte, email: buitenruimte@utrecht.nl}",
        "reviewed: 2026-11-24",
        "reviewed_by: owner",
        "---",
        "",
        "## Wat lost het op",
        "",
        "Meldingen bleven liggen.",
        "",
    ]
    assert len(before) == line - 1
    return "\n".join([*before, "  licence: EUPL 1.2", *after])


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_every_command_explains_itself(arguments: list[str], tmp_path: Path) -> None:
    """`--help` of each command starts with how to use it and ends well."""
    result = catalogue(*arguments, cwd=tmp_path)
    assert (result.returncode, result.stdout.startswith("Gebruik: catalogue"), result.stderr) == (0, True, "")
