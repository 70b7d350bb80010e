"""Moving about a list of tickets and choosing what it shows."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.engine.rules.views import VIEWS
from tuiticket.keymap.action import Action, Context

_HERE = Context.LIST

_VIEWS = tuple(
    Action(
        f"view.{view.key}",
        (str(number),),
        view.label,
        N_("Show this view."),
        _HERE,
        call=f"view({number})",
    )
    for number, view in enumerate(VIEWS, start=1)
)

ACTIONS = (
    Action("list.filter", ("/",), N_("filter"), N_("Type what to show."), _HERE, hint=True),
    Action("list.down", ("j", "down"), N_("down"), N_("To the next line."), _HERE),
    Action("list.up", ("k", "up"), N_("up"), N_("To the line before."), _HERE),
    Action("list.top", ("g", "home"), N_("top"), N_("To the first line."), _HERE),
    Action("list.bottom", ("G", "end"), N_("bottom"), N_("To the last line."), _HERE),
    Action("list.page-down", ("ctrl+d", "pagedown"), N_("page down"), N_("A page on."), _HERE),
    Action("list.page-up", ("ctrl+u", "pageup"), N_("page up"), N_("A page back."), _HERE),
    Action("list.breach", ("b",), N_("next due"), N_("To the ticket that is due first."), _HERE),
    Action("list.sort", ("o",), N_("sort"), N_("Choose the order."), _HERE),
    Action("list.preview", ("p",), N_("preview"), N_("Show or hide the preview."), _HERE),
    Action(
        "list.preview-side",
        ("P",),
        N_("preview side"),
        N_("Put the preview beside the list, or below it."),
        _HERE,
    ),
    Action("list.preview-larger", (">",), N_("larger"), N_("Give the preview more room."), _HERE),
    Action("list.preview-smaller", ("<",), N_("smaller"), N_("Give the list more room."), _HERE),
    Action("list.refresh", ("R",), N_("refresh"), N_("Read the list anew."), _HERE),
    *_VIEWS,
    Action("view.pick", ("v",), N_("views"), N_("Choose a view by its name."), _HERE),
    Action("view.kept", ("0",), N_("kept views"), N_("Choose a view that people keep."), _HERE),
    Action("view.next", ("]", "ctrl+right"), N_("next view"), N_("Show the next view."), _HERE),
    Action(
        "view.previous",
        ("[", "ctrl+left"),
        N_("previous view"),
        N_("Show the view before."),
        _HERE,
    ),
)
