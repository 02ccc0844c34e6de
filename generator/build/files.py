"""The files of a site that are no pages, written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.pages.files import SiteFile


def write_files(files: Iterable[SiteFile], folder: Path) -> None:
    """Write files below the folder of a site; one that is there already is replaced, not written into.

    Raises:
        OSError: The disk is full, or the folder may not be written.
    """
    for item in files:
        target = folder / item.address
        target.parent.mkdir(parents=True, exist_ok=True)
        # It may be a hard link into the last site.
        target.unlink(missing_ok=True)
        target.write_text(item.content, encoding="utf-8", newline="")
