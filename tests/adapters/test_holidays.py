"""Public holidays, and the weekends worked for them."""

from __future__ import annotations

from datetime import date

import pytest

from tuiticket.adapters.holidays import public_holidays
from tuiticket.engine.errors import BadInput


def test_china_works_weekends_for_its_long_holidays() -> None:
    free, worked = public_holidays("CN", [2025])
    assert {date(2025, 1, 29), date(2025, 10, 1), date(2025, 10, 8)} <= set(free)
    assert worked == [
        date(2025, 1, 26),
        date(2025, 2, 8),
        date(2025, 4, 27),
        date(2025, 9, 28),
        date(2025, 10, 11),
    ]


def test_only_the_years_asked_for_are_told() -> None:
    free, worked = public_holidays("CN", [2024, 2025])
    assert {day.year for day in (*free, *worked)} == {2024, 2025}


def test_a_part_of_a_country_has_its_own() -> None:
    epiphany = date(2026, 1, 6)
    assert epiphany in public_holidays("de-by", [2026])[0]
    assert epiphany not in public_holidays("DE", [2026])[0]


@pytest.mark.parametrize("country", ["XX", "DE-ZZ", "", "China!"])
def test_a_country_nobody_knows_is_refused(country: str) -> None:
    with pytest.raises(BadInput, match="country"):
        public_holidays(country, [2026])
