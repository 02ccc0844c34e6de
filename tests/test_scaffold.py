"""A draft asks for what the rules ask for, and is written so that it is read as it was typed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue, load
from generator.cli.desk import ABOUT_NAMES
from generator.documents import read
from generator.findings import Severity
from generator.model.choices import Kind, Status
from generator.model.choices_more import AdoptionStatus, ConfirmedBy, Domain
from generator.model.sections import REQUIRED_SECTION, SECTIONS
from generator.rules import all_rules
from generator.scaffold.assignments import assigned
from generator.scaffold.draft import Draft, findings
from generator.scaffold.names import LONGEST, id_of, name_problem, slug_of
from generator.scaffold.needs import COMPLETING, needed, needs_section, recommended, with_defaults

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 11, 24)


@cache
def catalogue() -> Catalogue:
    """Return the committed register and vocabularies, and the entries that examples refer to."""
    whole = load(ROOT / "catalogue")
    records = tuple(item for item in whole.records if item.is_entry and item.id in {"open-zaak", "signalen"})
    return replace(whole, records=records)


def start(kind: Kind, *assignments: str) -> Draft:
    """Return a draft of Woudenberg, with the defaults and some fields."""
    name = "open-zaak" if kind is Kind.ADOPTION else "een-nieuwe-naam"
    return with_defaults(assigned(Draft(kind, "woudenberg", name), assignments), TODAY)


def answered(draft: Draft) -> Draft:
    """Return the draft with every needed field filled in with its own example, and the required section."""
    while wanted := next(needed(draft, catalogue()), None):
        example = wanted.spec.about.in_language("nl").example.strip('"')
        draft = assigned(draft, [f"{wanted.name}={example}"])
    return draft.with_section(REQUIRED_SECTION, "Dit.") if needs_section(draft) else draft


def errors(draft: Draft) -> list[str]:
    """Return the rules that a draft breaks."""
    found = findings(draft, catalogue(), "catalogue", TODAY)
    return [item.rule for item in found if item.severity is Severity.ERROR]


def without(draft: Draft, path: tuple[str, ...]) -> Draft:
    """Return the draft with one field less."""
    above = draft.get(path[:-1])
    assert isinstance(above, Mapping)
    rest = {name: value for name, value in above.items() if name != path[-1]}
    return draft.with_value(path[:-1], rest) if len(path) > 1 else replace(draft, fields=rest)


ENTRIES = [
    (kind, f"status={status.value}", f"themes={theme}", f"reviewed_by={reviewer}")
    for kind, status, theme, reviewer in product(
        (Kind.APPLICATION, Kind.PRACTICE), Status, ("services", "big-data"), ("owner", "editors")
    )
]
STARTS = [
    *ENTRIES,
    *((Kind.PRACTICE, f"domain={domain.value}", "status=in-use") for domain in Domain),
    *((Kind.APPLICATION, f"software.licence={name}") for name in ("MIT", "proprietary", "unknown")),
    *(
        (Kind.ADOPTION, f"status={status.value}", f"confirmed_by={by.value}")
        for status, by in product(AdoptionStatus, ConfirmedBy)
    ),
    (Kind.APPLICATION, "contact.url=https://www.woudenberg.nl/contact"),
    (
        Kind.APPLICATION,
        "maintenance.until=2027-01-01",
        "accessibility.statement_url=https://www.woudenberg.nl",
    ),
    (Kind.CALL, "reviewed_by=editors"),
    (Kind.CALL,),
    (Kind.ORGANISATION,),
    (Kind.ORGANISATION, "contact.role=Team informatie"),
]


@pytest.mark.parametrize("given", STARTS, ids=lambda given: " ".join(map(str, given)))
def test_answering_what_is_needed_satisfies_the_rules(given: tuple[Kind, str]) -> None:
    """For every status, theme, domain and reviewer: nothing is asked too little."""
    kind, *assignments = given
    assert errors(answered(start(kind, *assignments))) == []


@pytest.mark.parametrize("given", STARTS, ids=lambda given: " ".join(map(str, given)))
def test_nothing_is_needed_that_no_rule_asks_for(given: tuple[Kind, str]) -> None:
    """Each needed field, left out of a complete draft, breaks a rule: nothing is asked too much."""
    kind, *assignments = given
    for wanted in needed(start(kind, *assignments), catalogue()):
        complete = answered(start(kind, *assignments))
        assert errors(without(complete, wanted.path)) != [], wanted.name


@pytest.mark.parametrize("kind", list(Kind))
def test_recommended_fields_may_all_be_filled_in(kind: Kind) -> None:
    """A file with every recommended field and its example has no errors either."""
    draft = answered(start(kind))
    while wanted := next(recommended(draft), None):
        example = wanted.spec.about.in_language("nl").example.strip('"')
        draft = answered(assigned(draft, [f"{wanted.name}={example}"]))
    assert errors(draft) == []


def test_the_rules_it_knows_by_name_exist() -> None:
    """A renamed rule cannot make the conversation stumble over fields that are yet to come."""
    names = {item.rule.name for item in all_rules()}
    assert names >= COMPLETING | ABOUT_NAMES


# Which form a sign takes: without a sign before it that has forms, the reader refuses one.
SELECTORS = re.compile("[\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["C", "Zl", "Zp"], exclude_characters="\u00ad\u034f\u3164\uffa0"
    ),
    min_size=1,
).filter(lambda text: text == text.strip() and text.isprintable() and not SELECTORS.search(text))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(TEXT)
def test_a_text_is_read_as_it_was_typed(text: str) -> None:
    """Quotes, colons, hashes, numbers and words that YAML knows: all come back as they were."""
    draft = (
        Draft(Kind.APPLICATION, "woudenberg").with_value(("title",), text).with_value(("tags",), [text, "a"])
    )
    document, faults = read("entry.md", draft.text.encode())
    assert faults == []
    assert document.text("title") == text
    assert [found for _, found in document.texts("tags")] == [text, "a"]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(TEXT, min_size=1))
def test_a_body_is_read_as_it_was_typed(lines: list[str]) -> None:
    """The text below the fields is kept, in a file of Markdown and in one of YAML."""
    body = "\n".join(lines).strip()
    for kind in (Kind.CALL, Kind.ORGANISATION):
        draft = Draft(kind, "woudenberg").with_value(("website",), "https://www.woudenberg.nl")
        text = draft.with_section("", body).text
        ending = "yml" if kind is Kind.ORGANISATION else "md"
        document, faults = read(f"file.{ending}", text.encode())
        assert faults == []
        assert document.body.strip() == body


def test_sections_come_in_the_order_of_a_page() -> None:
    """In whatever order they are filled in."""
    draft = Draft(Kind.PRACTICE, "woudenberg")
    for title in reversed(SECTIONS):
        draft = draft.with_section(title, f"Over {title.lower()}.")
    assert [line[3:] for line in draft.body.splitlines() if line.startswith("## ")] == list(SECTIONS)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Open Zaak", "open-zaak"),
        ("  Café's & bistro's (2026)  ", "cafe-s-bistro-s-2026"),
        ("€ 100", "100"),
        ("日本", ""),
        ("woord " * 30, "woord-woord-woord-woord-woord-woord-woord-woord-woord-woord"),
        ("x" * 90, "x" * LONGEST),
    ],
)
def test_an_id_follows_from_the_title(title: str, expected: str) -> None:
    """Letters without accents, digits and hyphens, cut between words."""
    assert id_of(title) == expected


@pytest.mark.parametrize("name", ["../buiten", "con", "Hoofd", "a b", "", "x" * 61, "-a", "a--b", "é", "a.b"])
def test_a_name_that_is_no_id_is_refused(name: str) -> None:
    """Everything that is no portable id is refused with the same sentence."""
    problem = name_problem(catalogue(), Kind.CALL, "woudenberg", name)
    assert problem is not None
    assert problem.in_language("en").startswith(f"'{name[:59]}")


def test_an_organisation_goes_by_its_name_too() -> None:
    """A name, in whatever capitals, leads to the folder; a name that two have leads nowhere."""
    names = {
        name: slug_of(catalogue(), name) for name in ("utrecht", "UTRECHT", "'s-Hertogenbosch", "nergens")
    }
    assert names["utrecht"] == "utrecht"
    assert names["'s-Hertogenbosch"] in catalogue().organisations
    assert names["nergens"] == "nergens"
