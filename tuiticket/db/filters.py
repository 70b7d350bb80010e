"""Each filter of the query language as a condition on tickets, in SQL."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import (
    ColumnElement,
    and_,
    exists,
    false,
    func,
    literal_column,
    or_,
    select,
    table,
    true,
    union,
)
from sqlalchemy import column as named

from tuiticket.db.conditions import among
from tuiticket.db.index import matching
from tuiticket.db.mapping import mapping
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.duplicate import PossibleDuplicate
from tuiticket.engine.model.judgement import Judgement
from tuiticket.engine.model.link import TicketLink
from tuiticket.engine.model.message import Attachment, Message
from tuiticket.engine.model.people import Agent, Membership, Team
from tuiticket.engine.model.ticket import ACTIVE, DONE, State, Ticket
from tuiticket.engine.model.watching import Seen, Watcher
from tuiticket.engine.model.wave import WaveTicket
from tuiticket.engine.rules.query import Choice, Field, Operator, Special, Text, window
from tuiticket.engine.rules.tokens import Stem, match_expression, phrase_expression

Condition = ColumnElement[bool]

TICKET = mapping(Ticket).table
_DIGITS = 18  # of the longest number that surely fits a column
_COMPARE: Mapping[Operator, Callable[[Any, Any], Any]] = {
    Operator.IS: operator.eq,
    Operator.MORE: operator.gt,
    Operator.AT_LEAST: operator.ge,
    Operator.LESS: operator.lt,
    Operator.AT_MOST: operator.le,
}


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, when and where, and how words are cut.

    `only_active` says that the query as a whole lets only active tickets through.
    """

    me: Agent | None
    now: datetime
    zone: tzinfo
    stem: Stem
    only_active: bool = False


def condition(asking: Asking, field: Field) -> Condition:
    """What one filter demands of a ticket; raises BadInput for one that the store cannot answer."""
    if field.name not in _FILTERS:
        raise BadInput(
            N_("Tickets do not tell “{name}” yet."), N_("Leave this filter out."), name=field.name
        )
    return _FILTERS[field.name](asking, field)


def text(asking: Asking, node: Text) -> Condition:
    """Words stand in the subject or a message, or name the customer, the order or the ticket."""
    cut = phrase_expression if node.phrase else match_expression
    expression = cut(node.words, asking.stem)
    if expression is None:
        return true()
    message, contact = mapping(Message).table.c, mapping(Contact).table.c
    first_ticket, first_message = _oldest_active() if asking.only_active else (None, None)
    said = select(message.ticket_id).where(
        message.id.in_(matching(Message, expression, first_message)),
        message.withdrawn_at.is_(None),
    )
    theirs = union(
        matching(Customer, expression),
        select(contact.customer_id).where(contact.id.in_(matching(Contact, expression))),
    )
    return TICKET.c.id.in_(
        union(
            matching(Ticket, expression, first_ticket),
            said,
            select(TICKET.c.id).where(TICKET.c.customer_id.in_(theirs)),
            select(TICKET.c.id).where(order_number(node.words)),
            select(TICKET.c.id).where(ticket_number(node.words)),
        )
    )


def _oldest_active() -> tuple[ColumnElement[int], ColumnElement[int]]:
    """Return the ids of the oldest active ticket and of the oldest message on any of them.

    The index need not look at what was said before: of a frequent word that is nearly everything.
    """
    active, message = TICKET.alias("active"), mapping(Message).table.c
    oldest = select(func.min(message.id)).where(message.ticket_id == active.c.id)
    tickets = (
        select(active.c.id, oldest.scalar_subquery().label("message"))
        .where(literal_column(among("active.state", ACTIVE)))
        .subquery()
    )
    first = select(func.min(active.c.id)).where(literal_column(among("active.state", ACTIVE)))
    return first.scalar_subquery(), select(func.min(tickets.c.message)).scalar_subquery()


def order_number(words: str) -> Condition:
    """The ticket's order has that number; capitals may be written small."""
    return TICKET.c.order_number.in_({words.strip(), words.strip().upper()})


def ticket_number(words: str) -> Condition:
    """The ticket has that number, as people write it: 10482 or #10482."""
    number = words.strip().removeprefix("#")
    if number.isascii() and number.isdecimal() and len(number) <= _DIGITS:
        return TICKET.c.id == int(number)
    return false()


def _members(column: str) -> Callable[[Asking, Field], Condition]:
    """Return the filter for a column that is one of the members of the word asked for."""

    def among(asking: Asking, field: Field) -> Condition:
        assert isinstance(field.value, Choice), field
        return TICKET.c[column].in_(field.value.members)

    return among


