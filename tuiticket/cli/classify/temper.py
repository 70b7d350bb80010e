"""`tuiticket classify temper`: how a text sounds, one or many."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.classify.noun import app
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.options import words_or_input
from tuiticket.cli.printing import say, say_json
from tuiticket.engine.errors import N_, BadInput
from tuiticket.i18n import _, listed
from tuiticket.wording import label, told

if TYPE_CHECKING:
    from tuiticket.engine.rules.temper.scoring import Reading


Reader = Callable[[str], "Reading"]
"""How a text is read: by the list of words alone, or as the desk does."""


@app.verb(
    "temper",
    N_("How the writer of a text feels, from 0 (content) to 1 (furious), and why."),
    N_(
        "With --json one object: score, level (calm, displeased, angry or threatening), reasons."
        " With --batch each line of standard input is a JSON object with id and text; each answer"
        " is one line: id, score, level, reasons; a line that is wrong answers id and error, and"
        " the exit code is 2. With --learned each has learned (the words taught) and lessons (how"
        " many corrections were heard) too."
    ),
)
def of_text(
    context: typer.Context,
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT", parser=words_or_input, help=N_("The text; - reads standard input.")
        ),
    ] = "",
    batch: Annotated[
        bool, typer.Option("--batch", help=N_("Judge JSON lines from standard input."))
    ] = False,
    learned: Annotated[
        bool,
        typer.Option(
            "--learned",
            help=N_("Read as the desk does: with the shop's words and what corrections taught."),
        ),
    ] = False,
) -> int:
    """Judge how a text sounds."""
    if not batch and not text.strip():
        raise BadInput(N_("The text is empty."), N_("Give a TEXT, or --batch for lines."))
    with _reader(context, learned=learned) as read:
        if batch:
            return _temper_of_lines(read, learned=learned)
        reading = read(text)
    if Invocation.of(context).json:
        say_json(_feeling(reading, learned=learned))
    else:
        say(
            f"{reading.score:.2f}  {label(reading.level)}",
            _("because of: {words}").format(words=listed(reading.reasons) or "–"),
            *([_taught(reading)] if reading.learned else []),
        )
    return 0


def _taught(reading: Reading) -> str:
    return _("learned from {count} corrections: {words}").format(
        count=reading.lessons, words=listed(reading.learned)
    )


@contextmanager
def _reader(context: typer.Context, *, learned: bool) -> Iterator[Reader]:
    """What reads the texts; without `learned` no desk is needed."""
    if not learned:
        from tuiticket.engine.rules.temper.scoring import temper as read

        yield read
        return
    from tuiticket.engine.commands.feeling import feeling_of

    with at_desk(context) as at, at.reading() as reading:
        yield lambda text: feeling_of(reading, text)


def _temper_of_lines(read: Reader, *, learned: bool) -> int:
    status = 0
    for line in sys.stdin.buffer:
        if not line.strip():
            continue
        id_ = None
        try:
            asked = json.loads(line)
            id_ = asked.get("id") if isinstance(asked, dict) else None
            if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
                raise BadInput(N_("The line is no JSON object with id and text."))
            say_json({"id": id_, **_feeling(read(asked["text"]), learned=learned)})
        except (BadInput, ValueError) as error:
            reason = told(error) if isinstance(error, BadInput) else _("The line is no JSON.")
            say_json({"id": id_, "error": reason})
            status = 2
    return status


def _feeling(reading: Reading, *, learned: bool) -> dict[str, Any]:
    feeling = {
        "score": reading.score,
        "level": reading.level.value,
        "reasons": list(reading.reasons),
    }
    more = {"learned": list(reading.learned), "lessons": reading.lessons} if learned else {}
    return feeling | more
