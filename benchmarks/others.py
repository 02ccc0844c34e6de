"""Projects of other programs with the same pages, and the commands that build these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles import Article

NAV = ("toepassingen", "praktijken", "themas", "organisaties", "oproepen", "bijdragen")

_MKDOCS = """\
site_name: Gemeenten delen
site_url: https://www.voorbeeld.nl/
theme: {{name: material, language: nl, font: false}}
plugins: {plugins}
markdown_extensions: [tables]
nav:
  - Home: index.md
{nav}not_in_nav: "*"
"""
_NO_SEARCH, _LUNR = "[]", "[{search: {lang: nl}}]"

_HUGO = """\
baseURL = "https://www.voorbeeld.nl/"
languageCode = "nl"
title = "Gemeenten delen"
disableKinds = ["RSS", "taxonomy", "term"]
"""
_HUGO_PAGE = """\
<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }} - {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
</head>
<body>
<header><a href="/">{{ site.Title }}</a><nav><ul>NAV</ul></nav></header>
<main>
<article>{{ .Content }}</article>
<aside>{{ .TableOfContents }}</aside>
</main>
<footer><p>{{ site.Title }}</p></footer>
</body>
</html>
"""
_NO_PAGE = "---\nbuild:\n  render: never\n---\n"


@dataclass(frozen=True)
class Programs:
    """Where the other programs are.

    Attributes:
        folder: A virtual environment with what `tools.txt` asks for.
    """

    folder: Path

    def named(self, name: str) -> str:
        """Return the path of a command written in Python."""
        return str(self.folder / "bin" / name)

    def binary(self, place: str) -> str:
        """Return the path of a program that a package brings, to do without the Python around it."""
        return str(next(self.folder.glob(f"lib/python*/site-packages/{place}")))


@dataclass(frozen=True)
class Way:
    """One way to build all pages.

    Attributes:
        name: As in the table.
        command: What is run.
        site: Folder of the pages.
        leavings: What is removed before each run.
        after: Name of an earlier way whose site this one goes on with; what both take is added up.
    """

    name: str
    command: Sequence[str]
    site: Path
    leavings: Sequence[Path]
    after: str = ""


def ways(programs: Programs, folder: Path) -> Sequence[Way]:
    """Return the ways that are compared; `lay_out` has written what they read below the folder."""
    lean, lunr, hugo, zensical = (folder / name for name in ("lean", "lunr", "hugo", "zensical"))
    hugo_builds = [programs.binary("hugo/binaries/hugo"), "--quiet", "--source", str(hugo)]
    zensical_builds = [programs.named("zensical"), "build", "-f", str(zensical / "mkdocs.yml")]
    kept = [zensical / "site", zensical / ".cache"]
    return (
        _mkdocs(programs, "Material", lean),
        _pagefind(programs, "Material, then Pagefind", lean / "site", "Material"),
        _mkdocs(programs, "Material with its search", lunr),
        Way("Hugo", hugo_builds, hugo / "public", [hugo / "public"]),
        _pagefind(programs, "Hugo, then Pagefind", hugo / "public", "Hugo"),
        Way("Zensical with its search", [*zensical_builds, "--clean"], zensical / "site", kept),
        Way("Zensical again, nothing changed", zensical_builds, zensical / "site", []),
    )


def _mkdocs(programs: Programs, name: str, project: Path) -> Way:
    command = [programs.named("mkdocs"), "build", "--quiet", "-f", str(project / "mkdocs.yml")]
    return Way(name, command, project / "site", [project / "site"])


def _pagefind(programs: Programs, name: str, site: Path, after: str) -> Way:
    # The article of every page and no facets: that takes it the least.
    program = programs.binary("pagefind_bin/pagefind")
    command = [program, "--site", str(site), "--root-selector", "article", "--quiet"]
    return Way(name, command, site, [site / "pagefind"], after)


def lay_out(pages: Iterable[Article], folder: Path) -> int:
    """Write the project of every program.

    Args:
        pages: Sorted by address.
        folder: Must not exist yet.

    Returns:
        How many pages each will make.
    """
    for name, plugins in (("lean", _NO_SEARCH), ("lunr", _LUNR), ("zensical", _LUNR)):
        _write(folder / name / "mkdocs.yml", _MKDOCS.format(plugins=plugins, nav=_each(_entry_of_mkdocs)))
    _write(folder / "hugo/hugo.toml", _HUGO)
    for layout in ("single", "list", "home"):
        text = _HUGO_PAGE.replace("NAV", _each(_entry_of_hugo))
        _write(folder / f"hugo/layouts/_default/{layout}.html", text)
    count = 0
    parents = {""}
    for page in pages:
        count += 1
        text = page.text(links_to_files=True)
        for name in ("lean", "lunr", "zensical"):
            _write(folder / name / "docs" / page.address / "index.md", text)
        parents.update(_above(page.address))
        _write(folder / "hugo/content" / page.address / "index.md", page.text(links_to_files=False))
    for address in parents:
        # To Hugo a folder with pages below it is something else than a page.
        file = folder / "hugo/content" / address / "index.md"
        if file.exists():
            file.rename(file.with_name("_index.md"))
        elif address and "/" not in address:
            # It would make a page of a folder of the first level in which only other pages are.
            _write(file.with_name("_index.md"), _NO_PAGE)
    return count


def _each(line: Callable[[str], str]) -> str:
    return "".join(map(line, NAV))


def _entry_of_mkdocs(name: str) -> str:
    return f"  - {name.capitalize()}: {name}/index.md\n"


def _entry_of_hugo(name: str) -> str:
    return f'<li><a href="/{name}/">{name.capitalize()}</a></li>'


def _above(address: str) -> Iterator[str]:
    while address := address.rstrip("/").rpartition("/")[0]:
        yield address


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
