"""Making a new desk: the tables, and what no table can say.

The search index lies in FTS5 tables without content of their own, which hold the tokens that we cut
ourselves; triggers keep the log from being changed by anyone's mistake.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

from tuiticket.db.index import DOCUMENTS
from tuiticket.db.statistics import TICKET_INDEXES
from tuiticket.engine.rules.chain import GENESIS

APPEND_ONLY = (
    """
    CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END
    """,
    """
    CREATE TRIGGER event_kept BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'nothing is removed from the log'); END
    """,
    """
    CREATE TRIGGER event_not_replaced BEFORE INSERT ON event
    WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'no line of the log is written twice'); END
    """,
)
"""An INSERT OR REPLACE fires no trigger on the row it removes, so it is met before."""


def create(connection: Connection) -> None:
    """Make all that a new desk needs, within the transaction under way."""
    from tuiticket.db.tables import METADATA

    METADATA.create_all(connection)
    for statement in (*APPEND_ONLY, *(document.ddl for document in DOCUMENTS.values())):
        connection.execute(text(statement))
    connection.execute(text("ANALYZE ticket"))
    known = "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('ticket', :idx, :stat)"
    for index, stat in TICKET_INDEXES.items():
        connection.execute(text(known), {"idx": index, "stat": stat})
    head = "INSERT INTO log_head (id, event_id, hash) VALUES (1, 0, :hash)"
    connection.execute(text(head), {"hash": GENESIS})
