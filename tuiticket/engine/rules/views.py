"""The saved views of the queue, and the orders it can be read in: queries with a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from tuiticket.engine.errors import N_
from tuiticket.engine.model.dossier import ViewCount
from tuiticket.engine.model.people import Agent
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.query import And, Query, Sort, SortKey, parse

MOST_COUNTED = 999
"""Tickets of a view that are counted; what is beyond only shows as more."""


@dataclass(frozen=True)
class View:
    """A query kept under a name; `label` is a template to translate.

    A `personal` one depends on who asks, and says nothing to a wall board.
    """

    key: str
    label: str
    text: str
    personal: bool = False

    @cached_property
    def query(self) -> Query:
        """What it shows."""
        return parse(self.text)


@dataclass(frozen=True, slots=True)
class Order:
    """One way to put tickets in order."""

    key: str
    label: str
    sort: tuple[Sort, ...]


MINE = View("mine", N_("Mine"), "is:mine state:active", personal=True)
ACTIVE = View("active", N_("Active"), "state:active")

VIEWS: tuple[View, ...] = (
    MINE,
    View("team", N_("Team"), "team:mine state:active", personal=True),
    View("late", N_("Late"), "is:late"),
    View("unrouted", N_("Unrouted"), "team:none owner:none state:active"),
    View("waiting", N_("Waiting"), "state:waiting"),
    View("unanswered", N_("Unanswered"), "is:unanswered state:active"),
    ACTIVE,
    View("done", N_("Done"), "state:done"),
    View("all", N_("All"), ""),
)
"""The views every desk has, in the order of their keys."""

ORDERS: tuple[Order, ...] = (
    Order("urgency", N_("urgency"), ()),
    Order("due", N_("next due"), (Sort(SortKey.DUE),)),
    Order("updated", N_("last changed"), (Sort(SortKey.UPDATED, reverse=True),)),
    Order("created", N_("newest"), (Sort(SortKey.CREATED, reverse=True),)),
    Order("priority", N_("priority"), (Sort(SortKey.PRIORITY),)),
    Order("number", N_("number"), (Sort(SortKey.NUMBER),)),
)
"""The orders a queue can be read in, urgency being the usual one."""


def narrowed(view: View, wanted: Query, order: Order) -> Query:
    """What of a view a filter lets through; an order in the filter goes before the chosen one."""
    return Query(And((view.query.where, wanted.where)), wanted.sort or order.sort)


def counts(reading: Reading, me: Agent | None, now: datetime) -> tuple[ViewCount, ...]:
    """How many tickets each view holds."""
    found = ((view, reading.count(view.query, me, now, MOST_COUNTED)) for view in VIEWS)
    return tuple(
        ViewCount(key=view.key, count=min(n, MOST_COUNTED), capped=n > MOST_COUNTED)
        for view, n in found
    )
