"""What every engine can do: read a catalogue, and make a site of it or show it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from generator.build.content import Content
from generator.build.made import Built
from generator.build.unchanged import Given
from generator.build.writing import Earlier
from generator.messages import Language
from generator.stages import NOBODY, Stages


def nothing() -> None:
    """Do nothing."""


class Engine(Protocol):
    """A site that can be made.

    Attributes:
        language: Of the words on its pages.
    """

    language: Language

    @property
    def sources(self) -> tuple[Path, ...]:
        """The folders it reads, and that one may want to follow."""

    @property
    def given(self) -> Given | None:
        """All that the site follows from; None when the engine does not know."""

    def read(self, stages: Stages = NOBODY, *, caches: Path | None = None) -> Content:
        """Read and check the catalogue; `stages` is told how far it is, `caches` as in `Origin`."""

    def build(
        self,
        content: Content,
        folder: Path,
        advance: Callable[[int], None],
        *,
        earlier: Earlier | None = None,
        indexes: bool = True,
        written: Callable[[], None] = nothing,
    ) -> Built:
        """Make the site.

        Args:
            content: Sound, from `read`.
            folder: For the site; emptied first.
            advance: Called with how many more pages are there.
            earlier: The last build, for an engine that can take pages over from it.
            indexes: Whether to write the search index too; who does not want to wait for it writes it later.
            written: Called when all pages are there, before the index is made: what they follow from is then
                no longer needed.

        Raises:
            SiteError: The engine gave up, or has warnings: a link in `docs/` that leads nowhere, for example.
        """
