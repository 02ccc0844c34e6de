"""`catalogue rules`: what is checked, why, and what to do about a breach."""

from __future__ import annotations

import textwrap

import click

from generator.cli import options
from generator.cli.chosen import rule_named
from generator.findings import Rule
from generator.messages import Language
from generator.reporters import severity_words
from generator.rules import RuleFile, all_rules

_WIDTH = 88


@click.command("rules")
@click.argument("name", required=False)
@options.language
def command(name: str | None, language: Language) -> None:
    """List the rules, or explain the rule NAME."""
    if name is None:
        click.echo("\n".join(_listed([item.rule for item in all_rules()], language)))
    else:
        named = rule_named(name, language).name
        click.echo(_explained(next(item for item in all_rules() if item.rule.name == named), language))


def _listed(rules: list[Rule], language: Language) -> list[str]:
    widest = max(len(rule.name) for rule in rules)
    lines = []
    for rule in rules:
        severity, summary = severity_words(rule.severity, language), rule.summary.in_language(language)
        lines.append(f"{rule.name:{widest}}  {severity:12}  {summary}")
    return lines


def _explained(item: RuleFile, language: Language) -> str:
    rule = item.rule
    head = f"{rule.name} ({severity_words(rule.severity, language)})"
    parts = (rule.summary, rule.why, *item.advice)
    return "\n\n".join([head, *(textwrap.fill(part.in_language(language), _WIDTH) for part in parts)])
