"""`tuiticket ticket reply · note · receive`: what is said on a ticket."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.canned import filled_for
from tuiticket.cli.options import (
    Body,
    ChannelOption,
    Number,
    article_number,
    choice,
    spellings_of,
    words_or_input,
)
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.canned import canned_reply
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.errors import N_, BadInput, Refused
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
    context: typer.Context,
    number: Number,
    body: Annotated[
        str | None,
        typer.Option(
            "--body",
            metavar="TEXT",
            parser=words_or_input,
            help=N_("The text; - reads standard input."),
        ),
    ] = None,
    then: Then = None,
    article: Articles = None,
    canned: Annotated[
        str | None,
        typer.Option("--canned", metavar="KEY", help=N_("A canned reply, instead of a text.")),
    ] = None,
) -> None:
    """Send an answer."""
    if (body is None) == (canned is None):
        raise BadInput(N_("It is not said what to answer."), N_("Give either --body or --canned."))
    with at_desk(context) as at:
        text = body if body is not None else _filled(at, str(canned), number)
        intent = Reply(
            ticket=number,
            body=text,
            then=then,
            articles=tuple(article or ()),
            canned=(canned,) if canned else (),
        )
        report(at, at.do(intent), _("Answered ticket {number}."))


def _filled(at: AtDesk, key: str, number: int) -> str:
    """The words of a canned reply; raises Refused where there is nothing for a variable of it."""
    with at.reading() as reading:
        filled = filled_for(at, reading, canned_reply(reading, key), number)
    if filled.unfilled:
        raise Refused(
            N_("On ticket {number} there is nothing for {variables}."),
            N_("Write it by hand: tuiticket canned show {key} --for {number}"),
            number=number,
            variables=" ".join(f"{{{name}}}" for name in filled.unfilled),
            key=key,
        )
    return filled.text


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
