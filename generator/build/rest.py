"""What was read stays as it is: no need to look through it for garbage, again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """Leave alone, as long as the block takes, what is in memory when it begins."""
    gc.freeze()
    try:
        yield
    finally:
        # Else what a program leaves open would not be closed at its end.
        gc.unfreeze()
