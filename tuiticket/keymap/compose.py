"""Writing an answer or a note."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.COMPOSE

ACTIONS = (
    Action(
        "compose.review",
        ("ctrl+s",),
        N_("review and send"),
        N_("Read it once more, then send, keep or discard it."),
        _HERE,
        hint=True,
    ),
    Action(
        "compose.article",
        ("f2",),
        N_("article"),
        N_("Put an article of the knowledge base in."),
        _HERE,
        hint=True,
    ),
    Action(
        "compose.canned",
        ("f3",),
        N_("canned reply"),
        N_("Put a canned reply in, filled in for this ticket."),
        _HERE,
        hint=True,
    ),
    Action(
        "compose.editor",
        ("f4",),
        N_("own editor"),
        N_("Write on in your own editor ($EDITOR)."),
        _HERE,
        hint=True,
    ),
    Action(
        "compose.scroll-up",
        ("ctrl+up",),
        N_("scroll up"),
        N_("Scroll the conversation back."),
        _HERE,
    ),
    Action(
        "compose.scroll-down",
        ("ctrl+down",),
        N_("scroll down"),
        N_("Scroll the conversation on."),
        _HERE,
    ),
)