def _state(asking: Asking, field: Field) -> Condition:
    """The groups that indexes are made for are put in the words of the indexes."""
    assert isinstance(field.value, Choice), field
    for group in (ACTIVE, DONE):
        if group == set(field.value.members):
            return literal_column(among("ticket.state", group))
    return TICKET.c.state.in_(field.value.members)


def _rank(column: str) -> Callable[[Asking, Field], Condition]:
    """Return the filter for a column that compares by rank."""

    def ranked(asking: Asking, field: Field) -> Condition:
        assert isinstance(field.value, Choice), field
        compared: Condition = _COMPARE[field.operator](TICKET.c[column], field.value.members[0])
        return compared

    return ranked


def _instant(column: str) -> Callable[[Asking, Field], Condition]:
    """Return the filter for a column that is a moment within what the value covers."""

    def within(asking: Asking, field: Field) -> Condition:
        start, end = window(field.operator, field.value, asking.now, asking.zone)  # type: ignore[arg-type]
        limits = [TICKET.c[column] >= start] if start else []
        limits += [TICKET.c[column] < end] if end else []
        return and_(*limits)

    return within


def _owner(asking: Asking, field: Field) -> Condition:
    if field.value is Special.NONE:
        return TICKET.c.owner_id.is_(None)
    if field.value is Special.ME:
        return _mine(asking)
    agent = mapping(Agent).table.c
    login = func.lower(agent.login) == str(field.value).lower()
    return TICKET.c.owner_id.in_(select(agent.id).where(login))


def _mine(asking: Asking) -> Condition:
    return false() if asking.me is None else TICKET.c.owner_id == asking.me.id


def _team(asking: Asking, field: Field) -> Condition:
    team, membership = mapping(Team).table.c, mapping(Membership).table.c
    if field.value is Special.NONE:
        return TICKET.c.team_id.is_(None)
    if field.value is not Special.MINE:
        key = func.lower(team.key) == str(field.value).lower()
        return TICKET.c.team_id.in_(select(team.id).where(key))
    if asking.me is None:
        return false()
    belongs = membership.agent_id == asking.me.id
    return TICKET.c.team_id.in_(select(membership.team_id).where(belongs))


def _category(asking: Asking, field: Field) -> Condition:
    if field.value is Special.NONE:
        return TICKET.c.category_id.is_(None)
    category = mapping(Category).table.c
    key, path = func.lower(category.key), str(field.value).lower().rstrip("/")
    below = or_(key == path, key.startswith(f"{path}/", autoescape=True))
    return TICKET.c.category_id.in_(select(category.id).where(below))


def _tag(asking: Asking, field: Field) -> Condition:
    own = table("ticket_tag", named("tag"), named("ticket_id")).c
    theirs = table("customer_tag", named("tag"), named("customer_id")).c
    if field.value is Special.NONE:
        tagged = TICKET.c.customer_id.in_(select(theirs.customer_id))
        return and_(TICKET.c.tags == (), ~tagged)
    tag = str(field.value).casefold()
    customers = select(theirs.customer_id).where(theirs.tag == tag)
    bearers = select(TICKET.c.id).where(TICKET.c.customer_id.in_(customers))
    return TICKET.c.id.in_(union(select(own.ticket_id).where(own.tag == tag), bearers))


def _customer(asking: Asking, field: Field) -> Condition:
    asked, contact = str(field.value).strip(), mapping(Contact).table.c
    found = [select(contact.customer_id).where(contact.value.in_({asked, asked.lower()}))]
    if expression := match_expression(f"{asked}*", asking.stem):
        numbers = select(contact.customer_id).where(
            contact.kind == "phone", contact.id.in_(matching(Contact, expression))
        )
        found += [matching(Customer, expression), numbers]
    return TICKET.c.customer_id.in_(union(*found) if len(found) > 1 else found[0])


def _order(asking: Asking, field: Field) -> Condition:
    if field.value is Special.NONE:
        return TICKET.c.order_number.is_(None)
    return order_number(str(field.value))


def _subject(asking: Asking, field: Field) -> Condition:
    expression = match_expression(str(field.value), asking.stem)
    return TICKET.c.id.in_(matching(Ticket, expression)) if expression else false()


def _number(asking: Asking, field: Field) -> Condition:
    compared: Condition = _COMPARE[field.operator](TICKET.c.id, field.value)
    return compared


def _emotion(asking: Asking, field: Field) -> Condition:
    """The temper of a ticket's customer, kept in thousandths; one never read has none."""
    judgement = mapping(Judgement).table.c
    assert isinstance(field.value, int | float), field
    compared = _COMPARE[field.operator](judgement.temper, round(field.value * 1000))
    return TICKET.c.id.in_(select(judgement.ticket_id).where(compared))


