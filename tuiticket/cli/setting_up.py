"""Making a new desk: what it needs to be a complete helpdesk from its first minute."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tuiticket import i18n
from tuiticket.cli.invocation import is_there
from tuiticket.config import default_database
from tuiticket.engine.commands.canned import PutCannedReply
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.people import AddAgent, AddTeam, Join
from tuiticket.engine.commands.setup import ChangeSettings, SetUp
from tuiticket.engine.errors import N_, BadInput, DeskError
from tuiticket.engine.model.people import Actor, Role, Via
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Kind
from tuiticket.engine.rules.starters import CANNED

FIRST_TEAM = "support"
"""The team of a new desk: its first account belongs to it, and every kind of ticket goes there."""


def make_desk(database: str, *, name: str, login: str, zone: str, trade: str = "") -> None:
    """Make a desk with its name, its time zone, an administrator and a team.

    The team takes its tickets by hand; nothing is unrouted from the first contact on. With a
    `trade` the desk has the set-up of that instead, its administrator in every team. Raises
    BadInput for a name, login or trade that is none, Refused where a desk is set up already; then
    no file is left that was not there before.
    """
    from tuiticket.bootstrap import open_desk

    settings = Settings(name=name, zone=zone, language=i18n.language())
    commands = _of_trade(trade, settings, login) if trade else _plain(settings, login)
    there = is_there(database)
    if database == default_database():
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    desk = open_desk(database, create=True)
    try:
        desk.do(
            *commands,
            *(PutCannedReply(key=one.key, name=one.name, bodies=one.bodies) for one in CANNED),
            by=Actor.system(Via.CLI),
        )
    except DeskError:
        desk.close()
        if not there:
            Path(database).unlink()
        raise
    desk.close()


def _plain(settings: Settings, login: str) -> Sequence[Command]:
    return (
        SetUp(settings=settings),
        AddTeam(key=FIRST_TEAM, name="Support", name_zh="客服", automatic=False),
        AddAgent(login=login, role=Role.ADMIN, teams=(FIRST_TEAM,)),
        ChangeSettings(kind_teams=dict.fromkeys(Kind, FIRST_TEAM)),
    )


def _of_trade(trade: str, settings: Settings, login: str) -> Sequence[Command]:
    from tuiticket.bootstrap import public_holidays, utc_now
    from tuiticket.engine.declared.putting import PutSetUp
    from tuiticket.engine.declared.section import World
    from tuiticket.setup_file.reading import read_setup
    from tuiticket.setup_file.trades import set_up_of

    declared = read_setup(
        set_up_of(trade), trade, World(utc_now(), public_holidays, settings.zone)
    ).declared
    return (
        SetUp(settings=settings, policies=()),
        AddAgent(login=login, role=Role.ADMIN),
        PutSetUp(declared=declared),
        *(Join(login=login, team=team) for team in declared.sections["teams"]),
    )


def checked_zone(name: str) -> str:
    """The name of a time zone there is; raises BadInput."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput(
            N_("There is no time zone “{zone}”."),
            N_("Write it as in Asia/Shanghai or Europe/Paris."),
            zone=name,
        ) from error
    return name


def machine_zone() -> str:
    """The time zone of this machine, from TZ or /etc/localtime; UTC where neither names one."""
    named = os.environ.get("TZ", "").removeprefix(":")
    clock = Path("/etc/localtime")
    linked = str(clock.resolve()).partition("/zoneinfo/")[2] if clock.is_symlink() else ""
    return next((name for name in (named, linked) if name and _known(name)), "UTC")


def _known(name: str) -> bool:
    try:
        checked_zone(name)
    except BadInput:
        return False
    return True
