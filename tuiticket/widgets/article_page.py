"""One article of the knowledge base, to read before it is used."""

from __future__ import annotations

from collections.abc import Iterator

from tuiticket.cells import drawable
from tuiticket.engine.model.article import Article, Standing
from tuiticket.i18n import _, clauses, ngettext
from tuiticket.widgets.article_text import plain
from tuiticket.widgets.page import BLANK, Line, Page, Piece, line
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import label, language_name


class ArticlePage(Page):
    """Its title, what is known about it, and its words."""

    def __init__(self, classes: str | None = None) -> None:
        super().__init__(classes)
        self.article: Article | None = None
        self._standing: Standing | None = None
        self._further = ""

    def show(self, article: Article | None) -> None:
        """Show this article, another one from its beginning; None shows nothing."""
        before = self.article.id if self.article else None
        if article is None or article.id != before:
            self._standing, self._further = None, ""
            self.scroll_to(y=0, animate=False)
        self.article = article
        self.renew()

    def tell(self, known: Standing, further: str) -> None:
        """Also show what is known beside its words, and `further` words about it."""
        self._standing, self._further = known, further
        self.renew()

    def compose_lines(self, width: int) -> Iterator[Line]:
        """The article, broken to the width."""
        if self.article is None:
            return
        for row in wrap(drawable(self.article.title), width):
            yield line(Piece(row, "strong"))
        for text in filter(None, (about(self.article, self._standing), self._further)):
            yield from (line(Piece(row, "quiet")) for row in wrap(drawable(text), width))
        yield BLANK
        for row in wrap(drawable(plain(self.article.body)), width):
            yield line(row)
        if self.article.asked_as:
            yield BLANK
            asked = _("Also asked as: {phrases}").format(phrases=clauses(self.article.asked_as))
            yield from (line(Piece(row, "quiet")) for row in wrap(drawable(asked), width))


def about(article: Article, known: Standing | None = None) -> str:
    """Number, sort, language and use of an article, in one line."""
    uses = ngettext("used {n} time", "used {n} times", article.uses).format(n=article.uses)
    parts = [f"KB-{article.id}", label(article.kind), language_name(article.language), uses]
    if known is not None and known.useful + known.useless:
        words = _("useful {yes}, not {no}").format(yes=known.useful, no=known.useless)
        parts.append(words)
    return " · ".join(parts)
