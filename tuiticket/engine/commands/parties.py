"""Finding the customer behind a contact, or making their acquaintance."""

from __future__ import annotations

from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.rules.contacts import Address, recognise
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import Work

NAME_LIMIT = 200


def customer_behind(work: Work, contact: str, name: str = "", language: str = "en") -> Customer:
    """The customer any contact belongs to: mail address, phone number or chat id.

    Someone new is recorded under `name`, or under the contact itself until a name is known.
    Raises BadInput if the contact cannot be recognised.
    """
    return customer_at(work, recognise(contact, work.phones), name, language)


def customer_at(work: Work, address: Address, name: str, language: str) -> Customer:
    """As `customer_behind`, for an address already in its normal form."""
    known = work.tx.find(Contact, kind=address.kind, value=address.value)
    if known:
        customer = work.tx.get(Customer, known[0].customer_id)
        assert customer is not None, "a contact always has its customer"
        return customer
    customer = work.add(
        Customer(
            name=one_line(name, NAME_LIMIT) or address.value,
            created_at=work.now,
            language=language,
        )
    )
    work.add(Contact(customer_id=customer.id, kind=address.kind, value=address.value))
    return customer


def preferred_contact(work: Work, customer_id: int) -> str:
    """The address of a customer that answers go to: mail first, then whatever is known first."""
    contacts = work.tx.find(Contact, customer_id=customer_id)
    contacts.sort(key=lambda contact: (contact.kind != "mail", contact.id))
    return contacts[0].value if contacts else ""
