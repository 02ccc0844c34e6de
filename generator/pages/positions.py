"""Where municipalities stand on the map: degrees → units of one drawing, the same on every page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.choices_more import OrganisationType
from generator.register import Organisation

WIDTH, HEIGHT = 740, 870
"""Of the drawing: the Netherlands in Europe, with room at the edges."""

_WEST, _NORTH = 3.3, 53.6
_UNITS = 300
"""In a degree of latitude; one unit is 370 metres."""
# A degree east is as much shorter than a degree north as the middle of the country is far north.
_NARROWER = math.cos(math.radians(52.2))


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the drawing, in whole units from its upper left corner."""

    x: int
    y: int


def position(organisation: Organisation) -> Position | None:
    """Return where a municipality stands; None for another body, or when that is not known or off the map."""
    lat, lon = organisation.lat, organisation.lon
    if organisation.type is not OrganisationType.MUNICIPALITY or lat is None or lon is None:
        return None
    x, y = round((lon - _WEST) * _NARROWER * _UNITS), round((_NORTH - lat) * _UNITS)
    return Position(x, y) if 0 < x < WIDTH and 0 < y < HEIGHT else None


def dots(organisations: Iterable[Organisation]) -> str:
    """Return the path of an SVG that has a dot for each municipality, in as few bytes as it takes.

    Drawn with round ends, a line without length is a dot. assets/javascripts/map.js finds the places again.
    """
    places = {place for place in map(position, organisations) if place}
    return "".join(f"M{place.x} {place.y}h0" for place in sorted(places))
