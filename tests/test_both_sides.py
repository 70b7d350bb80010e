"""What the console does is also a command, and what a command does has a key.

Nothing here lists what is reached: that is read off the source by `tests.reaching`. The tables hold
what only one side has, with the reason, and which key shows what a command tells; a line that is
not true any more is a failure, as is one that is missing.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import tuiticket.engine
from tests.reaching import by_command, by_key
from tuiticket.engine.commands.command import Command
from tuiticket.engine.rules.views import VIEWS

BY_ITSELF = "The desk does it by itself as time passes, at every console, in `work` and at `tick`."
BY_POST = "It comes from outside: the mail server hands it to the desk."
FROM_THE_SHOP = "The shop's own system tells it to the desk; nobody keeps it by hand."
BEFORE = "It makes the desk, so there is none yet at which a console could be open."
FILES = "It takes what lies in a folder of the machine, where the console has no business."
MEASURE = "It works on files or bare numbers for scripts, and touches no desk."
PROOF = "It reads the whole desk for as long as that takes; whoever keeps the machine asks for it."

ONE_SIDED: dict[str, dict[str, str]] = {
    "command line": {
        "AddCustomer": FROM_THE_SHOP,
        "NameArticle": FILES,
        "QuarantineMail": BY_POST,
        "TakeInMail": BY_POST,
        "SetUp": BEFORE,
        "TieImported": FILES,
    },
    "console": {},
    "nobody": {
        "HandOut": BY_ITSELF,
        "PutOrder": FROM_THE_SHOP,
        "Tick": BY_ITSELF,
    },
}
"""Intents by the only side that makes them, and why."""

SHOWN_BY: dict[str, tuple[str, ...]] = {
    "agent list": ("people",),
    "canned list": ("compose.canned",),
    "canned show": ("compose.canned",),
    "category list": ("setup",),
    "classify forecast": ("ticket.explain",),
    "classify one": ("ticket.explain",),
    "classify temper": ("ticket.explain",),
    "config check": ("setup.review",),
    "config export": ("setup.file",),
    "config plan": ("setup.review",),
    "config show": ("setup",),
    "customer show": ("ticket.customer",),
    "kb diff": ("article.wordings",),
    "kb history": ("article.wordings",),
    "kb search": ("ticket.articles", "compose.article", "knowledge.search"),
    "kb show": ("knowledge.insert",),
    "kb stale": ("knowledge.stale",),
    "log show": ("ticket.log",),
    "routing list": ("setup",),
    "search": ("list.filter", "ticket.articles"),
    "sla calendars": ("setup",),
    "sla explain": ("ticket.explain",),
    "sla policies": ("setup",),
    "team list": ("setup",),
    "ticket attachment": ("ticket.save-files",),
    "ticket duplicates": ("ticket.duplicate",),
    "ticket filters": ("list.filter",),
    "ticket list": ("list.filter", "list.sort", "list.breach", "list.refresh", "view.pick"),
    "ticket procedure": ("queue.open",),
    "ticket show": ("queue.open", "jump", "ticket.order", "list.preview"),
    "ticket suggest": ("ticket.insert",),
    "view list": ("view.pick", "view.kept"),
    "wave list": ("inbox",),
    "wave show": ("inbox.open", "queue.wave"),
}
"""Commands that change nothing, and the keys that show the same."""

NO_KEY: dict[str, str] = {
    "classify test": MEASURE,
    "classify train": MEASURE,
    "demo": BEFORE,
    "doctor": PROOF,
    "log verify": PROOF,
    "mail parse": MEASURE,
    "monitor": "It is a console of its own, which cannot write.",
    "sla due": MEASURE,
    "sla elapsed": MEASURE,
    "tick": BY_ITSELF,
    "work": BY_ITSELF,
}
"""Commands that change nothing and have no key, and why."""

_MOVING = (
    "bottom down in next next-unread out page-down page-up previous previous-unread scroll-down"
    " scroll-up top up"
)
_ON_THE_SCREEN = {
    "what is looked at, and how": (
        "inbox.every knowledge.kind knowledge.language list.preview-larger list.preview-side"
        " list.preview-smaller ticket.side ticket.unfold ticket.unfold-all wording.whole"
    ),
    "what the next key is for": (
        "command help queue.mark queue.mark-all queue.mark-range ticket.repeat"
    ),
    "a form, and what is in hand there": (
        "compose.editor review.discard review.edit review.keep review.send review.send-solve"
        " review.send-wait setup.add setup.edit setup.forget setup.move-down setup.move-up"
        " setup.remove ticket.fields writing.editor"
    ),
    "the terminal": ("back close language quit redraw suspend theme ticket.copy ticket.copy-text"),
}
ON_THE_SCREEN = {
    *(id_ for ids in _ON_THE_SCREEN.values() for id_ in ids.split()),
    *(f"view.{view.key}" for view in VIEWS),
}
"""Keys that change nothing at the desk and tell nothing of it, by what they are about."""


KEYS, COMMANDS = by_key(), by_command()


def intents() -> Iterator[type[Command]]:
    """Every intent of the engine."""
    for module in pkgutil.walk_packages(tuiticket.engine.__path__, "tuiticket.engine."):
        for thing in vars(importlib.import_module(module.name)).values():
            own = isinstance(thing, type) and thing.__module__ == module.name
            if own and issubclass(thing, Command) and thing is not Command:
                yield thing


def test_every_intent_has_a_key_and_a_command() -> None:
    found: dict[str, set[str]] = {side: set() for side in ONE_SIDED}
    by_keys, by_words = set().union(*KEYS.values()), set().union(*COMMANDS.values())
    for intent in intents():
        match intent in by_keys, intent in by_words:
            case False, False:
                found["nobody"].add(intent.__name__)
            case False, True:
                found["command line"].add(intent.__name__)
            case True, False:
                found["console"].add(intent.__name__)
    assert found == {side: set(why) for side, why in ONE_SIDED.items()}


def test_every_command_that_changes_nothing_is_shown_by_a_key() -> None:
    reading = {words for words, made in COMMANDS.items() if not made}
    assert set(SHOWN_BY) | set(NO_KEY) == reading
    assert not set(SHOWN_BY) & set(NO_KEY)
    assert {id_ for ids in SHOWN_BY.values() for id_ in ids} <= set(KEYS)


def test_every_key_that_changes_nothing_shows_what_a_command_tells_or_is_of_the_screen() -> None:
    showing = {id_ for ids in SHOWN_BY.values() for id_ in ids}
    moving = {id_ for id_ in KEYS if id_.rpartition(".")[2] in _MOVING.split()}
    silent = {id_ for id_, made in KEYS.items() if not made} - moving
    assert silent - showing == ON_THE_SCREEN
    assert not ON_THE_SCREEN & showing


def test_what_is_read_off_the_source_is_true() -> None:
    """A key with a dialog, one with a form, one with a screen of its own, and two commands."""
    named = {id_: {one.__name__ for one in made} for id_, made in (KEYS | COMMANDS).items()}
    assert named["ticket.assign"] == {"Assign", "Release"}
    assert "OpenTicket" in named["queue.new"]
    assert named["ticket.priority"] == {"Describe"}
    assert {"SaveDraft", "Reply", "AddNote"} <= named["compose.review"]
    assert {"PutSetUp", "WeighWord", "AddTeam"} <= named["setup.review"]
    assert named["ticket take"] == {"Take"}
    assert named["config plan"] == set()
