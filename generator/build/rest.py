"""What was read stays as it is: no need to look through it for garbage, again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def growing() -> Iterator[None]:
    """Look for no garbage as long as the block takes: for what reads and keeps, and makes none in cycles."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def at_rest() -> Iterator[None]:
    """Leave alone, as long as the block takes, what is in memory when it begins; one may stand in another."""
    is_first = not gc.get_freeze_count()
    gc.freeze()
    try:
        yield
    finally:
        # Else what a program leaves open would not be closed at its end.
        if is_first:
            gc.unfreeze()
