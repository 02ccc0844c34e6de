"""Findings as JUnit XML, which nearly every build server shows: a suite for each rule.

See https://github.com/testmoapp/junitxml.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from generator.findings import Finding, Severity
from generator.reporters._context import Context

_Values = Mapping[str, str | int]


def report(findings: Sequence[Finding], context: Context) -> str:
    """Return the document, also when there are no findings.

    A finding that fails the validation is a case that fails, another one is a case that passes and says so.
    A rule without findings is one case that passes, so that a report is never empty.
    """
    by_rule: dict[str, list[Finding]] = {name: [] for name in context.rules}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    tests = sum(max(len(found), 1) for found in by_rule.values())
    failures = sum(_fails(finding, context) for finding in findings)
    counted: _Values = {"name": "catalogue", "tests": tests, "failures": failures}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites{_attributes(counted)}>"]
    for name in sorted(by_rule):
        lines += _suite(name, by_rule[name], context)
    return "\n".join([*lines, "</testsuites>"])


def _suite(rule: str, findings: Sequence[Finding], context: Context) -> Iterator[str]:
    failures = sum(_fails(finding, context) for finding in findings)
    counted: _Values = {
        "name": rule,
        "tests": max(len(findings), 1),
        "failures": failures,
        "errors": 0,
        "skipped": 0,
    }
    yield f"  <testsuite{_attributes(counted)}>"
    for finding in findings:
        yield from _case(finding, context)
    if not findings:
        case: _Values = {"name": context.words(context.rules[rule].summary), "classname": rule}
        yield f"    <testcase{_attributes(case)}/>"
    yield "  </testsuite>"


def _case(finding: Finding, context: Context) -> Iterator[str]:
    path, place = context.path(finding), finding.location
    where = f"{path}:{place.line}:{place.column}"
    case: _Values = {"name": where, "classname": finding.rule, "file": path, "line": place.line}
    yield f"    <testcase{_attributes(case)}>"
    text = html.escape(f"{where}: {context.severity(finding)}: {context.text(finding)}")
    if _fails(finding, context):
        failure = {"message": context.words(finding.message), "type": finding.severity.value}
        yield f"      <failure{_attributes(failure)}>{text}</failure>"
    else:
        yield f"      <system-out>{text}</system-out>"
    yield "    </testcase>"


def _fails(finding: Finding, context: Context) -> bool:
    return finding.severity is Severity.ERROR or (context.is_strict and finding.severity is Severity.WARNING)


def _attributes(values: _Values) -> str:
    """Return attributes; no value holds a control character, since each went through the neutraliser."""
    return "".join(f' {name}="{html.escape(str(value))}"' for name, value in values.items())
