"""What every screen answers to."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.EVERYWHERE

ACTIONS = (
    Action("help", ("?", "f1"), N_("help"), N_("Show what every key does here."), _HERE, hint=True),
    Action(
        "command",
        (":", "ctrl+p"),
        N_("command"),
        N_("Find any action by its name."),
        _HERE,
        hint=True,
    ),
    Action("back", ("escape",), N_("back"), N_("Go back one step."), _HERE),
    Action("close", ("q",), N_("close"), N_("Go back; from the queue, leave."), _HERE),
    Action("language", ("f8",), N_("language"), N_("Switch between English and 中文."), _HERE),
    Action("theme", ("f7",), N_("theme"), N_("Go on in other colours."), _HERE),
    Action("redraw", ("ctrl+l",), N_("redraw"), N_("Paint the screen anew."), _HERE),
    Action("suspend", ("ctrl+z",), N_("suspend"), N_("Back to the shell; fg returns."), _HERE),
    Action(
        "quit",
        ("ctrl+q", "ctrl+c"),
        N_("quit"),
        N_("Leave at once; drafts are kept."),
        _HERE,
    ),
)
