"""The pages that explain rules and fields say all there is to say, and nothing that is no longer so."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.catalogue import load
from generator.findings import Severity
from generator.messages import LANGUAGES, Language
from generator.model.about import Need, fields_of
from generator.model.kinds import MODELS
from generator.pages import fields, rules, vocabularies
from generator.pages.field_forms import form_of, limit_of
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.spans import Span, spans
from generator.rules import all_rules

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
EXPECTED: dict[Language, str] = {"nl": "expected.txt", "en": "expected.en.txt"}


@cache
def site(language: Language) -> Site:
    """Return the committed catalogue, read once for each language."""
    return Site(load(ROOT / "catalogue"), dt.date(2026, 11, 24), language)


@cache
def pages(language: Language) -> dict[str, Page]:
    """Return the pages of this guide by address."""
    made = [module.pages(site(language)) for module in (rules, fields, vocabularies)]
    return {page.address: page for group in made for page in group}


class Words(HTMLParser):
    """Collects the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Tell cells of a table apart."""
        del attrs
        if tag in {"th", "td"}:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        """Take a piece of text."""
        self.words.append(data)

    @property
    def text(self) -> str:
        """The text with single spaces."""
        return " ".join("".join(self.words).split())


def text_of(page: Page) -> str:
    """Return what a reader reads on a page."""
    return Words(page.html).text


def first_finding(case: Path, name: str, language: Language) -> str:
    """Return the first finding of a rule in the expected output of its case."""
    findings = (case / EXPECTED[language]).read_text("utf-8").strip("\n").split("\n\n")
    return next((item for item in findings if f"[{name}]" in item.splitlines()[0]), "")


def test_the_example_of_each_rule_comes_from_its_case(*, is_update: bool) -> None:
    """What the page of a rule shows is what `catalogue validate` prints; `--update` takes it over anew."""
    examples = {
        item.rule.name: {
            language: first_finding(CASES / item.rule.name, item.rule.name, language)
            for language in LANGUAGES
        }
        for item in all_rules()
    }
    text = json.dumps(examples, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    if is_update:
        rules.EXAMPLES.write_text(text, "utf-8")
    assert rules.EXAMPLES.read_text("utf-8") == text
    assert [name for name, shown in examples.items() if not all(shown.values())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_page_with_why_repair_and_example(language: Language) -> None:
    """A finding leads to a page that says what, why and how to put it right, in the reader's language."""
    for item in all_rules():
        page = pages(language)[rules.address_of(item.rule.name)]
        shown = text_of(page)
        for message in (item.rule.summary, item.rule.why, item.rule.repair):
            assert message.in_language(language).replace("`", "").rstrip(".") in shown
        assert f"[{item.rule.name}]" in shown
        assert item.rule.name in pages(language)[rules.FOLDER].html


def test_rules_are_listed_by_how_grave_they_are() -> None:
    """Errors first, then warnings, then remarks; each group says what it means for who sends something in."""
    headings = [heading.id for heading in pages("nl")[rules.FOLDER].toc]
    there = {item.rule.severity for item in all_rules()}
    assert headings == [severity.value for severity in Severity if severity in there]


@pytest.mark.parametrize("kind", [*map(str, fields.GUIDES)])
def test_every_field_is_explained_once(kind: str) -> None:
    """Each field of the model stands on the page of its kind, with its words and its example."""
    page = pages("nl")[fields.address_of(kind)]
    shown = fields.fields_in(site("nl"), kind)
    assert [item.path for item in shown] == list(dict.fromkeys(item.path for item in shown))
    assert re.findall(r"<h[2-4] id=\"([^\"]+)\"", page.html) == [item.id for item in shown]
    for item in shown:
        assert item.about.text.replace("`", "") in text_of(page), item.path
        assert f"{item.name}: {item.about.example}" in text_of(page), item.path
        assert all(choice.nl in text_of(page) for choice in item.choices), item.path


