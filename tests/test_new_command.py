"""`catalogue new` writes a file that validates, from questions or from `--set`, and never over another."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from terminal import CLEAR_LINE, DOWN, ENTER, ESCAPE, INTERRUPT, Terminal

from generator.model.choices import Kind

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "generator.cli"]
# 24 November 2026, the day of the cases.
EPOCH = "1795478400"

CONTACT = ("contact.role=Team informatie", "contact.email=informatie@nieuwland.nl")
ENTRY = (
    "title=Afspraken aan de balie",
    "summary=Inwoners maken zelf een afspraak en staan niet meer in de rij.",
    "status=in-use",
    "themes=services",
    *CONTACT,
    "reuse.advice=configure",
    "reuse.effort=6-20",
    "privacy.personal_data=ordinary",
    "privacy.dpia=done",
    "body=De rij bij de balie was te lang.",
)
SOFTWARE = (
    "software.type=standalone/web",
    "software.development_status=stable",
    "software.licence=proprietary",
)
GIVEN: dict[Kind, tuple[str, ...]] = {
    Kind.APPLICATION: ("--organisation", "nieuwland", *ENTRY, *SOFTWARE),
    Kind.PRACTICE: (
        *("--organisation", "Nieuwland", "--id", "afspraken-maken"),
        *ENTRY,
        *("domain=service", "type=process"),
    ),
    Kind.ADOPTION: (
        "--organisation",
        "nieuwland",
        "--id",
        "phishing-oefening",
        "status=in-use",
        "mode=adapted",
        "since=2025",
        "effort=1-5",
        "changes.behaviour.size=large",
        "changes.behaviour.what=collega's melden nu zelf",
        "lesson=Begin klein, met één afdeling, en vertel daarna wat u zag.",
    ),
    Kind.CALL: (
        "--organisation",
        "nieuwland",
        "type=question",
        "title=Wie heeft ervaring met afspraken?",
        "summary=Wij zoeken een gemeente die ons laat zien hoe zij afspraken maakt.",
        "until=2027-06-30",
        *CONTACT,
    ),
    Kind.ORGANISATION: (
        "--organisation",
        "nieuwland",
        "website=https://www.nieuwland.nl",
        "body=Nieuwland ontstond in 2023.",
    ),
}
WRITTEN = {
    Kind.APPLICATION: (
        "organisations/nieuwland/applications/afspraken-aan-de-balie.md",
        """\
---
title: Afspraken aan de balie
summary: Inwoners maken zelf een afspraak en staan niet meer in de rij.
status: in-use
themes:
  - services
contact:
  role: Team informatie
  email: informatie@nieuwland.nl
reviewed: 2026-11-24
reviewed_by: owner
reuse:
  advice: configure
  effort: 6-20
privacy:
  personal_data: ordinary
  dpia: done
software:
  type: standalone/web
  development_status: stable
  licence: proprietary
---

## Wat lost het op

De rij bij de balie was te lang.
""",
    ),
    Kind.PRACTICE: (
        "organisations/nieuwland/practices/afspraken-maken.md",
        """\
---
title: Afspraken aan de balie
summary: Inwoners maken zelf een afspraak en staan niet meer in de rij.
status: in-use
themes:
  - services
contact:
  role: Team informatie
  email: informatie@nieuwland.nl
reviewed: 2026-11-24
reviewed_by: owner
reuse:
  advice: configure
  effort: 6-20
privacy:
  personal_data: ordinary
  dpia: done
domain: service
type: process
---

## Wat lost het op

De rij bij de balie was te lang.
""",
    ),
    Kind.ADOPTION: (
        "organisations/nieuwland/adoptions/phishing-oefening.md",
        """\
---
status: in-use
mode: adapted
since: 2025
effort: 1-5
changes:
  behaviour:
    size: large
    what: collega's melden nu zelf
lesson: Begin klein, met één afdeling, en vertel daarna wat u zag.
confirmed: 2026-11-24
confirmed_by: organisation
---
""",
    ),
    Kind.CALL: (
        "organisations/nieuwland/calls/wie-heeft-ervaring-met-afspraken.md",
        """\
---
type: question
title: Wie heeft ervaring met afspraken?
summary: Wij zoeken een gemeente die ons laat zien hoe zij afspraken maakt.
until: 2027-06-30
contact:
  role: Team informatie
  email: informatie@nieuwland.nl
