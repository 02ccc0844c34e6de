"""Build the same made-up catalogue with our own generator and, as Markdown, with other programs; compare."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import build
from articles import articles
from others import Programs, Way, lay_out, ways
from plots import growth_plot
from results import OURS, Machine, Row, as_json, goals, kept, table, this_machine
from validate import Measured, growth, measure

HERE = Path(__file__).resolve().parent
SIZES = (1_000,)
FEW = 1_000
"""Up to this many entries a build is short, and chance and other programs count: it is run more than once."""
MOST_OF_OTHERS = 10_000
"""Above this many entries only our own build is run: how it grows is what one wants to know there."""

SHOWN = (
    OURS,
    "ours, one entry changed",
    "Material with its search",
    "Hugo, then Pagefind",
    "Zensical with its search",
)
_NAMES = {
    "from nothing": OURS,
    "again, nothing changed": "ours, nothing changed",
    "again, one entry changed": "ours, one entry changed",
}


def main() -> None:
    """Run as a command; prints Markdown tables and writes them with pictures and all numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", metavar="N", help="entries (default: 1000)")
    parser.add_argument(
        "--tools", type=Path, required=True, metavar="FOLDER", help="with tools.txt installed"
    )
    parser.add_argument(
        "--results", type=Path, metavar="FOLDER", help="write here; other sizes that are there stay"
    )
    parser.add_argument("--runs", type=int, default=3, help=f"up to {FEW:,} entries (default: %(default)s)")
    options = parser.parse_args()
    os.environ |= {"SOURCE_DATE_EPOCH": build.DAY, "NO_MKDOCS_2_WARNING": "1"}
    sizes = options.sizes or SIZES
    earlier = kept(options.results / "results.json") if options.results else ()
    rows = [row for row in earlier if row.entries not in sizes]
    for size in sizes:
        runs = options.runs if size <= FEW else 1
        with tempfile.TemporaryDirectory() as folder:
            for row in compare(Path(folder), size, runs, Programs(options.tools)):
                print(row, file=sys.stderr, flush=True)
                rows.append(row)
        rows.sort(key=by_size)
        if options.results:
            # After each size: who stops a long run has the shorter ones.
            keep(options.results, this_machine(HERE / "tools.txt"), rows)
    print("\n".join(report(rows)))


def compare(folder: Path, size: int, runs: int, programs: Programs) -> Iterator[Row]:
    """Yield a row for each way to build one size; all have the same pages."""
    os.environ["XDG_CACHE_HOME"] = str(folder / "caches")
    project = folder / "project"
    build.lay_out(project, size)
    site = project / "site"
    if size > MOST_OF_OTHERS:
        taken = build.from_nothing(project, runs)
        ours = Row(size, _pages(site), OURS, 0, 0, 0, entry_page=entry_page(site))
        yield _taken(_with_site(ours, site), taken)
        return
    found = build.measured(project, runs, with_mkdocs=False)
    whole = _with_site(Row(size, _pages(site), "", 0, 0, 0, entry_page=entry_page(site)), site)
    for name, known in _NAMES.items():
        yield _taken(replace(whole, what=known), found[name])
    blank = replace(whole, files=0, size=0, entry_page=0)
    yield from _parts(project, runs, blank)
    yield _without_adoptions(folder / "plain", runs, whole)
    lay_out(articles(site), folder / "others")
    yield from _others(ways(programs, folder / "others"), runs, blank)


def _parts(project: Path, runs: int, blank: Row) -> Iterator[Row]:
    """Yield what checking takes by itself, and the index."""
    validates = [str(Path(sys.executable).with_name("catalogue")), "validate", "--no-cache"]
    found = measure([[*validates, str(project / "catalogue")]], runs)
    yield _taken(replace(blank, what="ours, checking alone"), found)
    kept = project.parent / "kept"
    kept.mkdir()
    reads = [sys.executable, str(HERE / "search.py"), str(project / "catalogue"), "--keep", str(kept)]
    subprocess.run([*reads, "--step", "read"], check=True, stdout=subprocess.DEVNULL)
    indexes = [sys.executable, str(HERE / "index.py"), str(kept / "records"), str(kept / "index")]
    yield _taken(replace(blank, what="ours, search index alone"), measure([indexes], runs))


