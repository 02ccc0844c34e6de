"""Records → the folder `pagefind/` that the browser searches, in one run of Pagefind."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from pagefind_bin import get_executable  # type: ignore[import-untyped]

from generator.messages import Language
from generator.search.facets import NAME, facets_of, ids_of
from generator.search.records import Record

FOLDER = "pagefind"
_TEMPLATES = Path(__file__).parent / "templates"
# Pagefind's own search pages, which ours replaces: 0.4 MB that no reader would load.
_UNUSED = ("pagefind-component-ui.*", "pagefind-highlight.js", "pagefind-modular-ui.*", "pagefind-ui.*")


class IndexFailedError(Exception):
    """Pagefind could not make the index; the text is what it said."""


def write_index(records: Sequence[Record], folder: Path, language: Language) -> None:
    """Write the search index of a site.

    Pagefind reads pages from disk. One bare page a record takes it a tenth of the time of its Python
    interface, which waits for an answer after each.

    Args:
        records: Sorted by address; their addresses are unique.
        folder: To be made; nothing may be there yet.
        language: Decides how words are reduced to their stem.

    Raises:
        IndexFailedError: Pagefind did not succeed.
        OSError: The disk is full, or a folder may not be written.
    """
    template = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True
    ).get_template("record.html")
    with tempfile.TemporaryDirectory(prefix="catalogue-search-") as bare:
        for record in records:
            page = Path(bare, record.address, "index.html")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(template.render(record=record, language=language), encoding="utf-8")
        if not any(Path(bare).iterdir()):
            # Pagefind makes no index of nothing; what is not in the file with facets is never shown.
            Path(bare, "index.html").write_text("<html><body>0</body></html>", encoding="utf-8")
        _run_pagefind(Path(bare), folder, language)
    for pattern in _UNUSED:
        for file in folder.glob(pattern):
            file.unlink()
    content = facets_of(records, ids_of(folder / "fragment"))
    (folder / NAME).write_text(content, encoding="utf-8")


def _run_pagefind(pages: Path, folder: Path, language: Language) -> None:
    command = [
        str(get_executable()),
        *("--site", str(pages)),
        *("--output-path", str(folder.absolute())),
        *("--force-language", language),
        "--silent",
    ]
    # From the folder of the pages: Pagefind takes options from a pagefind.yml where it is started.
    result = subprocess.run(command, cwd=pages, capture_output=True, text=True, check=False)  # noqa: S603
    if result.returncode != 0 or not folder.is_dir():
        raise IndexFailedError(result.stderr.strip() or result.stdout.strip())
