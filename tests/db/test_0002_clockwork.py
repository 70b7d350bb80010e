"""A desk of the first schema keeps its clocks, and every number it has given out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tuiticket.adapters.stems import stem
from tuiticket.db import migrations
from tuiticket.db.connection import APPLICATION_ID, Place
from tuiticket.db.store import open_store
from tuiticket.engine.model.clock import Clock, ClockKind, FiredStep, Policy
from tuiticket.engine.model.timer import Timer

ROWS = """
INSERT INTO customer (id, name, created_at, language, tags, version, note)
  VALUES (1, 'Wang', 0, 'zh', '[]', 0, '');
INSERT INTO ticket (id, kind, state, priority, severity, channel, customer_id, created_at,
  updated_at, language, tags, cycle, urgency, version, subject)
  VALUES (10001, 'service', 'open', 2, 2, 'mail', 1, 0, 0, 'zh', '["vip"]', 0, 3, 4, '灯');
INSERT INTO policy (id, name, position, resolution_s, pause_on_third, steps)
  VALUES (1, 'Normal', 1, 3600, 0, '[{"percent": 80, "actions": ["tell-lead"]}]'),
         (9, 'Gone', 2, 60, 0, '[]');
DELETE FROM policy WHERE id = 9;
INSERT INTO clock (id, ticket_id, kind, cycle, policy_id, target_s, started_at, state, consumed_s,
  running_since, due_at, breach_at, generation)
  VALUES (3, 10001, 'resolution', 0, 1, 3600, 0, 'running', 0, 0, 3600, 3600, 1);
INSERT INTO fired_step (id, clock_id, ticket_id, generation, percent, fired_at)
  VALUES (1, 3, 10001, 0, 80, 5);
INSERT INTO timer (id, due, ticket_id, fire_at, clock_id, percent)
  VALUES (1, 'step', 10001, 3601, 3, 100);
"""


@pytest.fixture(name="old")
def _old(tmp_path: Path) -> Path:
    """A desk as the first program left it, with one ticket and one clock running."""
    file = tmp_path / "old.db"
    place = Place(file)
    place.connect(create=True).close()
    engine = place.engine()
    with engine.connect() as connection, connection.begin():
        migrations.run(connection, 1)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    engine.dispose()
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript(ROWS)
        raw.commit()
    return file


def test_clocks_and_what_hangs_on_them_are_kept(old: Path) -> None:
    with closing(open_store(old, stem=stem)) as store, store.reading() as reading:
        (clock,) = reading.find(Clock, ticket_id=10001)
        assert (clock.id, clock.kind, clock.generation) == (3, ClockKind.RESOLUTION, 1)
        assert (clock.calendar_id, clock.calendar_edition) == (None, 0)
        assert reading.find(FiredStep)[0].clock_id == 3
        assert reading.find(Timer)[0].clock_id == 3
        assert [line.tags for line in reading.lines([10001])] == [("vip",)]


def test_no_number_is_given_out_a_second_time(old: Path) -> None:
    with closing(open_store(old, stem=stem)) as store, store.transaction() as tx:
        assert tx.insert(Policy(name="New", position=3)).id == 10
