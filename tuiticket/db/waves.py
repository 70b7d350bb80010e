"""What the desk's tickets are about, counted: by the hour for a day, by the day for four weeks.

Beside the values, as the index is: it follows from the tickets and is not in the log.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.wave import Mark, MarkKind
from tuiticket.engine.rules.waves import HISTORY_D, Traffic

DAY = 86_400
KEPT_S = 2 * DAY
"""For how long single sightings are kept; of what is older only the day's number is."""

ALL = ""
"""What stands for any ticket, whatever it is about."""

_SIGHT = "INSERT OR IGNORE INTO sighting (mark, at, ticket_id) VALUES (?, ?, ?)"
_COUNT = (
    "INSERT INTO sighted (mark, day, tickets) VALUES (?, ?, 1)"
    " ON CONFLICT (mark, day) DO UPDATE SET tickets = tickets + 1"
)
_CROWDED = (
    "SELECT mark FROM sighting WHERE mark IN (SELECT value FROM json_each(?)) AND at > ?"
    " GROUP BY mark HAVING count(*) >= ?"
)
_CROWD = (
    "SELECT mark, max(ticket_id) FROM sighting JOIN ticket ON ticket.id = ticket_id"
    " WHERE mark IN (SELECT value FROM json_each(?)) AND at > ? GROUP BY mark, customer_id"
)
_BEFORE = (
    "SELECT mark, sum(tickets) FROM sighted WHERE mark IN (SELECT value FROM json_each(?))"
    " AND day >= ? AND day < ? GROUP BY mark"
)
_COUNTED = (
    "SELECT min(day), coalesce(sum(tickets), 0) FROM sighted"
    " WHERE mark = ? AND day >= ? AND day < ?"
)
_OPENED = "SELECT count(*) FROM ticket WHERE created_at > ? AND created_at <= ?"


def sight(connection: Connection, ticket: Ticket, marks: Iterable[Mark], now: datetime) -> None:
    """Count a ticket for what it is about; with the first of a day what is too old goes."""
    at = int(now.timestamp())
    day = at // DAY
    known = "SELECT 1 FROM sighted WHERE mark = ? AND day = ?"
    if connection.exec_driver_sql(known, (ALL, day)).first() is None:
        connection.exec_driver_sql("DELETE FROM sighting WHERE at < ?", (at - KEPT_S,))
        connection.exec_driver_sql("DELETE FROM sighted WHERE day < ?", (day - HISTORY_D,))
    keys = [_key(mark) for mark in marks]
    if keys:
        connection.exec_driver_sql(_SIGHT, [(key, at, ticket.id) for key in keys])
    connection.exec_driver_sql(_COUNT, [(key, day) for key in (ALL, *keys)])


def crowds(
    connection: Connection, marks: Iterable[Mark], since: datetime, least: int
) -> dict[Mark, list[int]]:
    """Of what at least so many customers came with since then: a ticket of each of them."""
    at = int(since.timestamp())
    keys = json.dumps([_key(mark) for mark in marks])
    crowded = connection.exec_driver_sql(_CROWDED, (keys, at, least)).scalars().all()
    if not crowded:
        return {}
    found: dict[Mark, list[int]] = {}
    for key, number in connection.exec_driver_sql(_CROWD, (json.dumps(list(crowded)), at)):
        found.setdefault(_mark(key), []).append(number)
    return {mark: numbers for mark, numbers in found.items() if len(numbers) >= least}


def before(connection: Connection, marks: Iterable[Mark], now: datetime) -> dict[Mark, int]:
    """How many tickets were about each of these in the four weeks before today."""
    today = int(now.timestamp()) // DAY
    asked = (json.dumps([_key(mark) for mark in marks]), today - HISTORY_D, today)
    return {_mark(key): number for key, number in connection.exec_driver_sql(_BEFORE, asked)}


def traffic(connection: Connection, now: datetime, window_s: int) -> Traffic:
    """All tickets, as many as there are now, at such hours, and in four weeks."""
    at = int(now.timestamp())
    today = at // DAY

    def opened(until: int) -> int:
        row = connection.exec_driver_sql(_OPENED, (until - window_s, until)).scalar_one()
        return int(row)

    counted = connection.exec_driver_sql(_COUNTED, (ALL, today - HISTORY_D, today)).one()
    days = 0 if counted[0] is None else today - int(counted[0])
    ends = (at - week * 7 * DAY for week in range(1, days // 7 + 1))
    return Traffic(
        now=opened(at),
        alike=sum(map(opened, ends)),
        before=int(counted[1]),
        window_s=window_s,
        days=days,
    )


def _key(mark: Mark) -> str:
    return f"{mark.kind}:{mark.name}"


def _mark(key: str) -> Mark:
    kind, _colon, name = key.partition(":")
    return Mark(MarkKind(kind), name)
