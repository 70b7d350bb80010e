"""The query language read out naively: what a ticket must be like, asked of plain Python values."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from tuiticket.engine.model.category import Category
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.link import TicketLink
from tuiticket.engine.model.message import Message
from tuiticket.engine.model.people import Agent, Membership, Team
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.watching import Seen, Watcher
from tuiticket.engine.rules.query import (
    And,
    Field,
    Node,
    Not,
    Or,
    Query,
    Sort,
    SortKey,
    Special,
    Text,
    window,
)

_NEVER = datetime.max.replace(tzinfo=UTC)
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}


@dataclass(frozen=True)
class World:
    """Everything a query can be about."""

    agents: list[Agent]
    teams: list[Team]
    members: list[Membership]
    categories: list[Category]
    customers: list[Customer]
    contacts: list[Contact]
    tickets: list[Ticket]
    messages: list[Message]
    with_files: frozenset[int]
    links: list[TicketLink]
    watchers: list[Watcher]
    seen: list[Seen]
    me: Agent | None
    now: datetime
    zone: tzinfo


def expected(world: World, query: Query) -> list[int]:
    """The numbers of the tickets that match, in order."""
    found = [ticket for ticket in world.tickets if _true(world, query.where, ticket)]
    keys = query.sort or (Sort(SortKey.URGENCY),)
    found.sort(key=lambda ticket: ticket.id, reverse=keys[-1].reverse)
    for sort in reversed(keys):
        _sort(found, sort)
    return [ticket.id for ticket in found]


def _sort(found: list[Ticket], sort: Sort) -> None:
    """Sort by one key, keeping the order among equals."""
    if sort.key is SortKey.URGENCY:
        found.sort(key=lambda t: t.next_due_at or _NEVER)
    values: dict[SortKey, Callable[[Ticket], Any]] = {
        SortKey.URGENCY: lambda t: t.urgency,
        SortKey.DUE: lambda t: t.next_due_at or _NEVER,
        SortKey.CREATED: lambda t: t.created_at,
        SortKey.UPDATED: lambda t: t.updated_at,
        SortKey.NUMBER: lambda t: t.id,
        SortKey.PRIORITY: lambda t: t.priority,
    }
    found.sort(key=values[sort.key], reverse=sort.descending)
    if sort.key is SortKey.DUE:
        found.sort(key=lambda t: t.next_due_at is None)


def _true(world: World, node: Node, ticket: Ticket) -> bool:
    match node:
        case And(nodes):
            return all(_true(world, each, ticket) for each in nodes)
        case Or(nodes):
            return any(_true(world, each, ticket) for each in nodes)
        case Not(inner):
            return not _true(world, inner, ticket)
        case Text():
            return _holds(world, node.words, ticket)
        case Field():
            return _fits(world, node, ticket)


def _holds(world: World, word: str, ticket: Ticket) -> bool:
    """Whether the ticket bears the word, for words that are one word."""
    said = [m.body for m in world.messages if m.ticket_id == ticket.id and not m.withdrawn_at]
    texts = [ticket.subject, _customer(world, ticket).name, *said]
    is_named = word in (str(ticket.id), ticket.order_number) or word in _numbers(world, ticket)
    return is_named or any(_bears(text, word) for text in texts)


def _bears(text: str, word: str) -> bool:
    return word.lower() in text.lower().split() if word.isascii() else word in text


def _numbers(world: World, ticket: Ticket) -> list[str]:
    return [c.value.lstrip("+") for c in world.contacts if c.customer_id == ticket.customer_id]


def _customer(world: World, ticket: Ticket) -> Customer:
    return next(c for c in world.customers if c.id == ticket.customer_id)


def _name(things: list[Any], id_: int | None, field: str) -> str | None:
    return next((getattr(thing, field) for thing in things if thing.id == id_), None)


def _fits(world: World, field: Field, ticket: Ticket) -> bool:
    value: Any = field.value
    match field.name:
        case "state" | "kind" | "channel":
            return getattr(ticket, field.name) in value.members
        case "priority" | "severity":
            return COMPARE[field.operator](getattr(ticket, field.name), value.members[0])
        case "number":
            return COMPARE[field.operator](ticket.id, value)
        case "due" | "created" | "updated" | "follow-up":
            return _within(world, field, ticket)
        case "sla":
            left = ticket.next_due_at and ticket.next_due_at - world.now
            limit = timedelta(seconds=value)
            return bool(ticket.active and left is not None) and COMPARE[field.operator](left, limit)
        case "is":
            return _is(world, value, ticket)
        case "has" if value == "duplicate":
            return False  # no world has any
        case "has" if value == "link":
            return any(ticket.id in (link.ticket_id, link.other_id) for link in world.links)
        case "has":
            return bool(ticket.order_number if value == "order" else ticket.id in world.with_files)
        case "subject":
            return _bears(ticket.subject, value)
        case "order":
            wanted = None if value is Special.NONE else value.upper()
            return ticket.order_number == wanted
        case "customer":
            name = _customer(world, ticket).name
            return _begins(name, value) or value in _addresses(world, ticket)
        case "tag":
            tags = [*ticket.tags, *_customer(world, ticket).tags]
            return not tags if value is Special.NONE else value.lower() in map(str.lower, tags)
    return _belongs(world, field.name, value, ticket)


def _begins(name: str, part: str) -> bool:
    if not part.isascii():
        return part in name
    return any(word.startswith(part.lower()) for word in name.lower().split())


def _addresses(world: World, ticket: Ticket) -> list[str]:
    return [c.value for c in world.contacts if c.customer_id == ticket.customer_id]


def _belongs(world: World, name: str, value: Any, ticket: Ticket) -> bool:
    """Owner, team and category, which may be none."""
    if name == "owner":
        if value is Special.ME:
            return world.me is not None and ticket.owner_id == world.me.id
        has = _name(world.agents, ticket.owner_id, "login")
    elif name == "team":
        mine = [m.team_id for m in world.members if world.me and m.agent_id == world.me.id]
        if value is Special.MINE:
            return ticket.team_id in mine
        has = _name(world.teams, ticket.team_id, "key")
    else:
        has = _name(world.categories, ticket.category_id, "key")
        if isinstance(value, str) and has is not None and value is not Special.NONE:
            return f"{has}/".startswith(f"{value.lower()}/")
    return has is None if value is Special.NONE else has == value.lower()


def _within(world: World, field: Field, ticket: Ticket) -> bool:
    name = {"due": "next_due_at", "follow-up": "follow_up_at"}.get(field.name, f"{field.name}_at")
    at: datetime | None = getattr(ticket, name)
    start, end = window(field.operator, field.value, world.now, world.zone)  # type: ignore[arg-type]
    if at is None or (field.name == "due" and not ticket.active):
        return False
    return (start is None or at >= start) and (end is None or at < end)


def _is(world: World, flag: str, ticket: Ticket) -> bool:
    late = ticket.active and ticket.next_breach_at and ticket.next_breach_at <= world.now
    return {
        "unanswered": ticket.unanswered_since is not None,
        "late": bool(late),
        "mine": world.me is not None and ticket.owner_id == world.me.id,
        "unassigned": ticket.owner_id is None,
        "paused": ticket.active and ticket.paused_left_s is not None,
        "snoozed": bool(ticket.snoozed_until and ticket.snoozed_until > world.now),
        "watched": _watched(world, ticket),
        "unread": _unread(world, ticket),
        "spam": ticket.state == "spam",
    }[flag]


def _watched(world: World, ticket: Ticket) -> bool:
    watching = {w.agent_id for w in world.watchers if w.ticket_id == ticket.id}
    return world.me is not None and world.me.id in watching


def _unread(world: World, ticket: Ticket) -> bool:
    me = world.me
    if (
        me is None
        or not ticket.active
        or (ticket.owner_id != me.id and not _watched(world, ticket))
    ):
        return False
    mine = (s for s in world.seen if (s.ticket_id, s.agent_id) == (ticket.id, me.id))
    read = max((s.message_id for s in mine), default=0)
    return any(
        m.ticket_id == ticket.id and m.id > read and not m.withdrawn_at and m.agent_id != me.id
        for m in world.messages
    )
