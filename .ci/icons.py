"""Collect the icons that pages use into one file that a browser loads once: `generator/assets/icons.svg`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "generator/assets/icons.svg"
_ICONS = Path(str(files("material") / "templates/.icons/material"))
# Whatever could be the name of an icon; what is none of the set is left out.
_NAMED = re.compile(r"""["']([a-z0-9]+(?:-[a-z0-9]+)*)["']|^ *icon: *([a-z0-9-]+) *$""", re.MULTILINE)
_DRAWING = re.compile(r'<svg xmlns="[^"]*" (viewBox="[^"]*")>(.*)</svg>')


def main() -> None:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file would change")
    if parser.parse_args().check:
        sys.exit(TARGET.read_text(encoding="utf-8") != collected())
    TARGET.write_text(collected(), encoding="utf-8")


def collected() -> str:
    """Return the file: a symbol for every icon, by name."""
    symbols = "\n".join(_symbol(name) for name in sorted(set(_named())))
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def _named() -> Iterator[str]:
    """Yield what code, templates and vocabularies name."""
    pages = ROOT / "generator/pages"
    for file in [*pages.rglob("*.py"), *pages.rglob("*.html"), *ROOT.glob("catalogue/vocabularies/*.yml")]:
        for words in _NAMED.findall(file.read_text(encoding="utf-8")):
            yield from (word for word in words if word and (_ICONS / f"{word}.svg").is_file())


def _symbol(name: str) -> str:
    drawing = (_ICONS / f"{name}.svg").read_text(encoding="utf-8").strip()
    found = _DRAWING.fullmatch(drawing)
    if found is None:
        message = f"{name}: not drawn as other icons are"
        raise ValueError(message)
    return f'<symbol id="{name}" {found[1]}>{found[2]}</symbol>'


if __name__ == "__main__":
    main()
