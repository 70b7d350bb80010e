"""Ten thousand clocks, worked out by the engine and by counting seconds: all the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.engine.seconds import DAY, DAYS, WINDOW, Events, Json, Oracle
from tuiticket.engine.errors import BadInput
from tuiticket.engine.rules.reckoning_case import case_from

SHOPS, EACH = 440, 30
"""How many shops are drawn, and how many clocks in each: more than ten thousand, for some end
beyond what the oracle looks at."""

WINDOWS = {
    "Europe/Berlin": (date(2026, 3, 29), date(2026, 10, 25)),
    "America/New_York": (date(2026, 3, 8), date(2026, 11, 1)),
    "Australia/Lord_Howe": (date(2026, 10, 4), date(2026, 4, 5)),
    "America/Santiago": (date(2026, 9, 6), date(2026, 4, 5)),
    "America/Havana": (date(2026, 3, 8), date(2026, 11, 1)),
    "Asia/Beirut": (date(2026, 3, 29), date(2026, 10, 25)),
    "Asia/Shanghai": (date(2026, 2, 15), date(2026, 10, 1)),
}
"""Six zones on the days their clocks go forward and back, by an hour or half, also at midnight."""


def hours_of(draw: random.Random) -> list[list[str]]:
    """A day's opening hours: none, one span, a lunch break, or three."""
    minutes = sorted(
        draw.sample(range(0, 1441, draw.choice((1, 30))), draw.choice((0, 2, 2, 4, 6)))
    )
    times = [f"{minute // 60:02}:{minute % 60:02}" for minute in minutes]
    return [list(span) for span in zip(times[::2], times[1::2], strict=True)]


def shop_of(draw: random.Random, zone: str, around: date) -> Json:
    """A shop in a zone, with holidays and working days around a date."""
    near = [around + timedelta(days=n) for n in range(-2, 3)]
    hours = {day: hours_of(draw) for day in DAYS if draw.random() < 0.9}
    if not any(hours.values()):
        hours["wed"] = [["00:00", "24:00"]]
    return {
        "timezone": zone,
        "business_hours": hours,
        "holidays": [
            draw.choice((f"{day:%m-%d}", day.isoformat())) for day in near if draw.random() < 0.15
        ],
        "workdays": [day.isoformat() for day in near if draw.random() < 0.15],
    }


def events_of(draw: random.Random, start: int) -> Events:
    """Pauses, resumes and a stop in any order, some at the same second."""
    count = draw.choice((0, 0, 1, 2, 3, 5))
    times = sorted(draw.randrange(start, WINDOW) for _ in range(count))
    if count > 1 and draw.random() < 0.2:
        times[1] = times[0]
    kinds = [draw.choice(("pause", "resume", "pause", "resume", "stop")) for _ in times]
    return list(zip(kinds, times, strict=True))


def drawn() -> Iterator[tuple[Oracle, Json, int, int, Events]]:
    """Shops and clocks, the same ones every time."""
    draw = random.Random(20_260_302)
    places = [(zone, around) for zone, windows in WINDOWS.items() for around in windows]
    for number in range(SHOPS):
        zone, around = places[number % len(places)]
        shop = shop_of(draw, zone, around)
        oracle = Oracle(shop, around)
        for _ in range(EACH):
            start = draw.randrange(0, WINDOW - DAY)
            target = draw.choice((0, 1, 600, 3600, 4 * 3600, draw.randrange(DAY)))
            yield oracle, shop, start, target, events_of(draw, start)


def answered(shop: Json, start: str, target: int, events: list[Json]) -> Json:
    """What the engine says."""
    case = {**shop, "start": start, "target_seconds": target, "events": events}
    answer = case_from(case).answer()

    def written(at: datetime | None) -> str | None:
        return None if at is None else f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"

    return {
        "due_at": written(answer.due_at),
        "breach_at": written(answer.breach_at),
        "elapsed_seconds": answer.elapsed_s,
    }


def test_ten_thousand_clocks_are_as_counted_second_by_second() -> None:
    compared = 0
    for oracle, shop, start, target, events in drawn():
        expected = oracle.answer(start, target, events)
        if expected is None:
            continue
        told = [{"type": what, "at": oracle.instant(at)} for what, at in events]
        said = answered(shop, oracle.instant(start), target, told)
        assert said == expected, (shop, oracle.instant(start), target, told)
        compared += 1
    assert compared >= 10_000


