"""`tuiticket kb stale`: the articles nobody has looked after for long."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.kb.noun import app, categories_in
from tuiticket.cli.printing import say_json, say_table
from tuiticket.cli.shapes import article as shape
from tuiticket.engine.errors import N_
from tuiticket.engine.model.article import Article, ArticleCheck
from tuiticket.engine.rules.revisions import STALE_DAYS, stale
from tuiticket.i18n import _
from tuiticket.wording import none_stale


@app.verb(
    "stale",
    N_("List the articles nobody has changed or confirmed for long, the most used first."),
    N_("With --json as kb search."),
)
def stale_articles(
    context: typer.Context,
    days: Annotated[
        int, typer.Option(metavar="N", min=1, help=N_("For so many days."))
    ] = STALE_DAYS,
) -> None:
    """List stale articles."""
    with at_desk(context) as at, at.reading() as reading:
        found = stale(reading.all(Article), reading.all(ArticleCheck), at.desk.now(), days)
        keys = categories_in(reading)
    if at.json:
        for each in found:
            say_json(shape(each, keys))
    elif found:
        say_table(
            (_("Number"), _("Changed"), _("Used"), _("Title")),
            [(f"KB-{a.id}", f"{a.updated_at:%Y-%m-%d}", f"{a.uses}×", a.title) for a in found],
        )
    else:
        typer.echo(none_stale(days), err=True)
