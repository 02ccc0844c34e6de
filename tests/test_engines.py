"""Every engine as a process: another frame, the same pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from project import Project, fingerprints, project_in

ENGINES = ("mkdocs", "properdocs", "zensical")


class Reader(HTMLParser):
    """Reads what a person does: the title in the window, and text and links of the article."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.words: list[str] = []
        self.links: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where we are, and where a link leads."""
        if tag in {"title", "article", "script"}:
            self._inside.append(tag)
        if tag == "a" and "article" in self._inside:
            self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        """Note that we left."""
        if tag in self._inside:
            self._inside.remove(tag)

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        if "title" in self._inside:
            # Engines write the name of the site behind it, each in its own way.
            self.title = re.split(r" [-\u2013] ", data)[0]
        elif "article" in self._inside and "script" not in self._inside:
            self.words += data.split()


def read(file: Path) -> tuple[str, list[str], list[str]]:
    """Return the title, the words and the links of a page."""
    reader = Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    # To the place after "skip to content", which each frame has under its own name.
    return reader.title, reader.words, [link for link in reader.links if link]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a site by every engine, in folders by their names."""
    project = project_in(tmp_path_factory.mktemp("engines") / "project")
    for engine in ENGINES:
        result = project.build("--engine", engine, "--output", engine)
        assert (result.returncode, result.stdout) == (0, "")
        assert result.stderr.startswith(f"De site staat in '{engine}': ")
    return project


def test_properdocs_makes_the_same_site(project: Project) -> None:
    """It goes on with MkDocs 1 under another name: not a byte differs."""
    assert fingerprints(project.folder / "properdocs") == fingerprints(project.folder / "mkdocs")


def test_the_command_of_properdocs_makes_the_same_site(project: Project) -> None:
    """Who knows ProperDocs uses its own command."""
    result = project.run("properdocs", "build", "--quiet", "--site-dir", "own")
    assert (result.returncode, result.stdout) == (0, "")
    assert fingerprints(project.folder / "own") == fingerprints(project.folder / "mkdocs")


def test_in_a_shell_of_zensical_every_page_says_the_same(project: Project) -> None:
    """The same addresses, and on each the same title, words and links."""
    ours, theirs = (
        {file.relative_to(site).as_posix(): file for file in site.rglob("index.html")}
        for site in (project.folder / "mkdocs", project.folder / "zensical")
    )
    assert ours.keys() == theirs.keys()
    differing = [
        name for name in ours if read(ours[name])[:2] != read(theirs[name])[:2] and name != "index.html"
    ]
    assert differing == []
    links = [name for name in ours if read(ours[name])[2] != read(theirs[name])[2]]
    assert links == []


def test_search_finds_the_same_in_a_shell_of_zensical(project: Project) -> None:
    """The index is ours, whatever frame the pages have."""
    ours, theirs = (fingerprints(project.folder / name / "zoekindex") for name in ("mkdocs", "zensical"))
    assert ours.keys() == theirs.keys()


def test_words_of_others_never_reach_the_templates_of_zensical(tmp_path: Path) -> None:
    """A title with markup and braces is text, in the window and on the page."""
    project = project_in(tmp_path)
    title = project.entry.read_text(encoding="utf-8").splitlines()[1]
    hostile = 'A {% raw %} &lt;b&gt; **x** "y" {# z'
    project.replace(title, f"title: '{hostile}'")
    result = project.build("--engine", "zensical")
    assert result.returncode == 0, result.stdout
    shown, words, _ = read(project.site / "toepassingen/meldingen/index.html")
    assert shown == hostile
    assert hostile in " ".join(words)


def test_a_link_that_leads_nowhere_stops_zensical_too(tmp_path: Path) -> None:
    """Its own words, without the colours of a terminal."""
    project = project_in(tmp_path)
    project.append("docs/privacy.md", "\n[Meer](verzonnen.md)\n")
    result = project.build("--engine", "zensical")
    assert result.returncode == 2
    assert result.stderr.startswith(
        "catalogue: de site kon niet worden gemaakt.\nWarning: page does not exist\n"
    )
    assert "privacy.md:7:8" in result.stderr
    assert "\x1b" not in result.stderr
    assert "\\x1b" not in result.stderr


def test_a_page_twice_is_refused_by_zensical_too(tmp_path: Path) -> None:
    """A hand-written page cannot silently take the place of one of the catalogue, nor the reverse."""
    project = project_in(tmp_path)
    project.append("docs/toepassingen.md", "# Toepassingen\n")
    result = project.build("--engine", "zensical", "--language", "en")
    message = (
        "catalogue: the site could not be made.\nA hand-written page has the address 'toepassingen/' too.\n"
    )
    assert (result.returncode, result.stderr) == (2, message)


def test_an_engine_that_is_not_installed_is_explained(tmp_path: Path) -> None:
    """The sentence says what to type."""
    project = project_in(tmp_path)
    # An environment of its own would take minutes to make: here one package cannot be found.
    project.append(
        "run.py",
        "import importlib.util as machinery, sys\n"
        "found = machinery.find_spec\n"
        "machinery.find_spec = lambda name, *rest: None if name == 'zensical' else found(name, *rest)\n"
        "from generator.cli import main\n"
        "main()\n",
    )
    result = project.run("run", "build", "--engine", "zensical")
    message = (
        "catalogue: zensical is niet geïnstalleerd. Typ: pip install 'intermunicipal-catalogue[zensical]'\n"
    )
    assert (result.returncode, result.stderr) == (2, message)
