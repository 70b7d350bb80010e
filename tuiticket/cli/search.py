"""`tuiticket search`: words in tickets, messages and articles."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.printing import say_json, styled
from tuiticket.cli.shapes import hit
from tuiticket.engine.errors import N_
from tuiticket.engine.model.dossier import Hit, HitKind
from tuiticket.engine.rules.safetext import clean, one_line
from tuiticket.i18n import _

app = Noun()

LONGEST = 200


@app.verb(
    "search",
    N_("Find words in tickets, messages and articles, the newest first."),
    N_("With --json one object a line: kind, number, article, title, snippet, at."),
)
def search(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help=N_("All of them must be there."))
    ],
    limit: Annotated[int, typer.Option(metavar="N", min=1, help=N_("At most so many."))] = 50,
) -> None:
    """Search the whole desk."""
    with at_desk(context) as at, at.reading() as reading:
        found = reading.search(" ".join(words), limit)
    for each in found:
        if at.json:
            say_json(hit(each))
        else:
            typer.echo("\n".join(_lines(each)))
    if not found and not at.json:
        typer.echo(_("Nothing holds these words."), err=True)


def _lines(found: Hit) -> list[str]:
    name = f"KB-{found.id}" if found.kind is HitKind.ARTICLE else f"#{found.id}"
    lines = [f"{name} {one_line(found.title, LONGEST)}"]
    if found.snippet and found.snippet != found.title:
        lines.append(f"    {_marked(found)}")
    return lines


def _marked(found: Hit) -> str:
    """The snippet, its matches in bold."""
    parts, end = [], 0
    for start, stop in found.marks:
        parts += [clean(found.snippet[end:start]), styled(found.snippet[start:stop], bold=True)]
        end = stop
    return "".join([*parts, clean(found.snippet[end:])])
