"""Working hours: what promises count by, and what shifts are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tuiticket.engine.commands.calendars import YEAR, PutCalendar, RemoveCalendar
from tuiticket.engine.commands.command import Command
from tuiticket.engine.declared.composed import Field, Many, Table
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.hours import Day, DayHours, Week
from tuiticket.engine.declared.section import Alteration, How, Section, World
from tuiticket.engine.declared.shapes import Key, Number, Words, Zone
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.calendar import PublicDays, ShopCalendar, SpecialDay
from tuiticket.engine.model.clock import Clock, Policy
from tuiticket.engine.ports import Find
from tuiticket.engine.rules.shop_hours import working_hours

ALWAYS = (((0, 86_400),),) * 7


class Calendars(Section):
    """The working hours of the shop, by key."""

    name = "calendars"
    help = N_("Working hours, by a key of your own: policies count by them, people work in them.")
    fields = (
        Field("timezone", Zone(), N_("Its time zone; default: the shop's.")),
        Field(
            "business_hours",
            Week(),
            N_("Local times by day, mon to sun; 24:00 ends a day; a day not named is closed."),
            ALWAYS,
        ),
        Field(
            "country",
            Words(10, optional=True),
            N_("Its public holidays are closed, days worked for them open: CN, or DE-BY."),
            "",
        ),
        Field(
            "years",
            Many(Number(1970, 2200)),
            N_("Of which years those are; default: this and the next."),
            (),
        ),
        Field(
            "holidays", Many(Day(yearly=True)), N_("Days closed, once or (10-01) every year."), ()
        ),
        Field("workdays", Many(Day()), N_("Days worked in place of others."), ()),
        Field(
            "special_hours",
            Table(Day(), DayHours()),
            N_("Single days with hours of their own."),
            {},
        ),
        Field("public_holidays", Many(Day()), N_("Days off in that country."), (), written=False),
        Field("public_workdays", Many(Day()), N_("Days worked for them."), (), written=False),
    )
    whole = True
    removal = How.REMOVED
    key = Key(re.compile(r"[a-z0-9][a-z0-9.-]{0,39}"))

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The calendars there are."""
        return {one.key: _facts(one) for one in desk.find(ShopCalendar)}

    def settle(self, facts: dict[str, Any], at: Path, world: World, faults: Faults) -> None:
        """Add the holidays of its country; it must open once within a year."""
        facts["timezone"] = facts["timezone"] or world.zone
        facts["special_hours"] = dict(sorted(facts["special_hours"].items()))
        if facts["country"]:
            facts["country"] = facts["country"].upper()
            facts["years"] = tuple(sorted(facts["years"])) or (world.now.year, world.now.year + 1)
            try:
                free, worked = world.holidays(facts["country"], facts["years"])
            except BadInput as error:
                faults.take((*at, "country"), error)
            else:
                facts["public_holidays"] = tuple(day.isoformat() for day in free)
                facts["public_workdays"] = tuple(day.isoformat() for day in worked)
        elif facts["years"]:
            faults.add((*at, "years"), N_("It has years, but no country."))
        try:
            open_s = working_hours(calendar_of("x", facts)).between(world.now, world.now + YEAR)
        except BadInput:
            open_s = 0
        if not open_s:
            faults.add(
                at,
                N_("This calendar has no open hour in the year to come."),
                N_("Look at its hours and holidays."),
            )

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Put it whole, or remove it."""
        if alteration.how is How.REMOVED:
            yield RemoveCalendar(key=alteration.key)
        else:
            yield PutCalendar(calendar=calendar_of(alteration.key, alteration.new))

    def held(self, key: str, desk: Find) -> bool:
        """Whether a clock or a policy, be it a former one, counts by it."""
        ids = [one.id for one in desk.find(ShopCalendar, key=key)]
        return bool(desk.find(Policy, calendar_id=ids) or desk.find(Clock, calendar_id=ids))


def _facts(calendar: ShopCalendar) -> dict[str, Any]:
    public = calendar.public or PublicDays("")
    return {
        "timezone": calendar.zone,
        "business_hours": calendar.week,
        "country": public.country,
        "years": public.years,
        "holidays": calendar.closed,
        "workdays": calendar.makeup,
        "special_hours": {special.day: special.hours for special in calendar.special},
        "public_holidays": public.closed,
        "public_workdays": public.makeup,
    }


def calendar_of(key: str, facts: Mapping[str, Any]) -> ShopCalendar:
    """The calendar that an entry declares, once its facts are settled."""
    public = PublicDays(
        facts["country"], facts["years"], facts["public_holidays"], facts["public_workdays"]
    )
    return ShopCalendar(
        key=key,
        zone=facts["timezone"],
        week=facts["business_hours"],
        closed=facts["holidays"],
        makeup=facts["workdays"],
        special=tuple(SpecialDay(day, hours) for day, hours in facts["special_hours"].items()),
        public=public if facts["country"] else None,
    )
