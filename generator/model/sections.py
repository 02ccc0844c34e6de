"""The sections of an application or practice: its level-2 headings, in the order a reader needs them."""

from __future__ import annotations

REQUIRED_SECTION = "Wat lost het op"
SECTIONS = (
    REQUIRED_SECTION,
    "Wat is het",
    "Wat is er nodig",
    "Zo neemt u het over",
    "Resultaat",
    "Lessen",
)
