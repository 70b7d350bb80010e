"""`tuiticket` without a command: the console, and its first run."""

from __future__ import annotations

import sys

import typer

from tuiticket.cli.at_desk import acting_login, machine_login
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.setting_up import is_there, machine_zone, make_desk
from tuiticket.engine.errors import N_, BadInput, Refused
from tuiticket.engine.model.settings import Settings
from tuiticket.i18n import _


def console(context: typer.Context) -> int:
    """Open the console on the desk, made first where there is none; its exit code."""
    from tuiticket.bootstrap import open_desk

    said = Invocation.of(context)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused(N_("The console needs a terminal."), N_("See: tuiticket ticket list"))
    if not is_there(said.database):
        _first_run(said)
    desk = open_desk(said.database)
    try:
        with desk.reading() as reading:
            if not reading.find(Settings):
                raise BadInput(N_("This desk is not set up yet."), N_("Run: tuiticket init"))
        login = acting_login(desk, said.login)
    finally:
        desk.close()
    return open_console(said, login)


def open_console(said: Invocation, login: str) -> int:
    """Stay in the console until it is left; its exit code."""
    from tuiticket.app import run_console
    from tuiticket.bootstrap import open_desk
    from tuiticket.cli.setting import setting_of

    setting = setting_of(said.config)
    return run_console(lambda: open_desk(said.database), login, setting)


def _first_run(said: Invocation) -> None:
    """Ask what cannot be known, twice at most, and make the desk."""
    words = _("There is no desk in {database} yet; it is made now.")
    typer.echo(words.format(database=said.database))
    name = typer.prompt(_("Name of the shop"))
    login = said.login or typer.prompt(_("Your login"), default=machine_login())
    make_desk(said.database, name=name, login=login, zone=machine_zone())
