"""What the queue leads to."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.QUEUE

ACTIONS = (
    Action(
        "queue.open",
        ("enter",),
        N_("open it"),
        N_("Read the ticket and all of it."),
        _HERE,
        hint=True,
    ),
    Action("queue.mark", ("space",), N_("mark"), N_("Mark the ticket and go on."), _HERE),
    Action(
        "queue.mark-range",
        ("V",),
        N_("mark a range"),
        N_("Mark from here to the cursor; again to end."),
        _HERE,
    ),
    Action(
        "queue.mark-all", ("*",), N_("mark all"), N_("Mark all tickets; again for none."), _HERE
    ),
    Action("queue.next-unread", ("n",), N_("next unread"), N_("To the next unread ticket."), _HERE),
    Action(
        "queue.previous-unread",
        ("N",),
        N_("unread before"),
        N_("To the unread ticket before."),
        _HERE,
    ),
    Action("view.save", ("ctrl+s",), N_("keep view"), N_("Keep what is shown as a view."), _HERE),
    Action(
        "view.edit",
        ("ctrl+e",),
        N_("change view"),
        N_("Rename, move or remove the view shown."),
        _HERE,
    ),
    Action("queue.wave", ("~",), N_("wave"), N_("Show the tickets of a sudden wave."), _HERE),
    Action("queue.new", ("+",), N_("new ticket"), N_("Open a ticket."), _HERE),
    Action("queue.call", ("C",), N_("log a call"), N_("Record a phone call or visit."), _HERE),
)
