"""Public holidays by country, with the days worked in place of them.

China's 调休 is known as far as the State Council has announced it: each year's days off and the
weekends worked for them come out in the autumn before. Years not announced yet have the holidays
the law names, and no working weekends.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tuiticket.engine.errors import N_, BadInput


def public_holidays(country: str, years: Iterable[int]) -> tuple[list[date], list[date]]:
    """The whole days off in a country (ISO 3166 code, such as CN), and the days worked for them.

    A code may name a part of a country after a dash: DE-BY. Raises BadInput where none are known.
    """
    import holidays

    code, _dash, part = country.upper().partition("-")
    wanted = set(years)
    try:
        known = holidays.country_holidays(code, subdiv=part or None, years=wanted)
    except NotImplementedError:
        raise BadInput(
            N_("No holidays are known for the country “{country}”."),
            N_("Use its two letters, such as CN or DE; a part of it as DE-BY."),
            country=country,
        ) from None
    worked = {day for day in known.weekend_workdays if day.year in wanted}
    return sorted(set(known) - worked), sorted(worked)
