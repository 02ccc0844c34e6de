"""The search index of a site that is shown: made behind the pages, which do not wait for it."""

from __future__ import annotations

import shutil
import threading
from dataclasses import dataclass
from pathlib import Path

from generator.build.made import Built
from generator.build.showing import Showing
from generator.catalogue import Catalogue
from generator.messages import Language
from generator.search.index import write_index
from generator.search.records import records_of


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
    """Makes one index after another; of those asked for in the meantime only the last one.

    Until a new one is whole, the one before it is shown.
    """

    def __init__(self, showing: Showing, folder: Path, language: Language) -> None:
        """Begin, with nothing to do.

        Args:
            showing: Is told where the newest index is.
            folder: For indexes; of nobody else.
            language: Of the site.
        """
        self._showing, self._folder, self._language = showing, folder, language
        self._asked = threading.Condition()
        self._next: Shown | None = None
        self._is_busy = False
        self._number = 0
        self._thread: threading.Thread | None = None

    def now(self, shown: Shown) -> None:
        """Make an index, and come back when it is shown.

        Raises:
            OSError: The disk is full.
        """
        self._number += 1
        fresh = self._folder / str(self._number)
        pages = (*shown.built.pages, *shown.built.guides)
        write_index(tuple(records_of(pages, shown.catalogue)), fresh, self._language)
        last, self._showing.index = self._showing.index, fresh
        # A browser may still be reading the last one; the one before that is nobody's.
        indexes = (old for old in self._folder.iterdir() if old not in {fresh, last})
        for old in (*indexes, *shown.leftovers):
            shutil.rmtree(old, ignore_errors=True)

    def soon(self, shown: Shown) -> None:
        """Make an index behind what the caller goes on with."""
        with self._asked:
            self._next = shown
            self._asked.notify_all()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()

    def settle(self) -> None:
        """Wait until no index is asked for and none is being made."""
        with self._asked:
            self._asked.wait_for(lambda: self._next is None and not self._is_busy)

    def _work(self) -> None:
        while True:
            with self._asked:
                self._asked.wait_for(lambda: self._next is not None)
                shown, self._next, self._is_busy = self._next, None, True
            try:
                if shown is not None:
                    self.now(shown)
            except Exception:  # noqa: BLE001 - whatever it is: nobody waits here to be told
                # Search goes on with the last one; the next change tries again.
                shutil.rmtree(self._folder / str(self._number), ignore_errors=True)
            finally:
                with self._asked:
                    self._is_busy = False
                    self._asked.notify_all()
