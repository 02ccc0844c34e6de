"""Rules that a person names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.cli.errors import CannotRunError
from generator.findings import Rule
from generator.messages import Language, either, msg
from generator.nearest import nearest
from generator.rules import all_rules
from generator.text import shown


def rule_named(name: str, language: Language) -> Rule:
    """Return one rule.

    Raises:
        CannotRunError: There is no such rule; names like it are said.
    """
    rules = {item.rule.name: item.rule for item in all_rules()}
    if name in rules:
        return rules[name]
    near = nearest(name, rules)
    problem = msg("there is no rule '{name}'.", name=shown(name)).in_language(language)
    meant = msg("Did you mean {words}?", words=either(near)).in_language(language) if near else ""
    raise CannotRunError(f"{problem} {meant}".strip())


def chosen_rules(select: Iterable[str], ignore: Iterable[str], language: Language) -> Mapping[str, Rule]:
    """Return the rules that count, by name, sorted: those selected or else all, without those ignored.

    Raises:
        CannotRunError: There is no rule of a name.
    """
    selected = {rule_named(name, language).name for name in select}
    ignored = {rule_named(name, language).name for name in ignore}
    rules = (item.rule for item in all_rules())
    return {
        rule.name: rule
        for rule in rules
        if (not selected or rule.name in selected) and rule.name not in ignored
    }
