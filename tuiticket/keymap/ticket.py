"""Reading one ticket."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.TICKET

ACTIONS = (
    Action("ticket.down", ("j", "down"), N_("down"), N_("On, entry by entry."), _HERE),
    Action("ticket.up", ("k", "up"), N_("up"), N_("Back, entry by entry."), _HERE),
    Action("ticket.page-down", ("ctrl+d", "pagedown"), N_("page down"), N_("A page on."), _HERE),
    Action("ticket.page-up", ("ctrl+u", "pageup"), N_("page up"), N_("A page back."), _HERE),
    Action("ticket.top", ("g", "home"), N_("top"), N_("To the beginning."), _HERE),
    Action("ticket.bottom", ("G", "end"), N_("bottom"), N_("To the newest message."), _HERE),
    Action(
        "ticket.unfold",
        ("enter", "space"),
        N_("unfold"),
        N_("Unfold the entry under the cursor, or fold it again."),
        _HERE,
        hint=True,
    ),
    Action(
        "ticket.unfold-all",
        ("v",),
        N_("unfold all"),
        N_("Show quotes, long texts and all steps, or fold them."),
        _HERE,
    ),
    Action(
        "ticket.copy-text",
        ("Y",),
        N_("copy text"),
        N_("Copy what the entry under the cursor says."),
        _HERE,
    ),
    Action(
        "ticket.save-files",
        ("F",),
        N_("save files"),
        N_("Save the files of the entry under the cursor."),
        _HERE,
    ),
    Action(
        "ticket.insert",
        ("i",),
        N_("insert"),
        N_("Begin a reply with the suggested article, or open the suggested ticket."),
        _HERE,
        hint=True,
    ),
    Action(
        "ticket.step",
        (";",),
        N_("tick step"),
        N_("Tick the next step of its procedure; among the steps the one under the cursor."),
        _HERE,
        hint=True,
    ),
    Action(
        "ticket.fields",
        ("h",),
        N_("fields"),
        N_("Edit subject, kind, category, priority, severity, language, order and tags."),
        _HERE,
        hint=True,
    ),
    Action(
        "ticket.side",
        ("S",),
        N_("side"),
        N_("Show or hide clocks, customer, order and fields."),
        _HERE,
        hint=True,
    ),
    Action(
        "ticket.order",
        ("o",),
        N_("orders"),
        N_("See the customer’s orders, and say which it is about."),
        _HERE,
    ),
    Action("ticket.next", ("J",), N_("next"), N_("Open the next ticket of the queue."), _HERE),
    Action("ticket.previous", ("K",), N_("previous"), N_("Open the ticket before."), _HERE),
)
