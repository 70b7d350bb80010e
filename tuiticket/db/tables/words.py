"""Words: how often each stands on the desk, and which mean the same to the shop."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import Text

from tuiticket.db.tables.row import Row, col, primary
from tuiticket.db.types import Number, Plain


class WordRow(Row, table=True):
    """In how many tickets' subjects, messages and articles a token of the index stands."""

    __tablename__ = "word"
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}
    token: str = col(Text, primary_key=True)
    documents: int = col(Number)


class SynonymsRow(Row, table=True):
    """The shop's own words for the same matter."""

    __tablename__ = "synonyms"
    id: int = primary()
    key: str = col(Text, unique=True)
    words: tuple[str, ...] = col(Plain(tuple[str, ...]))
