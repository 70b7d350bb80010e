"""The saved views of the queue, and the orders it can be read in: queries with a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.view import SavedView, ViewCount
from tuiticket.engine.rules.query import (
    And,
    Field,
    Not,
    Or,
    Query,
    Relative,
    RelativeDay,
    Sort,
    SortKey,
    Special,
    parse,
)

MOST_COUNTED = 999
"""Tickets of a view that are counted; what is beyond only shows as more."""


@dataclass(frozen=True)
class View:
    """A query kept under a name; `label` is a text to translate, or as a person wrote it.

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


MINE = View("mine", N_("Mine"), "is:mine state:active -is:snoozed", personal=True)
ACTIVE = View("active", N_("Active"), "state:active -is:snoozed")

ALL = View("all", N_("All"), "-is:spam")

VIEWS: tuple[View, ...] = (
    MINE,
    View("team", N_("Team"), "team:mine state:active -is:snoozed", personal=True),
    View("late", N_("Late"), "is:late -is:snoozed"),
    View("unrouted", N_("Unrouted"), "team:none owner:none state:active -is:snoozed"),
    View("waiting", N_("Waiting"), "state:waiting -is:snoozed"),
    View("unanswered", N_("Unanswered"), "is:unanswered state:active -is:snoozed"),
    ACTIVE,
    View("done", N_("Done"), "state:done -is:spam sort:-updated"),
    ALL,
)
"""The views every desk has, in the order of their keys."""

FURTHER: tuple[View, ...] = (
    View("unread", N_("Unread"), "is:unread", personal=True),
    View("watched", N_("Watched"), "is:watched -is:spam sort:-updated", personal=True),
    View("follow-ups", N_("Follow-ups"), "follow-up:<+1d sort:updated"),
    View("snoozed", N_("Snoozed"), "is:snoozed"),
    View("spam", N_("Spam"), "is:spam sort:-updated"),
)
"""What every desk has as well, looked at now and then."""

BUILT_IN = frozenset(view.key for view in (*VIEWS, *FURTHER))
"""The keys that no saved view may take."""

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
    """What of a view a filter lets through.

    An order in the filter goes before the chosen one, and that before the view's own.
    """
    sort = wanted.sort or order.sort or view.query.sort
    return Query(And((view.query.where, wanted.where)), sort)


def order_of(query: Query) -> str:
    """What a query's order is called: a template to translate."""
    known = {order.sort: order.label for order in ORDERS}
    return known.get(query.sort) or query.sort[0].key


def depends_on_time(query: Query) -> bool:
    """Whether tickets come into a query, or leave it, without anything happening to them."""
    nodes = [query.where]
    while nodes:
        match nodes.pop():
            case And(inner) | Or(inner):
                nodes += inner
            case Not(inner):
                nodes.append(inner)
            case Field("sla") | Field("is", _, "late") | Field(_, _, Relative() | RelativeDay()):
                return True
    return False


def saved_views(saved: Iterable[SavedView], me: int | None) -> tuple[View, ...]:
    """The views everybody shares, then those of the agent with that id, each in their order.

    A query that this program does not understand, for a newer one wrote it, is left out.
    """
    theirs = (view for view in saved if view.owner_id in (None, me))
    in_order = sorted(theirs, key=lambda view: (view.owner_id is not None, view.position, view.id))
    return tuple(view for view in map(_saved, in_order) if _is_understood(view))


def _saved(view: SavedView) -> View:
    return View(view.key, view.name, view.query, personal=_asks_who(view.query))


def _is_understood(view: View) -> bool:
    try:
        return view.query is not None
    except BadInput:
        return False


def _asks_who(text: str) -> bool:
    """Whether what a query finds depends on who asks."""
    try:
        nodes = [parse(text).where]
    except BadInput:
        return False
    while nodes:
        match nodes.pop():
            case And(inner) | Or(inner):
                nodes += inner
            case Not(inner):
                nodes.append(inner)
            case Field(_, _, Special.ME | Special.MINE):
                return True
            case Field("is", _, "mine" | "unread" | "watched"):
                return True
    return False


def counts(
    count: Callable[[Query, int], int], views: Iterable[View] = VIEWS
) -> tuple[ViewCount, ...]:
    """How many tickets each view holds; `count` counts those of a query, up to a limit."""
    found = ((view, count(view.query, MOST_COUNTED)) for view in views)
    return tuple(
        ViewCount(key=view.key, count=min(n, MOST_COUNTED), capped=n > MOST_COUNTED)
        for view, n in found
    )
