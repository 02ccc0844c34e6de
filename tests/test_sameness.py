"""The same catalogue gives the same site, byte for byte, whoever builds it, where and on what machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from project import EPOCH, Project, fingerprints, project_in

PROCESSORS = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


@dataclass(frozen=True)
class Circumstances:
    """What may differ between two who build.

    Attributes:
        settings: The environment.
        mask: What new files may not be.
        processors: How many may be used; 0 for all.
    """

    settings: dict[str, str] = field(default_factory=dict)
    mask: int = 0o022
    processors: int = 0


HERE = Circumstances({"TZ": "Europe/Amsterdam", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"})
THERE = {
    "in another time zone": Circumstances({"TZ": "Pacific/Kiritimati"}),
    "with another hash seed": Circumstances({"PYTHONHASHSEED": "4294967295"}),
    "with a Turkish i": Circumstances({"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}),
    "without a locale": Circumstances({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "with a strict mask": Circumstances(mask=0o077),
    "with an open mask": Circumstances(mask=0),
    "on one processor": Circumstances(processors=1),
}


def built(project: Project, circumstances: Circumstances = HERE, *options: str) -> dict[str, str]:
    """Build a project in some circumstances; return the fingerprint and the rights of every file."""

    def prepare() -> None:
        if circumstances.processors and PROCESSORS:
            os.sched_setaffinity(0, PROCESSORS[: circumstances.processors])

    result = subprocess.run(
        [sys.executable, "-m", "generator.cli", "build", *options],
        cwd=project.folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", **circumstances.settings},
        umask=circumstances.mask,
        preexec_fn=prepare,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    marks = fingerprints(project.site)
    return {name: f"{mark} {(project.site / name).stat().st_mode:o}" for name, mark in marks.items()}


def backwards(source: Path, target: Path) -> None:
    """Copy a folder, last file first: a disk lists files in the order in which they were made, or in any."""
    target.mkdir(parents=True)
    for item in sorted(source.iterdir(), reverse=True):
        if item.is_dir():
            backwards(item, target / item.name)
        else:
            shutil.copyfile(item, target / item.name)


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A site built here."""
    return built(project_in(tmp_path_factory.mktemp("reference") / "project"))


@pytest.mark.parametrize("difference", THERE)
def test_a_site_built_elsewhere_is_the_same(
    reference: dict[str, str], tmp_path: Path, difference: str
) -> None:
    """In another folder, whose files were made in another order, and with one more difference."""
    project = project_in(tmp_path / "first")
    backwards(project.folder, tmp_path / "deep/er/tweede map")
    assert built(Project(tmp_path / "deep/er/tweede map"), THERE[difference]) == reference


def test_every_kind_of_file_is_compared(reference: dict[str, str]) -> None:
    """Pages, the list of pages, also compressed, and the index."""
    assert {
        "index.html",
        "404.html",
        "sitemap.xml",
        "sitemap.xml.gz",
        "zoekindex/index.json",
    } <= reference.keys()


def test_the_moment_in_the_environment_decides_what_a_page_says(
    reference: dict[str, str], tmp_path: Path
) -> None:
    """`SOURCE_DATE_EPOCH` of another day gives another site; of the same day, the same."""
    project = project_in(tmp_path)
    same = Circumstances({"SOURCE_DATE_EPOCH": str(int(EPOCH) + 3600)})
    later = Circumstances({"SOURCE_DATE_EPOCH": str(int(EPOCH) + 400 * 86400)})
    assert built(project, same) == reference
    assert built(project, later) != reference


def test_the_same_commit_gives_the_same_site_on_another_day(tmp_path: Path) -> None:
    """Without that moment, the last commit decides; the clock has no say, in the compressed files either."""
    project = project_in(tmp_path / "project")
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (("init", "--quiet"), ("add", "."), (*who, "commit", "--quiet", "--message", "One")):
        moment = {"GIT_AUTHOR_DATE": f"{EPOCH} +0100", "GIT_COMMITTER_DATE": f"{EPOCH} +0100"}
        subprocess.run(["git", *words], cwd=project.folder, check=True, env={**os.environ, **moment})
    clock = Circumstances({"SOURCE_DATE_EPOCH": ""})
    first = built(project, clock)
    shutil.rmtree(project.site)
    shutil.rmtree(project.folder / ".build", ignore_errors=True)
    second = built(project, clock)
    assert first == second


@pytest.mark.parametrize("engine", ["properdocs", "zensical"])
def test_other_engines_make_the_same_twice(tmp_path: Path, engine: str) -> None:
    """What holds for MkDocs holds for who uses something else."""
    first, second = (
        built(project_in(tmp_path / name / "project"), circumstances, "--engine", engine)
        for name, circumstances in (("one", HERE), ("other", THERE["with another hash seed"]))
    )
    assert first == second
