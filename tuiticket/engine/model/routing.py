"""The shop's own rules for where a ticket goes."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.model.order import OrderState
from tuiticket.engine.model.ticket import Channel, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingRule:
    """Where the tickets go that it matches; None or empty matches every ticket.

    Rules are tried in the order of `position`; the first that matches wins. `category` is a path
    and matches all below it. Of `keywords` one must stand in the subject or in what the customer
    wrote; `order_state` is that of the ticket's order, `customer_tag` a tag of its customer. Who
    gets the ticket must have the `skill`, if one is named, at least at `skill_level`.
    """

    id: int = 0
    name: str
    position: int
    team_id: int
    kind: Kind | None = None
    category: str | None = None
    keywords: tuple[str, ...] = ()
    order_state: OrderState | None = None
    customer_tag: str | None = None
    channel: Channel | None = None
    language: str | None = None
    skill: str | None = None
    skill_level: int = 1
