"""`catalogue rules`: what is checked, why, and what to do about a breach."""

from __future__ import annotations

import textwrap

import click

from generator.cli import options
from generator.cli.errors import CannotRunError
from generator.findings import Rule
from generator.messages import Language, either, msg
from generator.nearest import nearest
from generator.reporters import severity_words
from generator.rules import all_rules

_WIDTH = 88


@click.command("rules")
@click.argument("name", required=False)
@options.language
def command(name: str | None, language: Language) -> None:
    """List the rules, or explain the rule NAME."""
    rules = {item.rule.name: item.rule for item in all_rules()}
    if name is None:
        click.echo("\n".join(_listed(list(rules.values()), language)))
    elif name in rules:
        click.echo(_explained(rules[name], language))
    else:
        near = nearest(name, rules)
        problem = msg("there is no rule '{name}'.", name=name).in_language(language)
        meant = msg("Did you mean {words}?", words=either(near)).in_language(language) if near else ""
        raise CannotRunError(f"{problem} {meant}".strip())


def _listed(rules: list[Rule], language: Language) -> list[str]:
    widest = max(len(rule.name) for rule in rules)
    lines = []
    for rule in rules:
        severity, summary = severity_words(rule.severity, language), rule.summary.in_language(language)
        lines.append(f"{rule.name:{widest}}  {severity:12}  {summary}")
    return lines


def _explained(rule: Rule, language: Language) -> str:
    head = f"{rule.name} ({severity_words(rule.severity, language)})"
    parts = (rule.summary, rule.why, rule.repair)
    return "\n\n".join([head, *(textwrap.fill(part.in_language(language), _WIDTH) for part in parts)])
