"""Two tickets that seem to tell the same matter."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from tuiticket.engine.model.message import PRIVATE
from tuiticket.engine.model.queue import QueueLine


class Ground(StrEnum):
    """What else than the words ties two matters together, the strongest first.

    The same customer, the same order, a long number that both name (of an order, a parcel), or two
    customers of one name.
    """

    CUSTOMER = "customer"
    ORDER = "order"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A matter as it was first told: `text` with its subject, by whom, about which order.

    `ticket` is its number, 0 while it has none; `customer_id` is None for somebody not known yet.
    """

    text: str
    customer_id: int | None = None
    name: str = ""
    order_number: str | None = None
    ticket: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Resemblance:
    """That a matter looks like the one on `ticket`.

    `percent` says how like their words are, `words` which rare ones both hold, as they are written.
    """

    ticket: int
    ground: Ground
    percent: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleDuplicate:
    """That `ticket_id` may say again what `other_id` said, as the desk saw when it was opened.

    `words` are the customer's, one a line. `apart` says that a person denied it.
    """

    id: int = 0
    ticket_id: int
    other_id: int
    ground: Ground
    percent: int
    words: str = field(default="", metadata=PRIVATE)
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Double:
    """The other ticket of a possible duplicate, as a ticket shows it; `ours` if ours came later."""

    found: PossibleDuplicate
    ours: bool
    line: QueueLine
