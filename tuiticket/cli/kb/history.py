"""`tuiticket kb history · diff · restore`: what an article said before."""

from __future__ import annotations

from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.kb.noun import AFTERWARDS, ArticleArgument, app, show_article
from tuiticket.cli.printing import say, say_json, styled
from tuiticket.cli.shapes import instant
from tuiticket.engine.commands.articles import RestoreArticle, unknown_wording
from tuiticket.engine.errors import N_
from tuiticket.engine.knowledge import unknown_article
from tuiticket.engine.model.revision import Revision
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.revisions import difference, revisions
from tuiticket.engine.rules.wording_diff import DiffLine, Sign
from tuiticket.i18n import _, ngettext

_LOOKS: dict[Sign, dict[str, Any]] = {
    Sign.GONE: {"fg": "red"},
    Sign.NEW: {"fg": "green"},
    Sign.CUT: {"dim": True},
    Sign.SAME: {},
}


@app.verb(
    "history",
    N_("List the versions an article has had, the newest last."),
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
    N_("Show what changed between two versions of an article; default: by the last change."),
    N_("With --json one object: from, to, diff (its lines, each after its sign)."),
)
def diff(
    context: typer.Context,
    article: ArticleArgument,
    before: Annotated[
        int | None, typer.Option("--from", metavar="N", min=1, help=N_("The earlier version."))
    ] = None,
    after: Annotated[
        int | None, typer.Option("--to", metavar="N", min=1, help=N_("The later version."))
    ] = None,
) -> None:
    """Compare two wordings."""
    with at_desk(context) as at, at.reading() as reading:
        found = {each.number: each for each in _revisions(reading, article)}
    last = after or max(found)
    first = before or max(1, last - 1)
    for number in (last, first):
        if number not in found:
            raise unknown_wording(article, number)
    lines = difference(found[first], found[last])
    if at.json:
        say_json({"from": first, "to": last, "diff": [f"{one.sign}{one.text}" for one in lines]})
    elif lines:
        say(*map(_in_colour, lines))
    else:
        typer.echo(_("Nothing differs."), err=True)


@app.verb("restore", N_("Give an article a version back that it had."), AFTERWARDS)
def restore(
    context: typer.Context,
    article: ArticleArgument,
    number: Annotated[
        int, typer.Argument(metavar="N", min=1, help=N_("The version, see: kb history."))
    ],
) -> None:
    """Restore a wording."""
    with at_desk(context) as at:
        at.do(RestoreArticle(article=article, revision=number))
        show_article(at, article, _("KB-{article} reads as it did."))


def _in_colour(line: DiffLine) -> str:
    """One line after its sign; the words that are others stand out in it."""
    look = _LOOKS[line.sign]
    if line.sign is Sign.CUT:
        count = int(line.text)
        words = ngettext("{n} line the same", "{n} lines the same", count).format(n=count)
        return styled(f"@ {words}", **look)
    some = any(not other for _words, other in line.parts)
    words = "".join(styled(text, underline=other and some, **look) for text, other in line.parts)
    return styled(line.sign.value, **look) + words


def _revisions(reading: Reading, number: int) -> list[Revision]:
    """The wordings of an article; raises Unknown for one there never was."""
    found = list(revisions(reading.article_events(), number))
    if not found:
        raise unknown_article(number)
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
