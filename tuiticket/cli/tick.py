"""`tuiticket tick`: what is due now, done once."""

from __future__ import annotations

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.printing import say, say_json
from tuiticket.engine.errors import N_
from tuiticket.i18n import _
from tuiticket.wording import tickets

app = Noun()


@app.verb(
    "tick",
    N_(
        "Do what is due now: reminders, escalation, closing, archiving, handing out.\n\nSafe to run"
        " as often as one likes, also while consoles are open."
    ),
    N_("With --json one object: tickets (their numbers)."),
)
def tick(context: typer.Context) -> None:
    """Run the timers once."""
    with at_desk(context) as at:
        touched = at.desk.tick()
    if at.json:
        say_json({"tickets": list(touched)})
    elif touched:
        say(_("Done for {tickets}.").format(tickets=tickets(len(touched))))
    else:
        say(_("Nothing is due."))
