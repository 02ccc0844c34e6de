"""Collects the words of the product and keeps the translation files in step with them.

Usage: python .ci/messages.py [--check] [--prune] [--root FOLDER]

English is the key. Collected are the first argument of `msg(…)`, the three texts of `about(…)`, `_(…)` and
`{% trans %}` in templates, and the help of commands. Each part of the package has its own file in
`generator/locale/`. A text that leaves the code stays as `#~` until `--prune`, so that no translation is lost
by accident. The same input gives the same bytes: sorted, without dates.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

LANGUAGES = ("nl",)
DOMAIN_BY_PART = {
    "catalogue": "findings",
    "cli": "cli",
    "documents": "findings",
    "importers": "findings",
    "model": "fields",
    "plugin": "pages",
    "reporters": "findings",
    "rules": "findings",
    "scaffold": "cli",
}
# How many arguments are words for people, by the name of the function.
ARGUMENTS = {"about": 3, "gettext": 1, "msg": 1, "ngettext": 2}
TEMPLATES = frozenset({".html", ".jinja", ".svg", ".txt", ".xml"})
_NAMED_PERCENT = re.compile(r"%\((\w+)\)s")

Text = str | tuple[str, str]
_Id = str | tuple[str, ...] | list[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A text in the code: its English and whether `{name}` in it is a place to fill."""

    text: Text
    is_format: bool = False


