"""`tuiticket init`: a new desk."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import machine_login
from tuiticket.cli.grammar import Noun
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.setting_up import checked_zone, machine_zone, make_desk
from tuiticket.engine.errors import N_, BadInput
from tuiticket.i18n import _

app = Noun()


@app.verb(
    "init",
    N_("Set up a new desk: its file, its name and its first account, an administrator's."),
    N_("With --json one object: database, name, zone, login."),
)
def init(
    context: typer.Context,
    name: Annotated[str, typer.Option(metavar="TEXT", help=N_("The name of the shop."))] = "",
    zone: Annotated[
        str | None,
        typer.Option(metavar="ZONE", help=N_("Its time zone; default: this machine's.")),
    ] = None,
    login: Annotated[
        str | None,
        typer.Option(metavar="LOGIN", help=N_("The first account; default: your login name.")),
    ] = None,
    template: Annotated[
        str,
        typer.Option(
            metavar="TRADE",
            help=N_("Teams, categories and promises of a trade: clothing, electronics, home."),
        ),
    ] = "",
) -> None:
    """Make a desk."""
    said = Invocation.of(context)
    where = checked_zone(zone) if zone else machine_zone()
    who = login or said.login or machine_login()
    if not who:
        raise BadInput(N_("You have no login name here."), N_("Give one with --login."))
    name = name or _("My shop")
    make_desk(said.database, name=name, login=who, zone=where, trade=template)
    if said.json:
        say_json({"database": said.database, "name": name, "zone": where, "login": who})
    else:
        say(
            _("Made the desk of {name} in {database}; {login} is its administrator.").format(
                name=name, database=said.database, login=who
            )
        )
