"""All municipalities as grey dots: one drawing below the small maps of all pages."""

from __future__ import annotations

from generator.insight.memberships import has_ended
from generator.pages.positions import HEIGHT, WIDTH, dots
from generator.pages.rendering import render
from generator.pages.site import Site

BACKDROP = "kaart/gemeenten.svg"
"""assets/stylesheets/map.css has this address too."""


def backdrop(site: Site) -> str:
    """Return the drawing."""
    current = (item for item in site.catalogue.organisations.values() if not has_ended(item, site.today))
    return render(
        "backdrop.svg",
        address=BACKDROP,
        language=site.language,
        width=WIDTH,
        height=HEIGHT,
        dots=dots(current),
    )
