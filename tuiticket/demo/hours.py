"""When the sample shop works, and what it promises by those hours.

Urgent matters are promised round the clock, so that something burns at whatever hour one looks;
the others rest over lunch, at night and over the weekend.
"""

from __future__ import annotations

from dataclasses import replace

from tuiticket.engine.commands.setup import POLICIES
from tuiticket.engine.model.ticket import Priority
from tuiticket.engine.rules.calendar_facts import calendar_from
from tuiticket.engine.rules.shop_hours import Calendars

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
"""Five days a week, with a lunch break."""

OFFICE_ID = 1
"""The id the desk gives the first calendar that is put there."""

CALENDARS = Calendars([replace(OFFICE, id=OFFICE_ID)])
"""The shop's hours as its desk knows them."""

PROMISES = tuple(
    policy
    if policy.priority in (Priority.URGENT, Priority.HIGH)
    else replace(policy, calendar_id=OFFICE_ID)
    for policy in POLICIES
)
"""What the shop promises, by priority."""
