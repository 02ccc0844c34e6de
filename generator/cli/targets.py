"""What `catalogue validate` is about: catalogues, and which of their files are reported on."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from generator.cli.errors import CannotRunError
from generator.messages import Language, msg
from generator.text import neutral

_PARTS = ("organisations", "register", "vocabularies")


@dataclass(frozen=True, slots=True)
class Target:
    """A catalogue, and which of its paths to report on, as in `Location.path`."""

    folder: Path
    paths: tuple[str, ...]


@dataclass(frozen=True)
class Scope:
    """Which files are reported on: all in some folders, and of those only some, when these are given."""

    paths: tuple[str, ...]
    only: frozenset[str] | None = None

    def holds(self, path: str) -> bool:
        """Whether a file is reported on."""
        is_below = any(path == each or path.startswith(f"{each}/") for each in self.paths)
        return is_below and (self.only is None or path in self.only)

    def wants(self, path: str) -> bool:
        """Whether a finding is reported: a fault of a folder counts for all that is in it."""
        return self.holds(path) or path in self._folders

    @cached_property
    def _folders(self) -> frozenset[str]:
        """The folders that hold something that is reported on."""
        wanted = self.paths if self.only is None else filter(self.holds, self.only)
        return frozenset(str(folder) for path in wanted for folder in PurePosixPath(path).parents)


def targets(paths: Iterable[Path], language: Language) -> list[Target]:
    """Return the catalogue of each path, every catalogue once, in the order given.

    Raises:
        CannotRunError: A path does not exist, or is in no catalogue.
    """
    wanted: dict[Path, list[str]] = {}
    for path in paths:
        full = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
        if not os.path.lexists(full):
            problem = msg("'{path}' does not exist. Is the path right?", path=neutral(str(path)))
            raise CannotRunError(problem.in_language(language))
        root = next(
            (folder for folder in (full / "catalogue", full, *full.parents) if is_catalogue(folder)), None
        )
        if root is None:
            problem = msg(
                "'{path}' is no catalogue: that has the folders {folders}.",
                path=neutral(str(path)),
                folders=", ".join(_PARTS),
            )
            raise CannotRunError(problem.in_language(language))
        inside = full.relative_to(root).as_posix() if full.is_relative_to(root) else "."
        wanted.setdefault(root, []).append(root.name if inside == "." else f"{root.name}/{inside}")
    return [Target(folder, tuple(found)) for folder, found in wanted.items()]


def is_catalogue(folder: Path) -> bool:
    """Whether a folder has any of the parts of a catalogue."""
    return any((folder / part).is_dir() for part in _PARTS)
