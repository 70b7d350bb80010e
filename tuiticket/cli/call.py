"""`tuiticket call`: a contact that happens now, recorded in one line."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.options import (
    CategoryOption,
    ChannelOption,
    KindOption,
    OrderOption,
    PriorityOption,
    TagOption,
    words_or_input,
)
from tuiticket.cli.ticket.new import CustomerName, Language, TeamOption
from tuiticket.cli.ticket.report import OPENED, report_opened
from tuiticket.engine.commands.opening import LogCall
from tuiticket.engine.errors import N_
from tuiticket.engine.model.ticket import Kind, Priority
from tuiticket.engine.rules.language import guess_language
from tuiticket.i18n import _

app = Noun()


@app.verb(
    "call",
    N_(
        "Record a phone call, a visit or a chat: who, what, answered or not.\n\nWith --answer it is"
        " solved at once; without, somebody gets it to do."
    ),
    OPENED,
)
def call(
    context: typer.Context,
    customer: Annotated[
        str, typer.Argument(metavar="CONTACT", help=N_("A phone number, mail address or chat id."))
    ],
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT", help=N_("What it was about, in a line."))
    ],
    answer: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            help=N_("What you told them; - reads standard input."),
            parser=words_or_input,
        ),
    ] = "",
    body: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            help=N_("What they said, if it took more than a line."),
            parser=words_or_input,
        ),
    ] = "",
    seconds: Annotated[int | None, typer.Option(metavar="N", help=N_("How long it took."))] = None,
    name: CustomerName = "",
    kind: KindOption = None,
    category: CategoryOption = None,
    priority: PriorityOption = None,
    order: OrderOption = None,
    channel: ChannelOption = None,
    team: TeamOption = None,
    tag: TagOption = None,
    language: Language = None,
) -> None:
    """Record a call."""
    intent = LogCall(
        contact=customer,
        subject=subject,
        body=body,
        answer=answer,
        customer_name=name,
        kind=kind or Kind.ENQUIRY,
        category=category,
        priority=priority or Priority.NORMAL,
        channel=channel,
        order_number=order,
        team=team,
        tags=tuple(tag or ()),
        seconds=seconds,
        language=language or guess_language(f"{subject}\n{body}"),
    )
    with at_desk(context) as at:
        report_opened(at, at.do(intent), _("Recorded as ticket {number}."))
