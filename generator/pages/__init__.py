"""Every page of the site; one page type a file, and the registry is the sorted list of files."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from generator.pages.page import Page
from generator.pages.planning import Plan, planned
from generator.pages.site import Site


def all_plans(site: Site) -> Iterator[Plan]:
    """Yield the plan of every page, sorted by page type, then as the type orders them.

    A page type is a module of this package with `plans(site) -> Iterator[Plan]`, or with
    `pages(site) -> Iterator[Page]` when its pages are few: those are made in every build.
    """
    for name in sorted(item.name for item in pkgutil.iter_modules(__path__)):
        module = importlib.import_module(f"{__name__}.{name}")
        if hasattr(module, "plans"):
            yield from module.plans(site)
        elif hasattr(module, "pages"):
            yield from map(planned, module.pages(site))


def all_pages(site: Site) -> Iterator[Page]:
    """Yield every page, in the order of `all_plans`."""
    return (plan.page(site.setting) for plan in all_plans(site))
