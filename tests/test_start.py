"""The command starts quickly, and keeps what it read where only its user can write."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import test_benchmarks

from generator.cli.caches import caches_folder

HELP = Path(__file__).parent.parent / "generator/cli/help.txt"
COMMAND = [sys.executable, "-m", "generator.cli"]


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command with other variables in its environment."""
    return subprocess.run(
        [*COMMAND, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_is_shown_without_importing_what_it_does_not_need() -> None:
    """`catalogue --help` takes hardly longer than Python itself."""
    code = (
        "import sys; sys.argv[1:] = ['--help']; import generator.cli; generator.cli.main();"
        "print(sorted({'click', 'pydantic', 'yaml', 're'} & (set(sys.modules) - known)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", f"import sys; known = set(sys.modules); {code}"],
        env={name: value for name, value in os.environ.items() if name != "COLUMNS"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout == f"{HELP.read_text('utf-8')}[]\n"


def test_help_follows_a_narrow_screen() -> None:
    """On a telephone no line is broken in the middle of a word."""
    narrow = run("-h", COLUMNS="52")
    assert max(map(len, narrow.stdout.splitlines())) <= 52
    assert narrow.stdout.split() == HELP.read_text("utf-8").split()


def test_what_was_read_is_kept_for_the_next_time(tmp_path: Path) -> None:
    """A second run finds the same and leaves the files alone; with --no-cache nothing is kept."""
    folder = test_benchmarks.generate(tmp_path, count=520)
    home = {"XDG_CACHE_HOME": str(tmp_path / "caches"), "CATALOGUE_NO_CACHE": ""}
    without = run("validate", "--no-cache", folder, **home)
    assert not (tmp_path / "caches").exists()
    first, second = (run("validate", folder, **home) for _ in range(2))
    assert len([*(tmp_path / "caches").rglob("*.sqlite")]) == 1
    assert (first.stdout, first.stderr) == (second.stdout, second.stderr) == (without.stdout, without.stderr)
    assert first.returncode == second.returncode == without.returncode == 0


def test_nothing_is_kept_where_others_can_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another user put there would be taken for what we read ourselves."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = caches_folder(is_anew=False)
    assert folder == tmp_path / "intermunicipal-catalogue"
    assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0
    folder.chmod(0o770)
    assert caches_folder(is_anew=False) is None
    folder.rmdir()
    folder.symlink_to(tmp_path)
    assert caches_folder(is_anew=False) is None
    folder.unlink()
    folder.write_text("", "utf-8")
    assert caches_folder(is_anew=False) is None


def test_caches_stand_where_the_user_keeps_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative place does not count, and without a home nothing is kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", "somewhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert caches_folder(is_anew=False) == tmp_path / ".cache/intermunicipal-catalogue"
    assert caches_folder(is_anew=True) is None
    monkeypatch.delenv("HOME")
    assert caches_folder(is_anew=False) is None
