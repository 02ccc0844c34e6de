"""The style sheets: short, without force, and the same from left to right and from right to left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SHEETS = sorted((Path(__file__).parent.parent / "generator/assets/stylesheets").glob("*.css"))
LONGEST = 450
PHYSICAL = re.compile(
    r"^\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|width|height|left|right|top|bottom)\b.*:"
)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_style_sheet_is_short_and_uses_no_force(sheet: Path) -> None:
    """One type of page or piece a sheet, no `!important`, and sides named by the direction of reading."""
    lines = sheet.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("/*")
    assert len(lines) <= LONGEST
    assert [line for line in lines if "!important" in line or PHYSICAL.match(line)] == []
