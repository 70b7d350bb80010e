"""Everything the desk knows of one customer, and finding them by what a person types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tuiticket.engine.errors import N_, Unknown
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.ports import Find, Reading
from tuiticket.engine.rules.contacts import Address

MOST_TICKETS = 200
"""Tickets of a customer that are listed, the newest ones."""

LONGEST_ID = 6
"""Digits of a customer's number; more of them are a phone's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFile:
    """A customer with their contacts, their tickets and their orders, the newest of each first.

    `count` is how many tickets they ever had; `tickets` are the newest `MOST_TICKETS` of them.
    """

    customer: Customer
    contacts: tuple[Contact, ...]
    tickets: tuple[QueueLine, ...]
    count: int
    orders: tuple[Order, ...]


def customer_file(reading: Reading, customer_id: int, me: Agent | None) -> CustomerFile:
    """What is known of a customer, unread things told for `me`; raises Unknown."""
    found = reading.find(Customer, id=customer_id)
    if not found:
        raise _unknown(str(customer_id))
    numbers = sorted((t.id for t in reading.find(Ticket, customer_id=customer_id)), reverse=True)
    orders = reading.find(Order, customer_id=customer_id)
    return CustomerFile(
        customer=found[0],
        contacts=tuple(reading.find(Contact, customer_id=customer_id)),
        tickets=tuple(reading.lines(numbers[:MOST_TICKETS], me)),
        count=len(numbers),
        orders=tuple(sorted(orders, key=lambda order: (order.placed_at, order.id), reverse=True)),
    )


def customer_called(desk: Find, who: str, recognise: Callable[[str], Address]) -> Customer:
    """The customer of a number or of any contact; raises Unknown, and BadInput as `recognise`."""
    digits = who.strip().removeprefix("#")
    if digits.isdecimal() and len(digits) <= LONGEST_ID:
        found = desk.find(Customer, id=int(digits))
    else:
        address = recognise(who)
        contacts = desk.find(Contact, kind=address.kind, value=address.value)
        found = desk.find(Customer, id=contacts[0].customer_id) if contacts else []
    if not found:
        raise _unknown(who)
    return found[0]


def _unknown(who: str) -> Unknown:
    return Unknown(
        N_("There is no customer {customer}."),
        N_("Name one by a mail address, a phone number, a chat id, or their number."),
        customer=who,
    )
