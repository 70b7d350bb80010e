"""`tuiticket log`: reading the interaction log, and proving it."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.options import ticket_number
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.shapes import event as shape
from tuiticket.engine.errors import N_
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.ports import Reading
from tuiticket.engine.work import unknown_ticket
from tuiticket.event_words import Names, actor, sentence, through
from tuiticket.i18n import _, bracketed, ngettext

app = Noun(N_("Read the interaction log, and prove it whole."))


@app.verb(
    "show",
    N_("Show what happened on a ticket, or on the whole desk, in order."),
    N_("With --json one object a line: id, act, at, actor, via, kind, number, data, changes."),
)
def show(
    context: typer.Context,
    number: Annotated[
        int | None,
        typer.Argument(
            metavar="NUMBER", parser=ticket_number, help=N_("A ticket; default: the whole desk.")
        ),
    ] = None,
    after: Annotated[
        int, typer.Option(metavar="ID", min=0, help=N_("Only what came after that line."))
    ] = 0,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help=N_("At most so many lines."))
    ] = None,
) -> None:
    """Show the log."""
    with at_desk(context) as at, at.reading() as reading:
        if number is not None and not reading.find(Ticket, id=number):
            raise unknown_ticket(number)
        names, zone = _names(reading), ZoneInfo(reading.settings().zone)
        for event in reading.events(after, number, limit):
            if at.json:
                say_json(shape(event))
                continue
            where = "" if number or event.ticket_id is None else f"#{event.ticket_id} "
            who = bracketed(actor(event, names), through(event))
            local = event.at.astimezone(zone)
            say(f"{event.id:>6}  {local:%Y-%m-%d %H:%M:%S}  {who}  {where}{sentence(event, names)}")


def _names(reading: Reading) -> Names:
    return Names.of(reading.all(Agent), reading.all(Team), reading.all(Category))


@app.verb(
    "verify",
    N_("Prove that no line of the log was changed, removed or inserted; exit code 1 if one was."),
    N_("With --json one object: holds, events; or holds, event (the first wrong one), reason."),
)
def verify(context: typer.Context) -> int:
    """Verify the chain of the log."""
    with at_desk(context) as at:
        broken = at.desk.verify_log()
        with at.reading() as reading:
            count = reading.log_head()[0]
    if broken is not None:
        reason = _(broken.reason)
        if at.json:
            say_json({"holds": False, "event": broken.event_id, "reason": broken.reason})
        else:
            say(
                _("The chain breaks at event {event}: {reason}.").format(
                    event=broken.event_id, reason=reason
                )
            )
        return 1
    if at.json:
        say_json({"holds": True, "events": count})
    else:
        say(
            ngettext(
                "{count} event, the chain holds.", "{count} events, the chain holds.", count
            ).format(count=count)
        )
    return 0
