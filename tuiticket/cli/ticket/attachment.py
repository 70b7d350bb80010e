"""`tuiticket ticket attachment`: the files that came with a ticket, listed and saved."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk, dossier_of
from tuiticket.cli.options import Number
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.cli.shapes import attachment as shape
from tuiticket.cli.ticket.noun import app
from tuiticket.engine.errors import N_, BadInput, Unknown
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.message import Attachment
from tuiticket.i18n import _, bracketed
from tuiticket.saving import save


@app.verb(
    "attachment",
    N_(
        "List the files of a ticket, or save one of them.\n\nA file is saved under its own name"
        " where you are, or as --output says; no file there is ever written over."
    ),
    N_(
        "With --json one object a line: id, name, type, size, skipped, message; saved with path"
        " as well."
    ),
)
def attachment(
    context: typer.Context,
    number: Number,
    file: Annotated[
        int | None, typer.Argument(metavar="ID", help=N_("The file to save; without it, a list."))
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=N_("Where to: a file, a folder, or - for the output.")),
    ] = None,
) -> None:
    """List or save attachments."""
    with at_desk(context) as at, at.reading() as reading:
        dossier = dossier_of(reading, number)
        if file is None:
            if output is not None:
                raise BadInput(N_("No file was named."), N_("Name its ID, from the list."))
            _list(dossier, json=at.json)
            return
        wanted = _named(dossier, file)
        content = reading.attachment(file)
    if output == Path("-") and content is not None:
        sys.stdout.buffer.write(content)
        return
    path = save(content, wanted, output or Path())
    if at.json:
        say_json({**shape(wanted), "message": wanted.message_id, "path": str(path)})
    else:
        say(_("Saved {file}.").format(file=path))


def _list(dossier: Dossier, *, json: bool) -> None:
    if json:
        for one in dossier.attachments:
            say_json({**shape(one), "message": one.message_id})
    elif dossier.attachments:
        say_table(
            (_("ID"), _("Bytes"), _("Type"), _("File name")),
            [
                (str(one.id), str(one.size), one.media_type, _name(one))
                for one in dossier.attachments
            ],
        )
    else:
        typer.echo(
            _("No file came with ticket {number}.").format(number=dossier.ticket.id), err=True
        )


def _name(one: Attachment) -> str:
    return bracketed(one.name, _(one.skipped)) if one.skipped else one.name


def _named(dossier: Dossier, file: int) -> Attachment:
    for one in dossier.attachments:
        if one.id == file:
            return one
    raise Unknown(
        N_("Ticket {number} has no file {file}."),
        N_("See: tuiticket ticket attachment {number}"),
        number=dossier.ticket.id,
        file=file,
    )