LUNCH = [["09:00", "12:00"], ["13:00", "18:00"]]
OFFICE: Json = {
    "timezone": "Asia/Shanghai",
    "business_hours": dict.fromkeys(DAYS[:5], LUNCH),
    "holidays": ["2026-02-17", "10-01"],
    "workdays": ["2026-02-14"],
}
NIGHT: Json = {"timezone": "Europe/Berlin", "business_hours": {"sat": [["22:00", "06:00"]]}}


@pytest.mark.parametrize(
    ("shop", "start", "target", "events", "due", "breach", "elapsed"),
    [
        (OFFICE, "2026-03-02T11:30", 3600, [], "03-02T05:30", "03-02T05:30", 0),
        (OFFICE, "2026-03-02T11:00", 3600, [], "03-02T04:00", "03-02T05:00", 0),
        (OFFICE, "2026-03-06T17:00", 3600, [], "03-06T10:00", "03-09T01:00", 0),
        (OFFICE, "2026-03-07T03:00", 0, [], "03-06T19:00", "03-09T01:00", 0),
        (OFFICE, "2026-02-13T17:30", 3600, [], "02-14T01:30", "02-14T01:30", 0),
        (OFFICE, "2026-02-16T17:30", 3600, [], "02-18T01:30", "02-18T01:30", 0),
        (OFFICE, "2026-03-02T09:00", 3600, ["pause 09:30"], None, None, 1800),
        (
            OFFICE,
            "2026-03-02T09:00",
            3600,
            ["pause 09:30", "resume 14:00"],
            "03-02T06:30",
            "03-02T06:30",
            1800,
        ),
        (OFFICE, "2026-03-02T09:00", 3600, ["stop 09:45"], "03-02T02:00", "03-02T02:00", 2700),
        (OFFICE, "2026-03-02T09:00", 3600, ["pause 09:30", "stop 11:00"], None, None, 1800),
        (
            OFFICE,
            "2026-03-02T09:00",
            3600,
            ["pause 11:00", "resume 14:00"],
            "03-02T02:00",
            "03-02T02:00",
            7200,
        ),
        (NIGHT, "2026-03-28T23:00", 3 * 3600, [], "03-29T01:00", "03-29T01:00", 0),
        (NIGHT, "2026-03-28T23:00", 6 * 3600, [], "03-29T04:00", "04-04T20:00", 0),
    ],
)
def test_by_hand(
    shop: Json,
    start: str,
    target: int,
    events: list[str],
    due: str | None,
    breach: str | None,
    elapsed: int,
) -> None:
    told = [{"type": what, "at": f"{start[:10]}T{at}"} for what, at in (e.split() for e in events)]
    assert answered(shop, start, target, told) == {
        "due_at": due and f"2026-{due}:00Z",
        "breach_at": breach and f"2026-{breach}:00Z",
        "elapsed_seconds": elapsed,
    }


def test_a_clock_that_still_runs_counts_until_now() -> None:
    case = {**OFFICE, "start": "2026-03-02T09:00", "target_seconds": 60, "now": "2026-03-02T12:30"}
    assert case_from(case).answer().elapsed_s == 3 * 3600


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"start": None}, "start"),
        ({"start": "soon"}, "start"),
        ({"start": "9999-12-31T23:59:59-12:00"}, "start"),
        ({"target_seconds": -1}, "target_seconds"),
        ({"target_seconds": "1h"}, "target_seconds"),
        ({"target_seconds": True}, "target_seconds"),
        ({"events": "none"}, "events"),
        ({"events": [{"type": "jump", "at": "2026-03-02T10:00"}]}, "jump"),
        ({"events": [7]}, "event 1"),
        ({"events": [{"type": "pause", "at": ""}]}, "events[1].at"),
        ({"events": [{"type": "pause", "at": "2026-03-01T10:00"}]}, "earlier"),
        ({"startt": 1}, "startt"),
    ],
)
def test_what_is_wrong_is_named(wrong: dict[str, Any], named: str) -> None:
    case = {**OFFICE, "start": "2026-03-02T09:00", "target_seconds": 60, **wrong}
    with pytest.raises(BadInput) as error:
        case_from(case).answer()
    assert named in str(error.value)


def test_only_an_object_states_a_case() -> None:
    with pytest.raises(BadInput):
        case_from([1])
