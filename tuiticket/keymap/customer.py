"""All about one customer."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.CUSTOMER

ACTIONS = (
    Action(
        "customer.open", ("enter",), N_("open ticket"), N_("Read the ticket."), _HERE, hint=True
    ),
    Action(
        "customer.tags",
        ("T",),
        N_("tags"),
        N_("Give the customer a tag, or take one away."),
        _HERE,
        hint=True,
    ),
    Action("customer.down", ("j", "down"), N_("down"), N_("To the next line."), _HERE),
    Action("customer.up", ("k", "up"), N_("up"), N_("To the line before."), _HERE),
    Action("customer.top", ("g", "home"), N_("top"), N_("To the first line."), _HERE),
    Action("customer.bottom", ("G", "end"), N_("bottom"), N_("To the last line."), _HERE),
)
