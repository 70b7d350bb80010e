"""Filling in a form: a call, a new ticket."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

ACTIONS = (
    Action(
        "form.record",
        ("ctrl+s",),
        N_("record"),
        N_("Record what was filled in."),
        Context.FORM,
        hint=True,
    ),
)
