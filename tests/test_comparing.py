"""The comparison with other programs: all get the same pages, and what is told of it is what was measured."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import project
import pytest

PAGE = """<!doctype html><html><head><title>{title} \N{EN DASH} Gemeenten delen</title>
<meta name="description" content="Over &quot;{title}&quot;."></head><body><main>
<article class="md-content__inner md-typeset" id="inhoud">{content}</article></main></body></html>"""

CONTENT = """<header><h1>Een * in een titel</h1><svg viewBox="0 0 1 1"><text>icoon</text></svg></header>
<p>Zie <a href="../zaken/#meer">zaken</a>, <a href="https://www.voorbeeld.nl/a/">buiten</a>,
<a href="#hier">hier</a> en <a href="/feed.xml">de feed</a>. <strong>Let op </strong>: 3 &lt; 4.</p>
<script>let a = "<p>";</script>
<ul><li>een<ol><li>eerst</li></ol></li><li><p>twee</p><p>meer</p></li></ul>
<dl><dt>Licentie</dt><dd>EUPL</dd></dl>
<table><thead><tr><th>wat</th><th>na</th></tr></thead><tbody><tr><td>tijd</td><td>2</td></tr></tbody></table>
<pre><code>a &lt; b
  *c*</code></pre><p>{{ slot }}</p>"""

MARKDOWN = r"""# Een \* in een titel

Zie [zaken](../zaken/), [buiten](https://www.voorbeeld.nl/a), hier en de feed. **Let op**: 3 &lt; 4.

-   een

    1.  eerst

-   twee

    meer

**Licentie**

EUPL

| wat | na |
|---|---|
| tijd | 2 |

```
a < b
  *c*
```

{&#123; slot }}"""


MINE = {"lean": "docs/a/index.md", "hugo": "content/a/b/c/index.md"}


def load(monkeypatch: pytest.MonkeyPatch, name: str) -> ModuleType:
    """Load a script of the benchmarks."""
    monkeypatch.syspath_prepend(project.ROOT / "benchmarks")
    return importlib.import_module(name)


def write_page(site: Path, address: str, title: str, content: str) -> None:
    """Write a page as our sites have it."""
    file = site / address / "index.html"
    file.parent.mkdir(parents=True)
    file.write_text(PAGE.format(title=title, content=content), encoding="utf-8")


def test_markdown_says_what_the_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program has as much text to read as ours has to write, and none of our scripts and icons."""
    assert load(monkeypatch, "articles").markdown(CONTENT) == MARKDOWN


def test_every_program_gets_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs and Zensical link to files; Hugo to addresses, with a name for a page that has others below."""
    site = tmp_path / "site"
    link = '<p><a href="a/b/">b</a></p>'
    write_page(site, "home", "Home", link)
    write_page(site, "a", "A", link)
    write_page(site, "a/b/c", "C", link)
    articles, others = load(monkeypatch, "articles"), load(monkeypatch, "others")
    assert others.lay_out(articles.articles(site), tmp_path / "others") == 3
    found = {
        name: sorted(
            file.relative_to(tmp_path / "others" / name).as_posix()
            for file in (tmp_path / "others" / name).rglob("*.md")
        )
        for name in ("lean", "lunr", "zensical", "hugo")
    }
    files = ["docs/a/b/c/index.md", "docs/a/index.md", "docs/home/index.md"]
    assert found == {
        "lean": files,
        "lunr": files,
        "zensical": files,
        "hugo": ["content/a/_index.md", "content/a/b/c/index.md", "content/home/index.md"],
    }
    front = '---\ntitle: "C"\ndescription: "Over \\"C\\"."\n---\n\n'
    read = {name: (tmp_path / "others" / name / MINE[name]).read_text("utf-8") for name in ("lean", "hugo")}
    assert read["hugo"] == f"{front}[b](a/b/)\n"
    assert read["lean"] == f"{front.replace('C', 'A')}[b](a/b/index.md)\n"


def test_a_picture_says_its_numbers_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who does not see the picture hears the same."""
    lines = {"ours": {100: 0.5, 1000: 4.0}, "<theirs>": {1000: 40.0}}
    picture = ET.fromstring(load(monkeypatch, "plots").growth_plot("Time", "seconds", lines))  # noqa: S314 - ours
    told = picture.find("{http://www.w3.org/2000/svg}desc")
    assert told is not None
    assert told.text == (
        "ours: 0.5 seconds at 100 entries, 4 seconds at 1,000 entries. <theirs>: 40 seconds at 1,000 entries."
    )


def test_the_table_compares_with_our_own_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ratio is of two builds of the same size, and what was kept reads back as it was."""
    results = load(monkeypatch, "results")
    rows = [
        results.Row(1000, 3000, results.OURS, cpu=4.0, wall=3.0, memory=99.6, files=3100, size=50_000_000),
        results.Row(1000, 3000, "Hugo", cpu=10.0, wall=5.0, memory=400),
    ]
    assert [*results.table(rows)][2:] == [
        "| 1,000 | 3,000 | ours, from nothing | 4.0 | 3.0 | 100 | 3,100 | 50 | 1.00 |",
        "| 1,000 | 3,000 | Hugo | 10.0 | 5.0 | 400 |  |  | 2.50 |",
    ]


def test_numbers_of_an_earlier_run_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sizes can be measured on different days and stand in one table."""
    results = load(monkeypatch, "results")
    rows = [results.Row(100, 300, "Hugo", cpu=1.5, wall=2.5, memory=30.25, load=1.0)]
    file = tmp_path / "results.json"
    assert results.kept(file) == ()
    file.write_text(
        results.as_json(results.this_machine(project.ROOT / "benchmarks/tools.txt"), rows), "utf-8"
    )
    assert results.kept(file) == rows
