"""The shop's rules for where tickets go."""

from __future__ import annotations

from sqlalchemy import Text

from tuiticket.db.tables.row import Row, col, primary, ref
from tuiticket.db.types import Enumerated, Number, Plain
from tuiticket.engine.model.order import OrderState
from tuiticket.engine.model.ticket import Channel, Kind


class RoutingRuleRow(Row, table=True):
    """The rules, tried in the order of their positions."""

    __tablename__ = "routing_rule"
    id: int = primary()
    name: str = col(Text, unique=True)
    position: int = col(Number)
    team_id: int = ref("team")
    kind: Kind | None = col(Enumerated(Kind))
    category: str | None = col(Text)
    keywords: list[str] = col(Plain(tuple[str, ...]))
    order_state: OrderState | None = col(Enumerated(OrderState))
    customer_tag: str | None = col(Text)
    channel: Channel | None = col(Enumerated(Channel))
    language: str | None = col(Text)
    skill: str | None = col(Text)
    skill_level: int = col(Number)
