"""Two tickets that have to do with each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tuiticket.engine.model.queue import QueueLine


class LinkKind(StrEnum):
    """What two tickets have to do with each other: related, or one the duplicate of the other."""

    RELATED = "related"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketLink:
    """That two tickets belong together; seen from both, stored once.

    Of duplicates, `ticket_id` is the one that says again what `other_id` said.
    """

    id: int = 0
    ticket_id: int
    other_id: int
    kind: LinkKind = LinkKind.RELATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The other end of a link, as a ticket shows it; `ours` tells that the link goes out from us.

    So a duplicate with `ours` says again what the other said; without, it is said again there.
    """

    kind: LinkKind
    ours: bool
    line: QueueLine
