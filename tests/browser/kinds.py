"""Every type of page, each with an address of one: tests look at them, and pictures are made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from playwright.sync_api import Page, Route

from browser.window import Watched

LIST = """{"version": 1, "items": [
    {"id": "open-zaak", "added": "2026-11-20", "note": "Vraag Houten", "year": 2027, "priority": 1},
    {"id": "openstad", "added": "2026-11-21", "note": "", "year": 2027, "priority": 2},
    {"id": "hof-van-twente-lessen", "added": "2026-11-22", "note": "", "year": 2028, "priority": null}
]}"""


@dataclass(frozen=True)
class Shown:
    """A page as a reader has it before them.

    Attributes:
        path: Below the address of the site.
        ready: What is there once the scripts of the page have done their work.
        keeps: Name and value of what the reader kept in the browser before.
        moves: Whether the page sends the reader on at once; here it may not.
    """

    path: str
    ready: str = "main"
    keeps: tuple[str, str] | None = None
    moves: bool = False

    def open(self, watched: Watched) -> Page:
        """Open it in a window, and wait until it is all there."""
        page = watched.page
        if self.keeps:
            watched.open("privacy/")
            page.evaluate("([name, value]) => localStorage.setItem(name, value)", list(self.keeps))
        if self.moves:
            page.route(f"**/{self.path}", _stay)
        watched.open(self.path)
        page.wait_for_selector(self.ready)
        return page


def _stay(route: Route) -> None:
    """Answer with the page, without what sends the reader on."""
    route.fulfill(body=route.fetch().text().replace('http-equiv="refresh"', ""), content_type="text/html")


def _found(query: str) -> Shown:
    return Shown(f"zoeken/{query}", "[data-search][data-shown]")


KINDS: Mapping[str, Shown] = MappingProxyType(
    {
        "home": Shown(""),
        "list": Shown("toepassingen/"),
        "practices": Shown("praktijken/"),
        "list-part": Shown("praktijken/?q=veilig&volgorde=gebruikt"),
        "list-none": Shown("praktijken/?q=xyzzy"),
        "application": Shown("toepassingen/open-zaak/"),
        "practice": Shown("praktijken/hof-van-twente-lessen/"),
        "organisations": Shown("organisaties/"),
        "municipality": Shown("organisaties/ijsselstein/"),
        "organisation": Shown("organisaties/dimpact/"),
        "ended": Shown("organisaties/halte-werk/"),
        "moved": Shown("organisaties/aalburg/", moves=True),
        "themes": Shown("themas/"),
        "theme": Shown("themas/cybersecurity/"),
        "facility": Shown("voorzieningen/digid/"),
        "controls": Shown("maatregelen/"),
        "control": Shown("maatregelen/5.24/"),
        "laws": Shown("wetten/"),
        "law": Shown("wetten/cyberbeveiligingswet/"),
        "standard": Shown("standaarden/zgw-apis/"),
        "component": Shown("referentiecomponenten/zaakregistratiecomponent/"),
        "supplier": Shown("leveranciers/maykin/"),
        "status": Shown("status/pilot/"),
        "search-all": _found(""),
        "search": _found("?q=phishing&soort=Praktijk"),
        "search-part": _found("?q=paspoort+aanvragen"),
        "search-none": _found("?q=xyzzy"),
        "compare-empty": Shown("vergelijken/"),
        "compare": Shown("vergelijken/?ids=open-zaak,openstad,hof-van-twente-lessen", "[data-result]"),
        "versus-empty": Shown("vergelijken/organisaties/"),
        "versus": Shown("vergelijken/organisaties/?a=ijsselstein&b=montfoort", "[data-result]"),
        "shortlist-empty": Shown("lijst/"),
        "shortlist": Shown("lijst/", "[data-years] [data-score]", ("catalogus.lijst", LIST)),
        "calls": Shown("oproepen/"),
        "call": Shown("oproepen/ggi-veilig-perceel-1/"),
        "map": Shown("kaart/"),
        "figures": Shown("cijfers/"),
        "guide": Shown("bijdragen/"),
        "fields": Shown("bijdragen/velden/toepassing/"),
        "vocabulary": Shown("bijdragen/velden/lijsten/bio2/"),
        "rules": Shown("regels/"),
        "rule": Shown("regels/licence-is-spdx/"),
        "missing": Shown("bestaat/niet/"),
    }
)
"""By name, in the order in which a reader meets them."""

PAPERS: Mapping[str, Shown] = MappingProxyType(
    {f"{name}-on-paper": KINDS[name] for name in ("application", "practice", "shortlist")}
)
"""What is made to be printed."""
