"""The structure of the code: layers, sizes and what every part must have."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"

# A module imports only from its own part and from parts in a lower layer.
LAYERS = (
    {"messages", "findings", "faults"},
    {"addresses", "causes", "documents", "markdown", "nearest", "spdx", "stages", "text"},
    {"model", "register"},
    {"catalogue"},
    {"rules", "insight"},
    {"checking", "pages", "exports", "importers", "repair", "reporters", "search", "scaffold"},
    {"build"},
    {"plugin", "zensical"},
    {"cli"},
)
LAYER_BY_PART = {part: layer for layer, parts in enumerate(LAYERS) for part in parts}
FOR_THE_COMMAND = {"print", "exit", "sys.exit", "click.echo", "os.environ", "os.getenv"}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 50


def modules() -> list[Path]:
    """Return every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def importable() -> list[Path]:
    """Return every module but the one that runs the command when it is imported."""
    return [module for module in modules() if module.stem != "__main__"]


def part_of(module: Path) -> str:
    """Return the part of the package a module belongs to: its top folder or its own name."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(module: Path) -> Iterator[str]:
    """Yield the dotted name of everything a module imports."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_module_has_a_layer() -> None:
    """A new part of the package is put in a layer on purpose."""
    parts = {part_of(module) for module in modules()} - {"__init__"}
    assert parts - set(LAYER_BY_PART) == set()


def test_modules_import_only_from_lower_layers() -> None:
    """One direction: bytes, documents, model, catalogue, rules, pages, build, command."""
    upward = []
    for module in modules():
        here = part_of(module)
        for name in imports_of(module):
            there = name.split(".")[1] if name.startswith("generator.") else None
            allowed = (
                there is None or there == here or LAYER_BY_PART.get(there, 99) <= LAYER_BY_PART.get(here, 0)
            )
            same_layer = (
                there is not None and there != here and LAYER_BY_PART.get(there) == LAYER_BY_PART.get(here)
            )
            if not allowed or (same_layer and LAYER_BY_PART[here] == 4):
                upward.append(f"{module.relative_to(ROOT)} imports {name}")
    assert upward == []


def test_only_the_plugin_imports_mkdocs() -> None:
    """Another engine is another adapter, not a rewrite."""
    users = {
        str(module.relative_to(PACKAGE))
        for module in modules()
        for name in imports_of(module)
        if name.split(".")[0] == "mkdocs"
    }
    assert {user for user in users if not user.startswith("plugin/")} == set()


def test_only_the_command_prints_exits_or_reads_the_environment() -> None:
    """A library that prints cannot be used by another."""
    users = []
    for module in modules():
        if part_of(module) == "cli":
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            used = node.func if isinstance(node, ast.Call) else node
            if (used is not node or isinstance(used, ast.Attribute)) and ast.unparse(used) in FOR_THE_COMMAND:
                users.append(f"{module.relative_to(ROOT)}:{ast.unparse(used)}")
    assert users == []


def test_modules_and_functions_are_short_enough_to_read() -> None:
    """One module one task, one function one thought."""
    long = []
    for module in modules():
        text = module.read_text(encoding="utf-8")
        if text.count("\n") > LONGEST_MODULE:
            long.append(f"{module.relative_to(ROOT)}: {text.count(chr(10))} lines")
        long += [
            f"{module.relative_to(ROOT)}:{node.lineno} {node.name}"
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef)
            if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
        ]
    assert long == []


def test_every_module_says_its_task_in_its_docstring() -> None:
    """The first line of a module is one sentence that ends with a full stop."""
    wrong = []
    for module in modules():
        first = (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n\n")[0]
        if not first.endswith("."):
            wrong.append(str(module.relative_to(ROOT)))
    assert wrong == []


def test_the_package_has_no_assert() -> None:
    """`python -O` drops asserts; what must hold is checked."""
    found = [
        f"{module.relative_to(ROOT)}:{node.lineno}"
        for module in modules()
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assert)
    ]
    assert found == []


@pytest.mark.parametrize("module", importable(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_import_has_a_side_effect_on_standard_output(module: Path) -> None:
    """Every module can be imported by itself."""
    name = ".".join(module.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    assert importlib.import_module(name).__name__ == name


def test_help_of_the_command_loads_no_heavy_library() -> None:
    """`catalogue --help` answers at once: neither pydantic nor MkDocs is imported for it."""
    heavy = "{'pydantic', 'mkdocs', 'yaml', 'jinja2'}"
    code = f"import sys, generator.cli; print(sorted({heavy} & set(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stdout == "[]\n"
