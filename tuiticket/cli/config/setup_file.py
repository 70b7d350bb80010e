"""The whole set-up of the desk as one file: checked, planned, put into force, written."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.config.noun import app
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.printing import say, say_json
from tuiticket.engine.commands.policies import ApplyPolicies
from tuiticket.engine.declared.plan import Plan, plan
from tuiticket.engine.declared.putting import PutSetUp
from tuiticket.engine.declared.section import World
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.rules.safetext import one_line
from tuiticket.i18n import _, colon, ngettext
from tuiticket.setup_file import words
from tuiticket.setup_file.reading import SetupFile, read_setup, read_setup_file
from tuiticket.setup_file.writing import write_setup

WRONG_FILE = 2
MOST_FAULTS = 100
"""Faults of a file that are told; the rest is counted."""

FAULTS = N_(
    "A file that is wrong is told of line by line, and the exit code is 2; with --json one object a"
    " fault: file, line, field, error."
)
PLANNED = N_(
    "With --json one object an entry: section, key, how (added, changed, removed, retired, stays),"
    " and fields, which holds for each what it is and becomes, as the file writes it."
)

File = Annotated[
    Path, typer.Argument(metavar="FILE", help=N_("The set-up as TOML; - reads standard input."))
]
Prune = Annotated[
    bool,
    typer.Option(
        "--prune",
        help=N_("Also retire or remove what a section of the file does not list any more."),
    ),
]


@app.verb("check", N_("Check a set-up file, without looking at the desk."), FAULTS)
def check(context: typer.Context, file: File) -> int:
    """Check a file."""
    from tuiticket.bootstrap import utc_now

    said = Invocation.of(context)
    read = _read(file, World(utc_now(), _holidays))
    if read.faults:
        return _complain(read, as_json=said.json)
    counts = {name: len(entries) for name, entries in read.declared.sections.items()}
    if said.json:
        say_json({"file": str(file), "sections": counts})
    else:
        say(
            _("{file} is in order.").format(file=file),
            *(f"  {name}: {count}" for name, count in counts.items()),
        )
    return 0


@app.verb("plan", N_("Show what a set-up file would change at the desk."), PLANNED)
def plan_(context: typer.Context, file: File, prune: Prune = False) -> int:
    """Show a plan."""
    with at_desk(context) as at:
        read, planned = _plan(at, file, prune=prune)
        if read.faults:
            return _complain(read, as_json=at.json)
        _show(planned, as_json=at.json)
        if not at.json and not planned.alterations:
            say(_("Nothing to do."))
    return 0


@app.verb("apply", N_("Make the desk as a set-up file says, in one act."), PLANNED)
def apply(
    context: typer.Context,
    file: File,
    prune: Prune = False,
    to_open: Annotated[
        bool,
        typer.Option(
            "--apply-to-open",
            help=N_("Let the clocks of open tickets follow the policies as they are then."),
        ),
    ] = False,
) -> int:
    """Put a file into force."""
    with at_desk(context) as at:
        read, planned = _plan(at, file, prune=prune)
        if read.faults:
            return _complain(read, as_json=at.json)
        commands = [PutSetUp(declared=read.declared, planned=planned)]
        if to_open:
            at.do(*commands, ApplyPolicies())
        elif planned.alterations:
            at.do(*commands)
        _show(planned, as_json=at.json)
        if not at.json:
            done = len(planned.alterations)
            say(
                ngettext("Done: {count} entry.", "Done: {count} entries.", done).format(count=done)
                if done
                else _("Nothing to do.")
            )
    return 0


@app.verb("export", N_("Write the set-up of the desk as a file that makes the same again."))
def export(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help=N_("Default: standard output."))
    ] = None,
) -> None:
    """Write the set-up."""
    with at_desk(context) as at, at.reading() as reading:
        text = write_setup(reading)
    if file is None or str(file) == "-":
        typer.echo(text, nl=False)
        return
    if file.exists():
        raise BadInput(
            N_("There is a file {file} already."), N_("Name one that is not there."), file=file
        )
    file.write_text(text, encoding="utf-8")
    if not Invocation.of(context).json:
        say(_("Wrote {file}.").format(file=file))


def _read(file: Path, world: World) -> SetupFile:
    if str(file) == "-":
        return read_setup(sys.stdin.buffer.read(), "-", world)
    return read_setup_file(file, world)


def _plan(at: AtDesk, file: Path, *, prune: bool) -> tuple[SetupFile, Plan]:
    with at.reading() as reading:
        world = World(at.desk.now(), _holidays, reading.settings().zone)
        read = _read(file, world)
        return read, plan(read.declared, reading, read.faults, prune=prune)


def _holidays(country: str, years: Iterable[int]) -> tuple[list[date], list[date]]:
    from tuiticket.bootstrap import public_holidays

    return public_holidays(country, years)


def _show(planned: Plan, *, as_json: bool) -> None:
    if not as_json:
        for line in words.lines(planned):
            say(line)
        return
    for one in planned.alterations:
        fields = {name: list(change) for name, change in words.changes(one).items()}
        say_json({"section": one.section, "key": one.key, "how": one.how.value, "fields": fields})
    for left in planned.unlisted:
        say_json({"section": left.section, "key": left.key, "how": "stays", "fields": {}})


def _complain(read: SetupFile, *, as_json: bool) -> int:
    """Tell every fault of a file, one a line."""
    told = read.told()
    for fault in told[:MOST_FAULTS]:
        if as_json:
            say_json(
                {"file": read.name, "line": fault.line, "field": fault.field, "error": fault.words}
            )
        else:
            place = _("{file}, line {line}, {field}").format(
                file=read.name, line=fault.line, field=fault.field
            )
            typer.echo(one_line(f"tuiticket: {colon(place, fault.words)}", 2000), err=True)
    if (more := len(told) - MOST_FAULTS) > 0 and not as_json:
        typer.echo(
            "tuiticket: "
            + ngettext("{count} more fault.", "{count} more faults.", more).format(count=more),
            err=True,
        )
    return WRONG_FILE
