"""Changes every rule a little, again and again, and tells which changes no case notices.

    make mutation                               # all rules
    make mutation RULES="dates title-is"        # those with one of these words in their name

The changes are those of mutmut. Not its runner: that runs, for each change of a rule, every test that runs
the rule, which is every case in both languages (half an hour of tests for one rule). Here the catalogues of
all cases, of `tests/rule_limits.py` and of the slips in `tests/slips.py` are read once, and a change runs in
a fork: its rule on each of them, until a finding differs in anything a person or a program reads, its repair
too. Of the words about a rule (`RULE`) no change is made: they are compared with the translation files. What
survives, and why that is right, stands in docs/decisions/0010-proof.md.
"""

from __future__ import annotations

import gc
import importlib
import os
import re
import signal
import sys
import tempfile
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path

from libcst import parse_module
from libcst.metadata import MetadataWrapper
from mutmut.mutation.file_mutation import MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from rule_limits import limits  # noqa: E402 - after the path to it
from slips import SLIPS, content_of, state  # noqa: E402
from test_cases import CASES, TODAY, case_names, lay_out, read  # noqa: E402

from generator.catalogue import Catalogue, load  # noqa: E402
from generator.findings import Finding  # noqa: E402
from generator.messages import LANGUAGES  # noqa: E402
from generator.rules import MOST_OF_A_RULE, all_rules, check_across, check_files  # noqa: E402

