"""Measure `catalogue build` as a whole process on made-up regions: from nothing, again, after one change."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from region import ADOPTIONS_OF_AN_ENTRY, generate_region
from validate import Measured, growth, measure

ROOT = Path(__file__).resolve().parent.parent
SIZES = (100, 1_000, 10_000)
DAY = "1795478400"
"""24 November 2026, the day the made-up entries belong to."""


def main() -> None:
    """Run as a command; prints one Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", metavar="N", help="entries (default: 100 1000 10000)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each (default: %(default)s)")
    parser.add_argument("--mkdocs", action="store_true", help="also `mkdocs build`: the same site")
    options = parser.parse_args()
    os.environ |= {"SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1"}
    print("| entries | what | CPU (s) | wall (s) | peak memory (MiB) | files | MB |")
    print("|---|---|---|---|---|---|---|")
    cpu: dict[int, float] = {}
    for size in options.sizes or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder, "project")
            lay_out(project, size)
            os.environ["XDG_CACHE_HOME"] = f"{folder}/caches"
            found = measured(project, options.runs, with_mkdocs=options.mkdocs)
            for row in rows(size, found, project / "site"):
                print(row, flush=True)
        cpu[size] = found["from nothing"].cpu
    print(f"\nGrowth of CPU from nothing, per step and of all steps: {growth(cpu)}")


def lay_out(project: Path, size: int, *, adoptions: int = ADOPTIONS_OF_AN_ENTRY) -> None:
    """Write a project with a made-up catalogue, in which each entry has five adoptions, or another number."""
    project.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "docs", project / "docs")
    generate_region(size, project / "catalogue", adoptions=adoptions)


def from_nothing(project: Path, runs: int) -> Measured:
    """Return what a build takes that finds no site and nothing that was kept."""
    return _median(runs, _ours(project), lambda _: _forget(project))


def measured(project: Path, runs: int, *, with_mkdocs: bool) -> Mapping[str, Measured]:
    """Return what each way to build takes."""
    ours = _ours(project)
    theirs = [str(Path(sys.executable).with_name("mkdocs")), "build", "-q", "-f", str(project / "mkdocs.yml")]
    theirs += ["-d", str(project / "theirs")]
    # Also tells what is wrong, before anything is measured.
    subprocess.run(ours, check=True, stdout=subprocess.DEVNULL)
    found = {
        "again, nothing changed": _median(runs, ours, lambda _: None),
        "again, one entry changed": _median(runs, ours, lambda number: _change(project, number)),
        "from nothing": from_nothing(project, runs),
    }
    if with_mkdocs:
        found["mkdocs build"] = _median(runs, theirs, lambda _: None)
    return found


def _ours(project: Path) -> Sequence[str]:
    program = str(Path(sys.executable).with_name("catalogue"))
    return [program, "build", "-f", str(project / "mkdocs.yml"), "-o", str(project / "site")]


def _median(runs: int, command: Sequence[str], before: Callable[[int], None]) -> Measured:
    taken = []
    for number in range(runs):
        before(number)
        taken.append(measure([command], 1))
    return Measured(
        cpu=statistics.median(each.cpu for each in taken),
        wall=statistics.median(each.wall for each in taken),
        memory=max(each.memory for each in taken),
    )


def _change(project: Path, number: int) -> None:
    file = min(project.glob("catalogue/organisations/*/applications/*.md"))
    with file.open("a", encoding="utf-8") as stream:
        stream.write(f"\nNog een zin, nummer {number}.\n")


def _forget(project: Path) -> None:
    shutil.rmtree(project / ".build", ignore_errors=True)
    shutil.rmtree(project / "site", ignore_errors=True)
    shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)


def rows(size: int, found: Mapping[str, Measured], site: Path) -> Iterator[str]:
    """Yield the lines of the table for one catalogue."""
    files = [file.stat().st_size for file in site.rglob("*") if file.is_file()]
    for name, each in found.items():
        numbers = f"{each.cpu:.1f} | {each.wall:.1f} | {each.memory:.0f}"
        yield f"| {size:,} | {name} | {numbers} | {len(files):,} | {sum(files) / 1e6:.0f} |"


if __name__ == "__main__":
    main()
