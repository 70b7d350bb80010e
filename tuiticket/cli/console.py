"""`tuiticket` without a command: the console, and its first run."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from tuiticket.cli.invocation import Invocation, is_there
from tuiticket.cli.screen import need_screen
from tuiticket.engine.errors import N_, BadInput
from tuiticket.i18n import _

if TYPE_CHECKING:  # nothing is loaded here that is not needed to paint
    from tuiticket.app import Who
    from tuiticket.engine.desk import Desk


def console(said: Invocation) -> int:
    """Open the console on the desk, made first where there is none; its exit code."""
    need_screen()
    if not is_there(said.database):
        _first_run(said)
    return open_console(said, partial(_sitting, said))


def open_console(said: Invocation, login: Who) -> int:
    """Stay in the console until it is left; its exit code.

    The store is loaded by the thread that opens the desk, behind the first paint.
    """
    from tuiticket.app import run_console
    from tuiticket.cli.setting import setting_of

    def open_() -> Desk:
        from tuiticket.bootstrap import open_desk

        return open_desk(said.database)

    return run_console(open_, login, setting_of(said.config))


def _sitting(said: Invocation, desk: Desk) -> str:
    """Who sits at a desk; raises BadInput where it is not set up, Unknown where nobody is known."""
    from tuiticket.cli.at_desk import acting_login
    from tuiticket.engine.model.settings import Settings

    with desk.reading() as reading:
        if not reading.find(Settings):
            raise BadInput(N_("This desk is not set up yet."), N_("Run: tuiticket init"))
    return acting_login(desk, said.login)


def _first_run(said: Invocation) -> None:
    """Ask what cannot be known, twice at most, and make the desk."""
    import typer

    from tuiticket.cli.at_desk import machine_login
    from tuiticket.cli.setting_up import machine_zone, make_desk

    words = _("There is no desk in {database} yet; it is made now.")
    typer.echo(words.format(database=said.database))
    try:
        with _ctrl_c_ends():
            name = typer.prompt(_("Name of the shop"))
            login = said.login or typer.prompt(_("Your login"), default=machine_login())
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    make_desk(said.database, name=name, login=login, zone=machine_zone())


@contextmanager
def _ctrl_c_ends() -> Iterator[None]:
    """Let ctrl+c end the process itself, where nothing is begun that would have to be left whole.

    Python notes the signal and goes on; one that comes between the words of a question and the
    reading of its answer would be heard only after the answer.
    """
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
