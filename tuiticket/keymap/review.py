"""The last look at what was written."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.REVIEW

ACTIONS = (
    Action("review.send", ("y",), N_("send"), N_("Send it."), _HERE, hint=True),
    Action(
        "review.send-wait",
        ("w",),
        N_("send and wait"),
        N_("Send it and wait for the customer."),
        _HERE,
        hint=True,
    ),
    Action(
        "review.send-solve",
        ("x",),
        N_("send and solve"),
        N_("Send it and say that the ticket is solved."),
        _HERE,
        hint=True,
    ),
    Action("review.edit", ("e", "escape"), N_("edit"), N_("Go on writing."), _HERE, hint=True),
    Action("review.keep", ("p",), N_("keep"), N_("Keep it as a draft."), _HERE, hint=True),
    Action("review.discard", ("q",), N_("discard"), N_("Throw it away."), _HERE, hint=True),
    Action("review.down", ("j", "down"), N_("down"), N_("Scroll on."), _HERE),
    Action("review.up", ("k", "up"), N_("up"), N_("Scroll back."), _HERE),
)
