"""Random input for the reader: how many inputs, and how many of them crash it or take it long.

    .venv/bin/python benchmarks/soup.py 1000000

Each input goes from bytes to a document to a typed value, as a file of the catalogue does; one of the
register goes to its rows. Then the quick reader is held against the thorough one. Input number N of a seed
is always the same bytes, so that `--only N` repeats one.
"""

# ruff: noqa: PLR2004 - the numbers are chances

from __future__ import annotations

import argparse
import faulthandler
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from readers import disagreement, is_quick

from generator.catalogue import load
from generator.documents import ENTRY_LIMITS, VOCABULARY_LIMITS, read
from generator.faults import Fault
from generator.model.about import Strict, fields_of
from generator.model.convert import Terms, convert
from generator.model.kinds import MODELS
from generator.model.vocabulary import Vocabulary
from generator.register import read_register

ROOT = Path(__file__).parent.parent
SLOW = 0.5
"""Seconds of processor time that one input may take."""
HANGS = 120
"""Seconds after which an input is said to hang: Python then prints where, and stops."""

WORDS: tuple[str, ...] = (
    *("---\n", "---", "...\n", "body: |\n", "body: >-\n", "title: ", "themes: [", "contact: {", "sources:\n"),
    *("  - ", "- ", "? ", ": ", "&a ", "*a", "!!str ", "!x ", "<<: ", "%YAML 1.2\n", "# ", " #", "\n\n"),
    *("## Wat lost het op\n", "```\n", "[x](y.md)", "![a](b)", "<b>", "{{ x }}", "| a | b |\n"),
    *("null", "~", "yes", "true", "0x1f", "1e999", ".inf", "2026-02-30", "2026-11-24", "9" * 60, "0o17"),
    *("\n", "\r\n", "\r", "\t", " ", "  ", "    ", *"[]{}\"'|>%@#:,`\\~&*!?-=+"),
    *("\u202e", "\u2066", "\x00", "\x1b[31m", "\ufeff", "\u2028", "\u0085", "\u200d", "\u0301", "\U000e0041"),
    *("é", "ß", "\u0131", "İ", "\uff0d", "العربية", "नमस्ते", "👩\u200d💻", "\ud800", "\U0010ffff", "\ufffe"),
    *('"\\x1b"', '"\\ud800"', '"\\U00110000"', '"\\u202e"', "'''", '"""', "|+9\n", ">-\n", "|1\n"),
)
VALUES = (
    *("unknown", "in-use", "2026-11-24", '"yes"', "'a: b'", "a:b", "a#b", "[a, b]", '["5.34"]'),
    *("Bel eerst (of mail) de wijkraad.", "https://www.voorbeeld.nl/a?b=c#d", "Sûdwest-Fryslân, 2e"),
)
BYTES = (
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\x80",
)


@dataclass(frozen=True, slots=True)
class Seeds:
    """What inputs are made of.

    Attributes:
        paths: Of real files, which say how one is read.
        contents: Their bytes.
        fields: Names of fields of every kind of file.
        terms: The vocabularies.
    """

    paths: tuple[str, ...]
    contents: tuple[bytes, ...]
    fields: tuple[str, ...]
    terms: Terms


@dataclass(slots=True)
class Tally:
    """What came of the inputs so far."""

    inputs: int = 0
    quick: int = 0
    size: int = 0
    slowest: tuple[float, int] = (0.0, -1)
    wrong: list[str] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)


