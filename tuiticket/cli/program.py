"""The root of the command line: the global options and the table of commands."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Annotated, Any

import typer

import tuiticket
from tuiticket.cli.grammar import Group
from tuiticket.cli.invocation import Invocation
from tuiticket.engine.errors import N_
from tuiticket.i18n import _

COMMANDS: Mapping[str, tuple[str, str]] = {
    "demo": ("demo", N_("Try everything on a sample shop, in a throw-away file.")),
    "init": ("init", N_("Set up a new desk.")),
    "monitor": ("monitor", N_("The wall board: looks, and cannot write.")),
    "ticket": ("ticket", N_("Open, list, answer, assign, move and close tickets.")),
    "customer": ("customer", N_("The customers, and all that is known of one.")),
    "call": ("call", N_("Record a phone call, a visit or a chat in one line.")),
    "search": ("search", N_("Find words in tickets, messages and articles.")),
    "inbox": ("inbox", N_("What you were told, by the desk and by colleagues.")),
    "tell": ("tell", N_("Say something to a colleague.")),
    "wave": ("wave", N_("Sudden waves of tickets about one thing.")),
    "canned": ("canned", N_("Answers that are given often, with variables.")),
    "view": ("view", N_("Queries kept under a name, your own and everybody's.")),
    "kb": ("kb", N_("The knowledge base.")),
    "mail": ("mail", N_("Take in e-mail, or see how one is understood.")),
    "agent": ("agent", N_("The people of the desk.")),
    "team": ("team", N_("Teams and who belongs to them.")),
    "routing": ("routing", N_("The rules for which team a ticket goes to.")),
    "category": ("category", N_("The category tree.")),
    "classify": ("classify", N_("What a text is about and how it feels, and why.")),
    "config": ("config", N_("The settings of the desk and your own.")),
    "sla": ("sla", N_("What is promised, and clocks: due, elapsed, why.")),
    "undo": ("undo", N_("Take back what you did last.")),
    "redo": ("redo", N_("Do again what you took back last.")),
    "tick": ("tick", N_("Do what is due now: reminders, escalation, closing, handing out.")),
    "work": ("work", N_("Keep running, and do what falls due.")),
    "log": ("log", N_("Read the interaction log, and prove it whole.")),
    "doctor": ("doctor", N_("Check the desk: file, log, tickets, clocks, timers.")),
}
"""Every command: the module of this package it lives in, and what it is for."""


class Program(Group):
    """The group of all commands, each loaded only when it is spoken."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Name every command, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load the command of that name; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"tuiticket.cli.{COMMANDS[cmd_name][0]}")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command

    def summaries(self) -> list[tuple[str, str]]:
        """Say what each command is for, none loaded."""
        return [(name, _(summary)) for name, (_module, summary) in COMMANDS.items()]


program = typer.Typer(
    cls=Program,
    help=N_(
        "A helpdesk for small shops that lives in a terminal. Without a command it opens the"
        " console."
    ),
    invoke_without_command=True,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tuiticket {tuiticket.__version__}")
        raise typer.Exit


@program.callback()
def everywhere(
    context: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(metavar="PATH|URL", help=N_("The desk; default: TUITICKET_DB, or your own.")),
    ] = None,
    login: Annotated[
        str | None,
        typer.Option("--as", metavar="LOGIN", help=N_("Who acts; default: your login name.")),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help=N_("Say which version this is."), callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Note the global options; without a command, open the console."""
    said = Invocation.of(context)
    said.database = db or said.database
    said.login = login or said.login
    if context.invoked_subcommand is None:
        from tuiticket.cli.console import console

        raise typer.Exit(console(said))
