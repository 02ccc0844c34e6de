"""All that is accepted, built into one site: nothing of it runs, fetches, or takes the place of a page."""

from __future__ import annotations

import re
import shutil
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attacks import TARGET
from test_hostile import ATTACKS, BASE

sys.path.insert(0, str(Path(__file__).parents[1]))

from project import Project, project_in

UNSAFE_SCHEME = re.compile(r"(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class Page(HTMLParser):
    """What a browser would do with a page.

    Attributes:
        scripts: Where scripts come from; an empty text for one in the page itself.
        strange: What no page of ours has: event handlers, styles in place, addresses that run or fetch.
        ids: Of elements, each as often as it is there.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.strange: list[tuple[str, str, str | None]] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        if tag == "script":
            self.scripts.append(dict(attrs).get("src") or "")
        if tag in {"iframe", "object", "embed", "base", "applet", "frame", "portal"}:
            self.strange.append((tag, "", None))
        for name, value in attrs:
            leads = name in {"href", "action", "formaction", "xlink:href"} and UNSAFE_SCHEME.match(
                value or ""
            )
            fetches = name in {"src", "srcset", "poster", "background", "ping"} and ":" in (value or "")
            if name.startswith("on") or name == "style" or leads or fetches or (value or "").startswith("//"):
                self.strange.append((tag, name, value))
            if name == "id" and value:
                self.ids.append(value)


def gathered(catalogue: Path, scratch: Path) -> list[str]:
    """Put every accepted entry in one catalogue, each under a name and title of its own; return the names."""
    found = []
    for number, attack in enumerate(ATTACKS.values()):
        if attack.verdict != "accept":
            continue
        own = scratch / str(number)
        shutil.copytree(BASE, own)
        attack.make(own)
        changed = [file for file in own.rglob("*") if file.is_file() and is_new(file, own)]
        if [file.relative_to(own).as_posix() for file in changed] == [TARGET]:
            found.append(f"geval-{number}")
        elif attack.name.startswith("names-shadow"):
            found.append(changed[0].stem)
        else:
            continue
        shutil.copy(changed[0], (catalogue / TARGET).with_name(f"{found[-1]}.md"))
    return found


def is_new(file: Path, catalogue: Path) -> bool:
    """Whether the base does not have this file, or another one."""
    base = BASE / file.relative_to(catalogue)
    return not base.is_file() or base.read_bytes() != file.read_bytes()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, list[str]]:
    """Return a project that was built with all of them, and their names."""
    folder = tmp_path_factory.mktemp("hostile")
    project = project_in(folder / "project")
    names = gathered(project.folder / "catalogue", folder)
    built = project.build()
    assert built.returncode == 0, built.stdout
    return project, names


def page(project: Project, name: str) -> Page:
    """Return the page of a practice."""
    return Page((project.site / "praktijken" / name / "index.html").read_text("utf-8"))


def test_what_is_accepted_has_a_page_that_runs_and_fetches_nothing(site: tuple[Project, list[str]]) -> None:
    """The same scripts as on any page, no handlers, no styles, no addresses that run, every id once."""
    project, names = site
    usual = page(project, "phishing-oefening")
    pages = {name: page(project, name) for name in names}
    assert usual.strange == []
    assert {name: found.strange for name, found in pages.items() if found.strange} == {}
    assert {name: found.scripts for name, found in pages.items() if found.scripts != usual.scripts} == {}
    assert {name for name, found in pages.items() if len(set(found.ids)) != len(found.ids)} == set()
    assert len(names) > 100


def test_no_entry_takes_the_place_of_a_page_of_the_site(site: tuple[Project, list[str]]) -> None:
    """Entries called `index`, `404`, `search` or `assets` stand beside what has that name."""
    project, _ = site
    for name in ("index", "404", "search", "assets", "pagina", "sitemap"):
        assert (project.site / "praktijken" / name / "index.html").is_file()
    titles = [
        re.findall(r"<h1[^>]*>(.*?)</h1>", (project.site / path).read_text("utf-8"), re.DOTALL)
        for path in ("index.html", "404.html", "praktijken/index.html", "zoeken/index.html")
    ]
    assert all(len(found) == 1 and "Buurtpreventie" not in found[0] for found in titles)
