"""Every type of page, light and dark, on three screens, whole and with every rule: `make accessibility`.

`make test` asks the same of every type, but looks once at what is alike on another screen or in the dark, and
at the first items of a list. This takes minutes, so its name is not one that pytest looks for.
"""

from __future__ import annotations

import pytest

from browser.checks import MOVED, WATCH, barriers, cut_when_spaced, moved, unfit
from browser.kinds import KINDS
from browser.window import Look

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_in_the_way(look: Look, real: str, name: str, *, width: int, dark: bool) -> None:
    """No rule of WCAG 2.2 AA or good practice is broken that a machine can test, also with all unfolded."""
    watched = look(real, width=width, dark=dark)
    watched.page.add_init_script(WATCH)
    page = KINDS[name].open(watched)
    assert moved(page) <= MOVED
    assert barriers(page) == []
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert barriers(page) == []
    assert unfit(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert cut_when_spaced(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if name == "missing":
        watched.forgive("404")
