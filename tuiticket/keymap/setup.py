"""Seeing and changing how the desk is set up."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.SETUP

ACTIONS = (
    Action("setup.edit", ("enter", "e"), N_("edit"), N_("Change what it says."), _HERE, hint=True),
    Action("setup.add", ("+",), N_("add"), N_("Add one more."), _HERE, hint=True),
    Action(
        "setup.remove",
        ("d", "delete"),
        N_("remove"),
        N_("Take it away, or keep it after all."),
        _HERE,
        hint=True,
    ),
    Action(
        "setup.review",
        ("ctrl+s",),
        N_("check and apply"),
        N_("Check what was changed, see what it does, and put it into force."),
        _HERE,
        hint=True,
    ),
    Action("setup.move-down", ("J",), N_("move down"), N_("Try it later than others."), _HERE),
    Action("setup.move-up", ("K",), N_("move up"), N_("Try it before others."), _HERE),
    Action("setup.forget", ("x",), N_("forget"), N_("Forget what was changed in it."), _HERE),
    Action(
        "setup.file",
        ("f4",),
        N_("as a file"),
        N_("Edit the whole set-up in your own editor ($EDITOR)."),
        _HERE,
        hint=True,
    ),
    Action(
        "setup.follow",
        ("o",),
        N_("open tickets follow"),
        N_("Let open tickets follow the policies of now."),
        _HERE,
    ),
    Action(
        "setup.learn",
        ("L",),
        N_("learn again"),
        N_("Learn categories and tempers again, by what people decided on each ticket."),
        _HERE,
    ),
    Action("setup.down", ("j", "down"), N_("down"), N_("To the next line."), _HERE),
    Action("setup.up", ("k", "up"), N_("up"), N_("To the line before."), _HERE),
    Action("setup.top", ("g", "home"), N_("top"), N_("To the first line."), _HERE),
    Action("setup.bottom", ("G", "end"), N_("bottom"), N_("To the last line."), _HERE),
    Action(
        "setup.page-down",
        ("pagedown", "ctrl+d"),
        N_("page on"),
        N_("Scroll what it says."),
        _HERE,
    ),
    Action("setup.page-up", ("pageup", "ctrl+u"), N_("page back"), N_("Scroll it back."), _HERE),
    Action("setup.in", ("right", "l"), N_("into"), N_("From the parts to their entries."), _HERE),
    Action("setup.out", ("left", "h"), N_("out of"), N_("Back to the parts."), _HERE),
)
