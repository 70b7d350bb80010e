"""`tuiticket kb from-ticket`: a solved ticket as a worked case."""

from __future__ import annotations

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.kb.articles import Title
from tuiticket.cli.kb.noun import AFTERWARDS, app, show_article
from tuiticket.cli.options import Number
from tuiticket.engine.commands.article_cases import ArticleFromTicket
from tuiticket.engine.errors import N_
from tuiticket.i18n import _


@app.verb(
    "from-ticket",
    N_("Make a worked case of a solved ticket, without what would name its customer."),
    AFTERWARDS,
)
def from_ticket(context: typer.Context, number: Number, title: Title = None) -> None:
    """Make an article of a ticket."""
    with at_desk(context) as at:
        done = at.do(ArticleFromTicket(ticket=number, title=title))
        article = next(e.data["article"] for e in done.events if e.kind == "article.added")
        show_article(at, article, _("Wrote KB-{article}."))
