"""Work behind what is shown, which does not wait for it: a whole site, and the search index of one."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from generator.build.made import Built
from generator.build.showing import Showing
from generator.catalogue import Catalogue
from generator.search.index import write_index
from generator.search.kept import Last
from generator.search.records import sources_of

Item = TypeVar("Item")


class Behind(Generic[Item]):
    """Does one work after another in a thread of its own; of those asked for meanwhile only the last one."""

    def __init__(self, work: Callable[[Item], None]) -> None:
        """Begin, with nothing to do.

        Args:
            work: What to do with what is asked for; nobody waits to be told what goes wrong.
        """
        self._do = work
        self._asked = threading.Condition()
        self._next: tuple[Item, ...] = ()
        self._is_busy = False
        self._thread: threading.Thread | None = None

    def soon(self, item: Item) -> None:
        """Do this behind what the caller goes on with."""
        with self._asked:
            self._next = (item,)
            self._asked.notify_all()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()

    def settle(self) -> None:
        """Wait until nothing is asked for and nothing is being done."""
        with self._asked:
            self._asked.wait_for(lambda: not self._next and not self._is_busy)

    def _work(self) -> None:
        while True:
            self._once()

    def _once(self) -> None:
        with self._asked:
            self._asked.wait_for(lambda: self._next)
            asked, self._next, self._is_busy = self._next, (), True
        try:
            # Whatever goes wrong with this one, the next one is done.
            with suppress(Exception):
                for item in asked:
                    self._do(item)
        finally:
            with self._asked:
                self._is_busy = False
                self._asked.notify_all()


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be found.

    Attributes:
        built: The pages.
        catalogue: They are made of.
        leftovers: Sites before it that nobody looks at any more, to be removed.
    """

    built: Built
    catalogue: Catalogue
    leftovers: tuple[Path, ...] = ()


class IndexBehind:
    """Makes one index after another.

    Until a new one is whole, the one before it is shown.
    """

    def __init__(self, showing: Showing, folder: Path) -> None:
        """Begin, with nothing to do.

        Args:
            showing: Is told where the newest index is.
            folder: For indexes; of nobody else.
        """
        self._showing, self._folder = showing, folder
        self._number = 0
        self._behind: Behind[Shown] = Behind(self._try)

    def now(self, shown: Shown) -> None:
        """Make an index, and come back when it is shown.

        Raises:
            OSError: The disk is full.
        """
        self._number += 1
        fresh = self._folder / str(self._number)
        pages = (*shown.built.pages, *shown.built.guides)
        last, kept = self._showing.index, self._folder / "kept"
        # One process makes all of them: its code stays the same.
        before = Last(last or fresh, kept, edition="")
        write_index(sources_of(pages, shown.catalogue), fresh, before)
        self._showing.index = fresh
        # A browser may still be reading the last one; the one before that is nobody's.
        indexes = (old for old in self._folder.iterdir() if old not in {fresh, last, kept})
        for old in (*indexes, *shown.leftovers):
            shutil.rmtree(old, ignore_errors=True)

    def soon(self, shown: Shown) -> None:
        """Make an index behind what the caller goes on with."""
        self._behind.soon(shown)

    def settle(self) -> None:
        """Wait until no index is asked for and none is being made."""
        self._behind.settle()

    def _try(self, shown: Shown) -> None:
        try:
            self.now(shown)
        except Exception:  # noqa: BLE001 - whatever it is: nobody waits here to be told
            # Search goes on with the last one; the next change tries again.
            shutil.rmtree(self._folder / str(self._number), ignore_errors=True)
