"""The log as it lies in the store: appended to, read in order, never changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import takewhile
from typing import Any

from sqlalchemy import Connection, Select, column, func, insert, select, table, text, update

from tuiticket.db.conditions import ARTICLE_EVENTS
from tuiticket.db.mapping import intact
from tuiticket.engine.model.event import ACCEPTED, Event, SealedLine
from tuiticket.engine.rules.chain import GENESIS, unsealed

LOOK_BACK = 500
"""How many of a person's acts are looked at for the newest that can be undone."""

AT_ONCE = 1_000
"""Lines fetched at a time where the whole log is read."""

_NAMES = tuple(field.name for field in fields(SealedLine))
# Without types: what lies in the log is handed out as it is, believed or not.
_EVENT = table("event", *(column(name) for name in _NAMES))
_HEAD = table("log_head", column("id"), column("event_id"), column("hash"))
_END = select(_HEAD.c.event_id, _HEAD.c.hash)
_HIGHEST = select(func.max(_EVENT.c.ticket_id))
_APPENDING, _MOVING = insert(_EVENT), update(_HEAD)


def head(connection: Connection) -> tuple[int, str]:
    """Id and hash the log ends with, as noted apart from the log; (0, genesis) for an empty one."""
    row = connection.execute(_END).first()
    return (row[0], row[1]) if row else (0, GENESIS)


def highest_ticket(connection: Connection) -> int:
    """The highest ticket number the log tells of, or 0."""
    highest = connection.execute(_HIGHEST).scalar_one()
    return int(highest or 0)


def append(connection: Connection, lines: Sequence[SealedLine]) -> None:
    """Write lines behind the log's end and note the new end."""
    if not lines:
        return
    connection.execute(
        _APPENDING, [{name: getattr(line, name) for name in _NAMES} for line in lines]
    )
    connection.execute(_MOVING, {"event_id": lines[-1].id, "hash": lines[-1].hash})


def events(
    connection: Connection,
    after: int = 0,
    ticket_id: int | None = None,
    limit: int | None = None,
    at_once: int = AT_ONCE,
) -> Iterator[Event]:
    """The log in order, after a line, of one ticket if given, fetched so many lines at a time.

    Raises Unreadable for a line that is broken.
    """
    statement = select(*_EVENT.c).where(_EVENT.c.id > after).order_by(_EVENT.c.id).limit(limit)
    if ticket_id is not None:
        statement = statement.where(_EVENT.c.ticket_id == ticket_id)
    for line in _lines(connection, statement, at_once):
        with intact("event"):
            event = unsealed(line)
        yield event


def article_events(connection: Connection) -> Iterator[Event]:
    """The lines that may tell of an article, in order."""
    statement = select(*_EVENT.c).where(text(ARTICLE_EVENTS)).order_by(_EVENT.c.id)
    for line in _lines(connection, statement, AT_ONCE):
        with intact("event"):
            event = unsealed(line)
        yield event


def act(connection: Connection, first: int) -> list[Event]:
    """All events of an act, which begins with the event of that id and is written in one piece."""
    following = events(connection, after=first - 1, at_once=32)
    return list(takewhile(lambda event: event.act == first, following))


def last_act(connection: Connection, actor: str) -> int | None:
    """The newest act of a person that still stands and is not itself an undoing."""
    acts = _acts(connection, actor)
    if not acts:
        return None
    undone = _undone_since(connection, acts[-1][0])
    standing = (id_ for id_, kind in acts if kind != "desk.undone" and id_ not in undone)
    return next(standing, None)


def last_undoing(connection: Connection, actor: str) -> int | None:
    """The newest undoing of a person not redone yet, if nothing else of theirs came after it."""
    redone: set[int] = set()
    for id_, kind in _acts(connection, actor):
        if kind == "desk.redone":
            redone.update(event.data["undo"] for event in act(connection, id_))
        elif kind != "desk.undone":
            return None
        elif id_ not in redone:
            return id_
    return None


def _acts(connection: Connection, actor: str) -> list[tuple[int, str]]:
    """Return the newest deeds of a person, the newest first: id and kind of their first event."""
    newest = (
        select(_EVENT.c.id, _EVENT.c.kind)
        .where(_EVENT.c.actor == actor, text("id = act"), _EVENT.c.kind != ACCEPTED)
        .order_by(_EVENT.c.id.desc())
        .limit(LOOK_BACK)
    )
    return [(id_, kind) for id_, kind in connection.execute(newest)]


def _undone_since(connection: Connection, id_: int) -> set[Any]:
    """Return the acts that were taken back by an event after that one."""
    statement = select(*_EVENT.c).where(_EVENT.c.id > id_, text("kind = 'desk.undone'"))
    with intact("event"):
        return {unsealed(line).data["act"] for line in _lines(connection, statement)}


def sealed_lines(connection: Connection) -> Iterator[SealedLine]:
    """The whole log as it lies in the store, in order of id, unconverted and unbelieved.

    Even bytes that are no text are handed out, as surrogates, so that they are found.
    """
    raw = connection.connection.driver_connection
    assert raw is not None, "a connection in use has its driver"
    usual = raw.text_factory
    raw.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
    try:
        yield from _lines(connection, select(*_EVENT.c).order_by(_EVENT.c.id))
    finally:
        raw.text_factory = usual


def _lines(
    connection: Connection, statement: Select[Any], at_once: int = AT_ONCE
) -> Iterator[SealedLine]:
    rows = connection.execute(statement, execution_options={"yield_per": at_once})
    try:
        for row in rows:
            yield SealedLine(**dict(zip(_NAMES, row, strict=True)))
    finally:
        rows.close()
