"""What can be done to a ticket, in the queue as well as with the ticket open."""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.ON_TICKET

ACTIONS = (
    Action("ticket.take", ("a",), N_("take"), N_("Make the ticket yours."), _HERE, hint=True),
    Action("ticket.reply", ("r",), N_("reply"), N_("Write to the customer."), _HERE, hint=True),
    Action("ticket.note", ("c",), N_("note"), N_("Write to colleagues only."), _HERE, hint=True),
    Action(
        "ticket.transfer",
        ("t",),
        N_("transfer"),
        N_("Hand it over to another team, with a reason."),
        _HERE,
        hint=True,
    ),
    Action("ticket.solve", ("x",), N_("solve"), N_("Say that it is solved."), _HERE, hint=True),
    Action("ticket.assign", ("A",), N_("assign"), N_("Give it to a colleague."), _HERE),
    Action(
        "ticket.steal",
        ("ctrl+t",),
        N_("take over"),
        N_("Take it over from a colleague, with a reason."),
        _HERE,
    ),
    Action("ticket.state", ("s",), N_("state"), N_("Set its state."), _HERE),
    Action("ticket.wait", ("w",), N_("wait"), N_("Wait for the customer."), _HERE),
    Action("ticket.reopen", ("X",), N_("reopen"), N_("Bring it back to work."), _HERE),
    Action("ticket.priority", ("!",), N_("priority"), N_("Set its priority."), _HERE),
    Action("ticket.kind", ("=",), N_("kind"), N_("Set its kind and category."), _HERE),
    Action("ticket.temper", ("H",), N_("temper"), N_("Say how its customer really feels."), _HERE),
    Action(
        "ticket.submit", ("D",), N_("hand in"), N_("Hand in a result, for others to review."), _HERE
    ),
    Action(
        "ticket.judge",
        ("d",),
        N_("judge"),
        N_("Judge a result, or what came after the solution."),
        _HERE,
    ),
    Action(
        "ticket.rate",
        ("Q",),
        N_("rating"),
        N_("Take down how its customer rates what was done."),
        _HERE,
    ),
    Action("ticket.merge", ("m",), N_("merge"), N_("Put it under another ticket."), _HERE),
    Action(
        "ticket.split", ("M",), N_("split off"), N_("Make a message a ticket of its own."), _HERE
    ),
    Action(
        "ticket.duplicate",
        ("&",),
        N_("duplicate?"),
        N_("Put it together with the ticket it seems to tell again, or keep them apart."),
        _HERE,
    ),
    Action("ticket.tags", ("T",), N_("tags"), N_("Give it a tag, or take one away."), _HERE),
    Action(
        "ticket.escalate",
        ("e",),
        N_("escalate"),
        N_("Raise its priority and call the team’s lead."),
        _HERE,
    ),
    Action(
        "ticket.receive",
        ('"',),
        N_("they said"),
        N_("Record what the customer said: on the phone, at the counter, in a chat."),
        _HERE,
    ),
    Action("ticket.snooze", ("z",), N_("snooze"), N_("Put it out of sight for a while."), _HERE),
    Action("ticket.follow-up", ("Z",), N_("follow up"), N_("Set when to ask after it."), _HERE),
    Action(
        "ticket.watch",
        ("W",),
        N_("watch"),
        N_("Hear of all that is done to it, or no more."),
        _HERE,
    ),
    Action("ticket.link", ("l",), N_("tie"), N_("Tie it to another ticket, or untie it."), _HERE),
    Action("ticket.spam", ("B",), N_("spam"), N_("Mark it as spam, or as none."), _HERE),
    Action("ticket.tell", ("@",), N_("tell"), N_("Write to a colleague about it."), _HERE),
    Action("ticket.articles", ("f",), N_("find article"), N_("Search the answers we know."), _HERE),
    Action(
        "ticket.to-article",
        ("O",),
        N_("to article"),
        N_("Make an article of it, without its customer’s name."),
        _HERE,
    ),
    Action(
        "ticket.customer",
        ("$",),
        N_("customer"),
        N_("See all about its customer: contacts, tags, tickets, orders."),
        _HERE,
    ),
    Action("ticket.copy", ("y",), N_("copy number"), N_("Copy its number."), _HERE),
    Action(
        "ticket.explain",
        ("E",),
        N_("explain"),
        N_("Say why these clocks, and why this owner."),
        _HERE,
    ),
    Action(
        "ticket.repeat",
        (".",),
        N_("repeat"),
        N_("Do again what was done last, here or to all marked."),
        _HERE,
    ),
    Action("ticket.log", ("L",), N_("log"), N_("Show every step of it."), _HERE),
)
