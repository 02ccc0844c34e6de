"""The MkDocs plugin: `mkdocs build` as a process, and pages with hostile words in a real build."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from project import Project, fingerprints, project_in

from generator.build.errors import SiteError
from generator.pages.page import Heading, Page
from generator.pages.planning import planned
from generator.plugin.engine import Engine

HOSTILE = '"><script>alert(1)</script>{{ 7 * 7 }}{% include "x" %}'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that was not built yet."""
    return project_in(tmp_path / "project")


def built_with(project: Project, *pages: Page) -> Path:
    """Build a project with other pages than its own, and return the site."""
    engine = Engine(project.folder / "mkdocs.yml")
    content = engine.read()
    shown = {plan.address: plan for plan in (*content.plans, *map(planned, pages))}
    engine.build(replace(content, findings=(), plans=tuple(shown.values())), project.site, lambda _: None)
    return project.site


def test_mkdocs_builds_the_same_site_as_our_command(project: Project, tmp_path: Path) -> None:
    """Who knows MkDocs can use it: every byte is the same."""
    ours = project.build()
    theirs = project.run("mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "theirs"))
    assert (ours.returncode, theirs.returncode) == (0, 0)
    assert fingerprints(tmp_path / "theirs") == fingerprints(project.site)


def test_mkdocs_prints_errors_and_leaves_the_old_site(project: Project) -> None:
    """MkDocs empties the folder of a site first; a catalogue with errors is refused before that."""
    assert project.run("mkdocs", "build", "--quiet").returncode == 0
    before = fingerprints(project.site)
    project.replace("status: in-use", "status: verzonnen")
    result = project.run("mkdocs", "build", "--quiet")
    assert result.returncode == 1
    assert "catalogue/organisations/voorbeeldstad/applications/meldingen.md:5:9: " in result.stderr
    assert "Traceback" not in result.stderr
    assert fingerprints(project.site) == before


def test_a_page_twice_is_refused(project: Project) -> None:
    """A hand-written page cannot silently take the place of one of the catalogue, nor the reverse."""
    project.append("docs/toepassingen.md", "# Toepassingen\n")
    result = project.build("--language", "en")
    message = (
        "catalogue: the site could not be made.\n"
        "Zowel 'toepassingen.md' als de catalogus maakt de pagina 'toepassingen/'.\n"
    )
    assert (result.returncode, result.stderr) == (2, message)


def test_words_of_others_never_become_markup_or_templates(project: Project) -> None:
    """Title, description, headings and structured data of a page are text, wherever the theme shows them."""
    page = Page(
        "proef/",
        title=HOSTILE,
        description=HOSTILE,
        html="<h1>Proef</h1>",
        kind="entry",
        toc=(Heading(HOSTILE, "a", 2),),
        json_ld=f'{{"name": "{HOSTILE}"}}',
    )
    html = (built_with(project, page) / "proef/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert "49" not in re.sub(r"[0-9a-f]{8}\.min", "", html.split("<body")[0])
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 * 7 }}") == 2
    assert '\\u003cscript>alert(1)\\u003c/script>{{ 7 * 7 }}{% include "x" %}"}' in html


def test_a_page_is_dated_by_its_facts_and_the_others_by_the_build(project: Project) -> None:
    """A search engine learns when something changed, not when the site was built."""
    page = Page("proef/", "Proef", "", "<h1>Proef</h1>", "entry", changed=dt.date(2020, 2, 3))
    description = project.folder / "mkdocs.yml"
    text = description.read_text(encoding="utf-8")
    text = text.replace('!ENV [SITE_URL, ""]', "https://example.org/delen/")
    text = text.replace('!ENV [SOURCE_DATE_EPOCH, ""]', "1796083200")
    description.write_text(text, encoding="utf-8")
    sitemap = (built_with(project, page) / "sitemap.xml").read_text(encoding="utf-8")
    dates = dict(re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", sitemap))
    assert dates["https://example.org/delen/proef/"] == "2020-02-03"
    assert dates["https://example.org/delen/privacy/"] == "2026-12-01"


def test_a_page_in_another_language_says_so(project: Project) -> None:
    """A screen reader pronounces English words on a Dutch site as English."""
    page = Page("proef/", "Trial", "", "<h1>Trial</h1>", "entry", language="en")
    html = (built_with(project, page) / "proef/index.html").read_text(encoding="utf-8")
    assert re.search(r'<article[^>]* lang="en">\s*<h1>Trial', html)


def test_a_style_sheet_of_the_site_itself_comes_last(project: Project) -> None:
    """A region can change the looks without a fork: its own file takes precedence."""
    project.append("docs/own.css", "p { color: green }")
    project.append("mkdocs.yml", "\nextra_css: [own.css]\n")
    html = (built_with(project) / "index.html").read_text(encoding="utf-8")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]*)"', html)
    assert sheets[-2:] == ["assets/stylesheets/catalogue.css", "own.css"]


