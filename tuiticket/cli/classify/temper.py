"""`tuiticket classify temper`: how a text sounds, one or many."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tuiticket.cli.classify.noun import app
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.options import words_or_input
from tuiticket.cli.printing import say, say_json
from tuiticket.engine.errors import N_, BadInput
from tuiticket.i18n import _
from tuiticket.wording import label, told

if TYPE_CHECKING:
    from tuiticket.engine.rules.temper.scoring import Reading


@app.verb(
    "temper",
    N_("How the writer of a text feels, from 0 (content) to 1 (furious), and why."),
    N_(
        "With --json one object: score, level (calm, displeased, angry or threatening), reasons."
        " With --batch each line of standard input is a JSON object with id and text; each answer"
        " is one line: id, score, level, reasons; a line that is wrong answers id and error, and"
        " the exit code is 2."
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
) -> int:
    """Judge how a text sounds."""
    from tuiticket.engine.rules.temper.scoring import temper as read

    if batch:
        return _temper_of_lines()
    if not text.strip():
        raise BadInput(N_("The text is empty."), N_("Give a TEXT, or --batch for lines."))
    reading = read(text)
    if Invocation.of(context).json:
        say_json(_feeling(reading))
    else:
        say(
            f"{reading.score:.2f}  {label(reading.level)}",
            _("because of: {words}").format(words=", ".join(reading.reasons) or "–"),
        )
    return 0


def _temper_of_lines() -> int:
    from tuiticket.engine.rules.temper.scoring import temper as read

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
            say_json({"id": id_, **_feeling(read(asked["text"]))})
        except (BadInput, ValueError) as error:
            reason = told(error) if isinstance(error, BadInput) else _("The line is no JSON.")
            say_json({"id": id_, "error": reason})
            status = 2
    return status


def _feeling(reading: Reading) -> dict[str, Any]:
    return {
        "score": reading.score,
        "level": reading.level.value,
        "reasons": list(reading.reasons),
    }
