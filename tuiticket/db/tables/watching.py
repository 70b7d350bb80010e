"""Who follows which ticket, how far they read it, and which tickets belong together."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint

from tuiticket.db.tables.row import Row, col, primary, ref
from tuiticket.db.types import Enumerated, Number
from tuiticket.engine.model.link import LinkKind


class WatcherRow(Row, table=True):
    """Who wants to hear of what happens to a ticket."""

    __tablename__ = "watcher"
    __table_args__ = (UniqueConstraint("ticket_id", "agent_id"),)
    id: int = primary()
    ticket_id: int = ref("ticket")
    agent_id: int = ref("agent", index=True)


class SeenRow(Row, table=True):
    """How far somebody has read a ticket."""

    __tablename__ = "seen"
    __table_args__ = (UniqueConstraint("ticket_id", "agent_id"),)
    id: int = primary()
    ticket_id: int = ref("ticket", ondelete="CASCADE")
    agent_id: int = ref("agent", index=True)
    message_id: int = col(Number)


class TicketLinkRow(Row, table=True):
    """Tickets that belong together."""

    __tablename__ = "ticket_link"
    __table_args__ = (UniqueConstraint("ticket_id", "other_id"),)
    id: int = primary()
    ticket_id: int = ref("ticket")
    other_id: int = ref("ticket", index=True)
    kind: LinkKind = col(Enumerated(LinkKind))
