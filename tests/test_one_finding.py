"""One fault gives one finding: every field of every kind of file, broken in one way at a time."""

from __future__ import annotations

import pytest
from catalogues import BASE, TODAY

from generator.catalogue import load
from generator.rules import check

_ORGANISATIONS = "catalogue/organisations"
APPLICATION = f"{_ORGANISATIONS}/voorbeeldstad/applications/meldingen.md"
PRACTICE = f"{_ORGANISATIONS}/voorbeeldstad/practices/phishing-oefening.md"
ADOPTION = f"{_ORGANISATIONS}/nieuwland/adoptions/meldingen.md"
CALL = f"{_ORGANISATIONS}/nieuwland/calls/samen-inkopen.md"
PROFILE = f"{_ORGANISATIONS}/samenwerking-voorbeeld/organisation.yml"

# The rule that finds it, the file, what stands there, and what someone made of it.
FAULTS = (
    ("required-field-is-present", APPLICATION, "title: Meldingen buiten\n", ""),
    ("text-fits", APPLICATION, "title: Meldingen buiten", "title: M"),
    (
        "text-fits",
        APPLICATION,
        "title: Meldingen buiten",
        "title: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ),
    ("field-has-no-markup", APPLICATION, "title: Meldingen buiten", "title: <b>Meldingen</b>"),
    ("field-is-known", APPLICATION, "title: Meldingen buiten", "titel: Meldingen buiten"),
    (
        "text-fits",
        APPLICATION,
        "summary: Inwoners melden een losse tegel; de melding komt vanzelf bij de goede ploeg.",
        "summary: Kort.",
    ),
    ("choice-is-known", APPLICATION, "status: in-use", "status: klaar"),
    ("field-has-a-value", APPLICATION, "status: in-use", "status:"),
    ("required-field-is-present", APPLICATION, "status: in-use\n", ""),
    ("number-of-items-fits", APPLICATION, "themes: [services]", "themes: []"),
    ("field-has-the-right-shape", APPLICATION, "themes: [services]", "themes: services"),
    ("term-is-known", APPLICATION, "themes: [services]", "themes: [service]"),
    ("list-has-no-doubles", APPLICATION, "themes: [services]", "themes: [services, services]"),
    (
        "number-of-items-fits",
        APPLICATION,
        "themes: [services]",
        "themes: [services, privacy, cybersecurity, big-data]",
    ),
    ("email-is-valid", APPLICATION, "email: informatie@voorbeeldstad.nl", "email: informatie@voorbeeldstad"),
    (
        "mailbox-is-shared",
        APPLICATION,
        "email: informatie@voorbeeldstad.nl",
        "email: j.jansen@voorbeeldstad.nl",
    ),
    ("contact-can-be-reached", APPLICATION, ", email: informatie@voorbeeldstad.nl", ""),
    ("required-field-is-present", APPLICATION, "role: Team informatie, ", ""),
    (
        "required-field-is-present",
        APPLICATION,
        "contact: {role: Team informatie, email: informatie@voorbeeldstad.nl}\n",
        "",
    ),
    ("date-is-valid", APPLICATION, "reviewed: 2026-11-01", "reviewed: 2026-02-30"),
    ("date-is-valid", APPLICATION, "reviewed: 2026-11-01", "reviewed: 01-11-2026"),
    ("date-is-not-in-the-future", APPLICATION, "reviewed: 2026-11-01", "reviewed: 2027-11-01"),
    ("entry-was-read-lately", APPLICATION, "reviewed: 2026-11-01", "reviewed: 2024-11-01"),
    ("facts-have-a-source", APPLICATION, "reviewed_by: owner", "reviewed_by: editors"),
    (
        "organisation-names-others",
        APPLICATION,
        "co_owners: [waterschap-voorbeeld]",
        "co_owners: [voorbeeldstad]",
    ),
    ("organisation-exists", APPLICATION, "co_owners: [waterschap-voorbeeld]", "co_owners: [waterschap-x]"),
    ("organisation-still-exists", APPLICATION, "co_owners: [waterschap-voorbeeld]", "co_owners: [oudedorp]"),
    ("term-is-known", APPLICATION, "id: digid, role: optional", "id: digidd, role: optional"),
    ("required-field-is-present", APPLICATION, "id: digid, role: optional", "id: digid"),
    ("choice-is-known", APPLICATION, "id: digid, role: optional", "id: digid, role: verplicht"),
    ("choice-is-known", APPLICATION, "conformance: conforms", "conformance: ja"),
    ("url-is-valid", APPLICATION, "{id: zaken-api, conformance: conforms}", "{id: zaken-api, evidence: nee}"),
    ("number-is-valid", APPLICATION, "volume_per_year: 1200", "volume_per_year: veel"),
    ("number-is-valid", APPLICATION, "volume_per_year: 1200", "volume_per_year: -1"),
    ("number-is-valid", APPLICATION, "volume_per_year: 1200", "volume_per_year: 1.200"),
    ("term-is-known", APPLICATION, "legislation: [woo]", "legislation: [wob]"),
    (
        "term-is-known",
        APPLICATION,
        "reference_components: [meldingencomponent]",
        "reference_components: [component]",
    ),
    ("required-field-is-present", APPLICATION, "  advice: configure\n", ""),
    ("choice-is-known", APPLICATION, "effort: 6-20", "effort: 12"),
    ("term-is-known", APPLICATION, "roles: [project-leader]", "roles: [projectleider]"),
    ("choice-is-known", APPLICATION, "access: public}", "access: openbaar}"),
    (
        "field-is-filled-in-when-in-use",
        APPLICATION,
        "privacy: {personal_data: ordinary, dpia: done, assessed: 2026-03-05}\n",
        "",
    ),
    (
        "special-data-has-a-dpia",
        APPLICATION,
        "personal_data: ordinary, dpia: done",
        "personal_data: special, dpia: not-done",
    ),
    ("date-is-not-in-the-future", APPLICATION, "assessed: 2026-03-05", "assessed: 2027-03-05"),
    ("number-is-valid", APPLICATION, "availability: 2", "availability: 4"),
    ("choice-is-known", APPLICATION, "ai: {used: no}", "ai: {used: misschien}"),
    ("required-field-is-present", APPLICATION, "ai: {used: no}", "ai: {}"),
    ("choice-is-known", APPLICATION, "type: standalone/web", "type: web"),
    ("licence-is-spdx", APPLICATION, "  licence: EUPL-1.2", "  licence: EUPL 1.2"),
    ("licence-is-current", APPLICATION, "  licence: EUPL-1.2", "  licence: GPL-3.0"),
    (
        "open-software-shows-its-code",
        APPLICATION,
        '  repository: "https://github.com/voorbeeldstad/meldingen"\n',
        "",
    ),
    (
        "url-is-valid",
        APPLICATION,
        'repository: "https://github.com/voorbeeldstad/meldingen"',
        'repository: "http://github.com/voorbeeldstad/meldingen"',
    ),
    (
        "url-is-public",
        APPLICATION,
        'repository: "https://github.com/voorbeeldstad/meldingen"',
        'repository: "https://git.intern/meldingen"',
    ),
    ("list-has-no-doubles", APPLICATION, "platforms: [web]", "platforms: [web, web]"),
    ("field-has-the-right-shape", APPLICATION, "hosting: [saas, self-hosted]", "hosting: cloud"),
    ("organisation-exists", APPLICATION, "organisation: softwarebouwer", "organisation: bouwer"),
    ("choice-is-known", APPLICATION, "role: build", "role: bouwt"),
    ("choice-is-known", APPLICATION, "kind: documentation", "kind: handleiding"),
    (
        "reference-leads-to-an-entry",
        APPLICATION,
        "related: [phishing-oefening]",
        "related: [phising-oefening]",
    ),
    ("reference-leads-elsewhere", APPLICATION, "related: [phishing-oefening]", "related: [meldingen]"),
    ("id-is-valid", APPLICATION, "aliases: [meldingen-oud]", "aliases: [Meldingen Oud]"),
    ("alias-is-free", APPLICATION, "aliases: [meldingen-oud]", "aliases: [phishing-oefening]"),
    ("alias-is-free", APPLICATION, "aliases: [meldingen-oud]", "aliases: [meldingen]"),
    ("flag-is-true-or-false", APPLICATION, "example: true", "example: ja"),
    ("field-is-known", APPLICATION, "example: true", "example: true\nonbekend: x"),
    ("field-is-given-once", APPLICATION, "example: true", "example: true\ntitle: Nog een"),
    (
        "agreement-has-not-ended",
        APPLICATION,
        "example: true",
        "procurement: {route: x, contract_end: 2020-01-01}\nexample: true",
    ),
    (
        "agreement-has-not-ended",
        APPLICATION,
        "example: true",
        "maintenance: {type: contract, until: 2020-01-01}\nexample: true",
    ),
    ("choice-is-known", APPLICATION, "example: true", "accessibility: {status: F}\nexample: true"),
    ("list-has-no-doubles", APPLICATION, "example: true", "tags: [a, A]\nexample: true"),
    ("required-section-is-present", APPLICATION, "## Wat lost het op\n", ""),
    ("section-is-known", APPLICATION, "## Wat lost het op\n", "## Wat lost dit op\n"),
    ("section-is-given-once", APPLICATION, "## Wat is het\n", "## Wat lost het op\n"),
    ("title-is-not-repeated", APPLICATION, "## Wat is het\n", "# Meldingen buiten\n"),
    (
        "body-has-no-markup",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "<script>alert(1)</script>",
    ),
    (
        "body-has-no-placeholders",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "{{ config }}",
    ),
    (
        "body-has-no-placeholders",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "{% raw %}",
    ),
    (
        "body-has-no-snippets",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        '--8<-- "x.md"',
    ),
    (
        "body-has-no-images",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "![x](https://example.org/x.png)",
    ),
    (
        "link-is-safe",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "[x](javascript:alert(1))",
    ),
    (
        "link-shows-where-it-leads",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "[https://www.voorbeeldstad.nl](https://www.elders.nl)",
    ),
    (
        "link-shows-where-it-leads",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "[www.voorbeeldstad.nl](https://www.elders.nl/x)",
    ),
    (
        "link-shows-where-it-leads",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "[ ](https://www.elders.nl/x)",
    ),
    (
        "link-leads-somewhere",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "[hier](weg.md)",
    ),
    (
        "mobile-number-is-left-out",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "Bel 06-12345678.",
    ),
    (
        "citizen-number-is-left-out",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "BSN 123456782",
    ),
    (
        "inner-network-is-left-out",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "Server 10.0.0.12 staat aan.",
    ),
    (
        "ip-address-is-left-out",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "Het adres is 145.97.39.155.",
    ),
    (
        "email-is-written-plainly",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "Mail jan [at] voorbeeldstad [punt] nl.",
    ),
    (
        "mailbox-is-shared",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "Mail jan.jansen@voorbeeldstad.nl.",
    ),
    (
        "secret-is-left-out",
        APPLICATION,
        "Inwoners zien snel wat er met hun melding gebeurt.",
        "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
    ),
    ("text-is-visible", APPLICATION, "Inwoners zien snel wat er met hun melding gebeurt.", "a\u202eb"),
    (
        "section-has-text",
        APPLICATION,
        (
            "Inwoners zien snel wat er met hun melding gebeurt. "
            "Zie ook [de oefening](../practices/phishing-oefening.md)."
        ),
        "",
    ),
    ("front-matter-is-there", APPLICATION, "---\ntitle", "\n---\ntitle"),
    ("front-matter-is-there", APPLICATION, "---\ntitle", "title"),
    ("yaml-is-plain", APPLICATION, "status: in-use", "status: &x in-use"),
    ("indent-uses-spaces", APPLICATION, "status: in-use", "\tstatus: in-use"),
    ("yaml-is-well-formed", APPLICATION, "status: in-use", "status in-use"),
    ("yaml-is-well-formed", APPLICATION, "title: Meldingen buiten", "title: [Meldingen buiten"),
    ("choice-is-known", PRACTICE, "domain: cybersecurity", "domain: cyber"),
    ("required-field-is-present", PRACTICE, "domain: cybersecurity\n", ""),
    ("choice-is-known", PRACTICE, "type: exercise", "type: oefening"),
    ("choice-is-known", PRACTICE, "dimensions: [behaviour]", "dimensions: [gedrag]"),
    ("choice-is-known", PRACTICE, "reviewed_by: editors", "reviewed_by: redactie"),
    (
        "facts-have-a-source",
        PRACTICE,
        (
            'sources:\n  - {url: "https://www.voorbeeldstad.nl/oefening", retrieved: 2026-10-01, '
            "what: opzet van de oefening}\n"
        ),
        "",
    ),
    ("date-is-not-in-the-future", PRACTICE, "retrieved: 2026-10-01", "retrieved: 2027-10-01"),
    ("term-is-known", PRACTICE, 'controls: ["6.3"]', 'controls: ["6.33"]'),
    ("term-is-current", PRACTICE, 'controls: ["6.3"]', 'controls: ["5.04.02"]'),
    ("cyber-practice-names-controls", PRACTICE, 'security: {controls: ["6.3"]}\n', ""),
    ("choice-is-known", PRACTICE, "phase: [protect]", "phase: [beschermen]"),
    ("term-is-known", PRACTICE, "threats: [phishing]", "threats: [fishing]"),
    ("term-is-known", PRACTICE, "who: ciso", "who: cisso"),
    (
        "required-field-is-present",
        PRACTICE,
        "steps: [{title: Kies een scenario, who: ciso, effort: under-1}]",
        "steps: [{who: ciso}]",
    ),
    (
        "url-is-valid",
        PRACTICE,
        "example: true",
        'evidence: [{measure: kliks, before: "20 %", after: "5 %", source: nee}]\nexample: true',
    ),
    ("field-is-known", PRACTICE, "example: true", "software: {type: addon}\nexample: true"),
    ("ended-entry-leads-on", PRACTICE, "status: in-use", "status: stopped"),
    ("choice-is-known", ADOPTION, "status: in-use", "status: gebruik"),
    (
        "date-is-not-in-the-future",
        ADOPTION,
        "status: in-use",
        "status: stopped\nuntil: 2027-05\nstop_reason: te duur voor ons",
    ),
    ("end-agrees-with-status", ADOPTION, "status: in-use", "status: in-use\nuntil: 2026-05"),
    ("end-agrees-with-status", ADOPTION, "status: in-use", "status: in-use\nstop_reason: te duur voor ons"),
    (
        "end-is-not-before-start",
        ADOPTION,
        "status: in-use",
        "status: stopped\nuntil: 2024-05\nstop_reason: te duur voor ons",
    ),
    ("adoption-says-what-it-took", ADOPTION, "mode: configured\n", ""),
    ("date-is-valid", ADOPTION, "since: 2025-03", "since: 2025-13"),
    ("date-is-not-in-the-future", ADOPTION, "since: 2025-03", "since: 2027-03"),
    ("date-is-valid", ADOPTION, "since: 2025-03", "since: maart 2025"),
    ("choice-is-known", ADOPTION, "size: large", "size: groot"),
    (
        "adoption-says-what-it-took",
        ADOPTION,
        "lesson: Neem het loket vanaf de eerste week mee; wij deden dat te laat.\n",
        "",
    ),
    (
        "text-fits",
        ADOPTION,
        "lesson: Neem het loket vanaf de eerste week mee; wij deden dat te laat.",
        "lesson: Kort.",
    ),
    ("date-is-not-in-the-future", ADOPTION, "confirmed: 2026-09-01", "confirmed: 2027-09-01"),
    ("facts-have-a-source", ADOPTION, "confirmed_by: organisation", "confirmed_by: source"),
    ("choice-is-known", CALL, "type: joint-procurement", "type: inkoop"),
    ("reference-leads-to-an-entry", CALL, "entry: meldingen", "entry: melding"),
    ("call-ends-in-time", CALL, "until: 2027-06-30", "until: 2029-06-30"),
    ("end-is-not-before-start", CALL, "until: 2027-06-30", "until: 2026-09-30"),
    ("required-field-is-present", CALL, "until: 2027-06-30\n", ""),
    ("date-is-not-in-the-future", CALL, "opened: 2026-10-01", "opened: 2027-01-01"),
    ("facts-have-a-source", CALL, "example: true", "reviewed_by: editors\nexample: true"),
    (
        "field-is-known",
        CALL,
        "title: Samen een meldingensysteem inkopen",
        "title: Samen een meldingensysteem inkopen\nsteps: []",
    ),
    (
        "organisation-exists",
        PROFILE,
        "organisation: voorbeeldstad, since: 2014",
        "organisation: voorbeeldstd, since: 2014",
    ),
    (
        "organisation-names-others",
        PROFILE,
        "organisation: voorbeeldstad, since: 2014",
        "organisation: samenwerking-voorbeeld, since: 2014",
    ),
    ("list-has-no-doubles", PROFILE, "organisation: oudedorp", "organisation: voorbeeldstad"),
    ("end-is-not-before-start", PROFILE, "until: 2022-12-31", "until: 2012-12-31"),
    ("url-is-valid", PROFILE, 'website: "https', 'website: "http'),
    ("date-is-not-in-the-future", PROFILE, "year: 2025", "year: 2030"),
    ("number-is-valid", PROFILE, "year: 2025", "year: 1960"),
    ("number-is-valid", PROFILE, "rank: 12", "rank: 0"),
    ("figure-has-a-value", PROFILE, ", rank: 12", ""),
    ("required-field-is-present", PROFILE, 'source: "https://www.monitorvoorbeeld.nl", ', ""),
    ("members-form-a-partnership", PROFILE, "website:", "type: municipality\nwebsite:"),
    ("choice-is-known", PROFILE, "website:", "type: club\nwebsite:"),
)


@pytest.mark.parametrize(("rule", "path", "good", "bad"), FAULTS)
def test_one_fault_is_one_finding(rule: str, path: str, good: str, bad: str) -> None:
    """No second finding that follows from the first, and none that is missing; in that file."""
    text = (BASE.parent / path).read_text("utf-8")
    assert text.count(good) >= 1
    broken = text.replace(good, bad, 1)
    [found] = check(load(BASE, {path: broken.encode()}), TODAY)
    assert found.rule == rule
    assert found.location.path == path


def test_every_kind_of_file_and_most_rules_about_one_file_are_broken() -> None:
    """At least sixty ways."""
    assert len(FAULTS) == len(set(FAULTS)) > 120
    assert len({rule for rule, *_ in FAULTS}) > 60
    assert {path for _, path, *_ in FAULTS} == {APPLICATION, PRACTICE, ADOPTION, CALL, PROFILE}
