"""A new file on disk: only where none was, and only inside the catalogue."""

from __future__ import annotations

import os
from pathlib import Path


class ExistsError(Exception):
    """There is a file with this name already; carries its path."""


class OutsideError(Exception):
    """The path leads out of the catalogue, for example through a symbolic link; carries it."""


def create(folder: Path, path: str, text: str) -> Path:
    """Write a file that was not there, and the folders above it; return where it is.

    Args:
        folder: The catalogue.
        path: Below the folder, with `/`.
        text: The whole file.

    Raises:
        ExistsError: Nothing was written.
        OutsideError: Nothing was written.
    """
    file = folder / path
    root = folder.resolve()
    if not file.parent.resolve().is_relative_to(root):
        raise OutsideError(str(file))
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        # In one step: two people at once cannot both find the name free, and a link is not followed.
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError as error:
        raise ExistsError(str(file)) from error
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    return file