---
""",
    ),
    Kind.ORGANISATION: (
        "organisations/nieuwland/organisation.yml",
        """\
website: "https://www.nieuwland.nl"
body: |
  Nieuwland ontstond in 2023.
""",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the small catalogue of the cases in it."""
    shutil.copytree(ROOT / "tests" / "cases" / "_base" / "catalogue", tmp_path / "catalogue")
    return tmp_path


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the catalogue in a folder, without a terminal."""
    return subprocess.run(
        [*COMMAND, *words],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def words(kind: Kind, *more: str) -> list[str]:
    """Return the words of the command that makes a file of a kind; `field=value` goes with `--set`."""
    given = [*GIVEN[kind], *more]
    return [
        "new",
        kind.value,
        *(part for item in given for part in (["--set", item] if "=" in item else [item])),
    ]


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a catalogue, by its path in it."""
    root = folder / "catalogue"
    return {
        file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()
    }


def test_a_file_of_every_kind_is_written_and_validates(folder: Path) -> None:
    """What is given comes in the order of the model, and `catalogue validate` has nothing to say."""
    before = files(folder)
    for kind, (path, _) in WRITTEN.items():
        done = run(folder, *words(kind))
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(f"Geschreven: catalogue/{path}\n\nZo gaat het verder:\n")
    assert files(folder) == before | {path: text.encode() for path, text in WRITTEN.values()}
    checked = run(folder, "validate")
    assert (checked.returncode, checked.stdout) == (0, "")


def test_the_next_steps_can_be_typed(folder: Path) -> None:
    """After writing it says how to check the file and how to hand it in, with and without git."""
    assert run(folder, *words(Kind.CALL)).stdout == (
        """\
Geschreven: catalogue/organisations/nieuwland/calls/wie-heeft-ervaring-met-afspraken.md

Zo gaat het verder:
1. Lees het nog eens na en pas aan wat u wilt. Controleer het daarna:
     catalogue validate catalogue/organisations/nieuwland/calls/wie-heeft-ervaring-met-afspraken.md
2. Stuur het in met git. De laatste opdracht geeft een link; open daarmee een pull request:
     git switch -c call-wie-heeft-ervaring-met-afspraken
     git add catalogue/organisations/nieuwland/calls/wie-heeft-ervaring-met-afspraken.md
     git commit -m 'nieuwland: Add wie-heeft-ervaring-met-afspraken'
     git push -u origin HEAD
Hebt u geen git? Geef het bestand aan een collega die het wel heeft, of plak het in de browser:
     docs/bijdragen/delen.md
"""
    )


@pytest.mark.parametrize("kind", [Kind.APPLICATION, Kind.ADOPTION, Kind.ORGANISATION])
def test_a_file_that_is_there_is_never_overwritten(folder: Path, kind: Kind) -> None:
    """A second time it says so, and not a byte in the catalogue changes."""
    run(folder, *words(kind))
    before = files(folder)
    done = run(folder, *words(kind))
    assert (done.returncode, done.stdout) == (1, "")
    assert f"catalogue/{WRITTEN[kind][0]}" in done.stderr
    assert files(folder) == before


def test_what_is_missing_is_named_with_help_and_an_example(folder: Path) -> None:
    """Without a terminal it does not wait: each missing field comes with a line that can be copied."""
    before = files(folder)
    done = run(folder, "new", "call", "--set", "type=pilot", "--set", "contact.url=https://www.nieuwland.nl")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        """\
Dit ontbreekt nog:

  organisation: Wie deelt of gebruikt het?
    --organisation utrecht
  title: Titel. Waar het over gaat, hooguit 80 tekens.
    --set 'title=Samen een meldsysteem inkopen'
  summary: Samenvatting. Wat u zoekt, in 40 tot 160 tekens.
    --set 'summary=Wij zoeken twee gemeenten om in 2027 samen een meldsysteem in te kopen.'
  until: Sluit op. De laatste dag, hooguit 18 maanden vooruit. De oproep sluit dan vanzelf.
    --set until=2027-06-30
  contact.role: Rol. Wie antwoordt: een team of functie, geen naam van een persoon.
    --set 'contact.role=Team Informatievoorziening'
"""
    )
    assert files(folder) == before


