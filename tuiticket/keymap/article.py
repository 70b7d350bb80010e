"""Writing an article of the knowledge base."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.ARTICLE

ACTIONS = (
    Action("writing.save", ("ctrl+s",), N_("save"), N_("Save it for all."), _HERE, hint=True),
    Action(
        "writing.discard",
        ("f2",),
        N_("discard"),
        N_("Throw away what you changed."),
        _HERE,
        hint=True,
    ),
    Action(
        "writing.editor",
        ("f4",),
        N_("own editor"),
        N_("Write on in your own editor ($EDITOR)."),
        _HERE,
        hint=True,
    ),
)
