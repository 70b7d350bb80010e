"""Recognising a matter that comes back in a new ticket, after it was called solved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta

from tuiticket.engine.model.ticket import State, Ticket

OVER = (State.SOLVED, State.CLOSED, State.ARCHIVED)
"""Where a ticket stands whose matter may come back."""

_BEFORE = re.compile(
    r"^(?:\[[^\]]*\]|(?:re|aw|wg|sv|fw|fwd|tr|回复|答复|转发)(?:\[\d+\])?\s*[:：]|#\d+|\s)+",
    re.IGNORECASE,
)


def matter(subject: str) -> str:
    """What a subject is about, apart from how it is written: no "Re:", no case, no signs."""
    plain = unicodedata.normalize("NFKC", subject).casefold()
    return " ".join(re.findall(r"\w+", _BEFORE.sub("", plain)))


def comes_back_on(
    ticket: Ticket, earlier: Iterable[Ticket], now: datetime, within_s: int
) -> Ticket | None:
    """The solved ticket that a new one comes back on; None if it is a matter of its own.

    That is the last solved one of the same customer, not longer ago than `within_s`, about the same
    order or under the same subject.
    """
    since, about = now - timedelta(seconds=within_s), matter(ticket.subject)
    found = [
        (one.solved_at, one.id, one)
        for one in earlier
        if one.solved_at is not None
        and one.solved_at >= since
        and one.state in OVER
        and one.merged_into is None
        and one.customer_id == ticket.customer_id
        and one.id != ticket.id
        and (_same_order(one, ticket) or (about and matter(one.subject) == about))
    ]
    return max(found, default=(None, 0, None))[2] if within_s and found else None


def _same_order(one: Ticket, other: Ticket) -> bool:
    return one.order_number is not None and one.order_number == other.order_number