def test_a_file_of_the_site_takes_the_place_of_ours(project: Project) -> None:
    """Our scripts and styles are a default, not a law."""
    project.append("docs/assets/javascripts/header.js", "// own")
    project.append("docs/assets/stylesheets/shell.css", "/* own */")
    assets = built_with(project) / "assets"
    assert (assets / "javascripts/header.js").read_text(encoding="utf-8") == "// own"
    sheet = (assets / "stylesheets/catalogue.css").read_text(encoding="utf-8")
    assert "/* own */" in sheet
    assert ".site-header__logo" not in sheet
    assert ".c-icon--" in sheet


def test_the_plugin_builds_in_another_language(project: Project) -> None:
    """One word in the description of the site turns the shell and the pages into English."""
    description = project.folder / "mkdocs.yml"
    text = description.read_text(encoding="utf-8").replace("language: nl", "language: en")
    description.write_text(text, encoding="utf-8")
    html = (built_with(project) / "toepassingen/index.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in html
    assert "Search the catalogue" in html


def test_a_description_with_a_fault_is_explained(project: Project) -> None:
    """What MkDocs does not accept is passed on as it says it."""
    project.append("mkdocs.yml", "\nuse_directory_urls: soms\n")
    with pytest.raises(SiteError) as caught:
        Engine(project.folder / "mkdocs.yml")
    assert any("use_directory_urls" in str(reason) for reason in caught.value.reasons)


def test_the_catalogue_may_be_elsewhere(project: Project, tmp_path: Path) -> None:
    """The option `folder` counts from the description of the site, not from where the command is run."""
    shutil.move(project.folder / "catalogue", project.folder / "data")
    result = Project(tmp_path).run(
        "generator.cli", "build", "-f", "project/mkdocs.yml", CATALOGUE_FOLDER="data"
    )
    assert result.returncode == 0
    assert (tmp_path / "site/toepassingen/meldingen/index.html").is_file()


def test_an_old_name_leads_to_the_page_it_has_now(project: Project) -> None:
    """A link in a mail of years ago still works, with and without JavaScript."""
    assert project.build().returncode == 0
    page = (project.site / "toepassingen/meldingen-oud/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<meta http-equiv="refresh" content="([^"]*)">', page) == ["0; url=../meldingen/"]
    assert re.findall(r'<a href="([^"]*)">Meldingen buiten</a>', page) == ["../../toepassingen/meldingen/"]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        (
            "nl",
            [
                "Zoeken",
                "Toepassingen",
                "Praktijken",
                "Thema's",
                "Organisaties",
                "Oproepen",
                "Mijn lijst",
                "Meedoen",
            ],
        ),
        (
            "en",
            [
                "Find",
                "Applications",
                "Practices",
                "Themes",
                "Organisations",
                "Calls",
                "My list",
                "Contribute",
            ],
        ),
    ],
)
def test_the_menu_speaks_the_language_of_the_theme(
    project: Project, language: str, labels: list[str]
) -> None:
    """One setting decides: what mkdocs.yml calls its pages is put into words like everything else."""
    description = project.folder / "mkdocs.yml"
    text = description.read_text(encoding="utf-8").replace("language: nl", f"language: {language}")
    description.write_text(text, encoding="utf-8")
    assert project.build().returncode == 0
    page = (project.site / "index.html").read_text(encoding="utf-8")
    menu = page[page.index('id="site-nav"') : page.index("</nav>", page.index('id="site-nav"'))]
    assert [unescape(label) for label in re.findall(r">([^<>]+)</a>", menu)] == labels
