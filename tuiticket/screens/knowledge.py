"""The knowledge base: found while one types, read beside the list, used by one key.

Opened from an answer it gives the article that goes into it; opened by itself it is where the
knowledge base is read, written and looked after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Input

from tuiticket import i18n
from tuiticket.cells import drawable
from tuiticket.engine.knowledge import standing
from tuiticket.engine.model.article import Article, ArticleKind, Standing
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.event import Event
from tuiticket.engine.rules.language import CHINESE, ENGLISH
from tuiticket.engine.rules.revisions import STALE_DAYS
from tuiticket.event_words import name_of
from tuiticket.i18n import _, listed, ngettext
from tuiticket.keymap import Context
from tuiticket.screens.acts.on_articles import OnArticles
from tuiticket.screens.bindings import bindings
from tuiticket.screens.hints import hints
from tuiticket.screens.knowledge_reading import find, find_stale
from tuiticket.screens.widths import NARROW_OR_WIDE
from tuiticket.widgets.article_page import ArticlePage
from tuiticket.widgets.choice_list import Choice, ChoiceList
from tuiticket.widgets.hint_line import Hint, HintLine
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, aside
from tuiticket.widgets.text_line import TextLine
from tuiticket.wording import label, language_name, none_stale, when

T = TypeVar("T")

_SIGNS = {ArticleKind.FAQ: "?", ArticleKind.CASE: "✓", ArticleKind.TRAINING: "≡"}
"""The type of an article in one cell."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about the article that is read, and the names of categories in it."""

    standing: Standing
    categories: Mapping[int, Category]


