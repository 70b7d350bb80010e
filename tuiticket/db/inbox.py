"""What the members of the staff were told, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, select

from tuiticket.db import log
from tuiticket.db.mapping import mapping
from tuiticket.db.statements import selecting
from tuiticket.db.values import fetch
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.inbox import InboxLine
from tuiticket.engine.model.people import Notice
from tuiticket.engine.model.ticket import Ticket

_NOTICE, _TICKET = mapping(Notice).table, mapping(Ticket).table
_THEIRS = _NOTICE.c.agent_id == bindparam("agent")
_NEWEST = (_NOTICE.c.id.desc(),)
_ALL = selecting(_NOTICE, _THEIRS, order=_NEWEST).limit(bindparam("limit"))
_UNSEEN = selecting(_NOTICE, _THEIRS, _NOTICE.c.seen_at.is_(None), order=_NEWEST).limit(
    bindparam("limit")
)
_SUBJECTS = select(_TICKET.c.id, _TICKET.c.subject)


def inbox(
    connection: Connection, agent_id: int, *, unseen_only: bool, limit: int
) -> list[InboxLine]:
    """What a member of the staff was told, the newest first."""
    asked = {"agent": agent_id, "limit": limit}
    notices = fetch(connection, Notice, _UNSEEN if unseen_only else _ALL, asked)
    numbers = {notice.ticket_id for notice in notices}
    rows = connection.execute(_SUBJECTS.where(_TICKET.c.id.in_(numbers)))
    subjects: dict[int | None, str] = {row.id: row.subject for row in rows}
    return [
        InboxLine(
            notice=notice,
            subject=subjects.get(notice.ticket_id),
            events=tuple(_told(connection, notice)),
        )
        for notice in notices
    ]


def _told(connection: Connection, notice: Notice) -> Iterator[Event]:
    """Yield the events that a notice names."""
    for number in notice.details.get("events", ()):
        yield from log.events(connection, after=number - 1, limit=1)
