"""Looking things up in the knowledge base."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.KNOWLEDGE

ACTIONS = (
    Action("knowledge.insert", ("enter",), N_("insert"), N_("Use the article."), _HERE, hint=True),
    Action("knowledge.down", ("down",), N_("down"), N_("To the next article."), _HERE),
    Action("knowledge.up", ("up",), N_("up"), N_("To the article before."), _HERE),
    Action(
        "knowledge.page-down",
        ("pagedown", "ctrl+down"),
        N_("read on"),
        N_("Scroll the article on."),
        _HERE,
        hint=True,
    ),
    Action(
        "knowledge.page-up",
        ("pageup", "ctrl+up"),
        N_("read back"),
        N_("Scroll the article back."),
        _HERE,
    ),
    Action(
        "knowledge.language",
        ("f3",),
        N_("languages"),
        N_("Show articles in one language, or in all."),
        _HERE,
        hint=True,
    ),
)