def test_all_that_is_wrong_is_said_at_once(folder: Path) -> None:
    """Wrong values are shown as `validate` shows them, beside what is missing, and nothing is written."""
    before = files(folder)
    done = run(
        folder,
        *words(Kind.APPLICATION, "status=in-gebruik", "themes=loket", "titel=Balie", "software.licence=EUPL"),
    )
    assert done.returncode == 1
    rules = [
        line.partition("[")[2].partition("]")[0]
        for line in done.stderr.splitlines()
        if ": error" in line or ": fout" in line
    ]
    assert rules == ["choice-is-known", "term-is-known", "licence-is-spdx", "field-is-known"]
    assert files(folder) == before


def test_lists_and_parts_can_be_given_in_every_way(folder: Path) -> None:
    """Commas, repeating, numbers and YAML all fill lists and parts; what looks like a number stays text."""
    more = (
        "tags=balie, afspraak",
        "questions=Hoe maken inwoners een afspraak?",
        "questions=Kan het, en hoe?",
        "links=[{title: Site, url: 'https://www.nieuwland.nl/balie', kind: website}]",
        "sources.url=https://www.nieuwland.nl/bron",
        "sources.retrieved=2026-11-01",
        "sources.what=gebruik: balie",
        "sources.1.url=https://www.nieuwland.nl/bron-2",
        "sources.1.retrieved=2026-11-02",
        "sources.1.what=2026",
        "software.version=1.10",
        "security={availability: 2, controls: ['5.24']}",
        "example=true",
        "lessen=Begin op tijd.",
    )
    done = run(folder, *words(Kind.APPLICATION, *more))
    assert done.returncode == 0, done.stderr
    text = (folder / "catalogue" / WRITTEN[Kind.APPLICATION][0]).read_text("utf-8")
    assert (
        text[text.index("tags:") : text.index("reuse:")]
        == """\
tags:
  - balie
  - afspraak
questions:
  - Hoe maken inwoners een afspraak?
  - Kan het, en hoe?
"""
    )
    assert text[text.index("security:") : text.index("software:")] == (
        """\
security:
  availability: 2
  controls:
    - "5.24"
links:
  - title: Site
    url: "https://www.nieuwland.nl/balie"
    kind: website
sources:
  - url: "https://www.nieuwland.nl/bron"
    retrieved: 2026-11-01
    what: "gebruik: balie"
  - url: "https://www.nieuwland.nl/bron-2"
    retrieved: 2026-11-02
    what: "2026"
example: true
"""
    )
    assert '  version: "1.10"\n' in text
    assert text.endswith("De rij bij de balie was te lang.\n\n## Lessen\n\nBegin op tijd.\n")


def test_an_id_that_is_taken_is_refused(folder: Path) -> None:
    """An id or an earlier id of another file is named with that file; another id can be given."""
    taken = "catalogue/organisations/voorbeeldstad/applications/meldingen.md"
    for name in ("meldingen", "meldingen-oud"):
        done = run(folder, *words(Kind.CALL, "--id", name))
        assert (done.returncode, done.stderr) == (
            1,
            f"De naam '{name}' is al gebruikt: {taken}. Kies een andere.\n",
        )
    assert run(folder, *words(Kind.CALL, "--id", "eigen-naam")).returncode == 0
    assert (folder / "catalogue/organisations/nieuwland/calls/eigen-naam.md").is_file()


@pytest.mark.parametrize("name", ["../../../buiten", "con"])
def test_a_name_that_is_no_id_is_refused(folder: Path, name: str) -> None:
    """No path, no reserved name, no capitals: the file would not be portable, or not inside."""
    before = files(folder)
    done = run(folder, *words(Kind.CALL, "--id", name))
    assert done.returncode == 1
    assert done.stderr.startswith(f"'{name}' kan geen bestandsnaam zijn. ")
    assert files(folder) == before
    assert sorted(item.name for item in folder.iterdir()) == ["catalogue"]


@pytest.mark.parametrize("organisation", ["../../buiten", "nergenshuizen", "oudedorp"])
def test_an_organisation_that_is_not_there_is_refused(folder: Path, organisation: str) -> None:
    """Unknown and merged organisations are refused in the words of the rules, and so is a path."""
    before = files(folder)
    done = run(folder, *words(Kind.CALL, "--organisation", organisation))
    assert done.returncode == 1
    assert "[organisation-exists]" in done.stderr or "[organisation-still-exists]" in done.stderr
    assert files(folder) == before


