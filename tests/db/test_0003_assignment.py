"""A desk from before skills and shifts keeps its people and tickets, which wait as they waited."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tuiticket.adapters.stems import stem
from tuiticket.db import migrations
from tuiticket.db.connection import APPLICATION_ID, Place
from tuiticket.db.store import open_store
from tuiticket.engine.model.clock import Policy, ReboundTo
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer

ROWS = """
INSERT INTO settings (id, name, zone, language, mail_domain, mail_addresses, mail_secret,
  first_number, kind_teams, close_after_s, archive_after_s, hold_s)
  VALUES (1, 'Shop', 'UTC', 'en', 'x', '[]', '', 10001, '{}', 1, 1, 1);
INSERT INTO agent (id, login, name, role, capacity, available, version)
  VALUES (1, 'alice', 'Alice', 'agent', 10, 1, 3);
INSERT INTO team (id, "key", name, name_zh, automatic, lead_id, version)
  VALUES (1, 'support', 'Support', '客服', 1, 1, 0);
INSERT INTO membership (id, team_id, agent_id) VALUES (1, 1, 1);
INSERT INTO policy (id, name, position, pause_on_third, steps, retired)
  VALUES (1, 'Normal', 1, 0, '[]', 0);
INSERT INTO customer (id, name, created_at, language, tags, version, note)
  VALUES (1, 'Wang', 0, 'zh', '[]', 0, '');
INSERT INTO ticket (id, kind, state, priority, severity, channel, customer_id, created_at,
  updated_at, owner_id, language, tags, cycle, urgency, version, subject)
  VALUES (10001, 'service', 'new', 2, 2, 'mail', 1, 60, 70, NULL, 'zh', '[]', 0, 3, 4, '灯'),
         (10002, 'service', 'open', 2, 2, 'mail', 1, 60, 70, 1, 'zh', '[]', 0, 3, 4, '椅'),
         (10003, 'service', 'closed', 2, 2, 'mail', 1, 60, 70, NULL, 'zh', '[]', 0, 3, 4, '桌');
INSERT INTO timer (id, due, ticket_id, fire_at) VALUES (7, 'archive', 10003, 90);
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
            migrations.run(connection, 2)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript(ROWS)
        raw.commit()
    return file


def test_people_and_policies_begin_as_the_desk_worked_before(old: Path) -> None:
    with closing(open_store(old, stem=stem)) as store, store.reading() as reading:
        (alice,), (team,) = reading.find(Agent), reading.find(Team)
        assert (alice.login, alice.skills, alice.calendar_id, alice.version) == (
            "alice",
            (),
            None,
            3,
        )
        assert (team.lead_id, team.accept_s, team.overflow) == (1, None, ())
        assert reading.find(Policy)[0].rebound_to is ReboundTo.SAME
        assert reading.find(Settings) == [
            Settings(
                name="Shop",
                mail_domain="x",
                close_after_s=1,
                archive_after_s=1,
                hold_s=1,
            )
        ]


def test_tickets_wait_since_they_came_and_timers_stay(old: Path) -> None:
    with closing(open_store(old, stem=stem)) as store, store.reading() as reading:
        since = {ticket.id: ticket.queued_at for ticket in reading.find(Ticket)}
        assert since == {10001: datetime.fromtimestamp(60, UTC), 10002: None, 10003: None}
        assert [(timer.id, timer.ticket_id) for timer in reading.find(Timer)] == [(7, 10003)]