def _wave(asking: Asking, field: Field) -> Condition:
    member = mapping(WaveTicket).table.c
    compared = _COMPARE[field.operator](member.wave_id, field.value)
    return TICKET.c.id.in_(select(member.ticket_id).where(compared))


def _running(condition: Condition) -> Condition:
    """The condition, for tickets whose clocks still count: those that are active."""
    return and_(literal_column(among("ticket.state", ACTIVE)), condition)


def _sla(asking: Asking, field: Field) -> Condition:
    """Time is left until the next due, so more of it is a later one."""
    assert isinstance(field.value, int), field
    limit = asking.now + timedelta(seconds=field.value)
    return _running(_COMPARE[field.operator](TICKET.c.next_due_at, limit))


def _due(asking: Asking, field: Field) -> Condition:
    return _running(_instant("next_due_at")(asking, field))


def _is(asking: Asking, field: Field) -> Condition:
    flags: dict[Any, Condition] = {
        "unanswered": TICKET.c.unanswered_since.is_not(None),
        "late": _running(TICKET.c.next_breach_at <= asking.now),
        "mine": _mine(asking),
        "unassigned": TICKET.c.owner_id.is_(None),
        "paused": _running(TICKET.c.paused_left_s.is_not(None)),
        "snoozed": _snoozed(asking.now),
        "unread": unread(asking.me),
        "watched": _watched(asking.me),
        "spam": literal_column(among("ticket.state", {State.SPAM})),
    }
    return flags[field.value]


def unread(me: Agent | None) -> Condition:
    """Something others said stands on an active ticket that is theirs or watched by them, unread.

    What one wrote oneself, and what stood before it when one wrote, is read.
    """
    if me is None:
        return false()
    message, seen = mapping(Message).table.c, mapping(Seen).table.c
    up_to = (
        select(seen.message_id)
        .where(seen.ticket_id == TICKET.c.id, seen.agent_id == me.id)
        .correlate(TICKET)
    )
    by_others = or_(message.agent_id.is_(None), message.agent_id != me.id)
    news = exists().where(
        message.ticket_id == TICKET.c.id,
        message.id > func.coalesce(up_to.scalar_subquery(), 0),
        message.withdrawn_at.is_(None),
        by_others,
    )
    return _running(and_(or_(TICKET.c.owner_id == me.id, _watched(me)), news))


def _snoozed(now: datetime) -> Condition:
    """Asked for by id, for few are: so views that leave them out need not read every ticket."""
    asleep = TICKET.alias("asleep")
    return TICKET.c.id.in_(select(asleep.c.id).where(asleep.c.snoozed_until > now))


def _watched(me: Agent | None) -> Condition:
    watcher = mapping(Watcher).table.c
    if me is None:
        return false()
    return TICKET.c.id.in_(select(watcher.ticket_id).where(watcher.agent_id == me.id))


def _linked() -> Condition:
    link = mapping(TicketLink).table.c
    return TICKET.c.id.in_(union(select(link.ticket_id), select(link.other_id)))


def _doubtful() -> Condition:
    """Active, and seems to tell again what another active ticket does, or to be told there."""
    seen, other = mapping(PossibleDuplicate).table.c, TICKET.alias("other")
    ends = ((seen.ticket_id, seen.other_id), (seen.other_id, seen.ticket_id))
    sides = [
        select(here)
        .join(other, other.c.id == there)
        .where(seen.apart == false(), literal_column(among("other.state", ACTIVE)))
        for here, there in ends
    ]
    return _running(TICKET.c.id.in_(union(*sides)))


def _has(asking: Asking, field: Field) -> Condition:
    if field.value == "order":
        return TICKET.c.order_number.is_not(None)
    if field.value == "link":
        return _linked()
    if field.value == "duplicate":
        return _doubtful()
    message, attachment = mapping(Message).table.c, mapping(Attachment).table.c
    bearing = attachment.message_id == message.id
    return exists().where(message.ticket_id == TICKET.c.id, bearing)


_FILTERS: Mapping[str, Callable[[Asking, Field], Condition]] = {
    "state": _state,
    "kind": _members("kind"),
    "channel": _members("channel"),
    "category": _category,
    "emotion": _emotion,
    "priority": _rank("priority"),
    "severity": _rank("severity"),
    "owner": _owner,
    "team": _team,
    "tag": _tag,
    "customer": _customer,
    "order": _order,
    "subject": _subject,
    "number": _number,
    "sla": _sla,
    "due": _due,
    "created": _instant("created_at"),
    "updated": _instant("updated_at"),
    "follow-up": _instant("follow_up_at"),
    "wave": _wave,
    "is": _is,
    "has": _has,
}
