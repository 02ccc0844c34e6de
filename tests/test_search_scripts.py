"""What the search page asks for at once: scripts import each other, and each step would cost a wait."""

from __future__ import annotations

import re
from pathlib import Path

from generator.pages.search import SCRIPTS

FOLDER = Path(__file__).parent.parent / "generator/assets/javascripts"
IMPORT = re.compile(r'^import .* from "(\.[^"]+)";$', re.MULTILINE)


def imported(file: Path) -> set[Path]:
    """Return all that a script imports, and what that imports."""
    own = {(file.parent / name).resolve() for name in IMPORT.findall(file.read_text(encoding="utf-8"))}
    return own.union(*map(imported, own))


def test_all_scripts_of_the_search_are_asked_for_together() -> None:
    """Not one after the other, as a browser finds them."""
    found = imported(FOLDER / "search/page.js")
    assert sorted(file.relative_to(FOLDER).as_posix() for file in found) == list(SCRIPTS)