def test_a_folder_that_leads_elsewhere_is_refused(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A symbolic link in the catalogue does not make the command write outside it."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shutil.rmtree(folder / "catalogue/organisations/nieuwland")
    (folder / "catalogue/organisations/nieuwland").symlink_to(elsewhere)
    done = run(folder, *words(Kind.CALL))
    assert done.returncode == 1
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("meldinge", "Er is geen toepassing of praktijk 'meldinge'. Bedoelde u 'meldingen'?"),
        ("qqqq", "Er is geen toepassing of praktijk 'qqqq'."),
        (
            "meldingen",
            "Dit staat er al: catalogue/organisations/nieuwland/adoptions/meldingen.md. Pas dat bestand aan.",
        ),
    ],
)
def test_only_what_another_shares_can_be_adopted(folder: Path, name: str, said: str) -> None:
    """An unknown entry gets the nearest one; what is reused already is not reused twice."""
    done = run(folder, *words(Kind.ADOPTION, "--id", name))
    assert done.returncode == 1
    assert done.stderr.startswith(said)


@pytest.mark.parametrize("owner", ["voorbeeldstad", "waterschap-voorbeeld"])
def test_an_owner_does_not_adopt_its_own(folder: Path, owner: str) -> None:
    """An owner and a co-owner are told that it is theirs."""
    done = run(folder, *words(Kind.ADOPTION, "--id", "meldingen", "--organisation", owner))
    assert done.stderr.splitlines()[0] == "'meldingen' is van deze organisatie zelf. Kies iets van een ander."


def test_what_is_no_assignment_is_a_sentence(folder: Path) -> None:
    """A value without a field is an error of use: exit code 2."""
    done = run(folder, "new", "call", "--set", "pilot")
    assert done.returncode == 2
    assert done.stderr == "catalogue: 'pilot' is geen VELD=WAARDE. Bijvoorbeeld: --set status=in-use\n"


def test_without_a_catalogue_it_cannot_run(tmp_path: Path) -> None:
    """In another folder it says how to point at the catalogue."""
    done = run(tmp_path, "new", "call")
    assert done.returncode == 2
    assert (
        done.stderr
        == "catalogue: er staat geen catalogus in 'catalogue'. Geef met --catalogue aan waar die staat.\n"
    )


def test_it_speaks_english(folder: Path) -> None:
    """With `--language en` the questions and examples are English."""
    done = run(folder, "new", "organisation", "--language", "en")
    assert done.stderr.splitlines()[:4] == [
        "This is still missing:",
        "",
        "  organisation: Who shares or reuses it?",
        "    --organisation utrecht",
    ]


def terminal(folder: Path, *more: str) -> Terminal:
    """Open a terminal in which the command runs."""
    return Terminal([*COMMAND, "new", *more], folder, SOURCE_DATE_EPOCH=EPOCH, PYTHONPATH=str(ROOT))


def test_an_application_is_made_by_answering_questions(folder: Path) -> None:
    """Pick, search and write; a wrong answer is told at once and asked again; the file validates."""
    with terminal(folder, "application") as screen:
        screen.answer("? Van welke organisatie is het?", "")
        screen.answer("? Naam", "Meldingen")
        screen.expect("De naam 'meldingen' is al gebruikt")
        screen.answer("? Naam van het bestand", "meldingen-oud")
        screen.expect("De naam 'meldingen-oud' is al gebruikt")
        screen.type(f"{CLEAR_LINE}meldingen-nieuwland{ENTER}")
        screen.answer("? Samenvatting", "Te kort.")
        screen.expect("40")
        screen.type(f"{CLEAR_LINE}Inwoners melden een losse tegel en horen wat ermee gebeurt.{ENTER}")
        screen.answer("? Status", DOWN + DOWN)
        screen.answer("? Thema's", DOWN + DOWN)
        screen.answer("? Thema's: nog een?", "")
        screen.answer("? Contact - Rol", "Team buiten")
        screen.answer("? Contact - E-mailadres", "")
        screen.answer("? Contact - Contactpagina", "https://www.nieuwland.nl/contact")
        screen.answer("? Hergebruik - Advies", DOWN)
        screen.answer("? Hergebruik - Inzet", DOWN + DOWN)
        screen.answer("? Privacy - Persoonsgegevens", DOWN + DOWN)
        screen.answer("? Privacy - DPIA", DOWN + DOWN + DOWN)
        screen.expect("DPIA")
        screen.answer("? Privacy - DPIA", "")
        screen.answer("? Software - Soort", "")
        screen.answer("? Software - Ontwikkeling", DOWN + DOWN + DOWN)
        screen.answer("? Software - Licentie", "EUPL-1.2")
        screen.answer("? Software - Broncode", "https://github.com/nieuwland/meldingen")
        screen.expect("? Wat lost het op")
        screen.type(f"Meldingen bleven liggen.{ENTER}{ENTER}Nu niet meer.{ESCAPE}{ENTER}")
        screen.answer("? Wilt u nu ook de aanbevolen velden invullen?", "")
        assert screen.end() == 0, screen.screen
    assert (folder / "catalogue/organisations/nieuwland/applications/meldingen-nieuwland.md").read_text(
        "utf-8"
    ) == (
        """\
---
title: Meldingen
summary: Inwoners melden een losse tegel en horen wat ermee gebeurt.
status: in-use
themes:
  - services
contact:
  role: Team buiten
  url: "https://www.nieuwland.nl/contact"
reviewed: 2026-11-24
reviewed_by: owner
reuse:
  advice: configure
  effort: 6-20
privacy:
  personal_data: special
  dpia: done
software:
  type: standalone/web
  development_status: stable
  licence: EUPL-1.2
  repository: "https://github.com/nieuwland/meldingen"
---

## Wat lost het op

Meldingen bleven liggen.

Nu niet meer.
"""
    )
    checked = run(folder, "validate")
    assert (checked.returncode, checked.stdout) == (0, "")


