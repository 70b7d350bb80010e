"""How often each word stands on the desk."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import Text

from tuiticket.db.tables.row import Row, col
from tuiticket.db.types import Number


class WordRow(Row, table=True):
    """In how many tickets' subjects, messages and articles a token of the index stands."""

    __tablename__ = "word"
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}
    token: str = col(Text, primary_key=True)
    documents: int = col(Number)
