"""Looking things up in the knowledge base, and looking after it.

While one types words, letters are text; they do something once the list has the keys.
"""

from __future__ import annotations

from tuiticket.engine.errors import N_
from tuiticket.keymap.action import Action, Context

_HERE = Context.KNOWLEDGE

ACTIONS = (
    Action("knowledge.insert", ("enter",), N_("insert"), N_("Use the article."), _HERE, hint=True),
    Action("knowledge.search", ("/",), N_("search"), N_("Type words to find."), _HERE, hint=True),
    Action("article.edit", ("e",), N_("edit"), N_("Change the article."), _HERE, hint=True),
    Action("article.new", ("+",), N_("new"), N_("Write a new article."), _HERE, hint=True),
    Action("article.useful", ("y",), N_("useful"), N_("Say that it helped."), _HERE, hint=True),
    Action("article.useless", ("n",), N_("no use"), N_("Say that it did not help."), _HERE),
    Action(
        "article.confirm",
        ("c",),
        N_("still true"),
        N_("Say that it was read and is still true."),
        _HERE,
        hint=True,
    ),
    Action(
        "article.wordings",
        ("v",),
        N_("versions"),
        N_("See what it said before, compare, and bring a version back."),
        _HERE,
        hint=True,
    ),
    Action(
        "article.link",
        ("l",),
        N_("link"),
        N_("Link it with another article, or take the link away."),
        _HERE,
    ),
    Action(
        "article.pair",
        ("p",),
        N_("pair"),
        N_("Say which article is the same in another language."),
        _HERE,
    ),
    Action(
        "article.asked",
        ("a",),
        N_("also asked as"),
        N_("Say in which other words people ask for it, so that these find it too."),
        _HERE,
    ),
    Action("article.remove", ("d", "delete"), N_("remove"), N_("Remove the article."), _HERE),
    Action(
        "knowledge.stale",
        ("s",),
        N_("stale"),
        N_("Show only what nobody has looked after for long."),
        _HERE,
        hint=True,
    ),
    Action("knowledge.down", ("down", "j"), N_("down"), N_("To the next article."), _HERE),
    Action("knowledge.up", ("up", "k"), N_("up"), N_("To the article before."), _HERE),
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
    Action(
        "knowledge.kind",
        ("f4",),
        N_("types"),
        N_("Show questions, cases or training alone, or all."),
        _HERE,
        hint=True,
    ),
)
