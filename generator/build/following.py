"""Waits for changes in files, and tells which; reading them is none."""

from __future__ import annotations

import threading
from collections.abc import Collection
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_CHANGES = frozenset({"created", "deleted", "modified", "moved"})
# A person saves a file in several steps, and a program writes many: one build for all of them, unless it goes
# on and on.
_QUIET = 0.05
_MOST = 20
# Not `wait()` without end: that cannot be stopped with Ctrl-C everywhere.
_ONCE_IN_A_WHILE = 0.5


class Following(FileSystemEventHandler):
    """Follows files and folders, which may go and come back."""

    def __init__(self, paths: Collection[Path]) -> None:
        """Begin to follow.

        Args:
            paths: Files, and folders with all that is in them.
        """
        self._paths = {str(path.absolute()) for path in paths}
        self._has_changed = threading.Event()
        # Filled by the thread of the observer, taken as a whole by who waits.
        self._changed: list[str] = []
        self._is_another = threading.Event()
        self._observer = Observer()
        self._begin()
        self._observer.start()

    def wait(self) -> frozenset[str]:
        """Wait until something changed and, mostly, until nothing changes any more; return the paths of that.

        Of a folder that came, went or was moved, its own path alone.
        """
        while not self._has_changed.wait(_ONCE_IN_A_WHILE):
            pass
        for _ in range(_MOST):
            self._has_changed.clear()
            if not self._has_changed.wait(_QUIET):
                break
        self._has_changed.clear()
        if self._is_another.is_set():
            # A folder that went is no longer followed, whatever has its name now.
            self._is_another.clear()
            self._observer.unschedule_all()
            self._begin()
        # What comes in meanwhile stands behind this: it is for the next time.
        found = len(self._changed)
        changed = frozenset(self._changed[:found])
        del self._changed[:found]
        return changed

    def stop(self) -> None:
        """Follow no more."""
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change; that a file was opened or a folder touched is none."""
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        for path in (str(event.src_path), str(event.dest_path)):
            if path in self._paths:
                self._is_another.set()
            if any(path == each or path.startswith(f"{each}/") for each in self._paths):
                self._changed.append(path)
                self._has_changed.set()

    def _begin(self) -> None:
        folders = {path for path in self._paths if Path(path).is_dir()}
        above = {str(Path(path).parent) for path in self._paths} - folders
        for folder in folders:
            self._observer.schedule(self, folder, recursive=True)
        for folder in above:
            if Path(folder).is_dir():
                self._observer.schedule(self, folder, recursive=False)
