"""One build at a time for one folder."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Processes that a killed build left behind hold its lock until they notice that it is gone: at once, but not
# in no time.
_PATIENCE = 1.0
_EVERY = 0.02


class LockedError(Exception):
    """Another process is building the same folder."""


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """Hold a lock for as long as the block takes.

    The system lets go of it when the process ends, however it ends, so a killed build blocks nothing.

    Raises:
        LockedError: Another process holds it.
    """
    descriptor = _acquire(lock)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
        os.close(descriptor)


def _acquire(lock: Path) -> int:
    until = time.monotonic() + _PATIENCE
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(descriptor)
            if time.monotonic() > until:
                raise LockedError from error
            time.sleep(_EVERY)
            continue
        except OSError:
            # A disk without locks: not the same as one that is in use.
            os.close(descriptor)
            raise
        # The one before may have removed the file while we opened it: then what we hold locks nothing.
        try:
            if os.path.samestat(os.fstat(descriptor), lock.stat()):
                return descriptor
        except FileNotFoundError:
            pass
        os.close(descriptor)
