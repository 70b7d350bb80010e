"""`tuiticket ticket draft`: what one has begun to write on a ticket and not sent."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.options import Number, words_or_input
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.shapes import draft as shape
from tuiticket.cli.ticket.noun import app
from tuiticket.engine.commands.drafts import SaveDraft
from tuiticket.engine.errors import N_, BadInput, Unknown
from tuiticket.engine.model.people import Draft, DraftKind
from tuiticket.engine.ports import Reading
from tuiticket.engine.work import unknown_ticket
from tuiticket.i18n import _
from tuiticket.wording import label, when


@app.verb(
    "draft",
    N_(
        "Keep what you have begun to write on a ticket, or show it.\n\nThe console goes on with it;"
        " nobody else sees it. Without an option it shows what is kept."
    ),
    N_("With --json one object a draft: number, kind (reply or note), text, saved_at."),
)
def draft(
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
    note: Annotated[
        bool, typer.Option("--note", help=N_("A note for colleagues, instead of an answer."))
    ] = False,
    discard: Annotated[bool, typer.Option("--discard", help=N_("Throw it away."))] = False,
) -> None:
    """Keep, show or throw away a draft."""
    if discard and body is not None:
        raise BadInput(N_("Either keep a text or throw it away."), N_("Leave out one of them."))
    if body is not None and not body.strip():
        raise BadInput(N_("The text is empty."), N_("To throw a draft away, use --discard."))
    kind = DraftKind.NOTE if note else DraftKind.REPLY
    with at_desk(context) as at:
        if discard:
            _discard(at, number, kind)
            return
        if body is not None:
            at.do(SaveDraft(ticket=number, kind=kind, body=body))
        _show(at, number)


def _discard(at: AtDesk, number: int, kind: DraftKind) -> None:
    """Throw the draft of that kind away; raises Unknown where there is none."""
    with at.reading() as reading:
        kept = [each for each in drafts_of(at, reading, number) if each.kind is kind]
    if not kept:
        raise Unknown(
            N_("You have no draft of that kind on ticket {number}."),
            N_("See: tuiticket ticket draft {number}"),
            number=number,
        )
    at.do(SaveDraft(ticket=number, kind=kind, body=""))
    if at.json:
        say_json(shape(kept[0]))
    else:
        say(_("Threw the draft on ticket {number} away.").format(number=number))


def _show(at: AtDesk, number: int) -> None:
    with at.reading() as reading:
        found, zone = drafts_of(at, reading, number), ZoneInfo(reading.settings().zone)
    if at.json:
        for each in found:
            say_json(shape(each))
        return
    if not found:
        say(_("You have no draft on ticket {number}.").format(number=number))
    for each in found:
        say(f"{label(each.kind)} · {when(each.saved_at, at.desk.now(), zone)}")
        say(*(f"  {line}" for line in each.body.splitlines()))


def drafts_of(at: AtDesk, reading: Reading, number: int) -> list[Draft]:
    """What the person who looks has begun to write on a ticket; raises Unknown for no ticket."""
    if not reading.lines([number]):
        raise unknown_ticket(number)
    me = at.me(reading)
    return reading.find(Draft, ticket_id=number, agent_id=me.id) if me else []
