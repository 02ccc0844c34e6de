"""The files of a site of which MkDocs builds some; it knows them all, for links, dates and the sitemap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from mkdocs.structure.files import File, Files, InclusionLevel

from generator.plugin.page import CataloguePage


class CatalogueFiles(Files):
    """The files MkDocs builds, and the pages of the catalogue, most of which it does not."""

    def __init__(self, own: Iterable[File], pages: Sequence[CataloguePage], built: Iterable[str]) -> None:
        """Put the files together.

        Args:
            own: Files that are no pages of the catalogue.
            pages: Every page of the catalogue.
            built: Source names of what MkDocs builds: those in its navigation, hand-written ones too.
        """
        self._pages = {page.file.src_uri: page.file for page in pages}
        super().__init__([*own, *(self._pages[name] for name in built if name in self._pages)])

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file with this source name, whoever builds it."""
        return super().get_file_from_path(path) or self._pages.get(PurePosixPath(path).as_posix())

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] | None = None
    ) -> Sequence[File]:
        """Return every page; those MkDocs builds itself when asked for a level of inclusion.

        MkDocs names the level where it reads and writes pages, and does not where it lists them.
        """
        if inclusion is not None:
            return super().documentation_pages(inclusion=inclusion)
        others = [file for file in super().documentation_pages() if file.src_uri not in self._pages]
        return [*others, *self._pages.values()]
