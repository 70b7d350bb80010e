"""What somebody who works at the desk can do on every screen."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.DESK

ACTIONS = (
    Action("undo", ("u",), N_("undo"), N_("Take back what you did last."), _HERE),
    Action("redo", ("U",), N_("redo"), N_("Do again what you took back last."), _HERE),
    Action("inbox", ("I",), N_("inbox"), N_("Read what you were told."), _HERE),
    Action(
        "knowledge",
        ("f5",),
        N_("knowledge base"),
        N_("Read the knowledge base, and write it."),
        _HERE,
    ),
    Action("people", ("f6",), N_("who is here"), N_("See who is here, away or off shift."), _HERE),
    Action("setup", ("f9",), N_("set-up"), N_("See and change how the desk is set up."), _HERE),
    Action("jump", ("#",), N_("jump"), N_("Open a ticket by its number."), _HERE),
)
