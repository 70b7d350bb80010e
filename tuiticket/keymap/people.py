"""Seeing who is here."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.PEOPLE

ACTIONS = (
    Action(
        "people.turn",
        ("enter", "space"),
        N_("away or back"),
        N_("Say that somebody goes away, or is back."),
        _HERE,
        hint=True,
    ),
    Action("people.down", ("j", "down"), N_("down"), N_("To the next line."), _HERE),
    Action("people.up", ("k", "up"), N_("up"), N_("To the line before."), _HERE),
)
