"""The benchmarks: what they measure with is valid, and the same every time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import project

GENERATE = project.ROOT / "benchmarks/generate.py"
REGION = project.ROOT / "benchmarks/region.py"


def generate(folder: Path, *options: str, count: int = 60) -> Path:
    """Write a catalogue of some files, and return where."""
    catalogue = folder / "catalogue"
    subprocess.run([sys.executable, GENERATE, str(count), catalogue, *options], check=True)
    return catalogue


def test_generated_entries_are_valid(tmp_path: Path) -> None:
    """A benchmark on entries with faults would measure something else."""
    catalogue = generate(tmp_path)
    assert len([*catalogue.glob("organisations/*/*/*.md")]) == 60
    assert_valid(catalogue)


def test_a_generated_region_is_valid_and_whole(tmp_path: Path) -> None:
    """A site is measured with all it can show: uses, calls and a profile of every municipality."""
    catalogue = tmp_path / "catalogue"
    subprocess.run([sys.executable, REGION, "21", catalogue], check=True)
    kinds = ("applications", "practices", "adoptions", "calls")
    assert [len([*catalogue.glob(f"organisations/*/{kind}/*.md")]) for kind in kinds] == [14, 7, 105, 2]
    assert len([*catalogue.glob("organisations/*/organisation.yml")]) == 342
    assert_valid(catalogue)


def assert_valid(catalogue: Path) -> None:
    """Validate a catalogue strictly."""
    result = subprocess.run(
        [sys.executable, "-m", "generator.cli", "validate", "--strict", "--language", "en", catalogue],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout) == (0, "")


def test_the_same_seed_generates_the_same_bytes(tmp_path: Path) -> None:
    """Two runs can be compared, on any machine; another seed gives other entries."""
    first = project.fingerprints(generate(tmp_path / "a"))
    assert project.fingerprints(generate(tmp_path / "b")) == first
    assert project.fingerprints(generate(tmp_path / "c", "--seed", "7")) != first
