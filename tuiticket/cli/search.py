"""`tuiticket search`: words in tickets, messages and articles."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.printing import say_json, styled
from tuiticket.cli.shapes import hit
from tuiticket.engine.errors import N_
from tuiticket.engine.model.dossier import Findings, Hit, HitKind
from tuiticket.engine.rules.safetext import clean, one_line
from tuiticket.i18n import _

app = Noun()

LONGEST = 200


@app.verb(
    "search",
    N_(
        'Find words in tickets, messages and articles, the newest first.\n\nSigns: "words'
        ' together", refun* for what begins so, -word for not there, subject:word,'
        " from:customer, kb:word for articles only, in:note (message, subject, kb)."
    ),
    N_(
        "With --json one object a line: kind, number, article, title, snippet, at, meant (what was"
        " looked for in place of a mistyped word, else null), near (whether nothing holds all the"
        " words, and it is an article that comes near)."
    ),
)
def search(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help=N_("All of them must be there."))
    ],
    limit: Annotated[int, typer.Option(metavar="N", min=1, help=N_("At most so many."))] = 50,
    best: Annotated[bool, typer.Option("--best", help=N_("The best first."))] = False,
) -> None:
    """Search the whole desk."""
    with at_desk(context) as at, at.reading() as reading:
        found = reading.search(" ".join(words), limit, best=best)
    for typed, meant in zip(found.typed, found.meant, strict=True):
        told = _("Showing {meant}; you typed {typed}.").format(meant=meant, typed=clean(typed))
        typer.echo(told, err=True)
    if found.near and not at.json:
        typer.echo(_("Nothing holds all these words. These articles come near:"), err=True)
    for each in found.hits:
        if at.json:
            more = {"meant": " ".join(found.meant) or None, "near": found.near}
            say_json({**hit(each), **more})
        else:
            typer.echo("\n".join(_lines(each)))
    if not at.json and not found.near and (counted := _counted(found)):
        typer.echo(counted, err=True)


def _counted(found: Findings) -> str:
    """How many there are, where that is not seen from what is shown."""
    if not found.total:
        return _("Nothing holds these words.")
    if len(found.hits) == found.total and not found.more:
        return ""
    count = f"{found.total:,}+" if found.more else f"{found.total:,}"
    return _("{count} found, the first {n} shown.").format(count=count, n=len(found.hits))


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
