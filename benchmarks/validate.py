"""Measure `catalogue validate` as a whole process on made-up catalogues, beside plainer programs."""

from __future__ import annotations

import argparse
import itertools
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generate import generate

HERE = Path(__file__).resolve().parent
SCHEMAS = HERE.parent / "schema"
SIZES = (100, 1_000, 10_000)
_MEBIBYTE = 2**10
"""In the kibibytes that Linux counts memory in."""


@dataclass(frozen=True)
class Measured:
    """What processes took, one after another.

    Attributes:
        cpu: Seconds of processor time, user and system, the median of all runs.
        wall: Seconds on the clock, the median of all runs.
        memory: MiB at the peak of the largest process.
    """

    cpu: float
    wall: float
    memory: float


def main() -> None:
    """Run as a command; prints one Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", metavar="N", help="files (default: 100 1000 10000)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=342, help="where chance starts (default: %(default)s)")
    parser.add_argument(
        "--check-jsonschema", type=Path, metavar="PROGRAM", help="this program, in an environment of its own"
    )
    options = parser.parse_args()
    print("| files | program | CPU (s) | wall (s) | peak memory (MiB) | CPU beside validate |")
    print("|---|---|---|---|---|---|")
    cpu: dict[int, float] = {}
    for size in options.sizes or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            catalogue = Path(folder) / "catalogue"
            generate(size, catalogue, seed=options.seed)
            measured = {
                name: measure(commands, options.runs)
                for name, commands in programs(catalogue, options.check_jsonschema).items()
            }
        cpu[size] = measured["catalogue validate"].cpu
        for row in rows(size, measured):
            print(row, flush=True)
    print(f"\nGrowth of CPU, per step and of all steps: {growth(cpu)}")


def programs(catalogue: Path, check_jsonschema: Path | None) -> Mapping[str, Sequence[Sequence[str]]]:
    """Return the commands of each program that is compared, ours first."""
    python = sys.executable
    ours = str(Path(python).with_name("catalogue"))
    # A cache of its own, filled here, so that every run with it is a warm one.
    kept = ["env", f"XDG_CACHE_HOME={catalogue.parent}/caches", ours, "validate"]
    subprocess.run([*kept, str(catalogue)], check=True, capture_output=True)
    one = min(catalogue.glob("organisations/*/applications/*.md"))
    found: dict[str, Sequence[Sequence[str]]] = {
        "catalogue validate": [[ours, "validate", "--no-cache", str(catalogue)]],
        "again, with its cache": [[*kept, str(catalogue)]],
        "one file of all, with the cache": [[*kept, str(one)]],
        "catalogue --help": [[ours, "--help"]],
        "python -c pass": [[python, "-c", "pass"]],
        "yaml.compose alone": [[python, str(HERE / "compose.py"), str(catalogue)]],
    }
    if check_jsonschema:
        found["check-jsonschema"] = list(_by_schema(catalogue, check_jsonschema))
    return found


def _by_schema(catalogue: Path, program: Path) -> Iterator[list[str]]:
    """Yield a command for each schema; it reads front matter from files of their own, made here."""
    for schema in ("application", "practice", "adoption"):
        folder = f"{schema}s"
        fronts = catalogue.parent / "fronts" / folder
        fronts.mkdir(parents=True)
        for file in sorted((catalogue / "organisations").glob(f"*/{folder}/*.md")):
            front = file.read_text(encoding="utf-8").split("---\n", 2)[1]
            name = f"{file.parent.parent.name}-{file.stem}.yml"
            (fronts / name).write_text(front, encoding="utf-8")
        # By a shell, so that one process takes all files: their names are longer than one argument may be.
        command = f"find {fronts} -type f -print0 | xargs -0 {program} --schemafile {SCHEMAS}/{schema}.json"
        yield ["sh", "-c", f"{command} > {fronts}.txt"]


def measure(commands: Sequence[Sequence[str]], runs: int) -> Measured:
    """Run all commands some times, one at a time."""
    taken = [[_run(command) for command in commands] for _ in range(runs)]
    return Measured(
        cpu=statistics.median(sum(each.cpu for each in run) for run in taken),
        wall=statistics.median(sum(each.wall for each in run) for run in taken),
        memory=max(each.memory for run in taken for each in run),
    )


def _run(command: Sequence[str]) -> Measured:
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # Of this child and its own children alone; `resource.getrusage` adds up all of them.
    _, _, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    return Measured(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / _MEBIBYTE)


def rows(size: int, measured: Mapping[str, Measured]) -> Iterator[str]:
    """Yield the lines of the table for one catalogue."""
    ours = measured["catalogue validate"].cpu
    for name, each in measured.items():
        ratio = f"{each.cpu / ours:.2f}"
        yield f"| {size:,} | {name} | {each.cpu:.2f} | {each.wall:.2f} | {each.memory:.0f} | {ratio} |"


def growth(cpu: Mapping[int, float]) -> str:
    """Return the exponents e of time = files^e: 1 is twice the time for twice the files."""
    sizes = sorted(cpu)
    pairs = [*itertools.pairwise(sizes)]
    exponents = [
        f"{math.log(cpu[more] / cpu[few]) / math.log(more / few):.2f} ({few:,} → {more:,})"
        for few, more in ([*pairs, (sizes[0], sizes[-1])] if len(pairs) > 1 else pairs)
    ]
    return ", ".join(exponents) or "one size tells nothing"


if __name__ == "__main__":
    main()