def test_an_adoption_asks_what_it_took_and_what_helps(folder: Path) -> None:
    """Sizes of change, the lesson and the recommended fields are asked; what is skipped is left out."""
    with terminal(folder, "adoption", "--organisation", "Provincie Voorbeeld") as screen:
        screen.answer("? Wat gebruikt u ook?", "")
        screen.answer("? Status", DOWN + DOWN)
        screen.answer("? Manier", "")
        screen.answer("? Sinds", "2024-02-30")
        screen.expect("2024-02-30")
        screen.type(f"{CLEAR_LINE}2024-02{ENTER}")
        screen.answer("? Inzet", "")
        screen.answer("? Wat is er veranderd - Techniek - Omvang", "")
        screen.answer("? Wat is er veranderd - Werkproces - Omvang", DOWN + DOWN)
        screen.answer("? Wat is er veranderd - Werkproces - Wat", "de balie handelt meldingen nu zelf af")
        screen.answer("? Wat is er veranderd - Organisatie - Omvang", DOWN)
        screen.answer("? Wat is er veranderd - Organisatie - Wat", "")
        screen.answer("? Wat is er veranderd - Gedrag - Omvang", DOWN + DOWN + DOWN)
        screen.answer("? Les", "Betrek de balie vanaf de eerste week; wij deden dat te laat.")
        screen.answer("? Wilt u nu ook de aanbevolen velden invullen?", DOWN)
        screen.answer("? Doorlooptijd", DOWN + DOWN)
        screen.answer("? Kosten eenmalig", "")
        screen.answer("? Kosten per jaar", "")
        screen.answer("? Aanrader", DOWN)
        assert screen.end() == 0, screen.screen
    assert (folder / "catalogue/organisations/provincie-voorbeeld/adoptions/meldingen.md").read_text(
        "utf-8"
    ) == (
        """\
---
status: pilot
mode: one-to-one
since: 2024-02
effort: under-1
lead_time: 1-3-months
changes:
  technology:
    size: none
  process:
    size: large
    what: de balie handelt meldingen nu zelf af
  organisation:
    size: small
  behaviour:
    size: unknown
lesson: Betrek de balie vanaf de eerste week; wij deden dat te laat.
recommend: "yes"
confirmed: 2026-11-24
confirmed_by: organisation
---
"""
    )


