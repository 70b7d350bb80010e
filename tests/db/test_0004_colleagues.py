"""A desk from before watching and snoozing keeps its tickets, timers and notices."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tuiticket.adapters.stems import stem
from tuiticket.db import migrations
from tuiticket.db.connection import APPLICATION_ID, Place
from tuiticket.db.store import open_store
from tuiticket.engine.model.people import Agent, Notice
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.model.timer import Due, Timer
from tuiticket.engine.rules.query import parse

ROWS = """
INSERT INTO agent (id, login, name, role, capacity, available, away_note, skills, version)
  VALUES (1, 'alice', 'Alice', 'agent', 10, 1, '', '[]', 3);
INSERT INTO customer (id, name, created_at, language, tags, version, note)
  VALUES (1, 'Wang', 0, 'zh', '[]', 0, '');
INSERT INTO ticket (id, kind, state, priority, severity, channel, customer_id, created_at,
  updated_at, owner_id, language, tags, by_hand, needs_level, excluded, widened, cycle, urgency,
  version, subject)
  VALUES (10001, 'service', 'open', 2, 2, 'mail', 1, 60, 70, 1, 'zh', '["a"]', 0, 0, '[]', 0, 0, 3,
    4, '灯'),
    (10002, 'service', 'closed', 2, 2, 'mail', 1, 60, 70, NULL, 'zh', '[]', 0, 0, '[]', 0, 0, 0, 4,
    '桌');
INSERT INTO ticket_words (rowid, subject) VALUES (10001, '灯');
INSERT INTO timer (id, due, ticket_id, fire_at) VALUES (7, 'archive', 10002, 90);
INSERT INTO notice (id, agent_id, ticket_id, at, about, details)
  VALUES (5, 1, 10001, 80, 'assigned', '{}'), (9, 1, 10001, 80, 'gone', '{}');
DELETE FROM notice WHERE id = 9;
"""


@pytest.fixture(name="old")
def _old(tmp_path: Path) -> Path:
    """A desk as the program before left it."""
    file = tmp_path / "old.db"
    place = Place(file)
    place.connect(create=True).close()
    with place.writing() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            migrations.run(connection, 3)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript(ROWS)
        raw.commit()
    return file


def test_everything_is_where_it_was(old: Path) -> None:
    with closing(open_store(old, stem=stem)) as store, store.reading() as reading:
        tickets = reading.find(Ticket)
        assert [(t.id, t.state, t.version, t.owner_id) for t in tickets] == [
            (10001, State.OPEN, 4, 1),
            (10002, State.CLOSED, 4, None),
        ]
        assert {(t.snoozed_until, t.follow_up_at, t.follow_up_told) for t in tickets} == {
            (None, None, False)
        }
        assert [(t.id, t.due) for t in reading.find(Timer)] == [(7, Due.ARCHIVE)]
        (alice,) = reading.find(Agent)
        (line,) = reading.inbox(alice, unseen_only=True, limit=9)
        assert (line.notice.id, line.notice.about, line.subject) == (5, "assigned", "灯")
        now = tickets[0].created_at
        assert list(reading.queue(parse("灯 -is:snoozed"), alice, now)) == [10001]


def test_no_number_is_given_out_a_second_time(old: Path) -> None:
    with closing(open_store(old, stem=stem)) as store, store.transaction() as tx:
        at = tx.find(Ticket)[0].created_at
        assert tx.insert(Notice(agent_id=1, at=at, about="message")).id == 10
