"""`tuiticket kb useful · useless · confirm`: which articles help, and which are still true."""

from __future__ import annotations

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.kb.noun import AFTERWARDS, ArticleArgument, app, show_article
from tuiticket.engine.commands.article_opinions import ConfirmArticle, RateArticle
from tuiticket.engine.errors import N_
from tuiticket.i18n import _


@app.verb("useful", N_("Say that an article helped; your last word counts."), AFTERWARDS)
def useful(context: typer.Context, article: ArticleArgument) -> None:
    """Find an article useful."""
    _rate(context, article, useful=True)


@app.verb("useless", N_("Say that an article did not help; your last word counts."), AFTERWARDS)
def useless(context: typer.Context, article: ArticleArgument) -> None:
    """Find an article of no use."""
    _rate(context, article, useful=False)


@app.verb("confirm", N_("Say that an article is still true: it is not stale any more."), AFTERWARDS)
def confirm(context: typer.Context, article: ArticleArgument) -> None:
    """Confirm an article."""
    with at_desk(context) as at:
        at.do(ConfirmArticle(article=article))
        show_article(at, article, _("KB-{article} is still true."))


def _rate(context: typer.Context, article: int, *, useful: bool) -> None:
    with at_desk(context) as at:
        at.do(RateArticle(article=article, useful=useful))
        show_article(at, article, _("Noted what you think of KB-{article}."))
