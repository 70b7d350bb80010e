"""What was said on a ticket: messages of the customer, answers of the staff, internal notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from tuiticket.engine.model.ticket import Channel

PRIVATE: dict[str, Any] = {"private": True}
"""Metadata of fields the log keeps only as a SHA-256, so that the words can be erased."""


class Direction(StrEnum):
    """Who speaks to whom: the customer to us, we to the customer, or staff among themselves."""

    IN = "in"
    OUT = "out"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One contact on a ticket, unchangeable once written; `withdrawn_at` marks one taken back.

    `body` is what was newly written; `quoted` the earlier conversation its sender carried along.
    `automatic` tells a machine's mail, which starts and stops no clock, with the reason in words.
    `seconds` is how long a call lasted. `mail_id` is the RFC 5322 Message-ID by which replies find
    us.
    """

    id: int = 0
    ticket_id: int
    direction: Direction
    channel: Channel
    at: datetime
    body: str = field(metadata=PRIVATE)
    quoted: str = field(default="", metadata=PRIVATE)
    agent_id: int | None = None
    customer_id: int | None = None
    subject: str = ""
    automatic: str | None = None
    seconds: int | None = None
    mail_id: str | None = None
    in_reply_to: str | None = None
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that came with a message; `skipped` says why its content was not kept."""

    id: int = 0
    message_id: int
    name: str
    media_type: str
    size: int
    content: bytes | None = field(default=None, metadata=PRIVATE)
    skipped: str | None = None


class DeliveryState(StrEnum):
    """Where an outgoing message stands on its way to the customer."""

    HELD = "held"
    DELIVERED = "delivered"
    WITHDRAWN = "withdrawn"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One outbox row: a message that must leave the desk, written with the change that caused it.

    It is not sent before `hold_until`, so that an undo can still stop it.
    """

    id: int = 0
    message_id: int
    ticket_id: int
    channel: Channel
    address: str
    hold_until: datetime
    state: DeliveryState = DeliveryState.HELD


class MailState(StrEnum):
    """What became of a raw mail: a message on a ticket, or set aside as unreadable."""

    STORED = "stored"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail as it arrived, byte for byte, so that everything derived can be derived again.

    `mail_id` and `content_hash` together recognise a copy; `fault` says why it was set aside.
    """

    id: int = 0
    mail_id: str
    content_hash: str
    received_at: datetime
    state: MailState
    raw: bytes = field(metadata=PRIVATE)
    message_id: int | None = None
    fault: str | None = None
