"""`tuiticket kb link · pair · unlink`: articles that have to do with each other."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.kb.noun import AFTERWARDS, ArticleArgument, app, show_article
from tuiticket.cli.options import article_number
from tuiticket.engine.commands.article_links import LinkArticles, UnlinkArticles
from tuiticket.engine.errors import N_
from tuiticket.engine.model.article import ArticleLinkKind
from tuiticket.i18n import _

Other = Annotated[
    int,
    typer.Argument(metavar="KB-M", parser=article_number, help=N_("The other article's number.")),
]


@app.verb("link", N_("Tie two articles together that are worth reading both."), AFTERWARDS)
def link(context: typer.Context, article: ArticleArgument, other: Other) -> None:
    """Link two articles."""
    _tie(context, article, other, ArticleLinkKind.RELATED)


@app.verb(
    "pair",
    N_(
        "Say that two articles are one in two languages.\n\nThe customer's language decides which"
        " of them is offered, and whose steps a ticket shows."
    ),
    AFTERWARDS,
)
def pair(context: typer.Context, article: ArticleArgument, other: Other) -> None:
    """Pair two articles."""
    _tie(context, article, other, ArticleLinkKind.TRANSLATION)


@app.verb("unlink", N_("Take the link between two articles away."), AFTERWARDS)
def unlink(context: typer.Context, article: ArticleArgument, other: Other) -> None:
    """Unlink two articles."""
    with at_desk(context) as at:
        at.do(UnlinkArticles(article=article, other=other))
        show_article(at, article, _("KB-{article} is not linked with that one any more."))


def _tie(context: typer.Context, article: int, other: int, kind: ArticleLinkKind) -> None:
    with at_desk(context) as at:
        at.do(LinkArticles(article=article, other=other, kind=kind))
        show_article(at, article, _("Linked KB-{article}."))
