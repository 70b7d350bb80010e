"""`tuiticket kb draft`: what one has begun to write of an article and not saved."""

from __future__ import annotations

from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.kb.articles import Asked, KindOption, LanguageOption, Text, Title
from tuiticket.cli.kb.noun import AnyArticle, app, categories_in
from tuiticket.cli.options import CategoryOption
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.shapes import instant
from tuiticket.engine.commands.article_drafts import DropArticleDraft, SaveArticleDraft
from tuiticket.engine.commands.categories import category_at
from tuiticket.engine.errors import N_, BadInput, Unknown
from tuiticket.engine.knowledge import known_article
from tuiticket.engine.model.article import Article, ArticleDraft, ArticleKind
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.language import guess_language
from tuiticket.engine.rules.revisions import mark
from tuiticket.i18n import _
from tuiticket.wording import label, when


@app.verb(
    "draft",
    N_(
        "Keep what you have begun to write of an article, or show it.\n\nWithout a number it is a"
        " new article. The console goes on with it; nobody else sees it."
    ),
    N_(
        "With --json one object: article (null for a new one), title, body, kind, language,"
        " category, asked, saved_at; nothing where nothing is kept."
    ),
)
def draft(
    context: typer.Context,
    article: AnyArticle = None,
    title: Title = None,
    body: Text = None,
    kind: KindOption = None,
    language: LanguageOption = None,
    category: CategoryOption = None,
    asked: Asked = None,
    discard: Annotated[bool, typer.Option("--discard", help=N_("Throw it away."))] = False,
) -> None:
    """Keep, show or throw away a draft."""
    given = {"title": title, "body": body, "kind": kind, "language": language, "asked": asked}
    said = {name: value for name, value in given.items() if value is not None}
    if discard and (said or category is not None):
        raise BadInput(N_("Either keep a text or throw it away."), N_("Leave out one of them."))
    with at_desk(context) as at:
        with at.reading() as reading:
            kept = _kept(at, reading, article)
            changed = said or category is not None
            intent = _intent(reading, article, kept, said, category) if changed else None
        if discard and kept is None:
            raise Unknown(N_("You have no draft of that article."), N_("See: tuiticket kb draft"))
        if discard:
            at.do(DropArticleDraft(article=article))
        elif intent is not None:
            at.do(intent)
        _show(at, article, kept if discard else None)


def _kept(at: AtDesk, reading: Reading, article: int | None) -> ArticleDraft | None:
    me = at.me(reading)
    found = reading.find(ArticleDraft, agent_id=me.id, article_id=article) if me else []
    return found[0] if found else None


def _intent(
    reading: Reading,
    number: int | None,
    kept: ArticleDraft | None,
    said: dict[str, Any],
    category: str | None,
) -> SaveArticleDraft:
    """What is said, upon what is kept, upon the article as it stands; raises Unknown."""
    before: ArticleDraft | Article | None = kept
    began = kept.began if kept else ""
    if number is not None and kept is None:
        article = known_article(reading, number)
        before, began = article, mark(article.title, article.body)
    fields: dict[str, Any] = {
        "title": before.title if before else "",
        "body": before.body if before else "",
        "kind": before.kind if before else ArticleKind.FAQ,
        "language": before.language if before else "",
        "category_id": before.category_id if before else None,
        "asked": before.asked if before else "",
        **said,
    }
    if category is not None:
        fields["category_id"] = category_at(reading, category).id if category.strip() else None
    fields["language"] = fields["language"] or guess_language(
        f"{fields['title']}\n{fields['body']}"
    )
    return SaveArticleDraft(article=number, began=began, **fields)


def _show(at: AtDesk, article: int | None, gone: ArticleDraft | None) -> None:
    """Tell what is kept now, or that what was kept is gone."""
    with at.reading() as reading:
        draft = gone or _kept(at, reading, article)
        keys, zone = categories_in(reading), ZoneInfo(reading.settings().zone)
    if at.json:
        if draft is not None:
            say_json(_shape(draft, keys))
    elif draft is None:
        say(_("You have no draft of that article."))
    elif gone is not None:
        say(_("Threw the draft away."))
    else:
        saved = when(draft.saved_at, at.desk.now(), zone)
        say(f"{draft.title} · {label(draft.kind)} · {draft.language} · {saved}")
        say("", *draft.body.splitlines())


def _shape(draft: ArticleDraft, keys: dict[int, str]) -> dict[str, Any]:
    return {
        "article": draft.article_id,
        "title": draft.title,
        "body": draft.body,
        "kind": draft.kind.value,
        "language": draft.language,
        "category": keys.get(draft.category_id or 0),
        "asked": draft.asked,
        "saved_at": instant(draft.saved_at),
    }