class KnowledgeScreen(OnArticles[Article | None]):
    """Articles that fit the words typed. Gives the one chosen, None if one only read.

    `words` is what is searched for at first; typing replaces it. With a `language`, the customer's,
    articles come in that language where there is a translation, and before others. To `browse`,
    the list has the keys at first, and nothing is given.
    """

    CSS = """
    KnowledgeScreen {
        & > Horizontal { height: 1; background: $surface; }
        & Input { width: 1fr; height: 1; border: none; padding: 0 1; background: $surface; }
        & .state { width: 40; background: $surface; padding: 0 1; }
        & Container { layout: horizontal; height: 1fr; }
        & .list { width: 2fr; padding: 0 0 0 1; }
        & Vertical { width: 3fr; padding: 0 0 0 1; border-left: solid $rule; }
        & .links { height: auto; max-height: 6; border-top: solid $rule; }
        & .links.-none { display: none; }
        &.-narrow Container { layout: vertical; }
        &.-narrow .list { width: 100%; height: 2fr; }
        &.-narrow Vertical {
            width: 100%; height: 3fr; border-left: none; border-top: solid $rule;
        }
        &.-narrow .links { max-height: 3; }
    }
    """
    HORIZONTAL_BREAKPOINTS = NARROW_OR_WIDE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.KNOWLEDGE)]

    def __init__(
        self, words: str = "", language: str | None = None, *, browse: bool = False
    ) -> None:
        super().__init__()
        self._words, self._customers, self._browse = words, language, browse
        self._found: Sequence[Article] = ()
        self._known: Known | None = None
        self._language: str | None = None
        self._kind: ArticleKind | None = None
        self._stale = False
        self._trail: list[str] = []
        self._wanted: int | None = None
        self._best_first = False
        self._searching = True
        self._chosen_already = False
        self.list = ChoiceList[int](_("No article fits. Try other words."))
        self.links = ChoiceList[int]()

    def compose(self) -> ComposeResult:
        """The line to type in, the list, the article under its cursor with its links."""
        with Horizontal():
            yield TextLine(self._words, placeholder=_("search the knowledge base"))
            yield Lines(self._state, classes="state")
        with Container():
            yield self.list
            with Vertical():
                yield ArticlePage()
                yield self.links
        yield HintLine(self._hints)

    def desk_ready(self) -> None:
        """List what fits at once."""
        self.list.add_class("list")
        self.links.add_class("links", "-none")
        (self.list if self._browse else self.query_one(Input)).focus()
        self._search(opens=True)

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Search again when an article was written, used or judged."""
        if any(event.kind.startswith(("article.", "desk.", "procedure.")) for event in events):
            self._search()

    def language_changed(self) -> None:
        """Say everything again."""
        self.query_one(Input).placeholder = _("search the knowledge base")
        self._search()
        self._tell()
        self.query_one(ArticlePage).renew()
        super().language_changed()

    def step_back(self) -> bool:
        """Back from a link that was followed, then from the stale ones."""
        if self._trail:
            self.query_one(Input).value = self._trail.pop()
        elif self._stale:
            self.action_knowledge_stale()
        else:
            return False
        return True

    def on_descendant_focus(self) -> None:
        """Remind of the keys that work now."""
        self.query_one(HintLine).refresh()
        self.list.steered = isinstance(self.focused, Input)
        self.list.refresh_line(self.list.cursor)

    @on(Input.Changed)
    def _typed(self) -> None:
        """Find anew, the cursor on what fits best."""
        self._stale, self._best_first = False, True
        self._search()

    def _search(self, *, opens: bool = False) -> None:
        words, language, now = self.query_one(Input).value, self._spoken(), self.now()
        stale, self._searching = self._stale, True
        self.read(
            lambda reading: find_stale(reading, now) if stale else find(reading, words, language),
            self._show,
            group="articles",
            opens=opens,
        )

    def _spoken(self) -> str | None:
        """The language pairs are shown in: none where one language was asked for, or words typed.

        Whoever looks about without words sees each pair once.
        """
        if self._language is not None:
            return None
        if self._browse and not self.query_one(Input).value.strip():
            return i18n.language().partition("_")[0]
        return self._customers

    def _show(self, found: Sequence[Article]) -> None:
        self._found, self._searching = found, False
        self._offer()
        if self._chosen_already:
            self._chosen_already = False
            self.action_knowledge_insert()

    def _offer(self) -> None:
        shown = [one for one in self._found if self._fits(one)]
        self.list.empty = (
            none_stale(STALE_DAYS) if self._stale else _("No article fits. Try other words.")
        )
        at = shown[0].id if self._best_first and shown else self._wanted
        self.list.show(map(_choice, shown), at=at)
        self._wanted, self._best_first = None, False
        self.query_one(Lines).renew()

    def _fits(self, article: Article) -> bool:
        kind, language = self._kind, self._language
        return kind in (None, article.kind) and language in (None, article.language)

    @on(ChoiceList.Moved)
    def _preview(self, message: ChoiceList.Moved) -> None:
        if message.source is not self.list:
            return
        article = self.current_article()
        self.query_one(ArticlePage).show(article)
        if article is None:
            self.links.add_class("-none")
            return
        number = article.id
        self.read(
            lambda reading: Known(
                standing(reading, number), {one.id: one for one in reading.all(Category)}
            ),
            self._learnt,
            group="standing",
            otherwise=lambda _error: None,
        )

    def _learnt(self, known: Known) -> None:
        self._known = known
        self._tell()

    def _tell(self) -> None:
        """Show what is known about the article beside its words."""
        known, article = self._known, self.current_article()
        if known is None or article is None or known.standing.article.id != article.id:
            return
        self.query_one(ArticlePage).tell(known.standing, self._further(known))
        self.links.show(_link(label(kind), other) for kind, other in known.standing.linked)
        self.links.set_class(not known.standing.linked, "-none")

    def _further(self, known: Known) -> str:
        """When it was written or found true, and where its steps are taken."""
        of, now = known.standing, self.now()
        names = [name_of(known.categories[one]) for one in of.steps_on if one in known.categories]
        changed = when(of.article.updated_at, now, self.zone)
        parts = [_("changed {when}").format(when=changed)]
        if of.checked is not None:
            at = when(of.checked.at, now, self.zone)
            words = _("found true {when} by {who}")
            parts.append(words.format(when=at, who=of.checked.author))
        if names:
            parts.append(_("steps for: {categories}").format(categories=listed(names)))
        return " · ".join(parts)

    def current_article(self) -> Article | None:
        """The article under the cursor."""
        chosen = self.list.value
        return next((article for article in self._found if article.id == chosen), None)

    def written(self, number: int | None) -> None:
        """Go to the article that was written."""
        if number is not None:
            self._wanted = number
            self._search()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        """Take what fits best, once it is known."""
        if self._searching:
            self._chosen_already = True
        else:
            self.action_knowledge_insert()

    @on(ChoiceList.Chosen)
    def _chosen(self, message: ChoiceList.Chosen) -> None:
        if message.source is self.list:
            self.action_knowledge_insert()
        elif self.links.value is not None:
            self._trail.append(self.query_one(Input).value)
            self._stale, self._kind, self._language = False, None, None
            self.query_one(Input).value = f"KB-{self.links.value}"
            self.list.focus()

    def action_knowledge_insert(self) -> None:
        """Give the article under the cursor to whoever asked for one; else go into it."""
        article = self.current_article()
        if article is None:
            return
        if not self._browse:
            self.dismiss(article)
        elif self.focused is self.list and self.links.choices:
            self.links.focus()
        else:
            self.list.focus()

    def action_knowledge_search(self) -> None:
        """Type words."""
        self.query_one(Input).focus()

    def action_knowledge_down(self) -> None:
        """To the next article."""
        (self.links if self.focused is self.links else self.list).move(1)

    def action_knowledge_up(self) -> None:
        """To the article before."""
        (self.links if self.focused is self.links else self.list).move(-1)

    def action_knowledge_page_down(self) -> None:
        """Scroll the article on."""
        self.query_one(ArticlePage).scroll_page_down(animate=False)

    def action_knowledge_page_up(self) -> None:
        """Scroll the article back."""
        self.query_one(ArticlePage).scroll_page_up(animate=False)

    def action_knowledge_language(self) -> None:
        """Show one language after the other, then all again."""
        there = {ENGLISH, CHINESE, *(one.language for one in self._found)}
        self._language = _next(self._language, sorted(there))
        self._search()

    def action_knowledge_kind(self) -> None:
        """Show one type after the other, then all again."""
        self._kind = _next(self._kind, list(ArticleKind))
        self._offer()

    def action_knowledge_stale(self) -> None:
        """Show only what nobody has looked after for long, or everything again."""
        self._stale = not self._stale
        self._search()

    def _state(self, width: int) -> Iterator[Line]:
        """What is listed, in a few words."""
        count = len(self.list.choices)
        parts = [
            _("stale") if self._stale else "",
            label(self._kind) if self._kind else "",
            language_name(self._language) if self._language else "",
            ngettext("{n} article", "{n} articles", count).format(n=count),
        ]
        text = " · ".join(filter(None, parts))
        yield aside((), Piece(text, "quiet"), width)

    def _hints(self) -> list[Hint]:
        typing = isinstance(self.focused, Input)
        without = {"knowledge.insert"} if self._browse else set()
        if not typing:
            without |= {"knowledge.page-down"}
        return hints(self.host.keys, Context.KNOWLEDGE, typing=typing, without=without)


def _next(now: T | None, values: Sequence[T]) -> T | None:
    """The value after this one, round and round, None being all of them."""
    order: list[T | None] = [None, *values]
    return order[(order.index(now) + 1) % len(order)] if now in order else None


def _choice(article: Article) -> Choice[int]:
    number = Piece(f"{_SIGNS[article.kind]} KB-{article.id:<4} ", "quiet")
    language = Piece(f"{language_name(article.language)} {article.uses:>3}×", "quiet")
    return Choice(article.id, (number, Piece(drawable(article.title))), language)


def _link(kind: str, article: Article) -> Choice[int]:
    left = (Piece(f"{kind} ", "quiet"), Piece(drawable(article.title)))
    return Choice(article.id, left, Piece(f"KB-{article.id}", "quiet"))
