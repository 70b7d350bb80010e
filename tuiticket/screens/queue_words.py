"""What the queue says where there is nothing to show: why, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.engine.errors import N_
from tuiticket.engine.rules.views import BUILT_IN, View
from tuiticket.i18n import _, ngettext
from tuiticket.keymap import KeyMap, shown
from tuiticket.screens.list_views import name_of_view

_EMPTY: Mapping[str, str] = {
    "mine": N_("You have no tickets to work on."),
    "team": N_("Nothing waits in your teams, or you are in none."),
    "late": N_("No ticket is late."),
    "unrouted": N_("Every ticket has a team or an owner."),
    "waiting": N_("No ticket waits for anybody outside."),
    "unanswered": N_("Every customer has an answer."),
    "active": N_("There is nothing to work on."),
    "done": N_("Nothing has been solved yet."),
    "unread": N_("You have read everything."),
    "watched": N_("You watch no ticket."),
    "follow-ups": N_("No ticket is to be asked after by tomorrow."),
    "snoozed": N_("No ticket is snoozed."),
    "spam": N_("Nothing was marked as spam."),
}


def opening() -> tuple[str, ...]:
    """While the desk is being opened."""
    return (_("Opening the desk…"),)


def failed(reason: str, keys: KeyMap) -> tuple[str, ...]:
    """Where reading the desk went wrong."""
    again = _("{key} tries again.").format(key=keys["list.refresh"].keys[0])
    return reason, "", again


def nothing_in(view: View, keys: KeyMap, *, at_work: bool) -> tuple[str, ...]:
    """A view without tickets, to somebody at work or to those who only look on."""
    if view.key in _EMPTY:
        further = _("{key} shows the next view, {number} all tickets there are.")
        return (
            _(_EMPTY[view.key]),
            "",
            further.format(key=keys["view.next"].keys[0], number=keys["view.all"].keys[0]),
            *([_begin(keys)] if at_work else []),
        )
    if view.key not in BUILT_IN:
        return _("No ticket fits the view “{view}”.").format(view=name_of_view(view)), "", view.text
    return (
        _("There are no tickets yet."),
        "",
        *([_begin(keys)] if at_work else []),
        _("tuiticket mail import FILE brings in a mailbox."),
    )


def _begin(keys: KeyMap) -> str:
    """How a ticket comes to be."""
    return _("{key} opens a ticket, {call} records a call.").format(
        key=keys["queue.new"].keys[0], call=keys["queue.call"].keys[0]
    )


def nothing_through(view: View, text: str, keys: KeyMap) -> tuple[str, ...]:
    """A filter that lets nothing of a view through."""
    return (
        _("Nothing in “{view}” fits: {filter}").format(view=name_of_view(view), filter=text),
        "",
        _("{back} takes the filter away, {change} changes it, {all} looks through all.").format(
            back=shown(keys["back"].keys[:1]),
            change=keys["list.filter"].keys[0],
            all=keys["view.all"].keys[0],
        ),
    )


def summary(count: int, order: str, marked: int = 0) -> str:
    """How many tickets are marked, how many there are, and in which order."""
    found = ngettext("{count} ticket", "{count} tickets", count).format(count=count)
    if marked:
        found = _("{marked} marked of {found}").format(marked=marked, found=found)
    return _("{found} · by {order}").format(found=found, order=_(order))
