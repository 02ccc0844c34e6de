"""What a comparison came to: values, the machine they belong to, a table, and goals met or not."""

from __future__ import annotations

import dataclasses
import json
import math
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

OURS = "ours, from nothing"
_HEAD = "| entries | pages | what | CPU (s) | wall (s) | peak memory (MiB) | files | MB | CPU beside ours |"


@dataclass(frozen=True)
class Row:
    """One way to build one size.

    Attributes:
        entries: Applications and practices.
        pages: All pages of the site, those of entries included.
        what: The way.
        cpu: Seconds of processor time, user and system.
        wall: Seconds on the clock.
        memory: MiB at the peak of the largest process.
        files: In the finished site; 0 when no site is made.
        size: Bytes of these.
        entry_page: Bytes of an entry's page, the median; 0 when no site of ours is made.
        load: Programs that wanted a processor in the minute before its end; up to 2 it had the machine alone.
    """

    entries: int
    pages: int
    what: str
    cpu: float
    wall: float
    memory: float
    files: int = 0
    size: int = 0
    entry_page: int = 0
    load: float = 0.0


@dataclass(frozen=True)
class Machine:
    """What the times depend on.

    Attributes:
        processor: As the system names it.
        cores: Processors that may be used.
        memory: GiB.
        system: Its kernel.
        python: Version.
        tools: What was compared with, a name and version each.
    """

    processor: str
    cores: int
    memory: float
    system: str
    python: str
    tools: Sequence[str]


def this_machine(tools: Path) -> Machine:
    """Return what this machine is, without its name."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return Machine(
        processor=next((line.partition(": ")[2] for line in lines if line.startswith("model name")), ""),
        cores=len(os.sched_getaffinity(0)),
        memory=round(memory / 2**30, 1),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        tools=[line for line in tools.read_text(encoding="utf-8").splitlines() if "==" in line],
    )


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    yield _HEAD
    yield "|---" * _HEAD.count(" | ") + "|---|"
    ours = {row.entries: row.cpu for row in rows if row.what == OURS}
    for row in rows:
        site = f"{row.files:,} | {row.size / 1e6:.0f}" if row.files else " | "
        took = f"{row.cpu:.1f} | {row.wall:.1f} | {row.memory:.0f}"
        beside = f"{row.cpu / ours[row.entries]:.2f}"
        yield f"| {row.entries:,} | {row.pages:,} | {row.what} | {took} | {site} | {beside} |"


@dataclass(frozen=True)
class Goal:
    """Something that was wanted, and what came of it."""

    text: str
    most: float
    found: float

    def line(self) -> str:
        """Return a row of a Markdown table."""
        is_met = "yes" if self.found <= self.most else "no"
        found = f"{self.found:.2f}" if self.found < 10 else f"{self.found:,.0f}"  # noqa: PLR2004 - digits that count
        return f"| {self.text} | {self.most:g} | {found} | {is_met} |"


def goals(rows: Sequence[Row], most: int) -> Iterator[Goal]:
    """Yield what was wanted at `most` entries, of what was measured there, and of our growth up to there."""
    by_what = {row.what: row for row in rows if row.entries == most}
    ours = by_what[OURS]
    for other in ("Material", "Material with its search"):
        if other in by_what:
            yield Goal(f"CPU beside {other}", 0.12, ours.cpu / by_what[other].cpu)
    for other in ("Hugo", "Hugo, then Pagefind"):
        if other in by_what:
            yield Goal(f"CPU beside {other}", 0.4, ours.cpu / by_what[other].cpu)
            yield Goal(f"wall beside {other}", 0.4, ours.wall / by_what[other].wall)
    smaller = [row for row in rows if row.what == OURS and row.entries < most]
    if smaller:
        step = math.log(ours.cpu / smaller[-1].cpu) / math.log(most / smaller[-1].entries)
        yield Goal(f"exponent of our growth from {smaller[-1].entries:,} entries", 1.05, step)
    yield Goal("peak memory of ours (MiB)", 300, ours.memory)
    yield Goal("entry page (kB), median", 30, ours.entry_page / 1000)


def kept(file: Path) -> Sequence[Row]:
    """Return the rows that an earlier comparison wrote; none without a file."""
    if not file.is_file():
        return ()
    return [Row(**each) for each in json.loads(file.read_text(encoding="utf-8"))["rows"]]


def as_json(machine: Machine, rows: Sequence[Row]) -> str:
    """Return all of it as JSON text."""
    found = {"machine": dataclasses.asdict(machine), "rows": [dataclasses.asdict(row) for row in rows]}
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"
