"""Days and months as people write them."""

from __future__ import annotations

import pytest
from written_dates import DAYS, MONTHS

from generator.rules._dates_written import written_day, written_month


@pytest.mark.parametrize(("text", "meant"), DAYS.items())
def test_a_day_means_what_a_dutch_reader_takes_it_for(text: str, meant: tuple[str, bool] | None) -> None:
    """The day comes first; where another order is possible, it is not certain."""
    assert written_day(text) == meant


@pytest.mark.parametrize(("text", "meant"), MONTHS.items())
def test_a_month_means_one_month(text: str, meant: str) -> None:
    """In words or figures, in Dutch or English."""
    assert written_month(text) == meant
