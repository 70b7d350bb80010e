"""What people keep to be quicker: answers and queries under a name."""

from __future__ import annotations

from sqlalchemy import Index, Text, UniqueConstraint

from tuiticket.db.tables.row import Row, col, primary, ref, where
from tuiticket.db.types import Number, Plain


class CannedReplyRow(Row, table=True):
    """The answers that are given often."""

    __tablename__ = "canned_reply"
    id: int = primary()
    key: str = col(Text, unique=True)
    name: str = col(Text)
    team_id: int | None = ref("team")
    position: int = col(Number)
    uses: int = col(Number)
    version: int = col(Number)
    bodies: dict[str, str] = col(Plain(dict[str, str]))


class SavedViewRow(Row, table=True):
    """The saved views; a key names one for everybody, and one of each person's own."""

    __tablename__ = "saved_view"
    __table_args__ = (
        UniqueConstraint("owner_id", "key"),
        Index("uq_saved_view_shared", "key", unique=True, **where("owner_id IS NULL")),
    )
    id: int = primary()
    key: str = col(Text)
    name: str = col(Text)
    query: str = col(Text)
    position: int = col(Number)
    owner_id: int | None = ref("agent")
