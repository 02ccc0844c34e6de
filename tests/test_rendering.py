"""Templates: everything escaped, links relative, words and figures in the reader's language."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import pytest
from catalogues import site_in
from jinja2 import UndefinedError
from project import ROOT

from generator.messages import LANGUAGES, Language, msg
from generator.model.choices import Status
from generator.model.vocabulary import Term
from generator.pages import all_pages
from generator.pages.page import Heading
from generator.pages.rendering import collected_icons, environment, headings, icon, relative


def rendered(text: str, address: str = "", language: Language = "nl", **values: object) -> str:
    """Return what a template of one line gives."""
    return environment(language).from_string(text).render(address=address, language=language, **values)


@pytest.mark.parametrize(
    ("address", "page", "expected"),
    [
        ("toepassingen/a/", "", "toepassingen/a/"),
        ("toepassingen/a/", "toepassingen/b/", "../../toepassingen/a/"),
        ("", "toepassingen/b/", "../../"),
        ("", "", "./"),
        ("zoeken/?q=x", "zoeken/", "../zoeken/?q=x"),
        ("organisaties/#z", "toepassingen/pagina/2/", "../../../organisaties/#z"),
    ],
)
def test_links_work_below_any_address(address: str, page: str, expected: str) -> None:
    """A link counts from its page, never from the root of the server."""
    assert relative(address, page) == expected
    assert rendered("{{ target|url }}", page, target=address) == expected


def test_every_value_is_escaped() -> None:
    """What a contributor writes is text, in an element and in an attribute."""
    hostile = "\"><script>alert(1)</script>'"
    assert rendered('<a title="{{ x }}">{{ x }}</a>', x=hostile) == (
        '<a title="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;">'
        "&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;</a>"
    )


def test_values_inside_a_translated_sentence_are_escaped() -> None:
    """The sentence may have markup of ours; the value in it may not."""
    assert (
        rendered("{% trans owner='<b>' %}From {{ owner }}.{% endtrans %}", language="en") == "From &lt;b&gt;."
    )


def test_a_missing_value_is_an_error() -> None:
    """An empty place on a page would go unseen."""
    with pytest.raises(UndefinedError, match="missing"):
        rendered("{{ missing }}")


@pytest.mark.parametrize(
    ("template", "dutch", "english"),
    [
        ("{{ day|date }}", "5 maart 2026", "5 March 2026"),
        ("{{ 33171|number }}", "33.171", "33,171"),
        ("{{ '2014'|partial_date }}", "2014", "2014"),
        ("{{ '2014-03'|partial_date }}", "maart 2014", "March 2014"),
        ("{{ '2014-03-05'|partial_date }}", "5 maart 2014", "5 March 2014"),
        ("{{ status|label }}", "In gebruik", "In use"),
        ("{{ term|label }}", "Openbaarheid", "Openness"),
        ("{{ words|say }}", "gesloten op 5 maart", "closed on 5 maart"),
        ("{{ _('Organisations') }}", "Organisaties", "Organisations"),
        ("<p{{ dutch }}>", "<p>", '<p lang="nl">'),
        ("{{ 'a b&c/d'|query }}", "a%20b%26c%2Fd", "a%20b%26c%2Fd"),
        ("{{ 'https://www.voorbeeld.nl/a'|host }}", "voorbeeld.nl", "voorbeeld.nl"),
    ],
)
def test_words_dates_and_figures_are_in_the_language_of_the_page(
    template: str, dutch: str, english: str
) -> None:
    """The same template serves both languages."""
    values = {
        "day": dt.date(2026, 3, 5),
        "status": Status.IN_USE,
        "term": Term(id="openness", title="Openbaarheid", title_en="Openness"),
        "words": msg("closed on {day}", day="5 maart"),
    }
    assert rendered(template, "", "nl", **values) == dutch
    assert rendered(template, "", "en", **values) == english


@pytest.mark.parametrize("name", ["shield-lock-outline", "../../../secret", "no-such-icon", ""])
def test_an_icon_is_a_drawing_that_is_not_read_out(name: str) -> None:
    """A name that is not in the set, whatever it is, gives another icon and never another file."""
    made = icon(name)
    assert re.fullmatch(r'<i class="c-icon c-icon--[a-z-]+"></i>', made)
    assert (made == icon("circle-medium")) == (name != "shield-lock-outline")


def test_the_contents_of_a_page_are_its_headings_with_an_id() -> None:
    """Words only: no icon, no tag, no entity."""
    html = (
        '<h1>T</h1><h2 id="a">Een &amp; <em>twee</em></h2><h2>zonder</h2><h3 id="c">C</h3><h2 id="b">\nB</h2>'
    )
    assert headings(html) == (Heading("Een & twee", "a", 2), Heading("B", "b", 2))


def test_every_template_can_be_read_in_both_languages() -> None:
    """A template with a mistake is found here, not on the page that uses it first."""
    for language in LANGUAGES:
        made = environment(language)
        names = made.list_templates()
        assert [made.get_template(name).name for name in names] == names


def test_icons_that_pages_use_are_collected_in_one_sheet() -> None:
    """Who uses another icon runs `.ci/icons.py`; a browser then loads all drawings once, for every page."""
    result = subprocess.run([sys.executable, ".ci/icons.py", "--check"], cwd=ROOT, check=False)
    assert result.returncode == 0


def test_every_icon_on_a_page_has_a_drawing(tmp_path: Path) -> None:
    """A name that is not in the sheet would be a black square; one of a catalogue is drawn in the page."""
    html = "".join(page.html for page in all_pages(site_in(tmp_path)))
    named = set(re.findall(r"c-icon--([a-z0-9-]+)", html))
    assert named
    assert named - collected_icons() == set()
    assert icon("zodiac-leo").startswith('<svg class="c-icon" aria-hidden="true"')
