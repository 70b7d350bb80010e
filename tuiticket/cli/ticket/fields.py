"""`tuiticket ticket set · tag`: what a ticket is about."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import (
    CategoryOption,
    Fitting,
    KindOption,
    Number,
    Numbers,
    OrderOption,
    PriorityOption,
    SeverityOption,
)
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.work import unknown_ticket
from tuiticket.i18n import _


@app.verb(
    "set",
    N_(
        "Set subject, kind, category, priority, severity, language or order; an empty category or"
        " order takes it away."
    ),
    AFTERWARDS,
)
def set_(
    context: typer.Context,
    numbers: Numbers,
    subject: Annotated[
        str | None, typer.Option(metavar="TEXT", help=N_("What it is about, in a line."))
    ] = None,
    kind: KindOption = None,
    category: CategoryOption = None,
    priority: PriorityOption = None,
    severity: SeverityOption = None,
    language: Annotated[
        str | None, typer.Option(metavar="LANGUAGE", help=N_("The customer's language, as en."))
    ] = None,
    order: OrderOption = None,
    fitting: Fitting = False,
) -> None:
    """Describe tickets."""
    given = (subject, kind, category, priority, severity, language, order)
    if all(value is None for value in given):
        raise BadInput(
            N_("Nothing to set was named."),
            N_("Name at least one of: {options}."),
            options="--subject --kind --category --priority --severity --language --order",
        )
    setting = (
        Describe(
            ticket=number,
            subject=subject,
            kind=kind,
            category=category,
            priority=priority,
            severity=severity,
            language=language,
            order_number=order,
        )
        for number in numbers
    )
    with at_desk(context) as at:
        report(at, at.do(*setting, fitting=fitting), _("Set ticket {number}."))


@app.verb("tag", N_("Give a ticket tags, or take some away."), AFTERWARDS)
def tag(
    context: typer.Context,
    number: Number,
    tags: Annotated[
        list[str] | None, typer.Argument(metavar="TAG", help=N_("Tags to add."))
    ] = None,
    remove: Annotated[
        list[str] | None,
        typer.Option("--remove", metavar="TAG", help=N_("A tag to take away; may be repeated.")),
    ] = None,
) -> None:
    """Change a ticket's tags."""
    if not tags and not remove:
        raise BadInput(N_("No tag was named."), N_("Name tags to add, or --remove TAG."))
    with at_desk(context) as at:
        with at.reading() as reading:
            lines = reading.lines([number])
        if not lines:
            raise unknown_ticket(number)
        kept = (*lines[0].tags, *(tags or ()))
        wanted = tuple(tag for tag in kept if tag not in (remove or ()))
        intent = Describe(ticket=number, tags=wanted, version=lines[0].version)
        report(at, at.do(intent), _("Set the tags of ticket {number}."))
