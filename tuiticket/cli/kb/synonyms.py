"""`tuiticket kb synonyms`: the words a shop has for the same matter."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.kb.noun import app
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.synonyms import PutSynonyms, RemoveSynonyms
from tuiticket.engine.errors import N_
from tuiticket.engine.model.synonyms import Synonyms
from tuiticket.i18n import _


@app.verb(
    "synonyms",
    N_(
        "List the words that stand for the same matter, or keep some under a key.\n\nAsked by one"
        " of them the knowledge base finds the others too. Those of the trade are built in."
    ),
    N_("With --json one object a line: key, words."),
)
def synonyms(
    context: typer.Context,
    key: Annotated[str | None, typer.Argument(metavar="KEY", help=N_("A key of your own."))] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help=N_("Words for one matter, two at the least.")),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help=N_("Forget the group."))] = False,
) -> None:
    """List groups of synonyms, or keep or forget one."""
    with at_desk(context) as at:
        if key is not None:
            intent: Command = PutSynonyms(key=key, words=tuple(words or ()))
            at.do(RemoveSynonyms(key=key) if remove else intent)
        with at.reading() as reading:
            known = sorted(reading.all(Synonyms), key=lambda one: one.key)
    if at.json:
        for one in known:
            say_json({"key": one.key, "words": list(one.words)})
    elif known:
        say_table((_("Key"), _("Words")), [(one.key, " · ".join(one.words)) for one in known])
    else:
        say(_("The shop has no synonyms of its own; those of the trade are built in."))