def seeds() -> Seeds:
    """Return the files of the cases twenty times and sixty of the catalogue once, which are larger."""
    base = ROOT / "tests/cases/_base/catalogue"
    small = sorted(file for file in base.rglob("*") if file.is_file())
    large = sorted((ROOT / "catalogue/organisations").rglob("*.*"))
    files = [(file, base) for file in small] * 20
    files += [(file, ROOT / "catalogue") for file in large[:: max(1, len(large) // 60)]]
    models: list[type[Strict]] = [*MODELS.values(), Vocabulary]
    names = sorted({step for model in models for step in _names(model)})
    return Seeds(
        tuple(f"catalogue/{file.relative_to(root).as_posix()}" for file, root in files),
        tuple(file.read_bytes() for file, _ in files),
        tuple(names),
        load(base).vocabularies,
    )


def _names(model: type[Strict]) -> Iterable[str]:
    return (step for spec in fields_of(model) for step in spec.path if step != "*")


def soup(chance: random.Random, known: Seeds) -> bytes:
    """Return pieces of entries and of YAML, in any order."""
    pieces = [_piece(chance, known) for _ in range(chance.randint(1, 40))]
    start = "---\n" if chance.random() < 0.5 else ""
    return (start + "".join(pieces)).encode("utf-8", "surrogatepass")


def _piece(chance: random.Random, known: Seeds) -> str:
    kind = chance.random()
    if kind < 0.25:
        return f"{chance.choice(known.fields)}: "
    if kind < 0.9:
        return chance.choice(WORDS)
    return "".join(
        chr(chance.choice((chance.randrange(0x250), chance.randrange(0x110000)))) for _ in range(3)
    )


def tree(chance: random.Random, known: Seeds) -> bytes:
    """Return front matter that is well-formed, with fields that exist, values of any shape and a body."""
    lines = [
        f"{chance.choice(known.fields)}: {_value(chance, known, 0)}" for _ in range(chance.randint(1, 15))
    ]
    text = "\n".join(["---", *lines, "---", "", "## Wat lost het op", "", chance.choice(WORDS), ""])
    return text.encode("utf-8", "surrogatepass")


def _value(chance: random.Random, known: Seeds, depth: int) -> str:
    kind = chance.random()
    if depth < 8 and kind < 0.2:
        return f"[{', '.join(_value(chance, known, depth + 1) for _ in range(chance.randrange(5)))}]"
    if depth < 8 and kind < 0.45:
        names = (chance.choice(known.fields) for _ in range(chance.randrange(5)))
        return f"{{{', '.join(f'{name}: {_value(chance, known, depth + 1)}' for name in names)}}}"
    if kind < 0.6:
        return f"'{chance.choice(WORDS).replace(chr(39), chr(39) * 2)}'"
    return chance.choice(
        ("unknown", "in-use", "x", "https://www.voorbeeld.nl", "2026-11-24", chance.choice(WORDS))
    )


def block(chance: random.Random, known: Seeds) -> bytes:
    """Return front matter of lines as people write them, some with a slip."""
    lines = _lines(chance, known, 0, 0)
    for _ in range(chance.randrange(3)):
        at = chance.randrange(len(lines))
        line, piece = lines[at], chance.choice((" ", ":", " #", "- ", _piece(chance, known)))
        lines[at] = chance.choice((f"{piece}{line}", f"{line}{piece}", line[1:]))
    text = "\n".join(["---", *lines, "---", "", "## Wat lost het op", "", chance.choice(WORDS), ""])
    return text.encode("utf-8", "surrogatepass")


def _lines(chance: random.Random, known: Seeds, indent: int, depth: int) -> list[str]:
    is_list = depth > 0 and chance.random() < 0.4
    margin = " " * indent
    found = []
    for _ in range(chance.randint(1, 5)):
        value = chance.choice(VALUES) if chance.random() < 0.97 else chance.choice(WORDS)
        key = f"{chance.choice(known.fields)}:"
        if is_list and chance.random() < 0.5:
            found.append(f"{margin}- {value}")
        elif depth < 5 and chance.random() < 0.3:
            deeper = indent + 2 * is_list + chance.choice((2, 2, 2, 2, 1, 4))
            found += [f"{margin}{'- ' * is_list}{key}", *_lines(chance, known, deeper, depth + 1)]
        else:
            found.append(f"{margin}{'- ' * is_list}{key} {value}")
    return found


def damaged(chance: random.Random, known: Seeds, content: bytes) -> bytes:
    """Return a real file with one to three cuts, doubles, swaps, flipped bits or strange pieces in it."""
    for _ in range(chance.randint(1, 3)):
        start = chance.randint(0, len(content))
        end = min(len(content), start + chance.choice((0, 1, 3, 12, 60, 400)))
        match chance.randrange(6):
            case 0:
                between = b""
            case 1:
                between = content[start:end] * 2
            case 2:
                between = bytes(byte ^ (1 << chance.randrange(8)) for byte in content[start:end])
            case 3:
                between = chance.choice(BYTES)
            case 4:
                other = chance.choice(known.contents)
                place = chance.randint(0, len(other))
                between = other[place : place + 80]
            case _:
                between = _piece(chance, known).encode("utf-8", "surrogatepass")
        content = content[:start] + between + content[end:]
    return content


def repeated(chance: random.Random, known: Seeds) -> bytes:
    """Return a pattern as long as front matter or a file may be, in the fields or below them."""
    pattern = "".join(_piece(chance, known) for _ in range(chance.randint(1, 3))) or "["
    largest = chance.choice((16_000, 60_000, 127_000))
    text = (pattern * (largest // len(pattern)))[:largest]
    start = chance.choice(("", "---\n", "---\ntags: ", "---\ntitle: x\n---\n", "body: |\n"))
    return f"{start}{text}\n---\n".encode("utf-8", "surrogatepass")[:131_072]


def made(seed: str, number: int, known: Seeds) -> tuple[str, bytes]:
    """Return the path and the bytes of one input."""
    chance = random.Random(f"{seed}-{number}")
    which = chance.randrange(len(known.paths))
    path, content = known.paths[which], known.contents[which]
    kind = chance.random()
    if kind < 0.40:
        return path, damaged(chance, known, content)
    if kind < 0.70:
        return path, soup(chance, known)
    if kind < 0.82:
        return path, tree(chance, known)
    if kind < 0.93:
        return path, block(chance, known)
    if kind < 0.995:
        return path, chance.randbytes(chance.randrange(200))
    return path, repeated(chance, known)


def read_whole(path: str, content: bytes, terms: Terms) -> tuple[bool, list[Fault], int]:
    """Read one file as the catalogue does.

    Returns:
        Whether there is a value, the faults, and how many lines they can stand on.
    """
    if path.endswith(".csv"):
        rows, faults = read_register(path, content)
        return bool(rows), faults, content.count(b"\n") + 2
    parts = path.split("/")
    if parts[1] == "vocabularies":
        document, faults = read(path, content, limits=VOCABULARY_LIMITS)
        value, wrong = convert(document, Vocabulary, None) if not faults else (None, [])
        return value is not None, [*faults, *wrong], len(document.lines)
    kind = next(kind for kind in MODELS if parts[-2] == f"{kind.value}s" or parts[-1] == f"{kind.value}.yml")
    document, faults = read(path, content)
    is_readable = bool(document.front.pairs) or not faults
    result, wrong = convert(document, MODELS[kind], terms) if is_readable else (None, [])
    return result is not None, [*faults, *wrong], len(document.lines)


def complaint(*, has_value: bool, faults: list[Fault], lines: int) -> str:
    """Return what is wrong with an answer; empty when it is an answer."""
    if not has_value and not faults:
        return "no value and no fault"
    for item in faults:
        place = item.location
        is_ordered = (place.line, place.column) <= (place.end_line, place.end_column)
        if not (1 <= place.line <= max(lines, 1) and place.column >= 1 and is_ordered):
            return f"{item.kind} stands at {place}"
    return ""


def run(numbers: Iterable[int], seed: str, known: Seeds, progress: Callable[[Tally], None]) -> Tally:
    """Read every input and tell what came of it; a crash is written down, not raised."""
    tally = Tally()
    for number in numbers:
        path, content = made(seed, number, known)
        started = time.process_time()
        try:
            has_value, faults, lines = read_whole(path, content, known.terms)
        except BaseException as error:  # noqa: BLE001 - a crash is what is looked for
            place = traceback.extract_tb(error.__traceback__)[-1]
            tally.wrong.append(f"input {number}: {type(error).__name__} at {place.filename}:{place.lineno}")
            tally.ends["crash"] += 1
        else:
            said = complaint(has_value=has_value, faults=faults, lines=lines)
            tally.wrong += [f"input {number}: {said}"] if said else []
            tally.ends["a value" if has_value and not faults else "faults"] += 1
            tally.kinds.update({item.kind for item in faults})
        spent = time.process_time() - started
        tally.slowest = max(tally.slowest, (spent, number))
        _compare(tally, number, path, content)
        if spent > SLOW:
            tally.wrong.append(f"input {number}: {spent:.2f} s")
        tally.inputs += 1
        tally.size += len(content)
        if tally.inputs % 50_000 == 0:
            progress(tally)
    return tally


def _compare(tally: Tally, number: int, path: str, content: bytes) -> None:
    if path.endswith(".csv"):
        return
    limits = VOCABULARY_LIMITS if path.split("/")[1] == "vocabularies" else ENTRY_LIMITS
    tally.quick += is_quick(path, content, limits)
    differs = disagreement(path, content, limits)
    tally.wrong += [f"input {number}: the readers differ in {differs}"] if differs else []


def report(tally: Tally) -> None:
    """Print what came of the inputs."""
    seconds, number = tally.slowest
    print(
        f"{tally.inputs:,} inputs, {tally.size / 1e6:,.0f} MB; {dict(tally.ends)}, "
        f"{tally.quick:,} read the quick way; {len(tally.kinds)} kinds of fault; "
        f"slowest {seconds * 1000:.0f} ms (input {number}); {len(tally.wrong)} wrong",
        flush=True,
    )
    faulthandler.dump_traceback_later(HANGS * 30, exit=True)


def main() -> int:
    """Run the inputs; 1 when one crashed, took long or was answered with nonsense."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("inputs", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", default="soup")
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--only", type=int, help="run one input and print its bytes")
    chosen = parser.parse_args()
    known = seeds()
    numbers = range(chosen.first, chosen.first + chosen.inputs)
    if chosen.only is not None:
        print(*made(chosen.seed, chosen.only, known), sep="\n")
        numbers = range(chosen.only, chosen.only + 1)
    tally = run(numbers, chosen.seed, known, report)
    report(tally)
    print(*tally.wrong[:50], sep="\n")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
