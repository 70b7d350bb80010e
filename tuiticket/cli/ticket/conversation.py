"""`tuiticket ticket reply · note · receive`: what is said on a ticket."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import Body, ChannelOption, Number, article_number, choice, spellings_of
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.errors import N_
from tuiticket.engine.model.ticket import State
from tuiticket.i18n import _

Then = Annotated[
    State | None,
    choice(
        "--then", spellings_of("state"), N_("The state to go to in the same step, such as solved.")
    ),
]
Articles = Annotated[
    list[int] | None,
    typer.Option(
        "--article",
        metavar="KB-N",
        parser=article_number,
        help=N_("An article the answer uses, to be counted; may be repeated."),
    ),
]


@app.verb("reply", N_("Answer the customer, by the way they came."), AFTERWARDS)
def reply(
    context: typer.Context, number: Number, body: Body, then: Then = None, article: Articles = None
) -> None:
    """Send an answer."""
    intent = Reply(ticket=number, body=body, then=then, articles=tuple(article or ()))
    with at_desk(context) as at:
        report(at, at.do(intent), _("Answered ticket {number}."))


@app.verb("note", N_("Write a note for colleagues only."), AFTERWARDS)
def note(context: typer.Context, number: Number, body: Body) -> None:
    """Add an internal note."""
    with at_desk(context) as at:
        report(at, at.do(AddNote(ticket=number, body=body)), _("Noted on ticket {number}."))


@app.verb("receive", N_("Record what the customer said on a ticket that is there."), AFTERWARDS)
def receive(
    context: typer.Context, number: Number, body: Body, channel: ChannelOption = None
) -> None:
    """Record a further message of the customer."""
    intent = Receive(ticket=number, body=body, channel=channel)
    with at_desk(context) as at:
        report(at, at.do(intent), _("Recorded on ticket {number}."))