def _without_adoptions(project: Path, runs: int, whole: Row) -> Row:
    build.lay_out(project, whole.entries, adoptions=0)
    found = build.from_nothing(project, runs)
    site = project / "site"
    row = replace(whole, what="ours, from nothing, without adoptions", entry_page=entry_page(site))
    row = replace(row, pages=_pages(site))
    return _taken(_with_site(row, site), found)


def _others(several: Sequence[Way], runs: int, blank: Row) -> Iterator[Row]:
    known: dict[str, Row] = {}
    for way in several:
        taken = []
        for _ in range(runs):
            for each in way.leavings:
                shutil.rmtree(each, ignore_errors=True)
            taken.append(measure([way.command], 1))
        row = _taken(_with_site(replace(blank, what=way.name), way.site), _median(taken))
        made = _pages(way.site)
        if made != row.pages:
            sys.exit(f"{way.name} made {made} pages of {row.pages}")
        if way.after:
            first = known[way.after]
            row = replace(
                row,
                cpu=row.cpu + first.cpu,
                wall=row.wall + first.wall,
                memory=max(row.memory, first.memory),
            )
        known[way.name] = row
        yield row


def _median(taken: Sequence[Measured]) -> Measured:
    return Measured(
        cpu=statistics.median(each.cpu for each in taken),
        wall=statistics.median(each.wall for each in taken),
        memory=max(each.memory for each in taken),
    )


def _taken(row: Row, found: Measured) -> Row:
    load = round(os.getloadavg()[0], 1)
    numbers = {name: round(getattr(found, name), 2) for name in ("cpu", "wall", "memory")}
    return replace(row, load=load, **numbers)


def _with_site(row: Row, site: Path) -> Row:
    sizes = [file.stat().st_size for file in site.rglob("*") if file.is_file()]
    return replace(row, files=len(sizes), size=sum(sizes))


def _pages(site: Path) -> int:
    return sum(1 for _ in site.rglob("index.html"))


def entry_page(site: Path) -> int:
    """Return how many bytes the page of an entry has, the median."""
    pages = [file for kind in ("toepassingen", "praktijken") for file in site.glob(f"{kind}/*/index.html")]
    return round(statistics.median(file.stat().st_size for file in pages))


def by_size(row: Row) -> int:
    """Return what the table is sorted by; ways keep their order."""
    return row.entries


def report(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of all that is told of the rows."""
    yield from table(rows)
    for what in SHOWN:
        cpu = {row.entries: row.cpu for row in rows if row.what == what}
        if len(cpu) > 1:
            yield f"\nGrowth of CPU, {what}: {growth(cpu)}"
    most = max((row.entries for row in rows if row.entries <= MOST_OF_OTHERS), default=rows[-1].entries)
    yield f"\n| wanted at {most:,} entries | at most | found | met |\n|---|---|---|---|"
    yield from (goal.line() for goal in goals(rows, most))


def keep(folder: Path, machine: Machine, rows: Sequence[Row]) -> None:
    """Write the numbers, the tables and the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.json").write_text(as_json(machine, rows), encoding="utf-8")
    (folder / "results.md").write_text("\n".join([*report(rows), ""]), encoding="utf-8")
    for name, title, unit in (
        ("cpu", "Processor time of a build, by number of entries", "seconds"),
        ("memory", "Peak memory of the largest process, by number of entries", "MiB"),
    ):
        lines = {
            what: {row.entries: float(getattr(row, name)) for row in rows if row.what == what}
            for what in SHOWN
        }
        (folder / f"{name}.svg").write_text(growth_plot(title, unit, lines), encoding="utf-8")


if __name__ == "__main__":
    main()
