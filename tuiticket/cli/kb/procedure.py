"""`tuiticket kb procedure`: articles whose steps are taken on tickets of a category."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.kb.noun import AnyArticle, app, categories_in
from tuiticket.cli.printing import say_json, say_table
from tuiticket.engine.commands.procedures import AttachProcedure, DetachProcedure
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.procedure import Checklist
from tuiticket.engine.rules.steps import steps_in
from tuiticket.i18n import _


@app.verb(
    "procedure",
    N_(
        "List the procedures of all categories; or tie an article to a category.\n\nIts steps are"
        " its lines “- [ ] …”, or else its numbered points; so are those of its translations."
        " Tickets of the category, and of those below it, show them: tuiticket ticket procedure."
    ),
    N_("With --json one object a line: article, title, category, steps."),
)
def procedure(
    context: typer.Context,
    article: AnyArticle = None,
    category: Annotated[
        str | None,
        typer.Option("--category", metavar="KEY", help=N_("A path in the category tree.")),
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help=N_("Take it away from the category."))
    ] = False,
) -> None:
    """List, attach or detach procedures."""
    with at_desk(context) as at:
        if category is not None and article is not None:
            intent = DetachProcedure if remove else AttachProcedure
            at.do(intent(article=article, category=category))
        elif category is not None or remove:
            raise BadInput(
                N_("It takes both an article and a category."), N_("Give KB-N and --category.")
            )
        _list(at, article)


def _list(at: AtDesk, article: int | None) -> None:
    with at.reading() as reading:
        keys = categories_in(reading)
        tied = [one for one in reading.all(Checklist) if article in (None, one.article_id)]
        articles = {a.id: a for a in reading.find(Article, id=[one.article_id for one in tied])}
    found = sorted((keys[one.category_id], articles[one.article_id]) for one in tied)
    if at.json:
        for key, each in found:
            steps = list(steps_in(each.body))
            say_json({"article": each.id, "title": each.title, "category": key, "steps": steps})
    elif found:
        say_table(
            (_("Category"), _("Number"), _("Steps"), _("Title")),
            [(key, f"KB-{a.id}", str(len(steps_in(a.body))), a.title) for key, a in found],
        )
    else:
        typer.echo(_("No steps are taken on any category."), err=True)
