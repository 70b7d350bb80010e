"""A desk from before public holidays were told apart keeps its calendars as they were."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tuiticket.adapters.stems import stem
from tuiticket.db import migrations
from tuiticket.db.connection import APPLICATION_ID, Place
from tuiticket.db.store import open_store
from tuiticket.engine.model.calendar import ShopCalendar

ROWS = """
INSERT INTO shop_calendar (id, "key", zone, week, closed, makeup, special, edition)
  VALUES (3, 'office', 'UTC', '[[[0,60]],[],[],[],[],[],[]]', '["10-01"]', '[]', '[]', 7);
INSERT INTO shop_calendar (id, "key", zone, week, closed, makeup, special, edition)
  VALUES (9, 'gone', 'UTC', '[[[0,60]],[],[],[],[],[],[]]', '[]', '[]', '[]', 1);
INSERT INTO policy (id, name, position, calendar_id, pause_on_third, rebound_to, steps, retired)
  VALUES (1, 'Normal', 1, 3, 0, 'same', '[]', 0);
DELETE FROM shop_calendar WHERE id = 9;
"""


def test_calendars_keep_their_rows_and_numbers(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    place = Place(file)
    place.connect(create=True).close()
    with place.writing() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            migrations.run(connection, 4)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    with closing(sqlite3.connect(file)) as old:
        old.executescript(ROWS)
        old.commit()
    store = open_store(file, stem=stem, durable=False)
    with store.transaction() as tx:
        assert tx.find(ShopCalendar) == [
            ShopCalendar(
                id=3,
                key="office",
                zone="UTC",
                week=(((0, 60),), (), (), (), (), (), ()),
                closed=("10-01",),
                edition=7,
            )
        ]
        fresh = tx.insert(ShopCalendar(key="new", zone="UTC", week=((),) * 7))
        assert fresh.id == 10
    with store.reading() as reading:
        assert reading.faults() == []
    store.close()
