"""`catalogue build` as a process: what it makes, what it refuses, and that it never costs a site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from project import Project, fingerprints, project_in

from generator.build.lock import only_one
from generator.build.publish import places_of


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that was not built yet."""
    return project_in(tmp_path / "project")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a site, to copy."""
    project = project_in(tmp_path_factory.mktemp("first") / "project")
    assert project.build().returncode == 0
    return project


@pytest.fixture
def built(first: Project, tmp_path: Path) -> Project:
    """A project with a site."""
    return Project(Path(shutil.copytree(first.folder, tmp_path / "project")))


def left_beside(project: Project) -> list[str]:
    """Return what stands in the project that a reader does not expect there."""
    return sorted(item.name for item in project.folder.iterdir() if item.name.startswith(".site"))


def test_a_build_puts_a_whole_site_in_place_and_says_where(project: Project) -> None:
    """One command makes pages, styles, scripts and the search index, and leaves nothing beside them."""
    result = project.build()
    pages = len(list(project.site.rglob("index.html"))) - len(list((project.folder / "docs").rglob("*.md")))
    expected = f"De site staat in 'site': {pages} pagina's.\n"
    assert (result.returncode, result.stdout, result.stderr) == (0, "", expected)
    assert {
        "index.html",
        "404.html",
        "toepassingen/meldingen/index.html",
        "zoeken/index.html",
        "privacy/index.html",
        "sitemap.xml",
        "assets/javascripts/search/page.js",
        "zoekindex/index.json",
    } <= fingerprints(project.site).keys()
    assert left_beside(project) == []


def test_errors_are_printed_and_the_old_site_stays(built: Project) -> None:
    """Whoever breaks a file sees where, and readers see what they saw before."""
    before = fingerprints(built.site)
    built.replace("status: in-use", "status: verzonnen")
    result = built.build("--language", "en")
    place = "catalogue/organisations/voorbeeldstad/applications/meldingen.md:5:9"
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout == (
        f"{place}: error [choice-is-known] 'verzonnen' is not a choice for 'status'\n"
        "  5 | status: verzonnen\n"
        "    |         ^^^^^^^^^ choose: idea, pilot, in-use, phasing-out or stopped\n"
    )
    assert fingerprints(built.site) == before


def test_warnings_are_errors_only_when_asked(project: Project) -> None:
    """`--strict` is for who publishes; everyone else gets a site and the warnings."""
    project.replace("licence: EUPL-1.2", "licence: GPL-3.0")
    strict = project.build("--strict")
    lenient = project.build()
    assert (strict.returncode, project.site.exists()) == (1, True)
    assert lenient.returncode == 0
    assert strict.stdout == lenient.stdout != ""


def test_a_second_build_says_that_the_first_is_at_work(built: Project) -> None:
    """Two builds never write into each other's folder."""
    before = fingerprints(built.site)
    with only_one(places_of(built.site).lock):
        result = built.build()
    message = "catalogue: deze map wordt al gebouwd. Wacht tot dat klaar is.\n"
    assert (result.returncode, result.stderr) == (2, message)
    assert fingerprints(built.site) == before
    assert built.build().returncode == 0


def test_a_web_server_may_read_every_file(built: Project) -> None:
    """A site that was built by root with a strict mask is not a site of empty pages."""
    modes = {oct(path.stat().st_mode & 0o777) for path in built.site.rglob("*")}
    assert modes == {"0o755", "0o644"}


def test_a_folder_with_other_files_is_never_replaced(project: Project) -> None:
    """`--output` with a slip of the keyboard does not empty somebody's documents."""
    precious = project.folder / "letters"
    precious.mkdir()
    (precious / "to-my-mother.txt").write_text("Dear", encoding="utf-8")
    result = project.build("--output", "letters")
    message = (
        "catalogue: in de map voor de site staat iets anders: 'to-my-mother.txt'. "
        "Kies een andere map met --output.\n"
    )
    assert (result.returncode, result.stderr) == (2, message)
    assert fingerprints(precious).keys() == {"to-my-mother.txt"}


def test_a_link_that_leads_nowhere_stops_the_build(built: Project) -> None:
    """A hand-written page with a broken link is found before a reader finds it."""
    before = fingerprints(built.site)
    built.append("docs/privacy.md", "\n[Meer](verzonnen.md)\n")
    result = built.build()
    message = (
        "catalogue: de site kon niet worden gemaakt.\n"
        "Doc file 'privacy.md' contains a link 'verzonnen.md', but the target is not found among "
        "documentation files.\n"
    )
    assert (result.returncode, result.stderr) == (2, message)
    assert fingerprints(built.site) == before


def test_without_a_description_of_the_site_the_command_says_what_is_missing(project: Project) -> None:
    """A wrong folder gives a sentence, not a traceback."""
    (project.folder / "mkdocs.yml").unlink()
    result = project.build()
    message = "catalogue: de site kon niet worden gemaakt.\nConfig file 'mkdocs.yml' does not exist.\n"
    assert (result.returncode, result.stderr) == (2, message)


def test_a_description_without_the_plugin_is_explained(project: Project) -> None:
    """A site that would have no catalogue in it is not built."""
    (project.folder / "mkdocs.yml").write_text("site_name: Proef\ntheme: material\n", encoding="utf-8")
    result = project.build("--language", "en")
    message = (
        "catalogue: the site could not be made.\n"
        "'plugins:' in mkdocs.yml does not name the plugin 'catalogue'.\n"
    )
    assert (result.returncode, result.stderr) == (2, message)


def test_what_cannot_be_written_is_named(project: Project) -> None:
    """The system's reason stands behind the place, in one line."""
    project.append("taken", "a file")
    result = project.build("--output", "taken/site")
    assert result.returncode == 2
    assert result.stderr.splitlines() == [
        "catalogue: de site kon niet worden gemaakt.",
        f"'{project.folder}/taken' is niet te gebruiken: er staat al iets met deze naam.",
    ]


def test_findings_are_named_from_where_one_stands(project: Project) -> None:
    """A path in a message can be clicked, also when the project lies elsewhere."""
    project.replace("status: in-use", "status: verzonnen")
    result = project.run("generator.cli", "build", "--config-file", "./mkdocs.yml")
    away = Project(project.folder.parent).run("generator.cli", "build", "-f", "project/mkdocs.yml")
    assert result.stdout.startswith("catalogue/organisations/voorbeeldstad/")
    assert away.stdout.startswith("project/catalogue/organisations/voorbeeldstad/")
