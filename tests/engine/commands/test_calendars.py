"""Working hours as facts: clocks count by them, and are counted anew when they change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.calendars import PutCalendar
from tuiticket.engine.commands.conversation import Reply
from tuiticket.engine.commands.opening import OpenTicket
from tuiticket.engine.commands.setup import SetUp
from tuiticket.engine.errors import BadInput, Refused
from tuiticket.engine.model.clock import Clock, ClockKind, Policy
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import State
from tuiticket.engine.rules.calendar_facts import calendar_from
from tuiticket.engine.rules.clocks import left, remaining

OFFICE = calendar_from(
    {
        "timezone": "Asia/Shanghai",
        "business_hours": {
            day: [["09:00", "12:00"], ["13:00", "18:00"]]
            for day in ("mon", "tue", "wed", "thu", "fri")
        },
    },
    key="office",
)


def local(text: str) -> datetime:
    """An instant on the shop's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)


@pytest.fixture(name="office")
def _office(shop: Shop, tmp_path: Path) -> Shop:
    """A shop whose promises count by office hours; it is Friday, half past eleven."""
    office = Shop(tmp_path / "office.db", shop.clock)
    office.clock.now = local("2026-03-06 11:30")
    policy = Policy(
        name="Office", position=1, first_response_s=3600, resolution_s=4 * 3600, calendar_id=1
    )
    office.desk.do(
        PutCalendar(calendar=OFFICE),
        SetUp(settings=Settings(name="Office", zone="Asia/Shanghai"), policies=(policy,)),
        by=ADMIN,
    )
    return office


def opened(office: Shop) -> int:
    """Open a ticket in the name of the desk."""
    intent = OpenTicket(subject="灯", body="坏了", contact="wang@example.cn")
    return office.desk.do(intent, by=ADMIN).tickets[0]


def clock(office: Shop, number: int, kind: ClockKind) -> Clock:
    """One clock of a ticket."""
    return next(clock for clock in office.dossier(number).clocks if clock.kind is kind)


def test_clocks_count_by_their_policys_calendar(office: Shop) -> None:
    number = opened(office)
    first = clock(office, number, ClockKind.FIRST_RESPONSE)
    whole = clock(office, number, ClockKind.RESOLUTION)
    assert first.due_at == local("2026-03-06 13:30"), "over lunch"
    assert whole.due_at == local("2026-03-06 16:30")
    assert (first.calendar_id, first.calendar_edition) == (1, 1)
    dossier = office.dossier(number)
    assert [calendar.key for calendar in dossier.calendars] == ["office"]
    assert dossier.ticket.next_calendar_id == 1


def test_what_is_left_stands_still_over_lunch_and_the_weekend(office: Shop) -> None:
    number = opened(office)
    calendars, whole = office.desk.calendars(), clock(office, number, ClockKind.RESOLUTION)
    assert whole.due_at is not None
    for now, seconds in (
        ("2026-03-06 11:59:59", 4 * 3600 - 1799),
        ("2026-03-06 12:00", 4 * 3600 - 1800),
        ("2026-03-06 12:59:59", 4 * 3600 - 1800),
        ("2026-03-06 13:00:01", 4 * 3600 - 1801),
        ("2026-03-06 18:00", -5400),
        ("2026-03-08 23:00", -5400),
        ("2026-03-09 09:00:01", -5401),
    ):
        assert left(whole, local(now), calendars) == seconds
        assert remaining(whole.due_at, local(now), calendars.of(1)) == seconds


def test_a_pause_over_the_weekend_costs_nothing(office: Shop) -> None:
    number = opened(office)
    office.clock.now = local("2026-03-06 17:00")
    office.desk.do(Reply(ticket=number, body="?", then=State.WAITING_CUSTOMER), by=ADMIN)
    assert office.ticket(number).paused_left_s == -1800
    assert office.ticket(number).next_calendar_id is None


def test_edited_hours_count_running_clocks_anew_and_say_so(office: Shop) -> None:
    number = opened(office)
    office.clock.now = local("2026-03-06 12:30")
    holiday = replace(OFFICE, closed=("2026-03-06",))
    office.desk.do(PutCalendar(calendar=holiday), by=ADMIN)
    first = clock(office, number, ClockKind.FIRST_RESPONSE)
    assert first.due_at == local("2026-03-09 10:00"), "Friday was a holiday after all"
    assert first.calendar_edition == 2
    assert office.ticket(number).next_due_at == first.due_at
    told = office.dossier(number).events[-1]
    assert told.kind == "clock.recounted"
    assert told.data["moved"][0] == {
        "clock": "first-response",
        "due": [int(local(t).timestamp()) for t in ("2026-03-06 13:30", "2026-03-09 10:00")],
    }


def test_a_stopped_clock_keeps_its_result(office: Shop) -> None:
    number = opened(office)
    office.clock.now = local("2026-03-06 13:20")
    office.desk.do(Reply(ticket=number, body="Soon"), by=ADMIN)
    met = clock(office, number, ClockKind.FIRST_RESPONSE)
    office.desk.do(PutCalendar(calendar=replace(OFFICE, closed=("2026-03-06",))), by=ADMIN)
    assert clock(office, number, ClockKind.FIRST_RESPONSE) == met


def test_a_calendar_must_open_within_a_year(office: Shop) -> None:
    closed = tuple(f"{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29))
    closed += tuple(f"{m:02}-{d}" for m in range(1, 13) for d in (29, 30) if (m, d) != (2, 30))
    closed += tuple(f"{month:02}-31" for month in (1, 3, 5, 7, 8, 10, 12))
    with pytest.raises(BadInput, match="year to come"):
        office.desk.do(PutCalendar(calendar=replace(OFFICE, closed=closed)), by=ADMIN)
    with pytest.raises(BadInput, match="no open hour"):
        office.desk.do(PutCalendar(calendar=replace(OFFICE, week=((),) * 7)), by=ADMIN)


def test_the_same_hours_again_are_no_edit(office: Shop) -> None:
    with pytest.raises(Refused):
        office.desk.do(PutCalendar(calendar=OFFICE), by=ADMIN)


def test_a_key_is_small_letters(office: Shop) -> None:
    with pytest.raises(BadInput, match="Büro"):
        office.desk.do(PutCalendar(calendar=replace(OFFICE, key="Büro")), by=ADMIN)
