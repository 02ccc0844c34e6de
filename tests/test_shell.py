"""The frame of pages, joined from strings: the same bytes as MkDocs makes, or MkDocs' own way instead."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from project import Project, fingerprints, project_in

from generator.messages import Language
from generator.pages.page import Heading, Page
from generator.plugin.engine import Engine
from generator.plugin.shell import Shells

HOSTILE = '"><script>alert(1)</script>{{ 7 * 7 }} & \\u003c'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that was not built yet."""
    return project_in(tmp_path / "project")


def described(project: Project, **settings: str) -> None:
    """Change settings at the top level of `mkdocs.yml`."""
    file = project.folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    for name, value in settings.items():
        text, number = re.subn(rf"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
        assert number == 1
    file.write_text(text, encoding="utf-8")


def both_ways(project: Project) -> tuple[dict[str, str], dict[str, str], list[str]]:
    """Build a project with our own writing of pages and with MkDocs alone.

    Returns:
        The fingerprints of both sites, and what our own way said.
    """
    engine = Engine(project.folder / "mkdocs.yml")
    built = engine.build(engine.read(), project.site, lambda _: None)
    theirs = project.folder / "theirs"
    result = project.run("mkdocs", "build", "--quiet", "--site-dir", str(theirs))
    assert result.returncode == 0, result.stderr
    said = [notice.in_language("en") for notice in built.notices]
    return fingerprints(project.site), fingerprints(theirs), said


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({}, id="as it is"),
        pytest.param({"site_url": "https://example.org/gemeenten/delen/"}, id="below a path"),
        pytest.param({"use_directory_urls": "false"}, id="with file names"),
        pytest.param({"site_url": "https://example.org", "site_name": '"A & <B>"'}, id="awkward name"),
    ],
)
def test_every_page_is_the_same_byte_for_byte(
    project: Project, settings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page type, whichever way its frame is put around it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    described(project, **settings)
    ours, theirs, said = both_ways(project)
    assert ours == theirs
    assert said == []


def test_every_page_is_the_same_in_english(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other language goes through the same frames."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    file = project.folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8").replace("language: nl", "language: en")
    file.write_text(text, encoding="utf-8")
    ours, theirs, said = both_ways(project)
    assert (ours, said) == (theirs, [])


def test_a_theme_that_knows_more_of_a_page_gets_pages_one_by_one(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A frame that differs in an unforeseen place costs time, never a wrong page."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    shown = "{% if page %}<meta name='t' content='{{ page.title | tojson }}'>{% endif %}"
    text = f'{{% extends "base.html" %}}{{% block libs %}}{shown}{{% endblock %}}'
    project.append("theme/main.html", text)
    described(project, **{"  name": "material\n  custom_dir: theme"})
    ours, theirs, said = both_ways(project)
    assert ours == theirs
    assert len(said) == 1
    assert said[0].startswith("Building takes longer: pages in /")


def test_with_another_plugin_mkdocs_makes_the_pages(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can say what another plugin does to a page: it gets the chance to do it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    project.append("hook.py", "def on_post_page(output, page, config):\n    return output + page.title\n")
    project.append("mkdocs.yml", "\nhooks: [hook.py]\n")
    ours, theirs, said = both_ways(project)
    assert ours == theirs
    assert said == ["Building takes longer: these plugins need MkDocs for every page: hook.py."]


class Frame:
    """A frame that is counted; `theme` says how it shows a page."""

    def __init__(self, theme: str = "plain") -> None:
        self.theme = theme
        self.times = 0

    def __call__(self, page: Page) -> str:
        """Put the frame around a page."""
        self.times += 1
        title = page.title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        title = title.replace('"', "&#34;").replace("'", "&#39;")
        if self.theme == "json":
            title = json.dumps(page.title)
        more = f"{len(page.toc)}" if self.theme == "contents" else ""
        up = "../" * page.address.count("/")
        last = f"{page.address.count('/')}" if self.theme == "depth" else ""
        return f'<title>{title}</title>{more}{last}<a href="{up}over/deze/">{page.html}'


def page(name: str, language: Language = "nl") -> Page:
    """Return a page with awkward words."""
    return Page(f"over/{name}/", HOSTILE, HOSTILE, f"<h1>{HOSTILE}</h1>", "entry", language=language)


def test_a_frame_is_made_once_for_a_folder() -> None:
    """Two pages of the theme decide for all others of the folder."""
    frame = Frame()
    shells = Shells(frame)
    pages = [page(f"p{number}") for number in range(50)]
    joined = [shells.around(item) for item in pages]
    assert frame.times == 2
    assert joined == [Frame()(item) for item in pages]


@pytest.mark.parametrize("theme", ["json", "contents"])
def test_what_is_not_foreseen_is_noticed(theme: str) -> None:
    """A title in a form we do not know, or a number of headings: every page by itself, and said."""
    shells = Shells(Frame(theme))
    shown = replace(page("een"), toc=(Heading("Een", "een", 2),))
    assert shells.around(shown) == Frame(theme)(shown)
    assert len(shells.unfit) == 1
    assert shells.mark_of(shells.place_of(shown), shown.address) == ""


def test_a_page_the_frame_links_to_is_made_by_itself() -> None:
    """A theme may write a link to the page itself in another way: shorter, or marked as the current one."""
    shells = Shells(Frame())
    assert shells.mark_of(shells.place_of(page("deze")), "over/deze/") == ""
    assert shells.mark_of(shells.place_of(page("die")), "over/die/") != ""


def test_folders_kinds_and_languages_have_frames_of_their_own() -> None:
    """What a theme may tell pages apart by is never shared."""
    shells = Shells(Frame())
    one = page("een")
    others = [
        replace(one, address="elders/een/"),
        replace(one, kind="term"),
        replace(one, language="en"),
        replace(one, json_ld="{}"),
        replace(one, description=""),
    ]
    assert len({shells.place_of(item) for item in [one, *others]}) == 6


@pytest.mark.parametrize("address", ["", "Over/Een/", "over/é/", "over/a b/", "over//a/", "../a/"])
def test_an_unusual_address_is_made_by_itself(address: str) -> None:
    """Only plain addresses are the same in links and in the address of the page."""
    assert Shells(Frame()).place_of(replace(page("een"), address=address)) == ""
