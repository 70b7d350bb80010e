"""The knowledge base: found while one types, read beside the list, used by one key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Input

from tuiticket.cells import drawable
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.dossier import ArticleHit
from tuiticket.engine.model.event import Event
from tuiticket.i18n import _
from tuiticket.keymap import Context
from tuiticket.screens.bindings import bindings
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.hints import hints
from tuiticket.screens.ticket_view import in_language_first
from tuiticket.screens.widths import NARROW_OR_WIDE
from tuiticket.widgets.article_page import ArticlePage, language_name
from tuiticket.widgets.choice_list import Choice, ChoiceList
from tuiticket.widgets.hint_line import HintLine
from tuiticket.widgets.page import Piece
from tuiticket.widgets.text_line import TextLine

MOST = 100
"""Articles listed at once."""


class KnowledgeScreen(DeskScreen[Article | None]):
    """Articles that fit the words typed. Gives the one chosen, None if one only read.

    `words` is what is searched for at first; typing replaces it. Articles in `language`, the
    customer's, come before others; without one, all stand as they fit.
    """

    CSS = """
    KnowledgeScreen {
        & Input { height: 1; border: none; padding: 0 1; background: $surface; }
        & Container { layout: horizontal; height: 1fr; }
        & ChoiceList { width: 2fr; padding: 0 0 0 1; }
        & ArticlePage { width: 3fr; padding: 0 0 0 1; border-left: solid $rule; }
        &.-narrow Container { layout: vertical; }
        &.-narrow ChoiceList { width: 100%; height: 2fr; }
        &.-narrow ArticlePage {
            width: 100%; height: 3fr; border-left: none; border-top: solid $rule;
        }
    }
    """
    HORIZONTAL_BREAKPOINTS = NARROW_OR_WIDE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.KNOWLEDGE)]

    def __init__(self, words: str = "", language: str | None = None) -> None:
        super().__init__()
        self._words = words
        self._language = language
        self._hits: Sequence[ArticleHit] = ()
        self._only: str | None = None

    def compose(self) -> ComposeResult:
        """The line to type in, the list, the article under its cursor."""
        yield TextLine(self._words, placeholder=_("search the knowledge base"))
        with Container():
            yield ChoiceList[int](_("No article fits. Try other words."), steered=True)
            yield ArticlePage()
        yield HintLine(lambda: hints(self.host.keys, Context.KNOWLEDGE))

    def desk_ready(self) -> None:
        """List what fits at once."""
        self.query_one(Input).focus()
        self._search()

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Search again when an article was written."""
        if any(event.kind.startswith("article.") for event in events):
            self._search()

    def language_changed(self) -> None:
        """Say everything again."""
        self.query_one(Input).placeholder = _("search the knowledge base")
        self.query_one(ChoiceList).empty = _("No article fits. Try other words.")
        self._offer()
        self.query_one(ArticlePage).renew()
        super().language_changed()

    @on(Input.Changed)
    def _search(self) -> None:
        words = self.query_one(Input).value
        self.read(lambda reading: reading.articles(words, MOST), self._found, group="articles")

    def _found(self, hits: Sequence[ArticleHit]) -> None:
        self._hits = in_language_first(hits, self._language) if self._language else hits
        self._offer()

    def _offer(self) -> None:
        shown = [hit for hit in self._hits if self._only in (None, hit.article.language)]
        self.query_one(ChoiceList).show(_choice(hit.article) for hit in shown)

    @on(ChoiceList.Moved)
    def _preview(self) -> None:
        self.query_one(ArticlePage).show(self._chosen())

    def _chosen(self) -> Article | None:
        chosen = self.query_one(ChoiceList).value
        return next((hit.article for hit in self._hits if hit.article.id == chosen), None)

    @on(Input.Submitted)
    @on(ChoiceList.Chosen)
    def action_knowledge_insert(self) -> None:
        """Give the article under the cursor to whoever asked for one."""
        if (article := self._chosen()) is not None:
            self.dismiss(article)

    def action_knowledge_down(self) -> None:
        """To the next article."""
        self.query_one(ChoiceList).move(1)

    def action_knowledge_up(self) -> None:
        """To the article before."""
        self.query_one(ChoiceList).move(-1)

    def action_knowledge_page_down(self) -> None:
        """Scroll the article on."""
        self.query_one(ArticlePage).scroll_page_down(animate=False)

    def action_knowledge_page_up(self) -> None:
        """Scroll the article back."""
        self.query_one(ArticlePage).scroll_page_up(animate=False)

    def action_knowledge_language(self) -> None:
        """Show one language after the other, then all again."""
        languages = sorted({hit.article.language for hit in self._hits})
        order = [None, *languages]
        here = order.index(self._only) if self._only in order else 0
        self._only = order[(here + 1) % len(order)]
        self._offer()
        name = language_name(self._only) if self._only else _("all languages")
        self.notify(_("Articles: {language}").format(language=name), markup=False)


def _choice(article: Article) -> Choice[int]:
    number = Piece(f"KB-{article.id:<4} ", "quiet")
    language = Piece(f"{article.language} {article.uses:>3}×", "quiet")
    return Choice(article.id, (number, Piece(drawable(article.title))), language)
