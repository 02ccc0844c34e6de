"""Every type of page has its picture in the documentation."""

from __future__ import annotations

import re

from browser.kinds import KINDS, PAPERS
from project import ROOT

FOLDER = ROOT / "docs/pictures"
NAMES = {*KINDS, *PAPERS}


def test_every_type_of_page_has_a_picture_and_nothing_else_has() -> None:
    """Make them with `make pictures`, and look at them."""
    assert {file.stem for file in FOLDER.glob("*.webp")} == NAMES
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"!\[.*\]\((.*)\.webp\)", text)) == NAMES


def test_pictures_are_small() -> None:
    """All together no more than what one fetches with the project without a thought."""
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 4_000_000
