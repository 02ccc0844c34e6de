"""Collect the icons that pages use into one sheet a browser loads once: `assets/stylesheets/icons.css`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "generator/assets/stylesheets/icons.css"
_ICONS = Path(str(files("material") / "templates/.icons/material"))
# Whatever could be the name of an icon; what is none of the set is left out.
_NAMED = re.compile(
    r"""["'](?:material/)?([a-z0-9]+(?:-[a-z0-9]+)*)["']|^ *(?:icon|logo): *(?:material/)?([a-z0-9-]+) *$""",
    re.MULTILINE,
)
# Nothing in it that has a meaning in an address: no `#`, `%` or quote but those around attributes.
_DRAWING = re.compile(r'<svg xmlns="[^"]*" viewBox="[^"]*">[^#%\']*</svg>')


def main() -> None:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file would change")
    if parser.parse_args().check:
        sys.exit(TARGET.read_text(encoding="utf-8") != collected())
    TARGET.write_text(collected(), encoding="utf-8")


def collected() -> str:
    """Return the sheet: a class for every icon, by name."""
    classes = "\n".join(_class(name) for name in sorted(set(_named())))
    return f"/* The drawings of icons, made by .ci/icons.py; components.css shows them. */\n\n{classes}\n"


def _named() -> Iterator[str]:
    """Yield what code, templates, vocabularies and settings name."""
    pages, theme = ROOT / "generator/pages", ROOT / "generator/theme"
    vocabularies = ROOT.glob("catalogue/vocabularies/*.yml")
    code = [*pages.rglob("*.py"), *pages.rglob("*.html"), *theme.rglob("*.html")]
    for file in [*code, *vocabularies, ROOT / "mkdocs.yml"]:
        for words in _NAMED.findall(file.read_text(encoding="utf-8")):
            yield from (word for word in words if word and (_ICONS / f"{word}.svg").is_file())


def _class(name: str) -> str:
    drawing = (_ICONS / f"{name}.svg").read_text(encoding="utf-8").strip()
    if not _DRAWING.fullmatch(drawing):
        message = f"{name}: not drawn as other icons are"
        raise ValueError(message)
    written = drawing.replace('"', "'").replace("<", "%3C").replace(">", "%3E")
    return f'.c-icon--{name} {{ --c-icon: url("data:image/svg+xml,{written}"); }}'


if __name__ == "__main__":
    main()
