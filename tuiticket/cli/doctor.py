"""`tuiticket doctor`: whether everything on the desk is as it should be."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.progress import progress
from tuiticket.engine.errors import N_
from tuiticket.engine.inspection import inspect
from tuiticket.engine.rules.soundness import Finding
from tuiticket.i18n import _, ngettext
from tuiticket.wording import filled

app = Noun()


@app.verb(
    "doctor",
    N_(
        "Check the desk: its file, its log, owners, clocks and timers.\n\nEvery finding is a line;"
        " with one or more the exit code is 1. Nothing is changed. The clocks are built again from"
        " what the log says happened, and must be the same to the second."
    ),
    N_(
        "With --json one object a line: check, number, finding, fault; with --reindex one object:"
        " indexed."
    ),
)
def doctor(
    context: typer.Context,
    reindex: Annotated[
        bool,
        typer.Option(
            "--reindex",
            help=N_(
                "Build the search index anew instead, in portions between which others may write."
            ),
        ),
    ] = False,
) -> int:
    """Look the whole desk over."""
    if reindex:
        _reindex(context)
        return 0
    count = 0
    with at_desk(context) as at, at.reading() as reading:
        for finding in inspect(reading, reading.calendars(), at.desk.now()):
            count += finding.fault
            words = filled(finding.title, finding.values)
            if at.json:
                say_json(_shape(finding, words))
            else:
                say(f"{_where(finding)}: {words}")
    if not at.json and not count:
        say(_("Everything is as it should be."))
    return 1 if count else 0


def _reindex(context: typer.Context) -> None:
    with at_desk(context) as at:
        done = 0
        with progress(_so_far) as tell:
            for done, total in at.desk.reindex(at.actor()):
                tell(done, total)
    if at.json:
        say_json({"indexed": done})
    else:
        say(ngettext("Indexed {n:,} text anew.", "Indexed {n:,} texts anew.", done).format(n=done))


def _so_far(done: int, total: int) -> str:
    return _("Indexed {done:,} of {total:,} texts").format(done=done, total=total)


def _shape(finding: Finding, words: str) -> dict[str, object]:
    return {
        "check": finding.check,
        "number": finding.ticket,
        "finding": words,
        "fault": finding.fault,
    }


def _where(finding: Finding) -> str:
    if finding.ticket is not None:
        return _("ticket {number}").format(number=finding.ticket)
    places = {
        "log": _("the log"),
        "shift": _("the shifts"),
        "learner": _("what the desk learned"),
    }
    return places.get(finding.check, _("the file"))
