"""A page that can be made, and what it follows from: one that would come out the same is not made again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from generator.catalogue import Record
from generator.pages.page import Page
from generator.pages.site import Setting

Make = Callable[[Setting, Any], Page]
"""Makes a page from the setting and what it is given; a function of a module, which holds nothing else."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that can be made.

    Attributes:
        address: As in `Page.address`.
        kind: As in `Page.kind`.
        make: Makes the page.
        given: All that the page follows from beside the setting: small, and never changed.
        source: As in `Page.source`.
        changed: As in `Page.changed`.
    """

    address: str
    kind: str
    make: Make
    given: object
    source: str | None = None
    changed: dt.date | None = None

    def page(self, setting: Setting) -> Page:
        """Return the page, made."""
        return self.make(setting, self.given)

    def let_go(self) -> None:
        """Forget what the page follows from: it is written, and will not be made again."""
        object.__setattr__(self, "given", None)


def planned(page: Page) -> Plan:
    """Return the plan of a page that is there already."""
    return Plan(page.address, page.kind, _as_given, page, page.source, page.changed)


def links_between(records: Iterable[Record]) -> bool:
    """Whether the text of any of these files may link to another file: then its address matters."""
    return any(_has_relative_link(record.document.body) for record in records)


def _as_given(setting: Setting, page: Page) -> Page:
    del setting
    return page


def _has_relative_link(body: str) -> bool:
    """Whether a link may be there that does not begin with a scheme; wrong only on the safe side."""
    rest = body.replace("](https://", "").replace("](http://", "").replace("](mailto:", "").replace("](#", "")
    return "](" in rest or "]:" in rest
