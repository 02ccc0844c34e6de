"""Plans → pages in the folder of a site: only what changed is made, by as many processes as pay."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from generator.build.edition import edition
from generator.build.leads import Leads
from generator.build.made import Made, made_of, put_away
from generator.build.manifest import (
    Manifest,
    Stamp,
    Written,
    read_manifest,
    stamp_of,
    stamped,
    write_manifest,
)
from generator.build.pack import Pack, pack_in, write_whole
from generator.build.rest import at_rest
from generator.build.workers import shared, worthwhile
from generator.pages.digests import Digests, name_of
from generator.pages.page import Page
from generator.pages.planning import Plan
from generator.pages.site import Setting


class Frames(Protocol):
    """Puts the frame of the site around pages."""

    def place_of(self, page: Page) -> str:
        """Return what the frame of a page depends on beside its texts; empty when it needs its own."""

    def mark_of(self, place: str, address: str) -> str:
        """Return the mark of a frame: another one for another frame; empty when a page needs its own."""

    def around(self, page: Page) -> str:
        """Return the whole HTML of a page."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The last build.

    Attributes:
        site: Where its site is, whole.
        manifest: File that says what is in it; the next build's goes there too.
    """

    site: Path
    manifest: Path


def earlier_of(site: Path, project: Path) -> Earlier:
    """Return the last build of a site, which need not be there.

    Args:
        site: Where it is put.
        project: Folder with the description of the site; what is kept stands below it, in `.build`.
    """
    # Whoever builds two sites from one project keeps what is needed for both.
    name = blake2b(bytes(site.resolve()), digest_size=8).hexdigest()
    return Earlier(site.resolve(), project / ".build" / "pages" / f"{name}.json")


@dataclass(frozen=True, slots=True)
class Work:
    """Pages to write.

    Attributes:
        plans: One for each.
        setting: Of all of them.
        folder: Of the site.
        frames: Around them.
        workers: How many processes to use; 0 for as many as pay.
    """

    plans: Sequence[Plan]
    setting: Setting
    folder: Path
    frames: Frames
    workers: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """Pages that are in the folder of a site.

    Attributes:
        pages: What is left of each, by address.
        leads: As in `Built.leads`.
    """

    pages: Mapping[str, Made]
    leads: frozenset[str]


def write_pages(work: Work, earlier: Earlier | None, advance: Callable[[int], None]) -> Result:
    """Write every page, or take its file over from the last site when it would come out the same.

    Args:
        work: What to write.
        earlier: The last build; None to write everything.
        advance: Called with how many more pages are there.

    Raises:
        OSError: The disk is full, or a folder may not be written.
    """
    with at_rest():
        return _all_written(work, earlier, advance)


def _all_written(work: Work, earlier: Earlier | None, advance: Callable[[int], None]) -> Result:
    digests = _digests(work)
    done: dict[str, Written] = {}
    leads: set[str] = set()
    if earlier:
        known = read_manifest(earlier.manifest)
        done = {item.made.address: item for item in _taken_over(work, digests, known, earlier.site)}
        # The last site was whole: what is not in it, only pages before it led to.
        leads = {target for target in known.leads if stamp_of(f"{earlier.site}/{target}")}
        advance(len(done))
    left = [plan for plan in work.plans if plan.address not in done]
    workers = work.workers or worthwhile(len(left))
    packs = [pack_in(work.folder) for _ in range(workers)]
    for item, fresh in shared(left, partial(_writer, work, digests, packs), workers, advance):
        done[item.made.address] = item
        leads.update(fresh)
    manifest = Manifest({plan.address: done[plan.address] for plan in work.plans}, frozenset(leads))
    if earlier:
        write_manifest(earlier.manifest, manifest)
    return Result({address: item.made for address, item in manifest.pages.items()}, manifest.leads)


def _digests(work: Work) -> dict[str, str]:
    """Return, by address, the digest of all that a page follows from but its frame."""
    digests = Digests()
    common = f"{edition()} {digests.of(work.setting).hex()}"
    found = {}
    for plan in work.plans:
        given = digests.of(plan.given).hex()
        found[plan.address] = digests.of((plan.address, name_of(plan.make), common, given)).hex()
    return found


def _taken_over(work: Work, digests: dict[str, str], known: Manifest, site: Path) -> Iterator[Written]:
    for plan in work.plans:
        last = known.pages.get(plan.address)
        if last is None or last.digest != digests[plan.address] or not last.frame:
            continue
        if work.frames.mark_of(last.place, plan.address) != last.frame:
            continue
        file = f"{site}/{plan.address}index.html"
        if stamp_of(file) == last.stamp:
            yield _linked(file, f"{work.folder}/{plan.address}index.html", last)


def _linked(source: str, target: str, last: Written) -> Written:
    _make_folder_of(target)
    try:
        os.link(source, target)
    except OSError:
        # Not every file system has links; a copy is the same page.
        shutil.copyfile(source, target)
        return replace(last, stamp=stamped(os.lstat(target)))
    return last


def _writer(
    work: Work, digests: dict[str, str], packs: Sequence[Pack], number: int
) -> Callable[[Plan], tuple[Written, tuple[str, ...]]]:
    """Return what writes one page, and gives the files it leads to that none before it did."""
    pack, leads = packs[number], Leads()

    def write(plan: Plan) -> tuple[Written, tuple[str, ...]]:
        page = plan.page(work.setting)
        stamp = _put(work, page)
        place = work.frames.place_of(page)
        frame = work.frames.mark_of(place, page.address)
        made = put_away(made_of(page), pack)
        return Written(made, digests[plan.address], place, frame, stamp), leads.of(page)

    return write


def _put(work: Work, page: Page) -> Stamp:
    """Write a page."""
    file = f"{work.folder}/{page.address}index.html"
    _make_folder_of(file)
    # As MkDocs does: what has no place in UTF-8 is written as a number.
    content = work.frames.around(page).encode("utf-8", "xmlcharrefreplace")
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)
    try:
        write_whole(descriptor, content)
        return stamped(os.fstat(descriptor))
    finally:
        os.close(descriptor)


def _make_folder_of(file: str) -> None:
    folder = file.rpartition("/")[0]
    try:
        # The folder above is nearly always there: pages of one kind stand together.
        os.mkdir(folder)  # noqa: PTH102 - twice as quick, ten thousand times
    except FileExistsError:
        pass
    except FileNotFoundError:
        Path(folder).mkdir(parents=True, exist_ok=True)
