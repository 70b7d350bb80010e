"""Sitting down at the desk for one command: it is opened, somebody acts, it is closed again."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import typer

from tuiticket.cli.invocation import Invocation
from tuiticket.engine.commands.command import Command
from tuiticket.engine.desk import Desk, Outcome
from tuiticket.engine.errors import N_, Unknown
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.people import Actor, Agent, Via
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.routing import WORKERS
from tuiticket.engine.work import unknown_ticket


class AtDesk:
    """A desk, and who sits at it."""

    def __init__(self, desk: Desk, said: Invocation) -> None:
        self.desk = desk
        self.json = said.json
        self._said = said

    def do(self, *commands: Command, fitting: bool = False) -> Outcome:
        """Carry out commands as one act of the person who acts; `fitting` as in `Desk.do`."""
        return self.desk.do(*commands, by=self.actor(), fitting=fitting)

    def reading(self) -> AbstractContextManager[Reading]:
        """A consistent look at the desk for as long as the block lasts."""
        return self.desk.reading()

    def actor(self) -> Actor:
        """Who acts; raises Unknown where that cannot be told."""
        return self.desk.actor(acting_login(self.desk, self._said.login), Via.CLI)

    def me(self, reading: Reading) -> Agent | None:
        """Who looks, as far as that can be told: "mine" is theirs."""
        login = self._said.login or presumed_login(reading)
        found = reading.find(Agent, login=login) if login else []
        return found[0] if found else None


@contextmanager
def at_desk(context: typer.Context, *, read_only: bool = False) -> Iterator[AtDesk]:
    """The desk the command line names, for as long as the block lasts."""
    from tuiticket.bootstrap import open_desk

    said = Invocation.of(context)
    desk = open_desk(said.database, read_only=read_only)
    try:
        yield AtDesk(desk, said)
    finally:
        desk.close()


def dossier_of(reading: Reading, number: int) -> Dossier:
    """All that is known of a ticket; raises Unknown for one there is not."""
    dossier = reading.dossier(number)
    if dossier is None:
        raise unknown_ticket(number)
    return dossier


def acting_login(desk: Desk, named: str | None) -> str:
    """Who acts: the one named, else whom `presumed_login` finds; raises Unknown for nobody."""
    if named:
        return named
    with desk.reading() as reading:
        login = presumed_login(reading)
    if login is None:
        raise Unknown(
            N_("This desk has no account for you, {login}."),
            N_("Name yourself with --as LOGIN; accounts: tuiticket agent list"),
            login=machine_login() or "?",
        )
    return login


def presumed_login(reading: Reading) -> str | None:
    """Who sits there without saying so.

    The account of the machine's login name, or the only one that works tickets; None where there is
    neither.
    """
    agents = {agent.login: agent for agent in reading.all(Agent)}
    mine = machine_login()
    if mine in agents:
        return mine
    workers = [login for login, agent in agents.items() if agent.role in WORKERS]
    return workers[0] if len(workers) == 1 else None


def machine_login() -> str | None:
    """The login name on this machine; None where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None
