"""`tuiticket sla policies` and `calendars`: what holds, to be seen."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cli.conftest import CommandLine
from tuiticket.engine.model.calendar import DayKind, PublicDays, ShopCalendar, SpecialDay
from tuiticket.engine.rules.shop_hours import day_kind

SET_UP = """
[calendars.shop]
timezone = "Asia/Shanghai"
[calendars.shop.business_hours]
mon = [["09:00", "12:00"], ["13:00", "18:00"]]
wed = [["09:00", "24:00"]]

[[policies]]
name = "Good customers"
kind = "complaint"
priority = "urgent"
customer_tag = "vip"
first_response = "30m"
resolution = "1d"
calendar = "shop"
steps = [{ at = 80, do = ["tell-lead"], clocks = ["resolution"] }]
"""


def test_promises_are_listed_in_their_order(say: CommandLine) -> None:
    say.done("config", "apply", "-", stdin=SET_UP)
    first, *others = say.done("sla", "policies", "--json").objects
    assert (first["name"], first["position"], first["priority"]) == ("Good customers", 1, "urgent")
    assert (first["calendar"], first["targets"]["resolution"]) == ("shop", 86_400)
    assert first["steps"] == [{"percent": 80, "actions": ["tell-lead"], "clocks": ["resolution"]}]
    assert [other["name"] for other in others] == ["Urgent", "High", "Normal", "Low"]
    page = say.done("sla", "policies").out
    assert "complaint · urgent · vip" in page
    assert "30m" in page


def test_calendars_are_listed_with_their_next_days(say: CommandLine) -> None:
    assert "round the clock" in say.done("sla", "calendars").out
    say.done("config", "apply", "-", stdin=SET_UP)
    shop = say.done("sla", "calendars", "--json").object
    by_weekday = {date.fromisoformat(day["day"]).weekday(): day["hours"] for day in shop["days"]}
    assert by_weekday[0] == [["09:00", "12:00"], ["13:00", "18:00"]]
    assert by_weekday[2] == [["09:00", "24:00"]]
    assert by_weekday[6] == []
    page = say.done("sla", "calendars").out
    assert "09:00–12:00 13:00–18:00" in page
    assert len(page.splitlines()) == 8


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2026-11-11", DayKind.SPECIAL),
        ("2026-10-10", DayKind.PUBLIC_WORKDAY),
        ("2026-10-11", DayKind.MAKEUP),
        ("2027-12-24", DayKind.CLOSED),
        ("2026-10-01", DayKind.PUBLIC_HOLIDAY),
        ("2026-10-12", DayKind.WEEK),
    ],
)
def test_a_day_says_why_it_has_its_hours(day: str, kind: DayKind) -> None:
    calendar = ShopCalendar(
        key="shop",
        zone="UTC",
        week=(((0, 60),),) * 7,
        closed=("12-24", "2026-10-10"),
        makeup=("2026-10-11",),
        special=(SpecialDay("2026-11-11", ()),),
        public=PublicDays("CN", (2026,), ("2026-10-01", "2026-11-11"), ("2026-10-10",)),
    )
    assert day_kind(calendar, date.fromisoformat(day)) is kind
