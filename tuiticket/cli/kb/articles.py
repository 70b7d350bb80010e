"""`tuiticket kb add · search · show · edit · remove`: articles and their words."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.kb.noun import AFTERWARDS, ArticleArgument, app, categories_in, show_article
from tuiticket.cli.options import CategoryOption, choice, words_or_input
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.cli.shapes import article as shape
from tuiticket.engine.commands.article_removal import RemoveArticle
from tuiticket.engine.commands.articles import EditArticle, PutArticle
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.article import ArticleKind
from tuiticket.engine.rules.language import guess_language
from tuiticket.i18n import _
from tuiticket.wording import label, language_name

KINDS = {kind.value: kind for kind in ArticleKind}

KindOption = Annotated[ArticleKind | None, choice("--kind", KINDS, N_("faq, case or training"))]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        "--language", metavar="zh|en", help=N_("Its language; default: that of the text.")
    ),
]
Text = Annotated[
    str | None,
    typer.Option(
        "--body",
        metavar="TEXT",
        parser=words_or_input,
        help=N_("The text; - reads standard input."),
    ),
]
Asked = Annotated[
    str | None,
    typer.Option(
        "--asked",
        metavar="TEXT",
        parser=words_or_input,
        help=N_("How else people ask for it, apart by semicolons; - reads standard input."),
    ),
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help=N_("The title."))]


@app.verb("add", N_("Write an article."), AFTERWARDS)
def add(
    context: typer.Context,
    title: Annotated[str, typer.Option(metavar="TEXT", help=N_("The title."))],
    body: Annotated[
        str,
        typer.Option(
            metavar="TEXT", parser=words_or_input, help=N_("The text; - reads standard input.")
        ),
    ],
    kind: KindOption = None,
    language: LanguageOption = None,
    category: CategoryOption = None,
    asked: Asked = None,
) -> None:
    """Add an article."""
    intent = PutArticle(
        title=title,
        body=body,
        kind=kind or ArticleKind.FAQ,
        language=language or guess_language(f"{title}\n{body}"),
        category=category,
        asked_as=None if asked is None else (asked,),
    )
    with at_desk(context) as at:
        done = at.do(intent)
        show_article(at, next(e.data["article"] for e in done.events), _("Wrote KB-{article}."))


@app.verb(
    "search",
    N_("Find articles by words, the best first; all of them without any."),
    N_(
        "With --json one object a line: article, title, kind, language, category, source, uses,"
        " updated_at, snippet."
    ),
)
def search(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help=N_("Any of them may be there."))
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help=N_("At most so many."))] = 50,
) -> None:
    """Search the knowledge base."""
    with at_desk(context) as at, at.reading() as reading:
        found = reading.articles(" ".join(words or ()), limit)
        keys = categories_in(reading)
    if at.json:
        for hit in found:
            say_json(shape(hit.article, keys, snippet=hit.snippet))
    elif found:
        say_table(
            (_("Number"), _("Kind"), _("Language"), _("Title")),
            [
                (f"KB-{a.id}", label(a.kind), language_name(a.language), a.title)
                for a in (hit.article for hit in found)
            ],
        )
    else:
        typer.echo(_("No article fits."), err=True)


@app.verb("show", N_("Show an article."), AFTERWARDS)
def show(context: typer.Context, article: ArticleArgument) -> None:
    """Show an article."""
    with at_desk(context) as at:
        show_article(at, article)


@app.verb(
    "edit",
    N_(
        "Change an article's words, or what it is.\n\nEach wording is kept, see: tuiticket kb"
        " history. With --mark nothing is written over what somebody else wrote meanwhile."
    ),
    AFTERWARDS,
)
def edit(
    context: typer.Context,
    article: ArticleArgument,
    title: Title = None,
    body: Text = None,
    kind: KindOption = None,
    language: Annotated[str | None, typer.Option(metavar="zh|en", help=N_("Its language."))] = None,
    category: Annotated[
        str | None,
        typer.Option(
            "--category", metavar="KEY", help=N_("A path in the category tree; empty for none.")
        ),
    ] = None,
    asked: Asked = None,
    began: Annotated[
        str | None,
        typer.Option("--mark", metavar="MARK", help=N_("The mark of the version you began with.")),
    ] = None,
) -> None:
    """Edit an article."""
    if all(given is None for given in (title, body, kind, language, category, asked)):
        raise BadInput(N_("Nothing to change was named."), N_("Give --title or --body."))
    with at_desk(context) as at:
        at.do(
            EditArticle(
                article=article,
                title=title,
                body=body,
                kind=kind,
                language=language,
                category=category,
                asked_as=None if asked is None else (asked,),
                began=began,
            )
        )
        show_article(at, article, _("Changed KB-{article}."))


@app.verb(
    "remove",
    N_("Take an article out of the knowledge base; undo brings it back."),
    N_("With --json one object: removed (its number)."),
)
def remove(context: typer.Context, article: ArticleArgument) -> None:
    """Remove an article."""
    with at_desk(context) as at:
        at.do(RemoveArticle(article=article))
    if at.json:
        say_json({"removed": article})
    else:
        say(_("Removed KB-{article}.").format(article=article))
