"""`tuiticket kb`: the knowledge base."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.markdown import articles_in
from tuiticket.cli.options import CategoryOption, Number, article_number, choice, words_or_input
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.cli.shapes import article as shape
from tuiticket.cli.shapes import instant
from tuiticket.engine.commands.articles import ArticleFromTicket, EditArticle, PutArticle
from tuiticket.engine.errors import N_, BadInput, Unknown
from tuiticket.engine.model.article import Article, ArticleKind
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.revision import Revision
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.language import guess_language
from tuiticket.engine.rules.revisions import difference, revisions, stale
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
        _show(at, article, _("Wrote KB-{article}."))


@app.verb(
    "history",
    N_("List the wordings an article has had, the newest last."),
    N_("With --json one object a line: revision, event, at, actor, via, title, body."),
)
def history(context: typer.Context, article: ArticleArgument) -> None:
    """List the wordings of an article."""
    with at_desk(context) as at, at.reading() as reading:
        found, zone = _revisions(reading, article), ZoneInfo(reading.settings().zone)
    for each in found:
        if at.json:
            say_json(_revision(each))
        else:
            at_local = f"{each.at.astimezone(zone):%Y-%m-%d %H:%M}"
            say(f"{each.number:>4}  {at_local}  {each.actor}  {each.title}")


@app.verb(
    "diff",
    N_("Show what changed between two wordings of an article; default: by the last change."),
    N_("With --json one object: from, to, diff (its lines)."),
)
def diff(
    context: typer.Context,
    article: ArticleArgument,
    before: Annotated[
        int | None, typer.Option("--from", metavar="N", min=1, help=N_("The earlier wording."))
    ] = None,
    after: Annotated[
        int | None, typer.Option("--to", metavar="N", min=1, help=N_("The later wording."))
    ] = None,
) -> None:
    """Compare two wordings."""
    with at_desk(context) as at, at.reading() as reading:
        found = {each.number: each for each in _revisions(reading, article)}
    last = after or max(found)
    first = before or max(1, last - 1)
    for number in (last, first):
        if number not in found:
            raise Unknown(
                N_("KB-{article} has no wording {number}."),
                N_("See: tuiticket kb history KB-{article}"),
                article=article,
                number=number,
            )
    lines = difference(found[first], found[last])
    if at.json:
        say_json({"from": first, "to": last, "diff": lines})
    elif lines:
        say(*lines)
    else:
        typer.echo(_("Nothing differs."), err=True)


@app.verb(
    "stale",
    N_("List the articles nobody has changed for long, those sent most often first."),
    N_("With --json as kb search."),
)
def stale_articles(
    context: typer.Context,
    days: Annotated[int, typer.Option(metavar="N", min=1, help=N_("For so many days."))] = 180,
) -> None:
    """List stale articles."""
    with at_desk(context) as at, at.reading() as reading:
        found = stale(reading.all(Article), at.desk.now(), days)
        keys = _categories(reading)
    if at.json:
        for each in found:
            say_json(shape(each, keys))
    elif found:
        say_table(
            (_("Number"), _("Changed"), _("Used"), _("Title")),
            [(f"KB-{a.id}", f"{a.updated_at:%Y-%m-%d}", f"{a.uses}×", a.title) for a in found],
        )
    else:
        typer.echo(_("Every article was changed since."), err=True)


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


def _revisions(reading: Reading, number: int) -> list[Revision]:
    """The wordings of an article; raises Unknown for one there never was."""
    found = list(revisions(reading.article_events(), number))
    if not found:
        raise Unknown(
            N_("There is no article KB-{article}."), N_("See: tuiticket kb search"), article=number
        )
    return found


def _revision(each: Revision) -> dict[str, object]:
    return {
        "revision": each.number,
        "event": each.event,
        "at": instant(each.at),
        "actor": each.actor,
        "via": each.via,
        "title": each.title,
        "body": each.body,
    }
