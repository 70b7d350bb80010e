"""`tuiticket inbox`: what one was told, by the desk and by colleagues."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.printing import say_json, say_table
from tuiticket.cli.shapes import instant
from tuiticket.engine.commands.drafts import SeeNotices
from tuiticket.engine.errors import N_
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.inbox import InboxLine, Telling
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.inbox import tellings
from tuiticket.event_words import Names
from tuiticket.i18n import _
from tuiticket.notice_words import said, times, who
from tuiticket.wording import when

app = Noun()


@app.verb(
    "inbox",
    N_(
        "Show what you were told and have not seen yet, the newest first.\n\nWhat the desk says"
        " again of a ticket stands in one line, with how often; --json tells each."
    ),
    N_("With --json one object a line: id, at, about, by, number, subject, said, seen_at."),
)
def inbox(
    context: typer.Context,
    every: Annotated[
        bool, typer.Option("--all", help=N_("Also what you have seen already."))
    ] = False,
    seen: Annotated[
        bool, typer.Option("--seen", help=N_("Count what is shown as seen from now on."))
    ] = False,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help=N_("At most so many."))] = 50,
) -> None:
    """Show the inbox."""
    with at_desk(context) as at:
        login = at.actor().login
        with at.reading() as reading:
            me = reading.find(Agent, login=login)[0]
            lines = reading.inbox(me, unseen_only=not every, limit=limit)
            _show(at, reading, lines)
        if seen and lines:
            at.do(SeeNotices(ids=tuple(line.notice.id for line in lines)))


def _show(at: AtDesk, reading: Reading, lines: list[InboxLine]) -> None:
    names = Names.of(reading.all(Agent), reading.all(Team), reading.all(Category))
    if at.json:
        for line in lines:
            say_json(_shape(line, names))
        return
    if not lines:
        typer.echo(_("Nothing new."), err=True)
        return
    now, zone = at.desk.now(), ZoneInfo(reading.settings().zone)
    say_table(
        (_("When"), _("Who"), _("Ticket"), _("What")),
        [
            (
                when(one.newest.notice.at, now, zone),
                who(one.newest, names),
                f"#{one.newest.notice.ticket_id}" if one.newest.notice.ticket_id else "",
                _what(one, names),
            )
            for one in tellings(lines)
        ],
    )


def _what(told: Telling, names: Names) -> str:
    """What is told, how often, and what the ticket is about."""
    said_ = said(told.newest, names) + times(told)
    return f"{said_} · {told.newest.subject}" if told.newest.subject else said_


def _shape(line: InboxLine, names: Names) -> dict[str, object]:
    """A notice; `by` is the login of who did it, null for the desk itself."""
    notice = line.notice
    return {
        "id": notice.id,
        "at": instant(notice.at),
        "about": notice.about,
        "by": notice.details.get("by"),
        "number": notice.ticket_id,
        "subject": line.subject,
        "said": said(line, names),
        "seen_at": instant(notice.seen_at),
    }
