"""Writing to a colleague alone: choosing who, and the words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tuiticket.cells import drawable
from tuiticket.engine.commands.telling import Tell
from tuiticket.engine.model.people import Agent, Role
from tuiticket.engine.ports import Reading
from tuiticket.i18n import _
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.dialogs.ask import Ask
from tuiticket.screens.dialogs.pick import Option, Pick


def tell_someone(screen: DeskScreen[Any], ticket: int | None = None) -> None:
    """Ask who is to be told something, perhaps about a ticket, and then what."""
    me = screen.me

    def offer(options: Sequence[Option[str]]) -> None:
        def picked(login: str | None) -> None:
            if login is not None:
                name = next(one.label for one in options if one.value == login)
                tell(screen, login, name, ticket)

        screen.app.push_screen(Pick(_about(_("Write to a colleague"), ticket), options), picked)

    screen.read(lambda reading: _colleagues(reading, me), offer, group="options", opens=True)


def tell(screen: DeskScreen[Any], login: str, name: str, ticket: int | None = None) -> None:
    """Ask for the words and put them into the inbox of that colleague, called by their name."""

    def written(text: str | None) -> None:
        if text is not None:
            said = _("Told {login}").format(login=login)
            screen.act(Tell(login=login, text=text, ticket=ticket), said=said)

    ask = Ask(
        _about(_("To {name}").format(name=drawable(name)), ticket),
        _("It lands in their inbox; customers never see it."),
        verb=_("tell"),
    )
    screen.app.push_screen(ask, written)


def _about(heading: str, ticket: int | None) -> str:
    return heading if ticket is None else f"{heading} · #{ticket}"


def _colleagues(reading: Reading, me: Agent) -> list[Option[str]]:
    """Everybody else, those who are there first."""
    staff = (agent for agent in reading.all(Agent) if agent.role is not Role.MONITOR)
    others = [agent for agent in staff if agent.id != me.id]
    others.sort(key=lambda agent: (not agent.available, agent.name))
    return [
        Option(agent.login, agent.name, "" if agent.available else _("away"), words=agent.login)
        for agent in others
    ]
