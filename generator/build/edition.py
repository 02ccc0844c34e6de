"""What all pages follow from, whatever they show: our code, templates and words, and the libraries we use."""

from __future__ import annotations

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
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix in _ENDINGS:
            content = file.read_bytes()
            found.update(f"{file.relative_to(_PACKAGE)} {len(content)} ".encode())
            found.update(content)
    for name in _LIBRARIES:
        found.update(f"{name} {_version(name)} ".encode())
    return found.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
