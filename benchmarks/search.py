"""Measure the search: making its index, and what a reader waits for and fetches, in headless Chromium."""

from __future__ import annotations

import argparse
import datetime as dt
import pickle
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import quote_plus

from playwright.sync_api import Browser, sync_playwright
from windows import Looked, opened, served, typed

from generator.build.content import Origin, read_content
from generator.pages.page import SearchFields
from generator.search.index import FOLDER, write_index
from generator.search.kept import Last
from generator.search.records import Record, Source, sources_of

ASSETS = Path(__file__).parent.parent / "generator/assets"
DAY = dt.date(2026, 11, 24)
# One word that many or few records have, several words, whole questions, names, and slips.
QUERIES = (
    "vergunning",
    "parkeren",
    "subsidie",
    "zaaksysteem",
    "gegevens",
    "privacy",
    "uitkering",
    "utrecht",
    "digid",
    "rijbewijs",
    "verhuizing doorgeven",
    "paspoort aanvragen",
    "meldingen openbare ruimte",
    "afspraken met andere afdelingen",
    "overzicht van alle meldingen",
    "hoe delen collega's de uitkomsten van een oefening?",
    "wie ordent bij ons de aanvraag van een vergunning?",
    "hoe bewaren we documenten die bij de zaak horen?",
    "welke gemeente vergelijkt vragen van inwoners en ondernemers?",
    "s-hertogenbosch",
    "5.24",
    "parkerne",
    "vergunnnig aanvragne",
    "meldingn openbare riumte",
)
CHOICES = (
    "",
    "provincie=Utrecht",
    "status=Proef&soort=Praktijk",
    "voorziening=DigiD",
    "organisatie=Utrecht",
    "organisatie=Utrecht&provincie=Utrecht",
    "soort=Toepassing&volgorde=gelezen",
    "wet=Omgevingswet&status=In+gebruik",
)
# What the search must do at 10,000 entries: milliseconds to the results, more to the numbers, and kB.
SOON, SOON_COUNTED, LITTLE, LITTLE_BROWSED = 200, 150, 150, 200
# Windows for each search that is typed: the middle one counts, since other programs work too.
ROUNDS = 3


@dataclass(frozen=True)
class Found:
    """A page as the index wants it."""

    address: str
    kind: str
    search_key: str
    search: SearchFields | None


def sources_in(file: Path) -> tuple[Source, ...]:
    """Return the records that `read` kept, as `write_index` takes them."""
    records: Sequence[Record] = pickle.loads(file.read_bytes())  # noqa: S301 - written by `read`
    return tuple(Source(record.address, partial(replace, record)) for record in records)


def read(catalogue: Path, folder: Path) -> None:
    """Write the records of a catalogue, and its search page as a site of its own."""
    content = read_content(Origin(catalogue.resolve(), "nl"), DAY)
    if not content.plans:
        sys.exit("the catalogue has errors")
    pages = [plan.page(content.setting) for plan in content.plans]
    started = time.process_time()
    findable = [Found(page.address, page.kind, page.address, page.search) for page in pages if page.search]
    records = tuple(source.read() for source in sources_of(findable, content.catalogue))
    print(f"{len(records)} records of {len(pages)} pages: {time.process_time() - started:.2f} CPU s")
    (folder / "records").write_bytes(pickle.dumps(records))
    shutil.copytree(ASSETS, folder / "site/assets")
    search = next(page for page in pages if page.kind == "search")
    place = folder / "site/zoeken/index.html"
    place.parent.mkdir()
    place.write_text(f'<!doctype html><html lang="nl"><meta charset="utf-8">{search.html}', encoding="utf-8")


def index(folder: Path) -> None:
    """Make the index of records, again when nothing and when one text has changed; print what it took."""
    site = folder / "site" / FOLDER
    sources = sources_in(folder / "records")
    place = len(sources) // 2
    record = sources[place].read()
    changed = Source("changed", partial(replace, record, text=f"{record.text} Dat ging goed."))
    other = (*sources[:place], changed, *sources[place + 1 :])
    for what, given in (("index", sources), ("nothing changed", sources), ("one text changed", other)):
        started = time.process_time()
        write_index(given, site, Last(site, folder / "kept", "as it is"))
        print(f"{what}: {time.process_time() - started:.2f} CPU s")
    files = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(files)} files, {sum(files) / 1e6:.1f} MB, peak {peak:.0f} MiB with the records")


def look(folder: Path) -> None:
    """Measure what a reader waits for and fetches; every search in a fresh window."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with served(folder / "site") as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        # The first window pays for starting the browser.
        opened(browser, home, "")
        tell("typed on the search page", [middle(browser, home, query) for query in QUERIES], SOON, LITTLE)
        tell(
            "asked from elsewhere, page and scripts included",
            [opened(browser, home, f"q={quote_plus(query)}") for query in QUERIES],
        )
        tell(
            "browsed without a word, page and scripts included",
            [opened(browser, home, choice) for choice in CHOICES],
            most=LITTLE_BROWSED,
        )
        browser.close()


def middle(browser: Browser, home: str, query: str) -> Looked:
    """Measure a search that is typed in some windows, and return the one in the middle."""
    found = sorted((typed(browser, home, query) for _ in range(ROUNDS)), key=lambda one: one.shown)
    return found[ROUNDS // 2]


def tell(what: str, found: Sequence[Looked], soon: float | None = None, most: float | None = None) -> None:
    """Print every search, the median and the worst, and beside them what is wanted."""
    print(f"\n{what}")
    for one in found:
        print(
            f"{one.shown:6.0f} ms, numbers {one.counted:3.0f} ms more, processor {one.worked:4.0f} ms, "
            f"{one.kilobytes:6.1f} kB in {one.requests:2d} requests  {one.told}  [{one.asked}]"
        )
    columns = (
        ("ms", [one.shown for one in found], soon),
        ("ms more for the numbers", [one.counted for one in found], soon and SOON_COUNTED),
        ("ms of the processor", [one.worked for one in found], None),
        ("kB", [one.kilobytes for one in found], most),
        ("requests", [one.requests for one in found], None),
    )
    for name, values, wanted in columns:
        print(
            f"  {name}: median {statistics.median(values):.0f}, worst {max(values):.0f}"
            + (f", wanted < {wanted:.0f}" if wanted else "")
        )


def main() -> None:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path, metavar="FOLDER", help="catalogue to search, see generate.py")
    parser.add_argument("--step", choices=("read", "index", "look"), help=argparse.SUPPRESS)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step == "read":
        read(options.catalogue, options.keep)
    elif options.step == "index":
        index(options.keep)
    elif options.step == "look":
        look(options.keep)
    else:
        # Each step in a process of its own, so that the memory of one is not counted with another.
        with tempfile.TemporaryDirectory(prefix="search-") as folder:
            for step in ("read", "index", "look"):
                command = [sys.executable, __file__, str(options.catalogue), "--step", step, "--keep", folder]
                subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
