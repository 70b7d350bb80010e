"""The shop's customers and orders, as the desk keeps them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from tuiticket.engine.commands.clockface import promised, tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.parties import NAME_LIMIT, customer_behind
from tuiticket.engine.errors import N_, BadInput, Refused, Unknown
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.contacts import recognise
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCustomer(Command):
    """Record a customer with all their contacts."""

    name: str
    contacts: tuple[str, ...]
    language: str = "en"
    tags: tuple[str, ...] = ()

    def carry_out(self, work: Work) -> None:
        """Raises BadInput where a contact is ill-formed or belongs to somebody already."""
        if not self.contacts:
            raise BadInput(
                N_("A customer needs at least one contact."), N_("Give a mail address or a phone.")
            )
        addresses = [recognise(contact, work.phones) for contact in self.contacts]
        for address in addresses:
            if work.tx.find(Contact, kind=address.kind, value=address.value):
                raise BadInput(
                    N_("The contact {contact} belongs to a customer already."),
                    contact=address.value,
                )
        customer = work.add(
            Customer(
                name=one_line(self.name, NAME_LIMIT) or addresses[0].value,
                created_at=work.now,
                language=self.language,
                tags=tuple(dict.fromkeys(self.tags)),
            )
        )
        for address in dict.fromkeys(addresses):
            work.add(Contact(customer_id=customer.id, kind=address.kind, value=address.value))
        work.record("customer.added", customer=customer.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class TagCustomer(Command):
    """Set the tags of a customer; the clocks of their tickets follow the policy that fits then."""

    customer: int
    tags: tuple[str, ...]

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a customer there is not, Refused if that leaves all as it was."""
        customer = work.tx.get(Customer, self.customer)
        if customer is None:
            raise Unknown(N_("There is no customer {customer}."), customer=self.customer)
        tags = tuple(dict.fromkeys(self.tags))
        if tags == customer.tags:
            raise Refused(N_("The customer {customer} is so already."), customer=customer.name)
        work.change(customer, tags=tags)
        work.record("customer.tagged", customer=customer.id)
        for ticket in work.tx.find(Ticket, customer_id=customer.id):
            if ticket.active:
                tell_clocks(work, ticket, Turn(kind=TurnKind.RETARGETED, at=work.now))
                policy = promised(work, ticket)
                work.record("clock.retargeted", ticket.id, policy=policy.name if policy else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOrder(Command):
    """Record an order of the shop, or what has become of one known by its number.

    `contact` finds the customer; the order's own `customer_id` is ignored.
    """

    permission: ClassVar[Permission] = Permission.TAKE_IN

    order: Order
    contact: str

    def carry_out(self, work: Work) -> None:
        """Store or change the order; the same again changes nothing."""
        customer = customer_behind(work, self.contact)
        known = work.tx.find(Order, number=self.order.number)
        if not known:
            work.add(replace(self.order, customer_id=customer.id))
            work.record("order.added", order=self.order.number)
            return
        before = known[0]
        after = replace(self.order, id=before.id, customer_id=customer.id, version=before.version)
        if after != before:
            work.change(
                before,
                state=after.state,
                total_cents=after.total_cents,
                tracking=after.tracking,
                lines=after.lines,
            )
            work.record("order.changed", order=self.order.number)
