"""The schema: one SQLModel table for each entity of the model, and the log.

Loaded only to make a new desk and to check an old one; everyday reading and writing goes through
`mapping`, which derives the same columns from the model and spares every start SQLModel's import.
Wide texts stand last in their tables, so that a list never reads past them.
"""

from tuiticket.db.tables import (
    articles,
    clock,
    customer,
    duplicate,
    judgement,
    knowledge,
    log,
    message,
    people,
    rating,
    routing,
    settings,
    shortcuts,
    ticket,
    watching,
    waves,
    words,
)
from tuiticket.db.tables.row import METADATA, complete

__all__ = ["METADATA", "articles", "clock", "customer", "duplicate", "knowledge", "log"]
__all__ += ["judgement", "message", "people", "rating", "routing", "settings", "shortcuts"]
__all__ += ["ticket", "watching", "waves", "words"]

for _table in METADATA.tables.values():
    complete(_table)
