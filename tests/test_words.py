"""Small judges of text: what is alike, what is a licence, which address is public, what is fit to show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.addresses import has_credentials, host_of, is_personal_mailbox, is_public_host
from generator.nearest import Nearest, nearest
from generator.spdx import licences_in
from generator.text import neutral, shown


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("sumary", ("summary",)),
        ("SUMMARY", ("summary",)),
        ("samen vatting", ()),
        ("statuss", ("status",)),
        ("contcat", ("contact",)),
        ("", ()),
        ("!!", ()),
        ("x" * 10_000, ()),
    ],
)
def test_a_slip_of_the_keyboard_is_understood(word: str, found: tuple[str, ...]) -> None:
    """The word that was meant, and nothing when no word is alike."""
    assert nearest(word, ["summary", "status", "contact", "title"]) == found


def test_a_term_is_found_by_any_of_its_names() -> None:
    """By id, title, synonym, or the word it begins with; an exact name wins."""
    index = Nearest(
        [("cybersecurity", "cs"), ("Digitale veiligheid", "cs"), ("hackers", "cs"), ("hackathon", "h")]
    )
    assert index.find("digitale veiligheit") == ("cs",)
    assert index.find("Cyber") == ("cs",)
    assert index.find("hackers") == ("cs",)
    assert index.find("hackatons") == ("h",)


@given(st.text(max_size=80), st.lists(st.text(min_size=1, max_size=20), max_size=20))
def test_what_is_found_is_on_the_list(word: str, words: list[str]) -> None:
    """Never a word of its own making, and never more than asked for."""
    found = nearest(word, words, most=2)
    assert set(found) <= set(words)
    assert len(found) <= 2


@pytest.mark.parametrize(
    ("expression", "ids"),
    [
        ("EUPL-1.2", ("EUPL-1.2",)),
        ("MIT OR Apache-2.0", ("MIT", "Apache-2.0")),
        (
            "(MIT AND BSD-3-Clause) OR GPL-2.0-only WITH Classpath-exception-2.0",
            ("MIT", "BSD-3-Clause", "GPL-2.0-only"),
        ),
        ("LicenseRef-eigen", ()),
        ("DocumentRef-x:LicenseRef-y AND MIT", ("MIT",)),
        ("EUPL 1.2", None),
        ("MIT OR", None),
        ("MIT WITH", None),
        ("MIT WITH (x)", None),
        ("(MIT", None),
        (")MIT(", None),
        ("", None),
        ("(" * 5000, None),
        ("( AND LicenseRef- OR )EUPL-1.2", None),
        ("MIT OR MIT", ("MIT",)),
    ],
)
def test_a_licence_expression_is_read_or_refused(expression: str, ids: tuple[str, ...] | None) -> None:
    """The names in it, in order."""
    assert licences_in(expression) == ids


@pytest.mark.parametrize(
    ("url", "host", "public"),
    [
        ("https://www.voorbeeld.nl/x", "www.voorbeeld.nl", True),
        ("https://WWW.Voorbeeld.NL.:8080?x", "www.voorbeeld.nl", True),
        ("https:\\\\evil.example", "evil.example", True),
        ("https://münchen.example", "münchen.example", True),
        ("https://localhost", "localhost", False),
        ("https://a@127.0.0.1:80/", "127.0.0.1", False),
        ("https://2130706433/", "2130706433", False),
        ("https://0x7f.0.0.1", "0x7f.0.0.1", False),
        ("https://a.0x", "a.0x", False),
        ("https://[::1]:80/", "[::1", False),
        ("https://x.nip.io", "x.nip.io", False),
        ("https:///pad", "pad", False),
        ("mailto:a@b.nl", None, None),
    ],
)
def test_a_host_is_judged_as_a_browser_takes_it(url: str, host: str | None, public: bool | None) -> None:  # noqa: FBT001
    """Numbers in any notation and names inside a network are not public."""
    assert host_of(url) == host
    assert (host is None and public is None) or is_public_host(host or "") is public


def test_a_password_in_an_address_is_seen() -> None:
    """Also when the at sign is written as a code."""
    assert has_credentials("https://a:b@c.nl/")
    assert has_credentials("https://a%40c.nl/")
    assert not has_credentials("https://c.nl/@a")


@pytest.mark.parametrize(
    ("address", "personal"),
    [
        ("j.jansen@voorbeeld.nl", True),
        ("jan.de.vries@voorbeeld.nl", True),
        ("jan.jansen@voorbeeld.nl", True),
        ("informatie@gmail.com", True),
        ("informatie@voorbeeld.nl", False),
        ("team.data@voorbeeld.nl", False),
        ("open-zaak@voorbeeld.nl", False),
        ("gemeente@den-haag.nl", False),
        ("@voorbeeld.nl", False),
    ],
)
def test_the_mailbox_of_one_person_is_recognised(address: str, personal: bool) -> None:  # noqa: FBT001
    """By its form, or by its provider."""
    assert is_personal_mailbox(address) is personal


def test_text_of_others_is_made_fit_to_show() -> None:
    """What cannot be seen is written out; what is long is cut; emoji and accents stay."""
    assert neutral("a\x1b\u202e\U000e0041b") == "a\\x1b\\u202e\\U000e0041b"
    assert neutral("é 👩‍💻 市場") == "é 👩‍💻 市場"
    assert shown("x" * 61) == f"{'x' * 59}…"
    assert shown(12) == "12"
