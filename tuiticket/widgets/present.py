"""Who else is at a ticket, in words beside its heading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tuiticket.cells import drawable
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.presence import Doing, Present
from tuiticket.i18n import listed, ngettext
from tuiticket.widgets.page import Piece


def presence(others: Sequence[Present], agents: Iterable[Agent]) -> list[Piece]:
    """Who types, else who looks; nothing where one is alone."""
    names = {agent.login: agent.name for agent in agents}
    typing = [names.get(one.login, one.login) for one in others if one.doing is Doing.TYPING]
    here = [names.get(one.login, one.login) for one in others if one.doing is Doing.LOOKING]
    if typing:
        words = ngettext("● {who} is typing", "● {who} are typing", len(typing))
        return [Piece(drawable(words.format(who=listed(typing))) + "  ", "soon")]
    if here:
        words = ngettext("● {who} is here too", "● {who} are here too", len(here))
        return [Piece(drawable(words.format(who=listed(here))) + "  ", "mine")]
    return []