def test_the_guide_has_a_page_for_every_kind() -> None:
    """Also for vocabularies, which officials extend; the entrance leads to each of them."""
    assert list(fields.GUIDES) == [*(kind.value for kind in MODELS), "vocabulary"]
    entrance = pages("nl")[fields.FOLDER].html
    assert all(f'href="../../{fields.address_of(kind)}"' in entrance for kind in fields.GUIDES)


def test_every_term_stands_in_its_list() -> None:
    """Who fills in a role or a law finds the value to write; a withdrawn one names its successor."""
    for name, terms in site("nl").catalogue.vocabularies.items():
        shown = text_of(pages("nl")[vocabularies.address_of_list(name)])
        assert [term.id for term in terms.values() if f"{term.id} {term.title}" not in shown] == []
    moved = pages("nl")[vocabularies.address_of_list("bio2")].html
    assert "Gebruik " in moved


FORMS = {
    "title": ("Tekst op één regel", "2 tot 80 tekens"),
    "status": ("Een waarde uit de lijst", ""),
    "themes": ("Een waarde uit de lijst", "Een lijst van hooguit 3"),
    "contact": ("Een groep velden", ""),
    "contact.email": ("E-mailadres", ""),
    "contact.url": ("Webadres", ""),
    "reviewed": ("Dag: `2026-11-24`", ""),
    "co_owners": ("Naam van de map van een organisatie", "Een lijst van hooguit 40"),
    "tags": ("Tekst op één regel", "Een lijst van hooguit 12"),
    "facilities": ("Een groep velden", "Een lijst van hooguit 30"),
    "facilities.note": ("Tekst op één regel", "Hooguit 200 tekens"),
    "services.volume_per_year": ("Heel getal", ""),
    "security.availability": ("Heel getal van 1 tot en met 3", ""),
    "reuse.effort": ("Een waarde uit de lijst", ""),
    "security.pentested": ("Dag: `2026-11-24`", ""),
    "related": ("Bestandsnaam van een toepassing of praktijk, zonder .md", "Een lijst van hooguit 20"),
    "aliases": ("Kleine letters, cijfers en streepjes", "Een lijst van hooguit 10"),
    "example": ("`true` (ja) of `false` (nee)", ""),
}


def test_the_form_of_a_field_is_said_in_words() -> None:
    """What a value is and how much of it, for one field of every sort."""
    model = next(iter(MODELS.values()))
    specs = {".".join(step for step in spec.path if step != "*"): spec for spec in fields_of(model)}
    shown = {}
    for path in FORMS:
        limit = limit_of(specs[path])
        shown[path] = (form_of(specs[path]).in_language("nl"), limit.in_language("nl") if limit else "")
    assert shown == FORMS


def test_a_partial_date_shows_its_three_forms() -> None:
    """A year, a month or a day."""
    specs = {spec.name: spec for model in MODELS.values() for spec in fields_of(model)}
    expected = "Jaar, maand of dag: `2026`, `2026-11` of `2026-11-24`"
    assert form_of(specs["since"]).in_language("nl") == expected


def test_every_need_has_words() -> None:
    """However much a field is wanted, the page can say it."""
    assert set(fields.NEEDS) == set(Need)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("", ()),
        ("plain", (Span("plain", is_code=False),)),
        (
            "Use `a` or `b`.",
            (
                Span("Use ", is_code=False),
                Span("a", is_code=True),
                Span(" or ", is_code=False),
                Span("b", is_code=True),
                Span(".", is_code=False),
            ),
        ),
        ("A ` alone", (Span("A ` alone", is_code=False),)),
        ("`a` and `", (Span("a", is_code=True), Span(" and `", is_code=False))),
    ],
)
def test_code_in_a_sentence_is_found(sentence: str, expected: tuple[Span, ...]) -> None:
    """What stands between backticks is code; a lone backtick is a backtick."""
    assert spans(sentence) == expected
