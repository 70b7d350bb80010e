"""`tuiticket kb`: the knowledge base."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.markdown import articles_in
from tuiticket.cli.options import CategoryOption, article_number, choice, words_or_input
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.cli.shapes import article as shape
from tuiticket.engine.commands.articles import EditArticle, PutArticle
from tuiticket.engine.errors import N_, BadInput, Unknown
from tuiticket.engine.model.article import Article, ArticleKind
from tuiticket.engine.model.category import Category
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.language import guess_language
from tuiticket.i18n import _
from tuiticket.wording import label

app = Noun(N_("The knowledge base."))

AFTERWARDS = N_(
    "With --json the article: article (its number), title, kind, language, category, source, uses,"
    " updated_at, body."
)
KINDS = {kind.value: kind for kind in ArticleKind}

ArticleArgument = Annotated[
    int,
    typer.Argument(metavar="KB-N", parser=article_number, help=N_("The article's number.")),
]
KindOption = Annotated[ArticleKind | None, choice("--kind", KINDS, N_("faq, case or training"))]
Text = Annotated[
    str | None,
    typer.Option(
        "--body",
        metavar="TEXT",
        parser=words_or_input,
        help=N_("The text; - reads standard input."),
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
    language: Annotated[
        str | None,
        typer.Option(metavar="zh|en", help=N_("Its language; default: that of the text.")),
    ] = None,
    category: CategoryOption = None,
) -> None:
    """Add an article."""
    intent = PutArticle(
        title=title,
        body=body,
        kind=kind or ArticleKind.FAQ,
        language=language or guess_language(f"{title}\n{body}"),
        category=category,
    )
    with at_desk(context) as at:
        done = at.do(intent)
        _show(at, next(e.data["article"] for e in done.events), _("Wrote KB-{article}."))


@app.verb(
    "import",
    N_(
        "Take in the Markdown files of a folder and those below it; again brings them up to"
        " date.\n\nA file may begin with facts between lines of three dashes: title, language,"
        " kind, category. Else its first heading is the title."
    ),
    N_("With --json one object: files, added, changed, unchanged."),
)
def import_(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=N_("The folder."))],
) -> None:
    """Import a folder of articles, all or none."""
    articles = articles_in(folder)
    with at_desk(context) as at:
        with at.reading() as reading:
            missing = {a.category for a in articles} - {None, *_categories(reading).values()}
        for category in sorted(filter(None, missing)):
            typer.echo(
                _("There is no category “{category}”; its articles go without.").format(
                    category=category
                ),
                err=True,
            )
        articles = [replace(a, category=None) if a.category in missing else a for a in articles]
        counts = Counter(event.kind for event in at.do(*articles).events)
    added, changed = counts["article.added"], counts["article.changed"]
    unchanged = len(articles) - added - changed
    if at.json:
        say_json(
            {"files": len(articles), "added": added, "changed": changed, "unchanged": unchanged}
        )
    else:
        say(
            _("{added} articles added, {changed} changed, {unchanged} as they were.").format(
                added=added, changed=changed, unchanged=unchanged
            )
        )


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
        keys = _categories(reading)
    if at.json:
        for hit in found:
            say_json(shape(hit.article, keys, snippet=hit.snippet))
    elif found:
        say_table(
            (_("Number"), _("Kind"), _("Language"), _("Title")),
            [
                (f"KB-{a.id}", label(a.kind), a.language, a.title)
                for a in (hit.article for hit in found)
            ],
        )
    else:
        typer.echo(_("No article fits."), err=True)


@app.verb("show", N_("Show an article."), AFTERWARDS)
def show(context: typer.Context, article: ArticleArgument) -> None:
    """Show an article."""
    with at_desk(context) as at:
        _show(at, article)


@app.verb("edit", N_("Change an article's title or text."), AFTERWARDS)
def edit(
    context: typer.Context, article: ArticleArgument, title: Title = None, body: Text = None
) -> None:
    """Edit an article."""
    if title is None and body is None:
        raise BadInput(N_("Nothing to change was named."), N_("Give --title or --body."))
    with at_desk(context) as at:
        at.do(EditArticle(article=article, title=title, body=body))
        _show(at, article, _("Changed KB-{article}."))


def _show(at: AtDesk, number: int, said: str = "") -> None:
    """Write an article; for a person only the sentence, if there is one."""
    with at.reading() as reading:
        found = reading.find(Article, id=number)
        if not found:
            raise Unknown(
                N_("There is no article KB-{article}."),
                N_("See: tuiticket kb search"),
                article=number,
            )
        keys = _categories(reading)
    if at.json:
        say_json(shape(found[0], keys, body=found[0].body))
    elif said:
        say(said.format(article=number))
    else:
        say(f"KB-{number} {found[0].title}", "", *found[0].body.splitlines())


def _categories(reading: Reading) -> dict[int, str]:
    return {category.id: category.key for category in reading.all(Category)}
