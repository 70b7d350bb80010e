"""Reading what one was told."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.INBOX

ACTIONS = (
    Action(
        "inbox.open",
        ("enter",),
        N_("open ticket"),
        N_("Open the ticket it is about."),
        _HERE,
        hint=True,
    ),
    Action(
        "inbox.seen", ("space",), N_("seen"), N_("Count it as seen and go on."), _HERE, hint=True
    ),
    Action(
        "inbox.all-seen", ("*",), N_("all seen"), N_("Count everything as seen."), _HERE, hint=True
    ),
    Action(
        "inbox.answer", ("r",), N_("answer"), N_("Write back to who wrote it."), _HERE, hint=True
    ),
    Action("inbox.write", ("w",), N_("write"), N_("Write to a colleague."), _HERE, hint=True),
    Action(
        "inbox.every",
        ("v",),
        N_("show all"),
        N_("Show what was seen too, or not."),
        _HERE,
        hint=True,
    ),
    Action("inbox.down", ("j", "down"), N_("down"), N_("To the next line."), _HERE),
    Action("inbox.up", ("k", "up"), N_("up"), N_("To the line before."), _HERE),
    Action("inbox.top", ("g", "home"), N_("top"), N_("To the first line."), _HERE),
    Action("inbox.bottom", ("G", "end"), N_("bottom"), N_("To the last line."), _HERE),
)
