"""The search index of a site that is shown while it changes: the old one stays until the new one is there."""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from generator.search.index import FOLDER, write_index
from generator.search.kept import Last
from generator.search.records import Source

log = logging.getLogger(__name__)


class LiveIndex:
    """Makes indexes behind the reader's back, one at a time; the last sources asked for win."""

    def __init__(self) -> None:
        self._kept = Path(tempfile.mkdtemp(prefix="catalogue-index-"))
        self._number = 0
        self._site: Path | None = None
        self._indexed: Sequence[Source] | None = None
        self._wanted: Sequence[Source] = ()
        self._worker: threading.Thread | None = None
        # Held while what is above changes and while an index is put into the site.
        self._lock = threading.Lock()

    def put(self, sources: Sequence[Source], site: Path) -> None:
        """Put an index into a site that was just built: at once for the first one, behind for a next.

        Args:
            sources: As for `write_index`.
            site: Without an index; one of earlier sources is there until the new one is.
        """
        with self._lock:
            self._site = site
            self._wanted = sources
            if self._indexed is None:
                self._make(sources)
            self._install()
            if self._wanted != self._indexed and self._worker is None:
                self._worker = threading.Thread(target=self._work, name="search index")
                self._worker.start()

    def wait(self) -> None:
        """Wait until the index of the last sources is in the site."""
        with self._lock:
            worker = self._worker
        if worker is not None:
            worker.join()

    def close(self) -> None:
        """Wait for the index under construction and remove what was kept."""
        with self._lock:
            self._site = None
        self.wait()
        shutil.rmtree(self._kept, ignore_errors=True)

    def _work(self) -> None:
        while True:
            with self._lock:
                sources = self._wanted
                if self._site is None or sources == self._indexed:
                    self._worker = None
                    return
            self._make(sources)
            with self._lock:
                if self._site is not None:
                    self._install()

    def _make(self, sources: Sequence[Source]) -> None:
        number = self._number + 1
        last = Last(self._kept / str(self._number), self._kept / "kept", edition="")
        try:
            write_index(sources, self._kept / str(number), last)
        except OSError as error:
            # The page still works with the words it had; the next change tries again.
            log.warning("search index: %s", error)
        else:
            self._number = number
        self._indexed = sources

    def _install(self) -> None:
        made = self._kept / str(self._number)
        if self._site is None or not made.is_dir():
            return
        place = self._site / FOLDER
        fresh = place.with_name(f".{FOLDER}")
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(made, fresh)
        shutil.rmtree(place, ignore_errors=True)
        fresh.rename(place)
