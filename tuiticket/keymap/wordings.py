"""Reading what an article said before."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.WORDINGS

ACTIONS = (
    Action("wording.restore", ("r",), N_("restore"), N_("Bring it back."), _HERE, hint=True),
    Action(
        "wording.whole",
        ("space", "enter"),
        N_("whole text"),
        N_("Show all it said, or only what changed."),
        _HERE,
        hint=True,
    ),
    Action("wording.down", ("j",), N_("down"), N_("To the version before."), _HERE),
    Action("wording.up", ("k",), N_("up"), N_("To the version after."), _HERE),
    Action(
        "wording.page-down",
        ("ctrl+d", "ctrl+down"),
        N_("read on"),
        N_("Scroll the text on."),
        _HERE,
        hint=True,
    ),
    Action("wording.page-up", ("ctrl+u", "ctrl+up"), N_("read back"), N_("Scroll it back."), _HERE),
)
