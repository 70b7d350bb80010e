"""`tuiticket customer`: who buys from the shop, and all that is known of one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.options import TagOption
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.shapes import customer as shape
from tuiticket.engine.commands.customers import AddCustomer, TagCustomer
from tuiticket.engine.customer_file import CustomerFile, customer_called, customer_file
from tuiticket.engine.errors import N_, BadInput
from tuiticket.i18n import _, colon
from tuiticket.wording import label, language_name, money, tickets, when

app = Noun(N_("The customers, with all that is known of each."))

SHAPE = N_(
    "With --json one object: id, name, language, tags, note, created_at, contacts (kind and value),"
    " tickets (as in “ticket list”), ticket_count, orders."
)
Who = Annotated[
    str,
    typer.Argument(
        metavar="CUSTOMER", help=N_("A mail address, a phone number, a chat id, or their number.")
    ),
]


@app.verb("show", N_("Show a customer with their contacts, tickets and orders."), SHAPE)
def show(context: typer.Context, who: Who) -> None:
    """Show a customer."""
    with at_desk(context) as at:
        _show(at, who)


@app.verb("add", N_("Record a customer before they have a ticket."), SHAPE)
def add(
    context: typer.Context,
    contacts: Annotated[
        list[str],
        typer.Argument(
            metavar="CONTACT", help=N_("A mail address, a phone number, wechat:NAME or chat:NAME.")
        ),
    ],
    name: Annotated[str, typer.Option(metavar="NAME", help=N_("How they are called."))] = "",
    language: Annotated[
        str, typer.Option(metavar="LANGUAGE", help=N_("The customer's language, as en."))
    ] = "en",
    tag: TagOption = None,
) -> None:
    """Add a customer."""
    intent = AddCustomer(
        name=name, contacts=tuple(contacts), language=language, tags=tuple(tag or ())
    )
    with at_desk(context) as at:
        at.do(intent)
        _show(at, contacts[0])


@app.verb(
    "tag",
    N_(
        "Give a customer tags, or take some away.\n\nThe clocks of their open tickets follow the"
        " policy that fits then."
    ),
    SHAPE,
)
def tag_(
    context: typer.Context,
    who: Who,
    tags: Annotated[
        list[str] | None, typer.Argument(metavar="TAG", help=N_("Tags to add."))
    ] = None,
    remove: Annotated[
        list[str] | None,
        typer.Option("--remove", metavar="TAG", help=N_("A tag to take away; may be repeated.")),
    ] = None,
) -> None:
    """Change a customer's tags."""
    if not tags and not remove:
        raise BadInput(N_("No tag was named."), N_("Name tags to add, or --remove TAG."))
    with at_desk(context) as at:
        with at.reading() as reading:
            customer = customer_called(reading, who, at.desk.recognise)
        wanted = (one for one in (*customer.tags, *(tags or ())) if one not in (remove or ()))
        at.do(TagCustomer(customer=customer.id, tags=tuple(wanted)))
        _show(at, who)


def _show(at: AtDesk, who: str) -> None:
    now = at.desk.now()
    with at.reading() as reading:
        customer = customer_called(reading, who, at.desk.recognise)
        known = customer_file(reading, customer.id, at.me(reading))
        calendars, zone = reading.calendars(), ZoneInfo(reading.settings().zone)
    if at.json:
        say_json(shape(known, now, calendars))
    else:
        say(*_lines(known, now, zone))


def _lines(known: CustomerFile, now: datetime, zone: ZoneInfo) -> Iterator[str]:
    customer = known.customer
    yield " ".join([customer.name, *(f"·{tag}" for tag in customer.tags)])
    for contact in known.contacts:
        yield "  " + colon(label(contact.kind), contact.value)
    if customer.note:
        yield f"  {customer.note}"
    yield "  " + _("customer {number} since {when}, speaks {language}").format(
        number=customer.id,
        when=when(customer.created_at, now, zone),
        language=language_name(customer.language),
    )
    yield tickets(known.count)
    for line in known.tickets:
        opened = when(line.created_at, now, zone)
        yield f"  #{line.id} {line.subject} · {label(line.state)} · {opened}"
    if known.count > len(known.tickets):
        yield "  …"
    for order in known.orders:
        total = money(order.total_cents, order.currency)
        placed = when(order.placed_at, now, zone)
        yield _("order {number}").format(number=order.number) + (
            f" · {label(order.state)} · {total} · {placed}"
        )
