"""The noun that the files of this package give their verbs to, and what they have in common."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from tuiticket.cli.at_desk import AtDesk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.options import article_number
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.shapes import article as shape
from tuiticket.cli.shapes import instant
from tuiticket.engine.errors import N_
from tuiticket.engine.knowledge import standing
from tuiticket.engine.model.article import Standing
from tuiticket.engine.model.category import Category
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.revisions import mark
from tuiticket.i18n import _, clauses, ngettext
from tuiticket.wording import label, language_name

app = Noun(N_("The knowledge base."))

AFTERWARDS = N_(
    "With --json the article: article (its number), title, kind, language, category, source, uses,"
    " updated_at, asked_as, body, mark (of its wording), useful, useless, confirmed_at, links"
    " (article, kind, title, language), steps_on (categories)."
)

_ARTICLE = typer.Argument(metavar="KB-N", parser=article_number, help=N_("The article's number."))
ArticleArgument = Annotated[int, _ARTICLE]
AnyArticle = Annotated[int | None, _ARTICLE]


def categories_in(reading: Reading) -> dict[int, str]:
    """The keys of all categories by id."""
    return {category.id: category.key for category in reading.all(Category)}


def show_article(at: AtDesk, number: int, said: str = "") -> None:
    """Write an article; for a person only the sentence, if there is one."""
    with at.reading() as reading:
        known, keys = standing(reading, number), categories_in(reading)
    if at.json:
        say_json(_shape(known, keys))
    elif said:
        say(said.format(article=number))
    else:
        article = known.article
        say(f"KB-{number} {article.title}", _about(known), "", *article.body.splitlines())
        if article.asked_as:
            say("", _("Also asked as: {phrases}").format(phrases=clauses(article.asked_as)))


def _shape(known: Standing, keys: dict[int, str]) -> dict[str, Any]:
    article = known.article
    return shape(
        article,
        keys,
        asked_as=list(article.asked_as),
        body=article.body,
        mark=mark(article.title, article.body),
        useful=known.useful,
        useless=known.useless,
        confirmed_at=instant(known.checked.at if known.checked else None),
        links=[
            {"article": o.id, "kind": kind.value, "title": o.title, "language": o.language}
            for kind, o in known.linked
        ],
        steps_on=[keys[category] for category in known.steps_on],
    )


def _about(known: Standing) -> str:
    """What is known beside its words, in one line."""
    article = known.article
    parts = [
        label(article.kind),
        language_name(article.language),
        ngettext("used {n} time", "used {n} times", article.uses).format(n=article.uses),
        _("useful {yes}, not {no}").format(yes=known.useful, no=known.useless),
        *(f"{label(kind)} KB-{other.id}" for kind, other in known.linked),
    ]
    return " · ".join(parts)
