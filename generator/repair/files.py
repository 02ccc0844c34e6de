"""The files of a catalogue, read and replaced whole: within its folder, through no link."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path


class ChangedMeanwhileError(Exception):
    """A file is no longer what was checked; carries its path."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def current(folder: Path, path: str) -> bytes:
    """Return what a file of a catalogue holds.

    Args:
        folder: The folder `catalogue` itself.
        path: As in `Location.path`.

    Raises:
        ChangedMeanwhileError: It is no plain file within the folder.
        OSError: It cannot be read.
    """
    with _place(folder, path).open("rb") as stream:
        return stream.read()


def put(folder: Path, path: str, old: bytes, new: bytes) -> None:
    """Replace the content of a file, whole or not at all; its rights stay as they were.

    Args:
        folder: The folder `catalogue` itself.
        path: As in `Location.path`.
        old: What it held when it was checked.
        new: What it will hold.

    Raises:
        ChangedMeanwhileError: It holds something else by now, or is no plain file within the folder.
        OSError: It cannot be written.
    """
    file = _place(folder, path)
    mode = stat.S_IMODE(file.lstat().st_mode)
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    fresh = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(new)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.chmod(mode)
        if current(folder, path) != old:
            raise ChangedMeanwhileError(path)
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)


def _place(folder: Path, path: str) -> Path:
    """Return the file itself; nothing on the way to it may lead elsewhere."""
    here = folder
    parts = path.split("/")[1:]
    for number, part in enumerate(parts, start=1):
        here /= part
        is_kind = stat.S_ISREG if number == len(parts) else stat.S_ISDIR
        if part in {"", ".", ".."} or not is_kind(here.lstat().st_mode):
            raise ChangedMeanwhileError(path)
    return here
