"""`tuiticket mail`: taking in e-mail, and seeing how one is understood."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from tuiticket.channels.mail.boxes import RawMail, read_message
from tuiticket.channels.mail.describe import as_json
from tuiticket.channels.mail.importing import import_box
from tuiticket.channels.mail.parse import parse as understand
from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.progress import progress
from tuiticket.engine.errors import N_
from tuiticket.i18n import _

app = Noun(N_("Take in e-mail, or see how one is understood."))


@app.verb(
    "import",
    N_(
        "Take in all mails of an mbox or a Maildir; those known already are passed over.\n\nReplies"
        " find their ticket, others open one; what cannot be read is set aside."
    ),
    N_("With --json one object: read, stored, known, quarantined, opened."),
)
def import_(
    context: typer.Context,
    path: Annotated[
        str,
        typer.Argument(
            metavar="PATH",
            help=N_("An mbox file or a Maildir; - reads an mbox from standard input."),
        ),
    ],
) -> None:
    """Import a box of mail."""
    with at_desk(context) as at, _box(path) as box, progress(_so_far) as tell:
        counts = import_box(at.desk, box, tell)
    if at.json:
        say_json(counts.as_json())
    else:
        say(
            _(
                "{read} mails read: {stored} stored ({opened} tickets opened), {known} known"
                " already, {quarantined} set aside."
            ).format(**counts.as_json())
        )


@contextmanager
def _box(path: str) -> Iterator[Path]:
    """Where the box lies; what comes in on standard input is kept in a file meanwhile."""
    if path != "-":
        yield Path(path)
        return
    with tempfile.NamedTemporaryFile(prefix="tuiticket-", suffix=".mbox") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
        file.flush()
        yield Path(file.name)


def _so_far(done: int, total: int) -> str:
    return _("{done} of {total} mails").format(done=done, total=total)


@app.verb(
    "parse",
    N_("Show what mails are understood as; changes nothing."),
    N_(
        "With --json one object a line: message_id, derived_id, in_reply_to, references, from_name,"
        " from_address, reply_to, to, cc, subject, date, text, text_without_quote, quoted,"
        " attachments, automatic, automatic_why, bounce, charset, defects."
    ),
)
def parse(
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help=N_("A mail; - reads standard input."))
    ],
) -> None:
    """Describe mails."""
    for name in files:
        raw = RawMail(sys.stdin.buffer.read(), "-") if name == "-" else read_message(Path(name))
        known = as_json(understand(raw.data))
        if Invocation.of(context).json:
            say_json(known)
        else:
            say(*_lines(known))


def _lines(known: dict[str, object]) -> Iterator[str]:
    """What matters of a mail, for a person."""
    yield _("From: {name} <{address}>").format(
        name=known["from_name"], address=known["from_address"]
    )
    yield _("Subject: {subject}").format(subject=known["subject"])
    yield _("Date: {date}").format(date=known["date"] or "–")
    if known["automatic"]:
        yield _("Automatic: {why}").format(why=known["automatic_why"])
    files = known["attachments"]
    assert isinstance(files, list)
    for file in files:
        yield _("[file] {name}, {size} bytes").format(name=file["name"], size=file["size"])
    yield ""
    yield from str(known["text_without_quote"]).splitlines()
