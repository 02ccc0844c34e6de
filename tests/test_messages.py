"""Every word a person reads is there in Dutch, and the translation files are what the code says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.messages import msg, translator

ROOT = Path(__file__).parents[1]
FILES = Path("generator/locale/nl/LC_MESSAGES")


def run(*arguments: str) -> tuple[int, str]:
    """Return the exit code of the tool and what it says, on both streams."""
    command = [sys.executable, str(ROOT / ".ci" / "messages.py"), *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a folder with a small package: one rule, one model, one page."""
    sources = {
        "rules/owner_exists.py": 'x = msg("\'{value}\' is not " "known.", value=1)\n',
        "model/entry.py": 'x = about("Name", "What it is called.", "Signalen", Need.REQUIRED)\n',
        "cli/new.py": 'x = translator(language).ngettext("{n} file", "{n} files", n)\n',
        "pages/templates/home.html": (
            '{{ _("Home") }} {% trans n=number %}\n one page{% pluralize %}{{ n }} pages\n{% endtrans %}\n'
        ),
    }
    for name, content in sources.items():
        file = tmp_path / "generator" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    (tmp_path / FILES).mkdir(parents=True)
    return tmp_path


def words(package: Path, domain: str) -> str:
    """Return a translation file without its header."""
    return (package / FILES / f"{domain}.po").read_text("utf-8").partition("\n\n")[2]


def test_every_text_is_translated_and_compiled() -> None:
    """No text is untranslated, fuzzy or left over, and both kinds of file are what the tool makes."""
    assert run("--check") == (0, "")


def test_texts_of_code_and_templates_are_collected(package: Path) -> None:
    """Each part of the package has its file; a model gives the three texts of a field."""
    run("--root", str(package))
    assert words(package, "findings") == (
        '#, python-brace-format\nmsgid "\'{value}\' is not known."\nmsgstr ""\n'
    )
    assert words(package, "fields") == (
        'msgid "Name"\nmsgstr ""\n\nmsgid "Signalen"\nmsgstr ""\n\nmsgid "What it is called."\nmsgstr ""\n'
    )
    assert words(package, "pages") == (
        'msgid "Home"\nmsgstr ""\n\n'
        'msgid "one page"\nmsgid_plural "%(n)s pages"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )
    assert words(package, "cli") == (
        'msgid "{n} file"\nmsgid_plural "{n} files"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )


def test_a_translation_is_kept_until_it_is_pruned(package: Path) -> None:
    """A text that leaves the code and comes back has its translation again; `--prune` drops it."""
    run("--root", str(package))
    file = package / FILES / "fields.po"
    file.write_text(file.read_text("utf-8").replace('"Name"\nmsgstr ""', '"Name"\nmsgstr "Naam"'), "utf-8")
    model = package / "generator" / "model" / "entry.py"
    source = model.read_text("utf-8")
    model.write_text("", "utf-8")
    assert "fields.po: no longer in the code (--prune drops it): 'Name'" in run("--root", str(package))[1]
    model.write_text(source, "utf-8")
    run("--root", str(package))
    assert words(package, "fields").startswith('msgid "Name"\nmsgstr "Naam"\n')
    model.write_text("", "utf-8")
    run("--root", str(package), "--prune")
    assert words(package, "fields") == ""


def test_a_text_that_moves_keeps_its_translation(package: Path) -> None:
    """Dutch written for one part of the package serves another part too, so that both say the same."""
    (package / FILES / "cli.po").write_text('msgid "Home"\nmsgstr "Begin"\n', "utf-8")
    run("--root", str(package))
    assert words(package, "pages").startswith('msgid "Home"\nmsgstr "Begin"\n')


@pytest.mark.parametrize(
    ("domain", "entry", "problem"),
    [
        ("pages", 'msgid "Home"\nmsgstr ""\n', "no translation: 'Home'"),
        ("pages", '#, fuzzy\nmsgid "Home"\nmsgstr "Begin"\n', "marked as fuzzy: 'Home'"),
        (
            "findings",
            "msgid \"'{value}' is not known.\"\nmsgstr \"'{waarde}' is niet bekend.\"\n",
            "other places to fill in the translation: \"'{value}' is not known.\"",
        ),
        (
            "findings",
            "msgid \"'{value}' is not known.\"\nmsgstr \"'{value' is niet bekend.\"\n",
            "other places to fill in the translation: \"'{value}' is not known.\"",
        ),
        (
            "pages",
            'msgid "one page"\nmsgid_plural "%(n)s pages"\nmsgstr[0] "één"\nmsgstr[1] "meer"\n',
            "other places to fill in the translation: ('one page', '%(n)s pages')",
        ),
    ],
)
def test_what_is_not_in_order_is_said(package: Path, domain: str, entry: str, problem: str) -> None:
    """A missing, doubtful or broken translation is one line, and the exit code is 1."""
    (package / FILES / f"{domain}.po").write_text(entry, "utf-8")
    code, output = run("--root", str(package))
    assert code == 1
    assert f"{domain}.po: {problem}" in output.splitlines()


def test_one_english_text_has_one_translation(package: Path) -> None:
    """Two parts that translate the same words otherwise are told so: one translator serves all."""
    (package / "generator" / "cli" / "home.py").write_text('x = msg("Home")\n', "utf-8")
    (package / FILES / "cli.po").write_text('msgid "Home"\nmsgstr "Thuis"\n', "utf-8")
    (package / FILES / "pages.po").write_text('msgid "Home"\nmsgstr "Begin"\n', "utf-8")
    output = run("--root", str(package))[1]
    assert "pages.po: another file translates it otherwise: 'Home'" in output.splitlines()


def test_check_changes_nothing(package: Path) -> None:
    """`--check` names the files that are not up to date and leaves them as they are."""
    output = run("--root", str(package), "--check")[1]
    assert "cli.po: not what .ci/messages.py makes of the code; run it" in output.splitlines()
    assert list((package / FILES).iterdir()) == []


def test_the_same_code_gives_the_same_bytes(package: Path) -> None:
    """A second run writes nothing: no dates, no line numbers, no order that changes."""
    run("--root", str(package))
    assert "written" not in run("--root", str(package))[1]


@pytest.mark.parametrize("source", ['msg(f"{name} is wrong")\n', "about(title, text, example)\n"])
def test_a_text_that_cannot_be_collected_stops_the_tool(package: Path, source: str) -> None:
    """A text put together in code would silently stay English: the place is named instead."""
    file = package / "generator" / "build.py"
    file.write_text(f"\n{source}", "utf-8")
    name = source.partition("(")[0]
    expected = f"{file}:2: {name}() wants its text written out, to collect it\n"
    assert run("--root", str(package)) == (1, expected)


def test_a_message_speaks_both_languages() -> None:
    """English is the text itself; Dutch comes from the files, also for a message inside a message."""
    message = msg("{field}: {count}", field=msg("Summary"), count=3)
    assert message.in_language("en") == "Summary: 3"
    assert message.in_language("nl") == "Samenvatting: 3"


def test_numbers_have_their_own_words() -> None:
    """Singular and plural of one text come from the same translator."""
    words_en = translator("en")
    assert [words_en.ngettext("one page", "more pages", number) for number in (1, 2)] == [
        "one page",
        "more pages",
    ]