def test_a_practice_offers_lists_parts_and_sections(folder: Path) -> None:
    """Lists end when one says so, parts are asked field by field, and whatever is skipped is left out."""
    given = words(Kind.PRACTICE)[1:]
    with terminal(folder, *given) as screen:
        screen.answer("? Wilt u nu ook de aanbevolen velden invullen?", DOWN)
        screen.answer("? Vragen van collega's", "Hoe maken inwoners een afspraak?")
        screen.answer("? Vragen van collega's: nog een?", "Kan het, en hoe?")
        screen.answer("? Vragen van collega's: nog een?", "")
        screen.answer("? Landelijke voorzieningen: iets toevoegen?", DOWN)
        screen.answer("? Landelijke voorzieningen - Voorziening", "")
        screen.answer("? Landelijke voorzieningen - Nodig of mogelijk", DOWN)
        screen.answer("? Landelijke voorzieningen - Toelichting", "om in te loggen")
        screen.answer("? Landelijke voorzieningen: nog een?", "")
        screen.answer("? Standaarden: iets toevoegen?", "")
        screen.answer("? Hergebruik - Doorlooptijd", "")
        screen.answer("? Hergebruik - Kosten eenmalig", "")
        screen.answer("? Hergebruik - Kosten per jaar", DOWN)
        screen.answer("? Hergebruik - Wat verandert er - Techniek", DOWN)
        screen.answer("? Hergebruik - Wat verandert er - Werkproces", DOWN + DOWN + DOWN)
        screen.answer("? Hergebruik - Wat verandert er - Organisatie", "")
        screen.answer("? Hergebruik - Wat verandert er - Gedrag", "")
        screen.answer("? Hergebruik - Wie is nodig", DOWN)
        screen.answer("? Hergebruik - Wie is nodig: nog een?", "")
        screen.answer("? Hergebruik - Meenemen: iets toevoegen?", "")
        screen.answer("? Beveiliging - Beschikbaarheid", "4")
        screen.expect("4")
        screen.type(f"{CLEAR_LINE}2{ENTER}")
        screen.answer("? Beveiliging - Integriteit", "")
        screen.answer("? Beveiliging - Vertrouwelijkheid", "")
        screen.answer("? Beveiliging - Maatregelen", "")
        screen.answer("? Links: iets toevoegen?", "")
        screen.answer("? Bronnen: iets toevoegen?", DOWN)
        screen.answer("? Bronnen - Adres", "https://www.nieuwland.nl/raad")
        screen.answer("? Bronnen - Overgenomen op", "")
        screen.answer("? Bronnen - Wat", "de wachttijd")
        screen.answer("? Bronnen: nog een?", "")
        screen.answer("? Wat verandert", "")
        screen.answer("? Stappen: iets toevoegen?", "")
        screen.answer("? Bewijs: iets toevoegen?", "")
        for title in ("Wat is het", "Wat is er nodig", "Zo neemt u het over", "Resultaat"):
            screen.expect(f"? {title}")
            screen.type(f"{ESCAPE}{ENTER}")
        screen.expect("? Lessen")
        screen.type(f"Begin op tijd.{ESCAPE}{ENTER}")
        assert screen.end() == 0, screen.screen
    text = (folder / "catalogue" / WRITTEN[Kind.PRACTICE][0]).read_text("utf-8")
    assert (
        text[text.index("questions:") :]
        == """\
questions:
  - Hoe maken inwoners een afspraak?
  - Kan het, en hoe?
facilities:
  - id: digid
    role: optional
    note: om in te loggen
reuse:
  advice: configure
  effort: 6-20
  cost_per_year: none
  changes:
    technology: none
    process: large
  roles:
    - ciso
privacy:
  personal_data: ordinary
  dpia: done
security:
  availability: 2
sources:
  - url: "https://www.nieuwland.nl/raad"
    retrieved: 2026-11-24
    what: de wachttijd
domain: service
type: process
---

## Wat lost het op

De rij bij de balie was te lang.

## Lessen

Begin op tijd.
"""
    )


def test_giving_up_writes_nothing(folder: Path) -> None:
    """Ctrl-C ends the conversation with a sentence, and the catalogue is as it was."""
    before = files(folder)
    with terminal(folder, "call", "--organisation", "nieuwland") as screen:
        screen.answer("? Soort", "")
        screen.expect("? Titel")
        screen.type(INTERRUPT)
        assert screen.end() == 1
    assert screen.screen.splitlines()[-1] == "Gestopt. Er is niets geschreven."
    assert files(folder) == before


def test_a_wrong_value_given_beforehand_is_told_before_the_questions(folder: Path) -> None:
    """Nobody answers twenty questions to hear that the first value was wrong."""
    with terminal(folder, "call", "--organisation", "nieuwland", "--set", "type=vraag") as screen:
        assert screen.end() == 1
    assert "[choice-is-known]" in screen.screen
    assert "? " not in screen.screen.partition("[choice-is-known]")[0]
