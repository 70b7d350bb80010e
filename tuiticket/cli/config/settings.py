"""What holds for the desk, and what a person settled for themselves."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket import i18n
from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.config.noun import app
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.options import one_of, spellings_of
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.setting_up import checked_zone
from tuiticket.cli.shapes import Json
from tuiticket.config import config_file
from tuiticket.engine.commands.setup import ChangeSettings
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.ticket import Kind
from tuiticket.i18n import _
from tuiticket.wording import duration, label, language_name

SHAPE = N_(
    "With --json one object: desk (name, zone, language, mail_addresses, kind_teams,"
    " close_after_seconds, archive_after_seconds) and own (file, database, login, language, theme,"
    " mouse, keys)."
)
_kind = one_of("--route", spellings_of("kind"))


@app.verb("show", N_("Show what holds for the desk, and for you."), SHAPE)
def show(context: typer.Context) -> None:
    """Show all settings."""
    with at_desk(context) as at:
        _show(context, at)


@app.verb("set", N_("Set what holds for the desk."), SHAPE)
def set_(
    context: typer.Context,
    name: Annotated[str | None, typer.Option(metavar="TEXT", help=N_("The shop's name."))] = None,
    zone: Annotated[str | None, typer.Option(metavar="ZONE", help=N_("Its time zone."))] = None,
    mail_address: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ADDRESS", help=N_("A mailbox of the shop's own; all of them, repeated.")
        ),
    ] = None,
    route: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND=TEAM",
            help=N_("Whose queue a kind goes to where no category says; may be repeated."),
        ),
    ] = None,
) -> None:
    """Change the settings of the desk."""
    if all(value is None for value in (name, zone, mail_address, route)):
        raise BadInput(
            N_("Nothing to set was named."),
            N_("Name at least one of: {options}."),
            options="--name --zone --mail-address --route",
        )
    intent = ChangeSettings(
        name=name,
        zone=checked_zone(zone) if zone else None,
        mail_addresses=tuple(mail_address) if mail_address is not None else None,
        kind_teams=dict(_routed(each) for each in route or ()),
    )
    with at_desk(context) as at:
        at.do(intent)
        _show(context, at)


def _routed(text: str) -> tuple[Kind, str]:
    kind, sign, team = text.partition("=")
    if not sign or not team:
        raise BadInput(
            N_("“{text}” is no route."), N_("Write it as complaint=after-sales."), text=text
        )
    return _kind(kind), team


def _show(context: typer.Context, at: AtDesk) -> None:
    desk, own = _desk(at), _own(Invocation.of(context))
    if at.json:
        say_json({"desk": desk, "own": own})
        return
    say(
        _("The desk of {name}, time zone {zone}").format(name=desk["name"], zone=desk["zone"]),
        _("  Mailboxes: {addresses}").format(addresses=" ".join(desk["mail_addresses"]) or "–"),
        *(
            f"  {label(kind)} → {desk['kind_teams'][kind.value]}"
            for kind in Kind
            if kind.value in desk["kind_teams"]
        ),
        _("  Solved tickets close after {span}, closed ones are archived after {later}").format(
            span=duration(desk["close_after_seconds"]),
            later=duration(desk["archive_after_seconds"]),
        ),
        _("You, from {file}").format(file=own["file"]),
        _("  Desk: {database}").format(database=own["database"]),
        _("  Login: {login}").format(login=own["login"] or "–"),
        _("  Language: {language}").format(language=language_name(own["language"])),
    )


def _desk(at: AtDesk) -> Json:
    with at.reading() as reading:
        settings = reading.settings()
        keys = {team.id: team.key for team in reading.all(Team)}
    return {
        "name": settings.name,
        "zone": settings.zone,
        "language": settings.language,
        "mail_addresses": list(settings.mail_addresses),
        "kind_teams": {kind.value: keys[id_] for kind, id_ in settings.kind_teams.items()},
        "close_after_seconds": settings.close_after_s,
        "archive_after_seconds": settings.archive_after_s,
    }


def _own(said: Invocation) -> Json:
    return {
        "file": str(config_file()),
        "database": said.database,
        "login": said.login,
        "language": i18n.language(),
        "theme": said.config.theme,
        "mouse": said.config.mouse,
        "keys": {action: list(keys) for action, keys in said.config.keys.items()},
    }
