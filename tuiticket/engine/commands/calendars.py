"""Setting the working hours that clocks count by, and counting them anew."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar

from tuiticket.engine.commands.clockface import tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, BadInput, Refused
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.clock import Clock, ClockState, Policy
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Due, Timer
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.record import plain
from tuiticket.engine.rules.shop_hours import working_hours
from tuiticket.engine.work import Work

YEAR = timedelta(days=366)
_KEY = re.compile(r"[a-z0-9][a-z0-9.-]{0,39}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PutCalendar(Command):
    """Add a calendar, or edit the one of that key; its id and edition are given by the desk.

    Every running clock that counts by it is counted anew from when it last began to run, and each
    due that this moves is told in the log of its ticket.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    calendar: ShopCalendar

    def carry_out(self, work: Work) -> None:
        """Raises BadInput for a calendar that does not open once in the year to come."""
        wanted = self.calendar
        if not _KEY.fullmatch(wanted.key):
            raise BadInput(
                N_("The {field} “{value}” is not well formed."),
                N_("Use up to 40 small letters, digits, dots and dashes."),
                field=N_("calendar"),
                value=wanted.key,
            )
        if not working_hours(wanted).between(work.now, work.now + YEAR):
            raise BadInput(
                N_("The calendar “{calendar}” has no open hour in the year to come."),
                N_("Look at its hours and holidays."),
                calendar=wanted.key,
            )
        known = work.tx.find(ShopCalendar, key=wanted.key)
        if not known:
            work.add(replace(wanted, id=0, edition=1))
            work.forget_calendars()
            work.record("calendar.added", calendar=wanted.key)
            return
        before = known[0]
        if replace(wanted, id=before.id, edition=before.edition) == before:
            raise Refused(N_("The calendar “{calendar}” is so already."), calendar=wanted.key)
        work.change(
            before,
            zone=wanted.zone,
            week=wanted.week,
            closed=wanted.closed,
            makeup=wanted.makeup,
            special=wanted.special,
            public=wanted.public,
            edition=before.edition + 1,
        )
        work.forget_calendars()
        work.record("calendar.changed", calendar=wanted.key)
        _count_anew(work, before.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCalendar(Command):
    """Take away a calendar that nothing counts by."""

    permission: ClassVar[Permission] = Permission.SET_UP

    key: str

    def carry_out(self, work: Work) -> None:
        """Raises Unknown where there is none, Refused where something holds it."""
        calendar = work.calendar(self.key)
        if any(work.tx.find(cls, calendar_id=calendar.id) for cls in (Agent, Clock, Policy)):
            raise Refused(
                N_("Something still counts by the calendar “{calendar}”."), calendar=self.key
            )
        work.remove(calendar)
        work.forget_calendars()
        work.record("calendar.removed", calendar=self.key)


def _count_anew(work: Work, calendar_id: int) -> None:
    """Count the running clocks of a calendar anew and record which dues moved, by ticket.

    The shifts that go by it are watched anew, and so is what waits to be offered more widely.
    """
    running = work.tx.find(Clock, calendar_id=calendar_id, state=ClockState.RUNNING)
    for agent in work.tx.find(Agent, calendar_id=calendar_id):
        work.staff[agent.id] = work.eased[agent.id] = None
    for timer in work.tx.find(Timer, due=Due.WIDEN):
        assert timer.ticket_id is not None, "what waits to be offered more widely is a ticket"
        work.touched[timer.ticket_id] = None
    for number in dict.fromkeys(clock.ticket_id for clock in running):
        ticket = work.tx.get(Ticket, number)
        assert ticket is not None, "a foreign key holds the ticket of every clock"
        tell_clocks(work, ticket, Turn(kind=TurnKind.RECOUNTED, at=work.now))
        now = {clock.id: clock for clock in work.tx.find(Clock, ticket_id=number)}
        moved = [
            {"clock": was.kind.value, "due": [plain(was.due_at), plain(now[was.id].due_at)]}
            for was in running
            if was.ticket_id == number and was.due_at != now[was.id].due_at
        ]
        work.record("clock.recounted", number, moved=moved)
