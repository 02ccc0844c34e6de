"""Each rule finds every breach and nothing that only looks like one."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from rule_limits import Limit, limits

from generator.catalogue import load
from generator.rules import check

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize("limit", list(limits()), ids=lambda limit: limit.rule)
def test_a_rule_begins_and_ends_where_it_must(limit: Limit, tmp_path: Path) -> None:
    """One finding in every file with a breach, none in the others."""
    findings = check(load(limit.lay_out(tmp_path)), TODAY)
    found = Counter(item.location.path for item in findings if item.rule == limit.rule)
    assert found == Counter(f"catalogue/{path}" for path in limit.breaches)
