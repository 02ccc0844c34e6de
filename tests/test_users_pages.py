"""An entry that many use: its page stays small, and pages of their own tell what it took each of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from catalogues import adoption, site_in

from generator.pages import all_pages
from generator.pages.page import Page
from generator.pages.users import EACH, FEW, MANY

REGISTER = "register/bodies.csv"
LESSON = "Begin op tijd en vraag vooraf wie het doet, zegt"
HEAD, *ROWS = (
    (Path(__file__).parent / "cases/_base/catalogue" / REGISTER).read_text(encoding="utf-8").splitlines()
)


def pages_with(folder: Path, users: int) -> dict[str, Page]:
    """Return the pages of a catalogue in which this many others tell of their use of one practice."""
    names = [f"dorp-{number:02}" for number in range(users)]
    rows = [f"x-{name},,{name},Dorp {name[-2:]},municipality,x-voorbeeld,900,,,,,,,fictief" for name in names]
    files = {
        f"organisations/{name}/adoptions/phishing-oefening.md": adoption(lesson=f"{LESSON} {name}")
        for name in names
    }
    site = site_in(folder, {REGISTER: "\n".join([HEAD, *ROWS, *rows, ""]), **files})
    return {page.address: page for page in all_pages(site)}


@pytest.mark.parametrize("users", [MANY, MANY + 1, EACH + 1])
def test_every_user_tells_what_it_took_once_more_than_fits(tmp_path: Path, users: int) -> None:
    """Up to a number all on the page itself; with more, the first there and all on pages of their own."""
    pages = pages_with(tmp_path, users)
    entry = pages["praktijken/phishing-oefening/"].html
    told = [page for page in pages.values() if page.kind == "users"]
    lessons = [
        re.findall(rf"<p>{LESSON} (dorp-\d\d)</p>", html) for html in (entry, *(page.html for page in told))
    ]
    assert len(lessons[0]) == (users if users <= MANY else FEW)
    assert sum(map(len, lessons[1:])) == (users if users > MANY else 0)
    assert len(told) == (0 if users <= MANY else -(-users // EACH))


def test_a_link_to_a_use_finds_it_on_the_page_of_the_entry(tmp_path: Path) -> None:
    """Pages of organisations link there: a name stands there that leads to the story."""
    pages = pages_with(tmp_path, EACH + 1)
    entry = pages["praktijken/phishing-oefening/"].html
    assert sorted(re.findall(r'id="gebruik-(dorp-\d\d)"', entry)) == [f"dorp-{n:02}" for n in range(EACH + 1)]
    links = re.findall(r'href="\.\./\.\./(gebruikers/[^"#]+)#(gebruik-dorp-\d\d)"', entry)
    assert len(links) == EACH + 1 - FEW
    assert [link for link in links if f'id="{link[1]}"' not in pages[link[0]].html] == []
    second = pages["gebruikers/phishing-oefening.2/"].html
    assert 'rel="prev" href="../../gebruikers/phishing-oefening/"' in second
