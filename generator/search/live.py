"""The search index of a site that is shown while it changes: the old one stays until the new one is there."""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from generator.messages import Language
from generator.search.index import FOLDER, write_index
from generator.search.records import Record

log = logging.getLogger(__name__)


class LiveIndex:
    """Makes indexes behind the reader's back, one at a time; the last records asked for win."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._kept = Path(tempfile.mkdtemp(prefix="catalogue-index-"))
        self._number = 0
        self._site: Path | None = None
        self._indexed: Sequence[Record] | None = None
        self._wanted: Sequence[Record] = ()
        self._worker: threading.Thread | None = None
        # Held while what is above changes and while an index is put into the site.
        self._lock = threading.Lock()

    def put(self, records: Sequence[Record], site: Path) -> None:
        """Put an index into a site that was just built: at once for the first one, behind for a next.

        Args:
            records: As for `write_index`.
            site: Without an index; one of earlier records is there until the new one is.
        """
        with self._lock:
            self._site = site
            self._wanted = records
            if self._indexed is None:
                self._make(records)
            self._install()
            if self._wanted != self._indexed and self._worker is None:
                self._worker = threading.Thread(target=self._work, name="search index")
                self._worker.start()

    def wait(self) -> None:
        """Wait until the index of the last records is in the site."""
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
                records = self._wanted
                if self._site is None or records == self._indexed:
                    self._worker = None
                    return
            self._make(records)
            with self._lock:
                if self._site is not None:
                    self._install()

    def _make(self, records: Sequence[Record]) -> None:
        number = self._number + 1
        try:
            write_index(records, self._kept / str(number), self._language)
        except OSError as error:
            # The page still works with the words it had; the next change tries again.
            log.warning("search index: %s", error)
        else:
            self._number = number
        self._indexed = records

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
