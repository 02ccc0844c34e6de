"""What all pages follow from, whatever they show: our code, templates and words, and the libraries we use."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_ENDINGS = frozenset({".py", ".html", ".json", ".mo"})
# Those that have a part in the text of a page.
_LIBRARIES = ("babel", "jinja2", "markdown-it-py", "markupsafe", "mkdocs-material", "nh3", "pydantic")


@cache
def edition() -> str:
    """Return a text that differs as soon as anything in the code or the libraries does."""
    found = blake2b(digest_size=16)
    for file in _files():
        if file.suffix in _ENDINGS:
            _add(found, file)
    for name in _LIBRARIES:
        found.update(f"{name} {_version(name)} ".encode())
    return found.hexdigest()


def whole_edition() -> str:
    """Return a text that differs when anything does: styles, scripts and every package that is there."""
    found = blake2b(digest_size=16)
    for file in _files():
        _add(found, file)
    found.update(sys.version.encode())
    for path in map(Path, sys.path):
        packages = sorted(item.name for item in path.glob("*-info")) if path.is_dir() else ()
        found.update(f"{path} {packages} ".encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _files() -> Iterator[Path]:
    for file in sorted(_PACKAGE.rglob("*")):
        if file.parent.name != "__pycache__" and file.is_file():
            yield file


def _add(found: blake2b, file: Path) -> None:
    content = file.read_bytes()
    found.update(f"{file.relative_to(_PACKAGE)} {len(content)} ".encode())
    found.update(content)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
