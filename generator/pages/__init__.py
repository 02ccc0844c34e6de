"""Every page of the site; one page type a file, and the registry is the sorted list of files."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from generator.pages.page import Page
from generator.pages.site import Site


def all_pages(site: Site) -> Iterator[Page]:
    """Yield every page, sorted by page type, then as the type orders them.

    A page type is a module of this package with `pages(site) -> Iterator[Page]`.
    """
    for module in sorted(item.name for item in pkgutil.iter_modules(__path__)):
        make = getattr(importlib.import_module(f"{__name__}.{module}"), "pages", None)
        if make is not None:
            yield from make(site)
