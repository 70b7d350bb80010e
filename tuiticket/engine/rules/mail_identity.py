"""The Message-ID of an answer, by which the customer's reply finds its ticket again.

It carries the ticket's number and a keyed hash, so that nobody can write into a ticket by guessing.
"""

from __future__ import annotations

import hashlib
import hmac
import re

from tuiticket.engine.model.settings import Settings

_ID = re.compile(r"<t(?P<ticket>\d+)\.(?P<serial>\d+)\.(?P<sign>[0-9a-f]{16})@[^>\s]+>")


def signed_message_id(settings: Settings, ticket: int, serial: int) -> str:
    """A Message-ID in angle brackets, unique for a ticket and the serial of the message on it."""
    return f"<t{ticket}.{serial}.{_sign(settings, ticket, serial)}@{settings.mail_domain}>"


def ticket_of(settings: Settings, message_id: str) -> int | None:
    """The ticket a Message-ID of ours belongs to; None if it is not ours or the sign is wrong."""
    match = _ID.fullmatch(message_id.strip())
    if match is None:
        return None
    ticket, serial = int(match["ticket"]), int(match["serial"])
    return ticket if hmac.compare_digest(match["sign"], _sign(settings, ticket, serial)) else None


def _sign(settings: Settings, ticket: int, serial: int) -> str:
    key = settings.mail_secret.encode()
    return hmac.new(key, f"{ticket}.{serial}".encode(), hashlib.sha256).hexdigest()[:16]
