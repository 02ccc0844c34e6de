"""The names of the rules, and which of them a file can make an exception for."""

from __future__ import annotations

from functools import cache

from generator import rules


@cache
def rule_names() -> frozenset[str]:
    """Return the name of every rule."""
    return frozenset(item.rule.name for item in rules.all_rules())


@cache
def excusable() -> frozenset[str]:
    """Return the names of the rules that a file can make an exception for."""
    return frozenset(item.rule.name for item in rules.all_rules() if item.rule.can_be_excused)
