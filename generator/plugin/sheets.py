"""Our style sheets as one file: a browser asks once, and a page names one instead of seventeen."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

SHEET = "assets/stylesheets/catalogue.css"
"""Address of all of them together."""

_OURS = Path(__file__).parent.parent / "assets/stylesheets"


def add_sheet(files: Files, config: MkDocsConfig) -> None:
    """Add our style sheets; where the site has one of the same name, that takes its place."""
    names = sorted(file.name for file in _OURS.glob("*.css"))
    text = "\n".join(_text(files, name) for name in names)
    if files.get_file_from_path(SHEET) is None:
        files.append(File.generated(config, SHEET, content=text))


def is_sheet(asset: Path) -> bool:
    """Whether a file of ours is one of those sheets."""
    return asset.parent == _OURS


def _text(files: Files, name: str) -> str:
    own = files.get_file_from_path(f"assets/stylesheets/{name}")
    return own.content_string if own else (_OURS / name).read_text(encoding="utf-8")
