"""Everything about one ticket, in a dozen short selects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, literal_column, select

from tuiticket.db import log
from tuiticket.db.conditions import among
from tuiticket.db.habits import ended_as
from tuiticket.db.lines import lines
from tuiticket.db.mapping import mapping
from tuiticket.db.statements import selecting
from tuiticket.db.values import fetch, find, get
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.clock import Clock, Policy
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.duplicate import Double, PossibleDuplicate
from tuiticket.engine.model.hint import Habit, Pressing
from tuiticket.engine.model.judgement import Judgement, Temper
from tuiticket.engine.model.link import Linked, TicketLink
from tuiticket.engine.model.message import Attachment, Direction, Message
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.model.rating import Outlook, Rating
from tuiticket.engine.model.ticket import ACTIVE, Ticket
from tuiticket.engine.model.watching import Watcher
from tuiticket.engine.model.wave import Wave, WaveTicket
from tuiticket.engine.rules.habits import habit
from tuiticket.engine.rules.pressing import pressing

OTHERS = 50
"""How many of the customer's other open tickets are shown."""

ORDERS = 20
"""How many of the customer's orders are shown."""

_MESSAGE, _ATTACHMENT = mapping(Message).table, mapping(Attachment).table
_OF_TICKET = _MESSAGE.c.ticket_id == bindparam("ticket")
_SAID = selecting(_MESSAGE, _OF_TICKET, order=(_MESSAGE.c.at, _MESSAGE.c.id))
_ATTACHED = selecting(
    _ATTACHMENT,
    _ATTACHMENT.c.message_id.in_(select(_MESSAGE.c.id).where(_OF_TICKET)),
    without={"content"},
)
_ORDER = mapping(Order).table
_ORDERED = selecting(
    _ORDER,
    _ORDER.c.customer_id == bindparam("customer"),
    order=(_ORDER.c.placed_at.desc(), _ORDER.c.id.desc()),
).limit(ORDERS)


def dossier(connection: Connection, number: int) -> Dossier | None:
    """Everything about one ticket, or None if nobody has given out its number."""
    ticket = get(connection, Ticket, number)
    if ticket is None:
        return None
    customer = get(connection, Customer, ticket.customer_id)
    assert customer is not None, "a foreign key holds the customer of every ticket"
    clocks = find(connection, Clock, {"ticket_id": number})
    policies = {clock.policy_id for clock in clocks if clock.policy_id is not None}
    hours = {clock.calendar_id for clock in clocks if clock.calendar_id is not None}
    orders = find(connection, Order, {"number": ticket.order_number}) if ticket.order_number else []
    messages = _messages(connection, number)
    judgement = next(iter(find(connection, Judgement, {"ticket_id": number})), None)
    return Dossier(
        ticket=ticket,
        customer=customer,
        contacts=tuple(find(connection, Contact, {"customer_id": customer.id})),
        messages=tuple(messages),
        attachments=tuple(_attachments(connection, number)),
        clocks=tuple(clocks),
        policies=tuple(find(connection, Policy, {"id": policies}) if policies else ()),
        calendars=tuple(find(connection, ShopCalendar, {"id": hours}) if hours else ()),
        events=tuple(log.events(connection, ticket_id=number)),
        agents=tuple(find(connection, Agent, {})),
        team=get(connection, Team, ticket.team_id) if ticket.team_id else None,
        category=get(connection, Category, ticket.category_id) if ticket.category_id else None,
        judgement=judgement,
        rating=next(iter(find(connection, Rating, {"ticket_id": number})), None),
        outlook=get(connection, Outlook, 1),
        proposals=tuple(_proposed(connection, judgement)),
        habit=_habit(connection, ticket, judgement),
        pressing=_pressing(ticket, messages),
        order=orders[0] if orders else None,
        others=tuple(lines(connection, _others(connection, ticket))),
        orders=tuple(fetch(connection, Order, _ORDERED, {"customer": customer.id})),
        linked=tuple(_linked(connection, number)),
        doubles=tuple(_doubles(connection, ticket)),
        wave=_wave(connection, number),
        watchers=tuple(w.agent_id for w in find(connection, Watcher, {"ticket_id": number})),
    )


def _proposed(connection: Connection, judgement: Judgement | None) -> list[Category]:
    """The categories proposed for a ticket, the best first."""
    ids = judgement.proposals if judgement is not None else ()
    known = {category.id: category for category in find(connection, Category, {"id": ids})}
    return [known[id_] for id_ in ids if id_ in known]


def _habit(connection: Connection, ticket: Ticket, judgement: Judgement | None) -> Habit | None:
    """The kind that tickets like this one mostly end as, while it is at work."""
    if judgement is None or ticket.category_id is None or not ticket.active:
        return None
    calm = judgement.level is Temper.CALM
    return habit(ended_as(connection, ticket.category_id, calm=calm), calm=calm)


def _pressing(ticket: Ticket, messages: Sequence[Message]) -> Pressing | None:
    """What the first words of its customer ask for, while it is at work."""
    said = next((each.body for each in messages if each.direction is Direction.IN), "")
    return pressing(f"{ticket.subject}\n{said}") if ticket.active else None


def _messages(connection: Connection, number: int) -> list[Message]:
    return fetch(connection, Message, _SAID, {"ticket": number})


def _attachments(connection: Connection, number: int) -> list[Attachment]:
    return fetch(connection, Attachment, _ATTACHED, {"ticket": number})


def _linked(connection: Connection, number: int) -> Iterator[Linked]:
    """Yield the tickets it is linked with, in the order that was done."""
    links = find(connection, TicketLink, {"ticket_id": number})
    links += find(connection, TicketLink, {"other_id": number})
    ends = {
        link.id: link.other_id if link.ticket_id == number else link.ticket_id for link in links
    }
    known = {line.id: line for line in lines(connection, list(ends.values()))}
    for link in sorted(links, key=lambda link: link.id):
        line = known[ends[link.id]]
        yield Linked(kind=link.kind, ours=link.ticket_id == number, line=line)


def _doubles(connection: Connection, ticket: Ticket) -> Iterator[Double]:
    """Yield what it may be a duplicate of, and what of it, while all are active."""
    if not ticket.active:
        return
    seen = find(connection, PossibleDuplicate, {"ticket_id": ticket.id, "apart": False})
    seen += find(connection, PossibleDuplicate, {"other_id": ticket.id, "apart": False})
    ends = {one.id: one.other_id if one.ticket_id == ticket.id else one.ticket_id for one in seen}
    known = {line.id: line for line in lines(connection, list(ends.values()))}
    for one in seen:
        line = known[ends[one.id]]
        if line.state in ACTIVE:
            yield Double(found=one, ours=one.ticket_id == ticket.id, line=line)


def _wave(connection: Connection, number: int) -> Wave | None:
    """The wave a ticket belongs to."""
    found = find(connection, WaveTicket, {"ticket_id": number})
    return get(connection, Wave, found[0].wave_id) if found else None


def _others(connection: Connection, ticket: Ticket) -> list[int]:
    other = mapping(Ticket).table.c
    newest = (
        select(other.id)
        .where(other.customer_id == ticket.customer_id, other.id != ticket.id)
        .where(literal_column(among("state", ACTIVE)))
        .order_by(other.id.desc())
        .limit(OTHERS)
    )
    return list(connection.execute(newest).scalars())
