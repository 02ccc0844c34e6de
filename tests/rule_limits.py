"""Where rules begin and end: one file for each word, number and day that just is, or just is not, a breach.

The case folders show what a contributor reads; these show that nothing else is taken for a breach, and that
no word of a list is forgotten. Changes of rules that no case folder noticed led to them (`.ci/mutation.py`).
Tokens are put together here, so that nobody who searches for secrets finds one.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from catalogues import BASE, OLD, adoption, practice
from written_dates import DAYS, MONTHS

PRACTICES = "organisations/voorbeeldstad/practices"
_LONG = "a1B2c3D4e5F6g7H8i9J0k1L2"


@dataclass(frozen=True, slots=True)
class Limit:
    """Files in which a rule finds something, and files in which it does not.

    Attributes:
        rule: Its name.
        breaches: Texts of files by path; one finding in each.
        others: Texts of files by path; none in any. An empty text takes a file of the base away.
    """

    rule: str
    breaches: Mapping[str, str]
    others: Mapping[str, str]

    def lay_out(self, folder: Path) -> Path:
        """Write the base of the cases with these files; return the catalogue."""
        catalogue = folder / "catalogue"
        shutil.copytree(BASE, catalogue)
        for name, text in {**self.breaches, **self.others}.items():
            file = catalogue / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if text:
                file.write_text(text, "utf-8")
            else:
                file.unlink()
        return catalogue


def limits() -> Iterator[Limit]:
    """Yield them, by rule."""
    for rule, (breaches, others) in _IN_THE_TEXT.items():
        yield Limit(rule, _texts("wel", breaches), _texts("niet", others))
    yield from _dates()
    yield from _titles()
    yield from _applications()
    yield from _adoptions()
    yield from _places()
    yield from _memberships()


def _texts(name: str, lines: tuple[str, ...]) -> dict[str, str]:
    """Return a practice for each line, which stands in its text."""
    return {
        f"{PRACTICES}/{name}-{number:02}.md": f"{practice(f'{name} {number:02}')}\n{line}\n"
        for number, line in enumerate(lines)
    }


def _fields(name: str, rows: tuple[dict[str, str], ...]) -> dict[str, str]:
    """Return a practice for each row of fields."""
    return {
        f"{PRACTICES}/{name}-{number:02}.md": practice(**{"title": f"{name} {number:02}"} | row)
        for number, row in enumerate(rows)
    }


_IN_THE_TEXT: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "secret-is-left-out": (
            (
                *(f"Zie gh{kind}_{_LONG}." for kind in "pousr"),
                f"Zie github_pat_{_LONG}.",
                f"Zie glpat-{_LONG}.",
                "Zie AK" + "IAABCDEFGHIJKLMNOP.",
                "Zie AS" + "IAABCDEFGHIJKLMNOP.",
                *(f"Zie xox{kind}-1234567890-abc." for kind in "abeprs"),
                "Zie eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXVy.",
                "`-----BEGIN PRIVATE KEY-----`",
                "`-----BEGIN RSA PRIVATE KEY-----`",
                "`-----BEGIN PGP PRIVATE KEY BLOCK-----`",
                *(
                    f"`{name}=Zomer2026`"
                    for name in (
                        *("password", "passwd", "pwd", "wachtwoord", "secret", "secret_key", "secretkey"),
                        *("api_key", "api-key", "apikey", "access_token", "access-token", "auth_token"),
                        *("auth-token", "PASSWORD", "Wachtwoord"),
                    )
                ),
                "`password = 'abcde1'`",
                "`password: abcde1`",
            ),
            (
                "`password=abcd1`",
                "`password=zonder`",
                "`password=your-password1`",
                "`password=example1`",
                "`password=voorbeeld1`",
                "`password=changeme1`",
                "`password=wijzig-dit1`",
                "`password=xxxxxx1`",
                "`password=******1`",
                "`password=abc...1`",
                "`password=$GEHEIM1`",
                "password=Zomer2026",
                "`-----BEGIN PUBLIC KEY-----`",
                "Zie ghp_kort1.",
                f"Zie xghp_{_LONG}.",
            ),
        ),
        "email-is-written-plainly": (
            (
                *(
                    f"Mail naar wijken{at}voorbeeldstad.nl."
                    for at in (
                        *("[at]", "(at)", "{at}", "[ at ]", "( at )", "{ at }", " [at] ", "[AT]"),
                        *("[@]", "(@)", "{@}", "[ @ ]", "( @ )", "{ @ }", "[apenstaart]", " apenstaart "),
                    )
                ),
                "Mail naar wijken at voorbeeldstad dot nl.",
                "Mail naar wijken at voorbeeldstad punt nl.",
                "Mail naar wijken(at)voorbeeldstad(dot)nl.",
                "Mail naar wijken(at)voorbeeldstad[punt]nl.",
                "Mail naar wijken(at)voorbeeldstad{.}nl.",
            ),
            (
                "Mail naar wijken@voorbeeldstad.nl.",
                "Wij kijken at voorbeeldstad.nl.",
                "Het staat op [at] en verder niets.",
                "Zie https://www.voorbeeld.nl/wijken(at)voorbeeldstad.nl.",
            ),
        ),
        "mobile-number-is-left-out": (
            (
                "Bel 0612345678.",
                "Bel 06-12345678.",
                "Bel 06 12 34 56 78.",
                "Bel +31612345678.",
                "Bel +31 6 12345678.",
                "Bel 0031 6-12345678.",
                "Bel +31(0)612345678.",
                "Bel +31 (0)6 12345678.",
            ),
            (
                "Bel 061234567.",
                "Bel 06123456789.",
                "Bel 0201234567.",
                "Zaak 2026/0612345678.",
                "Het kost 0612345678,50.",
                "Bel 14030.",
            ),
        ),
        "inner-network-is-left-out": (
            (
                *(f"Op wijken.dorp.{end} staat het." for end in ("local", "lan", "intern", "corp")),
                *(f"Op wijken.dorp.{end} staat het." for end in ("internal", "intranet", "localdomain")),
                "Op WIJKEN.LAN staat het.",
                "Op srv-app01 staat het.",
                "Op SRVAPP01 staat het.",
                "Op \\\\\\\\bestanden\\\\wijken staat het.",
                "Op 10.1.2.3 staat het.",
                "Op 172.16.1.1 staat het.",
                "Op 172.31.255.254 staat het.",
                "Op 192.168.0.1 staat het.",
                "Op 169.254.1.1 staat het.",
                "Op 100.64.0.1 staat het.",
                "Op fd12:3456:789a::1 staat het.",
                "Op fc00::12 staat het.",
                "Op fe80::1234 staat het.",
                "Op FE80::1234 staat het.",
            ),
            (
                "Op 172.32.0.1 van de lijst staat het.",
                "Het bereik 10.0.0.0 is voor ons allemaal.",
                "Gebruik host.docker.internal of cluster.local.",
                "De srv staat er.",
                "Zie proces.Intern wordt dat besproken.",
                "Zie versie 10.1.2.3 van het programma.",
                "Zie paragraaf 10.1.2.3 van het programma.",
                "Zie wijken.lan.nl voor meer.",
            ),
        ),
        "ip-address-is-left-out": (
            ("Op 145.32.1.1 staat het.", "Op 32.1.1.1 staat het.", "Op 2a02:1234:5678::1 staat het."),
            (
                "Op 31.31.31.31 staat het.",
                "Op 192.0.2.1 staat het.",
                "Op 198.51.100.7 staat het.",
                "Op 203.0.113.255 staat het.",
                "Op 2001:db8::1 staat het.",
                "Op 3fff::1 staat het.",
                "Zie release 145.32.1.1 van het programma.",
                "Zie std::abc en 12:30:45.",
            ),
        ),
        "citizen-number-is-left-out": (
            ("Bel 111222333 maar niet.", "Bel 1112.22.333 maar niet.", "Nummer 123456782."),
            (
                "Nummer 123456789.",
                "Nummer 000000000.",
                "Nummer 1112223330.",
                "Kvk 111222333.",
                "RSIN: 111222333.",
                "Zaak 111222333.",
                "Telefoon 111222333.",
            ),
        ),
        "vulnerability-is-left-out": ((), ("Zie CVE-20-1234.", "Zie ACVE-2024-12345.")),
        "url-is-public": (
            (
                "[x](https://localhost/)",
                "Zie https://10.0.0.8/x in de tekst.",
                "[x](https:/www.voorbeeld.nl)",
                "[x](https://www.voorbeeld.nl:99999/)",
                "[x](HTTP://LOCALHOST/)",
                "[x](https://%6cocalhost.local/)",
                "[x](https://a..voorbeeld.nl/)",
                f"[x](https://{'a' * 64}.nl/)",
            ),
            (
                "`https://localhost/`",
                "[x](https://www.voorbeeld.nl:65535/)",
                f"[x](https://{'a' * 63}.nl/)",
                "[x](https://www.súdwestfryslân.nl/)",
                "Zie https://www.voorbeeld.nl/ in de tekst.",
            ),
        ),
        "link-leads-somewhere": (
            ("[x](#nergens)", "[x](phishing.md)", "[x](../x.md)", "[x](/praktijken/)"),
            ("[x](#wat-lost-het-op)", "[x](phishing-oefening.md)", "[x](../applications/meldingen.md#x)"),
        ),
        "body-has-no-attributes": (("Klik {: .x }", "Klik {: onclick=x }"), ("`{: .x }`", "Zie {x}.")),
        "body-has-no-markup": (
            ("Zie <b>x", "Zie <!-- x -->", "Zie </div>."),
            ("Zie a < b en c > d.", "Zie &lt;b&gt;.", "`<b>`", "\\<b>"),
        ),
    }
)


def _dates() -> Iterator[Limit]:
    today, tomorrow = "2026-11-24", "2026-11-25"
    past = (
        {"reviewed": "{day}"},
        {"privacy": "{{personal_data: none, dpia: done, assessed: {day}}}"},
        {"security": "{{controls: ['6.3'], pentested: {day}}}"},
        {"sources": "[{{url: 'https://www.voorbeeld.nl', retrieved: {day}, what: x}}]"},
    )
    breaches, others = (
        _fields(name, tuple({key: value.format(day=day) for key, value in row.items()} for row in past))
        for name, day in (("morgen", tomorrow), ("vandaag", today))
    )
    place = "organisations/nieuwland/adoptions/"
    for number, status in enumerate(("pilot", "in-use")):
        text = practice(f"Begonnen {number}")
        others |= {f"{PRACTICES}/begonnen-{number}.md": text, f"{PRACTICES}/begint-{number}.md": text}
        breaches[f"{place}begonnen-{number}.md"] = adoption(status=status, since=tomorrow)
        others[f"{place}begint-{number}.md"] = adoption(status=status, since=today)
    others[f"{PRACTICES}/gepland.md"] = practice("Gepland")
    others[f"{place}gepland.md"] = adoption(status="planned", since=tomorrow)
    yield Limit("date-is-not-in-the-future", breaches, others)
    sources = "[{{url: 'https://www.voorbeeld.nl', retrieved: {day}, what: x}}]"
    as_written = _fields("dag", tuple({"sources": sources.format(day=day)} for day in DAYS))
    as_written |= {
        f"organisations/nieuwland/adoptions/dag-{number:02}.md": adoption(since=month)
        for number, month in enumerate(MONTHS)
    }
    yield Limit("date-is-valid", as_written, {})


def _titles() -> Iterator[Limit]:
    small = "de het een van voor en in op met bij the a an of for and".split()  # noqa: SIM905 - easier to read
    firsts = {f"{PRACTICES}/a-{word}.md": practice(f"Plein {word}dorp keuren") for word in small}
    seconds = {f"{PRACTICES}/b-{word}.md": practice(f"Plein {word} {word}dorp keuren") for word in small}
    unlike = {f"{PRACTICES}/c-{word}.md": practice(f"Plein naast {word}dorp keuren") for word in small}
    yield Limit("title-tells-entries-apart", seconds, {**firsts, **unlike})


def _application(title: str, **fields: str) -> str:
    plain = {
        "themes": "[services]",
        "privacy": "{personal_data: none, dpia: not-needed}",
        "reuse": "{advice: configure, effort: 6-20}",
        "software": "{type: standalone/web, development_status: stable, licence: EUPL-1.2, platforms: [web],"
        " hosting: [self-hosted], repository: 'https://github.com/voorbeeldstad/REPO'}",
    }
    text = practice(title, **{**plain, **fields}).replace("REPO", title.replace(" ", "-").lower())
    return text.replace("domain: cybersecurity\n", "").replace("type: method\n", "", 1)


def _applications() -> Iterator[Limit]:
    place = "organisations/voorbeeldstad/applications"
    software = (
        "{{type: standalone/web, development_status: stable, licence: {licence}, platforms: [web]{more}}}"
    )
    code = ", repository: 'https://github.com/voorbeeldstad/{path}'"
    closed = software.format(licence="proprietary", more="")
    yield Limit(
        "open-software-shows-its-code",
        {f"{place}/open.md": _application("Open", software=software.format(licence="EUPL-1.2", more=""))},
        {
            f"{place}/idee.md": _application(
                "Idee", status="idea", software=software.format(licence="EUPL-1.2", more="")
            ),
            f"{place}/dicht.md": _application("Dicht", software=closed),
            f"{place}/onbekend.md": _application(
                "Onbekend", software=software.format(licence="unknown", more="")
            ),
        },
    )

    def one(title: str, path: str, **fields: str) -> str:
        return _application(
            title, software=software.format(licence="EUPL-1.2", more=code.format(path=path)), **fields
        )

    yield Limit(
        "repository-is-listed-once",
        {
            f"{place}/b-kapitaal.md": one("Kapitaal", "ALFA"),
            f"{place}/b-git.md": one("Git", "alfa.git"),
            f"{place}/b-streep.md": one("Streep", "alfa/"),
        },
        {
            f"{place}/a-eerste.md": one("Eerste", "alfa"),
            f"{place}/c-ander.md": one("Ander", "alfa2"),
            f"{place}/d-deel.md": one("Deel", "alfa", part_of="[a-eerste]"),
            f"{place}/e-vervangt.md": one("Vervangt", "alfa", replaces="[a-eerste]"),
            f"{place}/f-vervangen.md": one("Vervangen", "alfa", replaced_by="[a-eerste]"),
            f"{place}/g-eigen.md": _application("Eigen", software=closed),
        },
    )
    yield Limit(
        "ai-is-stated",
        {
            f"{place}/veel.md": _application("Veel", themes="[services, big-data]"),
            f"{place}/slim.md": _application("Slim", themes="[ai-algorithms]"),
            **_fields("data", ({"themes": "[big-data, ai-algorithms]"},)),
        },
        {
            f"{place}/gezegd.md": _application("Gezegd", themes="[big-data]", ai="{used: no}"),
            f"{place}/gewoon.md": _application("Gewoon"),
            f"{place}/plan.md": _application("Plan", themes="[big-data]", status="idea"),
        },
    )


def _adoptions() -> Iterator[Limit]:
    users = ("nieuwland", "waterschap-voorbeeld", "landelijk-bureau", "provincie-voorbeeld")
    breaches: dict[str, str] = {}
    others: dict[str, str] = {}
    for name, claim, reports in (
        ("wel-twee", "under-1", ("6-20", "6-20")),
        ("wel-drie", "under-1", ("under-1", "6-20", "21-60")),
        ("wel-vier", "1-5", ("1-5", "21-60", "21-60", "over-60")),
        ("niet-een", "under-1", ("over-60",)),
        ("niet-dicht", "under-1", ("1-5", "1-5")),
        ("niet-helft", "under-1", ("under-1", "1-5", "over-60")),
        ("niet-onbekend", "unknown", ("over-60", "over-60")),
    ):
        found = breaches if name.startswith("wel") else others
        found[f"{PRACTICES}/{name}.md"] = practice(name, reuse=f"{{advice: configure, effort: {claim}}}")
        for user, effort in zip(users, reports, strict=False):
            others[f"organisations/{user}/adoptions/{name}.md"] = adoption(effort=effort, mode="configured")
    yield Limit("effort-agrees-with-reports", breaches, others)
    header = (BASE / "register/bodies.csv").read_text("utf-8").splitlines()[0]
    forms = {
        "goed": "x-goed,,goed,Goed,company,,,,,,,,,",
        "naam": "x-naam,,naam,=Naam,company,,,,,,,,,",
        "soort": "x-soort,,soort,Soort,bedrijf,,,,,,,,,",
        "dag": "x-dag,,dag,Dag,company,,,,,,2026-02-30,,,",
        "getal": "x-getal,,getal,Getal,company,,1_000,,,,,,,",
        "kort": "Kort,,aux,Kort,company,,,,,,,,,",
    }
    files = {f"register/{name}.csv": f"{header}\n{row}{OLD}\n" for name, row in forms.items()}
    good = {"register/goed.csv": files.pop("register/goed.csv")}
    yield Limit("register-is-valid", files, good)


def _places() -> Iterator[Limit]:
    text, city = practice("Los"), "organisations/voorbeeldstad"
    folders = "toepassingen apps applicaties praktijken werkwijzen practice adopties hergebruik oproepen call"
    breaches = {f"{city}/{folder}/los.md": text for folder in folders.split()}
    names = ("organisation.yaml", "organisatie.yml", "organization.yml", "los.md", "practices/los.txt")
    breaches |= {f"{city}/{name}": text for name in (*names, "practices/oud/los.md", "iets/los.md")}
    breaches |= dict.fromkeys(("organisations/los.md", "los.md", "iets/los.md"), text)
    yield Limit("file-has-a-place", breaches, {f"{PRACTICES}/wel.md": practice("Wel")})
    # A file that is not read for its name or folder: what refers to it is right once that is mended.
    elsewhere = {f"{city}/praktijken/verdwaald.md": text, f"{PRACTICES}/Hoofd Letter.md": text}
    fields = {"title": "Verwijst", "related": "[verdwaald, hoofd-letter]"}
    yield Limit(
        "reference-leads-to-an-entry",
        {f"{PRACTICES}/weg.md": practice("Weg", related="[nergens]")},
        {**elsewhere, f"{PRACTICES}/verwijst.md": practice(**fields)},
    )
    yield Limit(
        "adoption-has-an-entry",
        {"organisations/nieuwland/adoptions/nergens.md": adoption()},
        {**elsewhere, "organisations/nieuwland/adoptions/verdwaald.md": adoption()},
    )
    yield Limit(
        "version-is-left-out",
        _texts("wel", ("Op Linux 10.20.30 draait het.", "Het is versie 10.20.30.40.")),
        _texts("niet", ("Op server 10.20.30.40 staat het.", "Op server 145.32.1.1 staat het.")),
    )


def _memberships() -> Iterator[Limit]:
    """Yield adoptions that count already through a partnership, and those of bodies not in it today."""
    users = ("nieuwland", "waterschap-voorbeeld", "landelijk-bureau", "provincie-voorbeeld")
    for number, spans in enumerate(
        (
            ({"since": "2026"}, {"until": "2026-11-24"}, {"since": "2026-11-25"}, {"until": "2026-11-23"}),
            (
                {"since": "2026-11", "until": "2026-11"},
                {"until": "2026"},
                {"since": "2027"},
                {"until": "2025"},
            ),
            ({}, {"since": "2026-11-24"}, {"since": "2026-12"}, {"until": "2026-10"}),
        )
    ):
        fields = ({"organisation": user, **span} for user, span in zip(users, spans, strict=True))
        rows = (", ".join(f"{key}: {value}" for key, value in row.items()) for row in fields)
        members = "".join(f"  - {{{row}}}\n" for row in rows)
        name = f"samen-{number}"
        reports = {user: f"organisations/{user}/adoptions/{name}.md" for user in users}
        yield Limit(
            "adoption-adds-to-the-partnership",
            dict.fromkeys((reports[user] for user in users[:2]), adoption()),
            {
                **dict.fromkeys((reports[user] for user in users[2:]), adoption()),
                f"{PRACTICES}/{name}.md": practice(f"Samen {number}"),
                f"organisations/samenwerking-voorbeeld/adoptions/{name}.md": adoption(),
                "organisations/samenwerking-voorbeeld/organisation.yml": f"members:\n{members}",
            },
        )
    told = {"effort": "6-20", "mode": "adapted", "since": "2024", "lesson": "Begin klein."}
    own = {f"eigen-{name}": {name: value} for name, value in told.items()}
    yield Limit(
        "adoption-adds-to-the-partnership",
        {"organisations/nieuwland/adoptions/gelijk.md": adoption(effort="unknown", confirmed="2026-09-02")},
        {
            "organisations/samenwerking-voorbeeld/organisation.yml": "members: [{organisation: nieuwland}]\n",
            **{
                f"organisations/samenwerking-voorbeeld/adoptions/{name}.md": adoption()
                for name in ("gelijk", *own)
            },
            **{f"{PRACTICES}/{name}.md": practice(name.title()) for name in ("gelijk", *own)},
            **{f"organisations/nieuwland/adoptions/{name}.md": adoption(**row) for name, row in own.items()},
        },
    )
