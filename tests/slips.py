"""Slips that people make in an entry, and what the file looks like when they are mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from catalogues import BASE, TODAY

from generator.catalogue import load
from generator.repair import Repair, State, repair
from generator.rules import judge

APPLICATION = "catalogue/organisations/voorbeeldstad/applications/meldingen.md"
PRACTICE = "catalogue/organisations/voorbeeldstad/practices/phishing-oefening.md"
ADOPTION = "catalogue/organisations/nieuwland/adoptions/meldingen.md"
CALL = "catalogue/organisations/nieuwland/calls/samen-inkopen.md"
BODY = "catalogue/organisations/samenwerking-voorbeeld/organisation.yml"
END = "| lijst | de buitendienst |\n"


@dataclass(frozen=True)
class Slip:
    """A slip in a valid file.

    Attributes:
        rule: The rule that finds it.
        path: The file.
        good: What stands there.
        bad: What someone made of it.
        mended: What it is mended to; what stood there when it is not given.
        is_safe: Whether `--fix` alone mends it.
    """

    rule: str
    path: str
    good: str
    bad: str
    mended: str | None = None
    is_safe: bool = True

    @property
    def label(self) -> str:
        """A name for the test."""
        return f"{self.rule} {self.bad[:40]!r}"

    def broken(self, text: str) -> str:
        """Return a text with the slip in it."""
        return text.replace(self.good, self.bad, 1)

    def repaired(self, text: str) -> str:
        """Return a text as it is when the slip is mended."""
        return text.replace(self.good, self.good if self.mended is None else self.mended, 1)


SLIPS = (
    Slip("alias-is-free", APPLICATION, "aliases: [meldingen-oud]", "aliases: [meldingen, meldingen-oud]"),
    Slip(
        "body-has-no-attributes",
        APPLICATION,
        "## Wat is het",
        "## Wat is het\n\nKort. {.groot}",
        "## Wat is het\n\nKort.",
        is_safe=False,
    ),
    Slip(
        "body-has-no-images",
        APPLICATION,
        END,
        f"{END}\n![kaart](https://www.voorbeeld.nl/kaart.png)\n",
        f"{END}\n[kaart](https://www.voorbeeld.nl/kaart.png)\n",
        is_safe=False,
    ),
    Slip("choice-is-known", APPLICATION, "status: in-use", "status: In Use"),
    Slip("choice-is-known", APPLICATION, "status: in-use", "status: in gebruik"),
    Slip("choice-is-known", APPLICATION, "status: in-use", 'status: "in_use"', 'status: "in-use"'),
    Slip("choice-is-known", PRACTICE, "type: exercise", "type: excercise"),
    Slip("choice-is-known", PRACTICE, "type: exercise", "type: exercise-list", is_safe=False),
    Slip("date-is-valid", APPLICATION, "reviewed: 2026-11-01", "reviewed: 1-11-2026"),
    Slip("date-is-valid", APPLICATION, "reviewed: 2026-11-01", "reviewed: 2026/11/1"),
    Slip("date-is-valid", APPLICATION, "reviewed: 2026-11-01", "reviewed: 20261101"),
    Slip("date-is-valid", APPLICATION, "reviewed: 2026-11-01", "reviewed: 1 november 2026"),
    Slip("date-is-valid", ADOPTION, "since: 2025-03", "since: maart 2025"),
    Slip("date-is-valid", ADOPTION, "since: 2025-03", "since: 03-2025"),
    Slip("date-is-valid", APPLICATION, "assessed: 2026-03-05", "assessed: 5/3/2026", is_safe=False),
    Slip(
        "date-is-valid",
        APPLICATION,
        "assessed: 2026-03-05",
        "assessed: 2026-30-05",
        "assessed: 2026-05-30",
        is_safe=False,
    ),
    Slip("email-is-valid", APPLICATION, "email: informatie@", "email: mailto:informatie@"),
    Slip(
        "email-is-valid",
        APPLICATION,
        "email: informatie@voorbeeldstad.nl",
        'email: "Team <informatie@voorbeeldstad.nl>"',
        'email: "informatie@voorbeeldstad.nl"',
        is_safe=False,
    ),
    Slip(
        "email-is-written-plainly",
        APPLICATION,
        END,
        f"{END}\nMail informatie [at] voorbeeldstad.nl.\n",
        f"{END}\nMail informatie@voorbeeldstad.nl.\n",
        is_safe=False,
    ),
    Slip("field-has-a-value", APPLICATION, "status: in-use\n", "status: in-use\ntags:\n", is_safe=False),
    Slip("field-has-the-right-shape", APPLICATION, "legislation: [woo]", "legislation: woo"),
    Slip(
        "field-has-the-right-shape", APPLICATION, "hosting: [saas, self-hosted]", "hosting: saas, self-hosted"
    ),
    Slip("field-has-the-right-shape", APPLICATION, "status: in-use", "status: [in-use]"),
    Slip(
        "field-has-the-right-shape",
        APPLICATION,
        "themes: [services]",
        "themes: [services]\ntags: stoep, losse tegel",
        "themes: [services]\ntags: [stoep, losse tegel]",
        is_safe=False,
    ),
    Slip("field-is-given-once", APPLICATION, "status: in-use\n", "status: in-use\nstatus: in-use\n"),
    Slip("field-is-known", APPLICATION, "summary:", "sumary:"),
    Slip("field-is-known", APPLICATION, "summary:", "Samenvatting:"),
    Slip("field-is-known", APPLICATION, "\ntitle:", "\nTitle:"),
    Slip("field-is-known", APPLICATION, "personal_data:", "personal-data:"),
    Slip("field-is-known", APPLICATION, "themes:", "thema:", is_safe=False),
    Slip("file-has-no-byte-order-mark", APPLICATION, "---\ntitle: M", "\ufeff---\ntitle: M"),
    Slip("flag-is-true-or-false", APPLICATION, "example: true", "example: ja"),
    Slip("front-matter-is-there", APPLICATION, "---\ntitle: M", "\n\n---\ntitle: M"),
    Slip("front-matter-is-there", APPLICATION, "---\ntitle: M", "----\ntitle: M"),
    Slip("front-matter-is-there", APPLICATION, "---\ntitle: M", "\u2014-\ntitle: M"),
    Slip("front-matter-is-there", APPLICATION, "---\ntitle: M", "title: M"),
    Slip("front-matter-is-there", APPLICATION, "example: true\n---\n", "example: true\n", is_safe=False),
    Slip("heading-id-is-derived", APPLICATION, "## Wat is het", "## Wat is het {#wat}"),
    Slip("id-is-valid", APPLICATION, "related: [phishing-oefening]", "related: [Phishing oefening]"),
    Slip(
        "indent-uses-spaces", APPLICATION, "  advice: configure\n  effort:", "\tadvice: configure\n\teffort:"
    ),
    Slip(
        "licence-is-current",
        APPLICATION,
        "licence: EUPL-1.2",
        "licence: LGPL-9.0",
        "licence: LGPL-9.0-only",
        is_safe=False,
    ),
    Slip("licence-is-spdx", APPLICATION, "licence: EUPL-1.2", "licence: EUPL 1.2"),
    Slip(
        "licence-is-spdx",
        APPLICATION,
        "licence: EUPL-1.2",
        "licence: EUPL-1.2 or mit",
        "licence: EUPL-1.2 OR MIT",
    ),
    Slip("licence-is-spdx", APPLICATION, "licence: EUPL-1.2", "licence: EUPL-1.1", is_safe=False),
    Slip(
        "link-is-encrypted",
        APPLICATION,
        END,
        f"{END}\nZie [de site](http://www.voorbeeldstad.nl/kaart).\n",
        f"{END}\nZie [de site](https://www.voorbeeldstad.nl/kaart).\n",
        is_safe=False,
    ),
    Slip(
        "link-leads-somewhere", APPLICATION, "(../practices/phishing-oefening.md)", "(phishing-oefening.md)"
    ),
    Slip(
        "link-leads-somewhere",
        APPLICATION,
        "(../practices/phishing-oefening.md)",
        "(../practices/phishing-oefeningen.md)",
        is_safe=False,
    ),
    Slip(
        "list-has-no-doubles",
        APPLICATION,
        "hosting: [saas, self-hosted]",
        "hosting: [saas, self-hosted, saas]",
    ),
    Slip(
        "list-has-no-doubles",
        APPLICATION,
        "hosting: [saas, self-hosted]",
        "hosting:\n    - saas\n    - self-hosted\n    - saas",
        "hosting:\n    - saas\n    - self-hosted",
    ),
    Slip("number-is-valid", APPLICATION, "volume_per_year: 1200", "volume_per_year: 1.200"),
    Slip("number-is-valid", APPLICATION, "volume_per_year: 1200", "volume_per_year: 01200"),
    Slip(
        "number-is-valid", APPLICATION, "volume_per_year: 1200", "volume_per_year: circa 1200", is_safe=False
    ),
    Slip("organisation-exists", APPLICATION, "[waterschap-voorbeeld]", "[waterschap-vorbeeld]"),
    Slip("organisation-exists", APPLICATION, "[waterschap-voorbeeld]", "[waterschap]", is_safe=False),
    Slip(
        "organisation-still-exists",
        APPLICATION,
        "[waterschap-voorbeeld]",
        "[oudedorp]",
        "[nieuwland]",
        is_safe=False,
    ),
    Slip(
        "reference-leads-elsewhere",
        APPLICATION,
        "related: [phishing-oefening]",
        "related: [phishing-oefening, meldingen]",
        is_safe=False,
    ),
    Slip(
        "reference-leads-to-an-entry",
        APPLICATION,
        "related: [phishing-oefening]",
        "related: [phising-oefening]",
    ),
    Slip(
        "reference-leads-to-an-entry",
        PRACTICE,
        "example: true\n",
        "example: true\nrelated: [meldingen-oud]\n",
        "example: true\nrelated: [meldingen]\n",
    ),
    Slip(
        "reference-leads-to-an-entry",
        APPLICATION,
        "related: [phishing-oefening]",
        "related: [phishing]",
        is_safe=False,
    ),
    Slip("required-section-is-present", PRACTICE, "## Wat lost het op", "#### Wat lost het op"),
    Slip("section-has-text", APPLICATION, END, f"{END}\n## Lessen\n", f"{END}\n", is_safe=False),
    Slip("section-is-known", APPLICATION, "## Wat is het", "## Wat is het?"),
    Slip("section-is-known", APPLICATION, "## Wat is het", "## Wat is het eigenlijk", is_safe=False),
    Slip(
        "term-is-current",
        PRACTICE,
        'controls: ["6.3"]',
        'controls: ["5.04.02"]',
        'controls: ["5.10.02"]',
        is_safe=False,
    ),
    Slip("term-is-known", PRACTICE, "themes: [cybersecurity]", "themes: [hackers]"),
    Slip("term-is-known", PRACTICE, "themes: [cybersecurity]", "themes: [Cybersecurty]"),
    Slip("term-is-known", PRACTICE, "themes: [cybersecurity]", "themes: [cyber]", is_safe=False),
    Slip(
        "text-is-one-line",
        PRACTICE,
        "title: Oefenen met valse mail",
        "title: |\n  Oefenen met\n  valse mail",
        'title: "Oefenen met valse mail"',
        is_safe=False,
    ),
    Slip("text-is-visible", APPLICATION, "Inwoners melden", "Inwoners\u200b melden"),
    Slip("text-is-visible", APPLICATION, "Inwoners melden", "Inwoners\u202e melden", is_safe=False),
    Slip(
        "title-is-not-repeated",
        APPLICATION,
        "## Wat lost",
        "# Meldingen buiten\n\n## Wat lost",
        "\n## Wat lost",
    ),
    Slip("url-is-valid", APPLICATION, 'url: "https://www', 'url: "https//www'),
    Slip(
        "url-is-valid",
        APPLICATION,
        'url: "https://www.voorbeeldstad.nl/meldingen"',
        'url: "<https://www.voorbeeldstad.nl/meldingen>"',
    ),
    Slip(
        "link-leads-somewhere",
        APPLICATION,
        "## Wat is het\n",
        "## Wat is het\n\n[Terug](#Wat-lost-het-op)\n",
        "## Wat is het\n\n[Terug](#wat-lost-het-op)\n",
    ),
    Slip(
        "url-is-valid",
        APPLICATION,
        "related:",
        'sources: [{url: "http://www.voorbeeldstad.nl/x", retrieved: 2026-10-01, what: nieuws}]\nrelated:',
        'sources: [{url: "https://www.voorbeeldstad.nl/x", retrieved: 2026-10-01, what: nieuws}]\nrelated:',
        is_safe=False,
    ),
    Slip(
        "yaml-is-plain",
        PRACTICE,
        "title: Oefenen met valse mail",
        "title: &Oefenen met valse mail",
        'title: "&Oefenen met valse mail"',
        is_safe=False,
    ),
    Slip(
        "yaml-is-well-formed",
        PRACTICE,
        "title: Oefenen met valse mail",
        "title: Oefenen: valse mail",
        'title: "Oefenen: valse mail"',
    ),
    Slip(
        "yaml-is-well-formed",
        PRACTICE,
        "title: Oefenen met valse mail",
        "title: @Oefenen met valse mail # let op",
        'title: "@Oefenen met valse mail" # let op',
    ),
    Slip(
        "yaml-is-well-formed",
        PRACTICE,
        "title: Oefenen met valse mail",
        'title: "Oefenen met valse mail',
        'title: "Oefenen met valse mail"',
    ),
    Slip(
        "yaml-is-well-formed",
        PRACTICE,
        "title: Oefenen met valse mail",
        'title: "Oefenen" met valse mail',
        "title: '\"Oefenen\" met valse mail'",
    ),
    Slip("yaml-is-well-formed", PRACTICE, "status: in-use", "status:in-use"),
    Slip("yaml-is-well-formed", PRACTICE, "status: in-use", "status in-use", is_safe=False),
    Slip("yaml-is-well-formed", PRACTICE, "status: in-use", "  status: in-use", is_safe=False),
    Slip("yaml-is-well-formed", PRACTICE, "phase: [protect]", "phase: [protect", is_safe=False),
    Slip(
        "yaml-is-well-formed",
        PRACTICE,
        "title: Oefenen met valse mail",
        'title: "Oefenen\\zo"',
        'title: "Oefenen\\\\zo"',
        is_safe=False,
    ),
)


# With a licence that has one successor: that of the cases has two.
_LICENCES = "catalogue/vocabularies/licences.yml"
_MORE = b"""\
  - {id: LGPL-9.0, title: Library licence 9, kind: osi, status: withdrawn, successors: [LGPL-9.0-only]}
  - {id: LGPL-9.0-only, title: Library licence 9 only, kind: osi}
"""


def content_of(path: str) -> bytes:
    """Return a file of the catalogue."""
    content = (BASE.parent / path).read_bytes()
    return content + _MORE if path == _LICENCES else content


def read(files: Mapping[str, bytes]) -> Callable[[str], bytes]:
    """Return how to read a file of that catalogue when some files are others."""
    return lambda path: files[path] if path in files else content_of(path)


def state(files: Mapping[str, bytes]) -> State:
    """Return that catalogue, with other contents for some files, and all that is found in it."""
    catalogue = load(BASE, {_LICENCES: content_of(_LICENCES), **files})
    return State(catalogue, judge(catalogue, TODAY, most=10_000).findings)


def mend(files: Mapping[str, bytes], *, unsafe: bool = False) -> Repair:
    """Mend that catalogue, with other contents for some files."""
    return repair(
        state(files),
        lambda contents: state({**files, **contents}),
        lambda finding: finding.fix is not None and (finding.fix.is_safe or unsafe),
        read(files),
    )
