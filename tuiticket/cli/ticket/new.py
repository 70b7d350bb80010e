"""`tuiticket ticket new`: a customer's matter becomes a ticket."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import (
    CategoryOption,
    ChannelOption,
    KindOption,
    OrderOption,
    PriorityOption,
    SeverityOption,
    TagOption,
    words_or_input,
)
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import OPENED, report_opened
from tuiticket.engine.commands.opening import OpenTicket
from tuiticket.engine.errors import N_
from tuiticket.engine.model.ticket import Kind, Priority, Severity
from tuiticket.engine.rules.language import guess_language
from tuiticket.i18n import _

Subject = Annotated[str, typer.Option(metavar="TEXT", help=N_("What it is about, in a line."))]
Customer = Annotated[
    str,
    typer.Option(
        metavar="CONTACT", help=N_("A mail address, a phone number, wechat:NAME or chat:NAME.")
    ),
]
CustomerName = Annotated[
    str, typer.Option("--name", metavar="NAME", help=N_("The name of a customer not yet known."))
]
TeamOption = Annotated[
    str | None,
    typer.Option("--team", metavar="TEAM", help=N_("Whose queue; default: the category's.")),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="zh|en",
        help=N_("The customer's language; default: that of the text."),
    ),
]


@app.verb("new", N_("Open a ticket for a customer who waits for an answer."), OPENED)
def new(
    context: typer.Context,
    subject: Subject,
    customer: Customer,
    body: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            parser=words_or_input,
            help=N_("What they said; - reads standard input."),
        ),
    ] = "",
    name: CustomerName = "",
    kind: KindOption = None,
    category: CategoryOption = None,
    priority: PriorityOption = None,
    severity: SeverityOption = None,
    order: OrderOption = None,
    channel: ChannelOption = None,
    team: TeamOption = None,
    tag: TagOption = None,
    language: Language = None,
) -> None:
    """Open a ticket."""
    intent = OpenTicket(
        subject=subject,
        body=body,
        contact=customer,
        customer_name=name,
        kind=kind or Kind.ENQUIRY,
        category=category,
        priority=priority or Priority.NORMAL,
        severity=severity or Severity.MODERATE,
        channel=channel,
        order_number=order,
        team=team,
        tags=tuple(tag or ()),
        language=language or guess_language(f"{subject}\n{body}"),
    )
    with at_desk(context) as at:
        report_opened(at, at.do(intent), _("Opened ticket {number}."))
