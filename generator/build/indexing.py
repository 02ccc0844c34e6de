"""The search index of a site that was made, from that of the site before it."""

from __future__ import annotations

from pathlib import Path

from generator.build.edition import edition
from generator.build.made import Built
from generator.build.writing import Earlier
from generator.catalogue import Catalogue
from generator.search.index import FOLDER, write_index
from generator.search.kept import Last
from generator.search.records import sources_of


def index_site(built: Built, catalogue: Catalogue, site: Path, earlier: Earlier | None) -> None:
    """Put the search index into the folder of a site.

    Args:
        built: The site.
        catalogue: It is made of.
        site: Its folder.
        earlier: The last build; None to make everything.

    Raises:
        OSError: The disk is full.
    """
    last = Last(earlier.site / FOLDER, earlier.manifest.with_suffix(".index"), edition()) if earlier else None
    write_index(sources_of((*built.pages, *built.guides), catalogue), site / FOLDER, last)