class _Words(Catalog):
    """A translation file whose header says only what is needed to read it."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale_identifier)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", f"{self.plural_forms}\n"),
        ]


def main(arguments: list[str]) -> int:
    """Update the files, or with `--check` only say what is not in order.

    Returns:
        0 when every text has its translation and the files are as this tool makes them, else 1.
    """
    parser = argparse.ArgumentParser(description="Keep the translation files in step with the code.")
    parser.add_argument("--check", action="store_true", help="change nothing, say what is not in order")
    parser.add_argument("--prune", action="store_true", help="drop translations the code no longer uses")
    home = Path(__file__).parent.parent
    parser.add_argument("--root", type=Path, default=home, help="folder with generator/")
    options = parser.parse_args(arguments)
    found = dict(collect(options.root / "generator"))
    problems: list[str] = []
    for language in LANGUAGES:
        folder = options.root / "generator" / "locale" / language / "LC_MESSAGES"
        for path, content, wrong in files(folder, language, found, prune=options.prune):
            problems += wrong
            is_same = path.is_file() and path.read_bytes() == content
            if options.check and not is_same:
                problems.append(f"{path.name}: not what .ci/messages.py makes of the code; run it")
            elif not is_same:
                path.write_bytes(content)
                sys.stdout.write(f"{path.relative_to(options.root).as_posix()} written\n")
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    return 1 if problems else 0


def collect(package: Path) -> Iterator[tuple[str, list[Found]]]:
    """Yield each domain and the texts the package has for it, domains sorted by name."""
    texts: dict[str, list[Found]] = {"cli": [], "fields": [], "findings": [], "pages": []}
    for file in sorted(package.rglob("*")):
        parts = file.relative_to(package).parts
        if "locale" in parts or "__pycache__" in parts:
            continue
        domain = texts[DOMAIN_BY_PART.get(parts[0], "findings" if len(parts) == 1 else "pages")]
        if file.suffix == ".py":
            domain += python_texts(file)
        elif file.suffix in TEMPLATES:
            domain += template_texts(file)
    yield from texts.items()


def python_texts(file: Path) -> Iterator[Found]:
    """Yield the texts in a module: of `msg`, `about`, `gettext` and `ngettext`.

    Raises:
        SystemExit: A module cannot be parsed, or a text is not written out where it is used.
    """
    try:
        tree = ast.parse(file.read_text("utf-8"), str(file))
    except SyntaxError as error:
        raise SystemExit(f"{file}:{error.lineno}: {error.msg}") from error
    for node in ast.walk(tree):
        yield from _help(node)
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [_constant(argument) for argument in node.args[: ARGUMENTS.get(name, 0)]]
        if name in {"msg", "about"} and None in texts:
            raise SystemExit(f"{file}:{node.lineno}: {name}() wants its text written out, to collect it")
        if name == "ngettext" and None not in texts:
            yield Found((texts[0] or "", texts[1] or ""))
        elif name in ARGUMENTS:
            yield from (Found(text, is_format=name == "msg") for text in texts if text)


def _help(node: ast.AST) -> Iterator[Found]:
    """Yield the help of a command: its docstring, what stands after `help=`, and the list of commands."""
    if isinstance(node, ast.FunctionDef) and any(map(_is_command, node.decorator_list)):
        yield Found(ast.get_docstring(node) or "")
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "option":
        texts = (_constant(keyword.value) for keyword in node.keywords if keyword.arg == "help")
        yield from (Found(text) for text in texts if text)
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and _is_named(node, "COMMANDS"):
        yield from (Found(text) for text in map(_constant, node.value.values) if text)


def _is_command(decorator: ast.expr) -> bool:
    function = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(function, ast.Attribute) and function.attr in {"command", "group"}


def _is_named(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


def template_texts(file: Path) -> Iterator[Found]:
    """Yield the texts in a Jinja template."""
    options = {"silent": "false", "trimmed": "true", "newstyle_gettext": "true"}
    with file.open("rb") as stream:
        for _, function, text, _ in babel_extract(stream, ("_", "gettext", "ngettext"), (), options):
            # Jinja gives every argument of a call; those that are no written-out text are None.
            texts = [text] if isinstance(text, str) else [item for item in text or () if item]
            if function == "ngettext":
                yield Found((texts[0], texts[1]))
            else:
                yield Found(texts[0])


def files(
    folder: Path, language: str, found: dict[str, list[Found]], *, prune: bool
) -> Iterator[tuple[Path, bytes, list[str]]]:
    """Yield each translation file, source and compiled: its path, what it must hold, what is wrong in it."""
    known = {domain: _read(folder / f"{domain}.po", language) for domain in found}
    everywhere: dict[_Id, _Id | None] = {}
    for words in known.values():
        everywhere |= {item.id: item.string for item in [*words.obsolete.values(), *words] if _is_done(item)}
    wanted = {item.text for texts in found.values() for item in texts}
    chosen: dict[_Id, _Id | None] = {}
    for domain, texts in found.items():
        words = _words(language, domain, texts, known[domain], everywhere)
        if not prune:
            left = [*known[domain].obsolete.values(), *known[domain]]
            words.obsolete = {str(item.id): item for item in left if _is_done(item) and item.id not in wanted}
        wrong = [f"{domain}.po: {problem}" for problem in _problems(words)]
        wrong += [
            f"{domain}.po: another file translates it otherwise: {item.id!r}"
            for item in words
            if item.id and chosen.setdefault(item.id, item.string) != item.string
        ]
        yield folder / f"{domain}.po", _bytes(words), wrong
        yield folder / f"{domain}.mo", _compiled(words), []


def _words(
    language: str, domain: str, texts: list[Found], known: Catalog, everywhere: dict[_Id, _Id | None]
) -> _Words:
    words = _Words(language, domain=domain, header_comment="", fuzzy=False)
    for item in texts:
        old = known.get(item.text)
        # A text that moved to another part of the package keeps its translation.
        translation = old.string if old and old.string else everywhere.get(item.text, "")
        message = words.add(item.text, translation, user_comments=old.user_comments if old else ())
        message.flags = {"fuzzy"} & (old.flags if old else set())
        if item.is_format and isinstance(item.text, str) and _places(item.text):
            message.flags.add("python-brace-format")
    return words


def _problems(words: Catalog) -> Iterator[str]:
    for item in words:
        if not item.id:
            continue
        ids = [item.id] if isinstance(item.id, str) else list(item.id)
        strings = [item.string] if isinstance(item.string, str) else list(item.string or ())
        places = _places if "python-brace-format" in item.flags else _percents
        if not strings or not all(strings):
            yield f"no translation: {item.id!r}"
        elif item.fuzzy:
            yield f"marked as fuzzy: {item.id!r}"
        # Of a singular, the number may be left out: "één bevinding".
        elif places(strings[-1]) != places(ids[-1]) or not places(strings[0]) <= places(ids[-1]):
            yield f"other places to fill in the translation: {item.id!r}"
    for item in words.obsolete.values():
        yield f"no longer in the code (--prune drops it): {item.id!r}"


def _read(file: Path, language: str) -> Catalog:
    if not file.is_file():
        return Catalog(language)
    with file.open("rb") as stream:
        return read_po(stream, locale=language, abort_invalid=True)


def _bytes(words: Catalog) -> bytes:
    stream = io.BytesIO()
    write_po(stream, words, width=0, no_location=True, sort_output=True)
    return stream.getvalue().strip() + b"\n"


def _compiled(words: Catalog) -> bytes:
    stream = io.BytesIO()
    write_mo(stream, words)
    return stream.getvalue()


def _is_done(item: Message) -> bool:
    return bool(item.id and item.string and not item.fuzzy)


def _places(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"an unpaired brace"}


def _percents(text: str) -> set[str]:
    return set(_NAMED_PERCENT.findall(text))


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
