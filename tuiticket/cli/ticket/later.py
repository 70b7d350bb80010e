"""`tuiticket ticket snooze · wake · follow-up`: what is to be looked at later."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.options import Fitting, Numbers, seconds_for
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.follow_up import FollowUp
from tuiticket.engine.commands.snoozing import Snooze, Wake
from tuiticket.engine.errors import N_, BadInput
from tuiticket.i18n import _

At = Annotated[
    str | None,
    typer.Option(
        metavar="TIME", help=N_("When, on the shop's clock: 2026-11-30, or 2026-11-30T14:00.")
    ),
]
In = Annotated[
    int | None,
    typer.Option(
        "--in", metavar="TIME", parser=seconds_for("--in"), help=N_("In how long: 2h, 90m, 3d.")
    ),
]
MORNING = 9
"""The hour of the shop's day that a bare date means."""


@app.verb(
    "snooze",
    N_(
        "Keep tickets out of the views until a time, or until the customer writes.\n\nTheir clocks"
        " run on. They are found with is:snoozed."
    ),
    AFTERWARDS,
)
def snooze(
    context: typer.Context,
    numbers: Numbers,
    until: At = None,
    in_: In = None,
    fitting: Fitting = False,
) -> None:
    """Snooze tickets."""
    with at_desk(context) as at:
        when = _instant(at, "--until", until, in_)
        done = at.do(*(Snooze(ticket=number, until=when) for number in numbers), fitting=fitting)
        report(at, done, _("Ticket {number} is snoozed."))


@app.verb("wake", N_("Bring snoozed tickets back into the views."), AFTERWARDS)
def wake(context: typer.Context, numbers: Numbers, fitting: Fitting = False) -> None:
    """Wake tickets."""
    with at_desk(context) as at:
        done = at.do(*(Wake(ticket=number) for number in numbers), fitting=fitting)
        report(at, done, _("Ticket {number} is in the views again."))


@app.verb(
    "follow-up",
    N_(
        "Set when to ask after tickets; their owner is told.\n\nThey are found with follow-up:<+1d"
        " until --done says that somebody did."
    ),
    AFTERWARDS,
)
def follow_up(
    context: typer.Context,
    numbers: Numbers,
    at_: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar="TIME",
            help=N_("When, on the shop's clock: 2026-11-30, or 2026-11-30T14:00."),
        ),
    ] = None,
    in_: In = None,
    done: Annotated[
        bool, typer.Option("--done", help=N_("It was done, or is not wanted any more."))
    ] = False,
    fitting: Fitting = False,
) -> None:
    """Set or end follow-ups."""
    with at_desk(context) as at:
        if done and (at_ or in_):
            raise BadInput(N_("Both a time and --done were given."), N_("Leave one of them out."))
        when = None if done else _instant(at, "--at", at_, in_)
        noting = (FollowUp(ticket=number, at=when) for number in numbers)
        outcome = at.do(*noting, fitting=fitting)
        ended, begun = _("Ticket {number} was followed up."), _("Ticket {number} has a follow-up.")
        report(at, outcome, ended if done else begun)


def _instant(at: AtDesk, option: str, text: str | None, seconds: int | None) -> datetime:
    """The instant that one of two options gives; raises BadInput for none, both, or no time."""
    if (text is None) == (seconds is None):
        raise BadInput(
            N_("It is not said when."), N_("Give either {option} or --in."), option=option
        )
    if seconds is not None:
        if seconds > 3660 * 86_400:
            raise BadInput(N_("That is more than ten years ahead."), N_("Give a nearer time."))
        return at.desk.now() + timedelta(seconds=seconds)
    try:
        local = datetime.fromisoformat(str(text).strip())
    except ValueError as error:
        raise BadInput(
            N_("{option} takes no “{word}”."),
            N_("Write it as 2026-11-30 or 2026-11-30T14:00."),
            option=option,
            word=text,
        ) from error
    if len(str(text).strip()) == len("2026-11-30"):
        local = local.replace(hour=MORNING)
    if local.tzinfo is not None:
        return local
    with at.reading() as reading:
        return local.replace(tzinfo=ZoneInfo(reading.settings().zone))
