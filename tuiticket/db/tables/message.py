"""What was said on tickets, and the mail it came by and leaves by."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, LargeBinary, Text, UniqueConstraint

from tuiticket.db.tables.row import Row, col, primary, ref, where
from tuiticket.db.types import Enumerated, Instant, Number
from tuiticket.engine.model.message import DeliveryState, Direction, MailState
from tuiticket.engine.model.ticket import Channel


class MessageRow(Row, table=True):
    """What was said on tickets."""

    __tablename__ = "message"
    __table_args__ = (
        Index(None, "mail_id", **where("mail_id IS NOT NULL")),
        Index(None, "in_reply_to", **where("in_reply_to IS NOT NULL")),
    )
    id: int = primary()
    ticket_id: int = ref("ticket", index=True)
    direction: Direction = col(Enumerated(Direction))
    channel: Channel = col(Enumerated(Channel))
    at: datetime = col(Instant)
    agent_id: int | None = ref("agent")
    customer_id: int | None = ref("customer")
    automatic: str | None = col(Text)
    seconds: int | None = col(Number)
    withdrawn_at: datetime | None = col(Instant)
    mail_id: str | None = col(Text)
    in_reply_to: str | None = col(Text)
    subject: str = col(Text)
    body: str = col(Text)
    quoted: str = col(Text)


class AttachmentRow(Row, table=True):
    """Files that came with messages."""

    __tablename__ = "attachment"
    id: int = primary()
    message_id: int = ref("message", index=True)
    name: str = col(Text)
    media_type: str = col(Text)
    size: int = col(Number)
    skipped: str | None = col(Text)
    content: bytes | None = col(LargeBinary)


class DeliveryRow(Row, table=True):
    """The outbox."""

    __tablename__ = "delivery"
    __table_args__ = (Index(None, "hold_until", **where("state = 'held'")),)
    id: int = primary()
    message_id: int = ref("message", index=True)
    ticket_id: int = ref("ticket", index=True)
    channel: Channel = col(Enumerated(Channel))
    address: str = col(Text)
    hold_until: datetime = col(Instant)
    state: DeliveryState = col(Enumerated(DeliveryState))


class MailRow(Row, table=True):
    """Mails as they arrived; id and content together tell a copy."""

    __tablename__ = "mail"
    __table_args__ = (
        UniqueConstraint("mail_id", "content_hash"),
        Index(None, "received_at", **where("state = 'quarantined'")),
    )
    id: int = primary()
    mail_id: str = col(Text)
    content_hash: str = col(Text)
    received_at: datetime = col(Instant)
    state: MailState = col(Enumerated(MailState))
    message_id: int | None = ref("message", index=True)
    fault: str | None = col(Text)
    raw: bytes = col(LargeBinary)