RULES = ROOT / "generator" / "rules"
SECONDS = 20
SURVIVED, KILLED = 0, 1
Found = list[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """A catalogue that breaks one rule, and what every rule finds in it, by the name of its module.

    Attributes:
        rule: Its name.
        catalogue: As loaded.
        findings: Of all rules, before exceptions count.
        found: What each rule finds, as it is read.
    """

    rule: str
    catalogue: Catalogue
    findings: tuple[Finding, ...]
    found: Mapping[str, Found]


def found_by(module: types.ModuleType, catalogue: Catalogue, findings: tuple[Finding, ...]) -> Found:
    """Return what one rule finds, as it is read by a person in each language."""
    kept, in_file = [], {}
    for item in results(module, catalogue, findings):
        count = in_file[item.location.path] = in_file.get(item.location.path, 0) + 1
        if count <= MOST_OF_A_RULE:
            kept.append(item)
    return [
        (
            item.rule,
            item.severity,
            item.location,
            item.fix,
            *(words(item, language) for language in LANGUAGES),
        )
        for item in sorted(kept, key=lambda item: item.sort_key)
    ]


def results(
    module: types.ModuleType, catalogue: Catalogue, findings: tuple[Finding, ...]
) -> Iterator[Finding]:
    """Yield what a rule finds; one that looks at what exceptions excuse comes after all others."""
    yield from module.check(catalogue, TODAY)
    if hasattr(module, "needless"):
        verdict = sys.modules["generator.rules._exceptions"].excuse(catalogue, findings, TODAY)
        yield from verdict.with_more(module.needless(catalogue, verdict.excused, TODAY)).findings


def words(item: object, language: str) -> tuple[str, ...]:
    """Return the message and the hint."""
    texts = (getattr(item, "message", None), getattr(item, "hint", None))
    return tuple(text.in_language(language) if text else "" for text in texts)


def cases(folder: Path) -> Iterator[Case]:
    """Read every case, and note what each rule finds in it before any change."""
    modules = {path.stem: importlib.import_module(f"generator.rules.{path.stem}") for path in rule_files()}
    for name in case_names():
        (folder / name).mkdir()
        yield case(name, read(CASES / name, lay_out(CASES / name, folder / name)), modules)
    for number, limit in enumerate(limits()):
        (folder / str(number)).mkdir()
        stem = limit.rule.replace("-", "_")
        yield case(limit.rule, load(limit.lay_out(folder / str(number))), {stem: modules[stem]})
    for slip in SLIPS:
        broken = slip.broken(content_of(slip.path).decode()).encode()
        stem = slip.rule.replace("-", "_")
        yield case(slip.rule, state({slip.path: broken}).catalogue, {stem: modules[stem]})


def case(name: str, catalogue: Catalogue, modules: Mapping[str, types.ModuleType]) -> Case:
    """Note what rules find in one catalogue."""
    findings = (*check_files(catalogue, TODAY), *check_across(catalogue, TODAY))
    found = {stem: found_by(module, catalogue, findings) for stem, module in modules.items()}
    return Case(name, catalogue, findings, found)


def rule_files() -> list[Path]:
    """Return the files with a rule, without those that rules share."""
    return sorted(path for path in RULES.glob("[a-z]*.py"))


def changes(path: Path) -> Iterator[str]:
    """Yield the text of a module with one change, for each change mutmut can make outside `RULE`."""
    source = path.read_text("utf-8")
    visitor = MutationVisitor(mutation_operators, IgnoredCode(set(), set(), set()))
    module = MetadataWrapper(parse_module(source)).visit(visitor)
    start = source.find("\nRULE = ")
    end = source.find("\n)\n", start)
    for mutation in visitor.mutations:
        text = module.deep_replace(mutation.original_node, mutation.mutated_node).code
        at = first_difference(source, text)
        if text != source and not start < at <= end and not is_of_types(source, at):
            yield text


def first_difference(one: str, other: str) -> int:
    """Return the place of the first character that differs."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def is_of_types(source: str, at: int) -> bool:
    """Whether a place is in a line that says nothing at run time: a docstring, an import."""
    line = source[source.rfind("\n", 0, at) + 1 :].partition("\n")[0].strip()
    return line.startswith(("import ", "from ", '"""'))


def users(stem: str) -> list[str]:
    """Return the modules of the rules that use a shared module, also by way of another."""
    shared, size = {stem}, 0
    while len(shared) != size:
        size = len(shared)
        pattern = re.compile(rf"from generator\.rules\.({'|'.join(sorted(shared))}) import")
        shared |= {path.stem for path in RULES.glob("*.py") if pattern.search(path.read_text("utf-8"))}
    return sorted(name for name in shared if not name.startswith("_"))


def verdict(path: Path, text: str, known: list[Case]) -> int:
    """Return whether any case notices a change; in a child process, since a change can do anything."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        signal.alarm(SECONDS)
        code = KILLED
        try:
            code = outcome(path, text, known)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def outcome(path: Path, text: str, known: list[Case]) -> int:
    """Put a changed module in the place of the real one and compare what rules find with it."""
    name = f"generator.rules.{path.stem}"
    names = [path.stem] if not path.stem.startswith("_") else users(path.stem)
    for loaded in [loaded for loaded in sys.modules if loaded.startswith("generator.rules._")]:
        del sys.modules[loaded]
    for stem in names:
        sys.modules.pop(f"generator.rules.{stem}", None)
    module = types.ModuleType(name)
    module.__file__ = str(path)
    sys.modules[name] = module
    exec(compile(text, str(path), "exec"), module.__dict__)  # noqa: S102 - our own rule, changed
    rules = {stem: importlib.import_module(f"generator.rules.{stem}") for stem in names}
    own_first = sorted(known, key=lambda item: item.rule.replace("-", "_") not in names)
    for item in own_first:
        for stem, rule in rules.items():
            if stem in item.found and found_by(rule, item.catalogue, item.findings) != item.found[stem]:
                return KILLED
    return SURVIVED


def difference(path: Path, text: str) -> str:
    """Return the lines that a change took and gave."""
    lines = ndiff(path.read_text("utf-8").splitlines(), text.splitlines())
    return "\n".join(f"    {line}" for line in lines if line[:1] in "+-")


def main() -> int:
    """Print what survives of each module, and the sum."""
    made = killed = 0
    chosen = [path for path in sorted(RULES.glob("*.py")) if path.stem != "__init__"]
    if sys.argv[1:]:
        chosen = [
            path for path in chosen if any(word.replace("-", "_") in path.stem for word in sys.argv[1:])
        ]
    with tempfile.TemporaryDirectory() as folder:
        known = list(cases(Path(folder)))
        all_rules()
        gc.collect()
        gc.freeze()
        for path in chosen:
            texts = list(changes(path))
            survived = [text for text in texts if verdict(path, text, known) == SURVIVED]
            made, killed = made + len(texts), killed + len(texts) - len(survived)
            print(f"{path.stem}: {len(texts)} changes, {len(survived)} not noticed", flush=True)
            for text in survived:
                print(difference(path, text), end="\n\n", flush=True)
    print(f"{made} changes, {killed} noticed, {made - killed} not noticed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
