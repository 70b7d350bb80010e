"""`tuiticket demo`: the sample shop, to try everything on."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.console import open_console
from tuiticket.cli.grammar import Noun
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.monitor import print_queue
from tuiticket.cli.progress import progress
from tuiticket.cli.screen import screen_here
from tuiticket.engine.errors import N_
from tuiticket.i18n import _

app = Noun()

WHO = "alice"
"""The agent of the sample shop whose place one takes."""


@app.verb(
    "demo",
    N_(
        "Try everything on a sample shop: 200 tickets of a fortnight, in a file that is thrown away"
        " afterwards.\n\nWithout a terminal, or with --once, it prints the queue and ends."
    ),
    N_("With --once and --json one object a line, in the shape of “ticket list”."),
)
def demo(
    context: typer.Context,
    once: Annotated[
        bool, typer.Option("--once", help=N_("Print the queue once, and end."))
    ] = False,
    keep: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help=N_("Make the shop in this new file, and keep it.")),
    ] = None,
) -> int:
    """Make the sample shop and open it."""
    said = Invocation.of(context)
    said.login = said.login or WHO
    with tempfile.TemporaryDirectory(prefix="tuiticket-demo-") as folder:
        said.database = str(keep or Path(folder) / "desk.db")
        _make(said.database)
        if once or said.json or not screen_here():
            with at_desk(context) as at:
                print_queue(at)
            return 0
        return open_console(said, said.login)


def _make(database: str) -> None:
    from tuiticket.bootstrap import make_sample, utc_now

    with progress(_so_far) as tell:
        make_sample(database, utc_now(), tell)


def _so_far(done: int, total: int) -> str:
    return _("Making the sample shop: {percent} %").format(percent=100 * done // total)
