"""One article of the knowledge base, to read before it is used."""

from __future__ import annotations

from collections.abc import Iterator

from tuiticket.cells import drawable
from tuiticket.engine.model.article import Article
from tuiticket.i18n import LANGUAGES, _, ngettext
from tuiticket.widgets.article_text import plain
from tuiticket.widgets.page import BLANK, Line, Page, Piece, line
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import label


class ArticlePage(Page):
    """Its title, what is known about it, and its words."""

    def __init__(self, classes: str | None = None) -> None:
        super().__init__(classes)
        self.article: Article | None = None

    def show(self, article: Article | None) -> None:
        """Show this article from its beginning; None shows nothing."""
        if article != self.article:
            self.article = article
            self.scroll_to(y=0, animate=False)
        self.renew()

    def compose_lines(self, width: int) -> Iterator[Line]:
        """The article, broken to the width."""
        if self.article is None:
            return
        for row in wrap(drawable(self.article.title), width):
            yield line(Piece(row, "strong"))
        for row in wrap(about(self.article), width):
            yield line(Piece(row, "quiet"))
        yield BLANK
        for row in wrap(drawable(plain(self.article.body)), width):
            yield line(row)


def about(article: Article) -> str:
    """Number, sort, language and use of an article, in one line."""
    uses = ngettext("used {n} time", "used {n} times", article.uses).format(n=article.uses)
    parts = (f"KB-{article.id}", label(article.kind), language_name(article.language), uses)
    return " · ".join(parts)


def language_name(code: str) -> str:
    """A language by the name its speakers give it; any other by its code."""
    ours = {known.partition("_")[0]: name for known, name in LANGUAGES.items()}
    return ours.get(code.partition("_")[0].partition("-")[0], code) if code else _("unknown")
