"""`tuiticket kb import · export`: the knowledge base as a folder of Markdown files."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.kb.noun import app, categories_in
from tuiticket.cli.markdown import folder_in, pages_of
from tuiticket.cli.printing import say, say_json
from tuiticket.engine.commands.articles import NameArticle
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.article import Article, ArticleLink
from tuiticket.i18n import _, ngettext


@app.verb(
    "import",
    N_(
        "Take in the Markdown files of a folder and those below it; again brings them up to"
        " date.\n\nA file may begin with facts between lines of three dashes: title, language,"
        " kind, category, pair (a word that the same article in all languages shares), related"
        " (names of other files, with commas), asked (how else people ask for it, with"
        " semicolons). Else its first heading is the title."
    ),
    N_("With --json one object: files, added, changed, unchanged, linked."),
)
def import_(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=N_("The folder."))],
) -> None:
    """Import a folder of articles, all or none."""
    articles, ties = folder_in(folder)
    with at_desk(context) as at:
        with at.reading() as reading:
            missing = {a.category for a in articles} - {None, *categories_in(reading).values()}
        for category in sorted(filter(None, missing)):
            typer.echo(
                _("There is no category “{category}”; its articles go without.").format(
                    category=category
                ),
                err=True,
            )
        articles = [replace(a, category=None) if a.category in missing else a for a in articles]
        counts = Counter(event.kind for event in at.do(*articles, *ties).events)
    added, changed = counts["article.added"], counts["article.changed"]
    unchanged = len(articles) - added - changed
    if at.json:
        say_json(
            {
                "files": len(articles),
                "added": added,
                "changed": changed,
                "unchanged": unchanged,
                "linked": counts["article.linked"],
            }
        )
    else:
        say(
            _("{added} articles added, {changed} changed, {unchanged} as they were.").format(
                added=added, changed=changed, unchanged=unchanged
            )
        )


@app.verb(
    "export",
    N_(
        "Write all articles into a folder, a Markdown file each.\n\nFiles of the same names are"
        " written over, others stay. Articles that were never a file get a name, by which an import"
        " knows them."
    ),
    N_("With --json one object: files, named."),
)
def export(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=N_("The folder."))],
) -> None:
    """Export the knowledge base."""
    with at_desk(context) as at:
        with at.reading() as reading:
            known, links = reading.all(Article), reading.all(ArticleLink)
            keys = categories_in(reading)
        pages = pages_of(known, links, keys)
        nameless = [NameArticle(article=a.id, source=pages[a.id][0]) for a in known if not a.source]
        if nameless:
            at.do(*nameless)
        for name, text in pages.values():
            _write(folder / name, text)
    if at.json:
        say_json({"files": len(pages), "named": len(nameless)})
    else:
        count = len(pages)
        words = ngettext(
            "{n} article written into {folder}", "{n} articles written into {folder}", count
        )
        say(words.format(n=count, folder=folder))


def _write(file: Path, text: str) -> None:
    """Write a file, its folder made with it; raises BadInput where that cannot be."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise BadInput(
            N_("{file} cannot be written: {reason}."), file=file, reason=error.strerror or error
        ) from error
