"""Writing an article of the knowledge base, or a new one, live among colleagues who may do so too.

What is written is kept as a draft every other second and when one leaves; others see it when it is
saved. What they save meanwhile is shown before anything is written over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from tuiticket import i18n
from tuiticket.cells import drawable
from tuiticket.engine.commands.article_drafts import DropArticleDraft, SaveArticleDraft
from tuiticket.engine.commands.articles import EditArticle, PutArticle
from tuiticket.engine.commands.command import Command
from tuiticket.engine.desk import Outcome
from tuiticket.engine.errors import N_, DeskError, Stale
from tuiticket.engine.knowledge import known_article
from tuiticket.engine.model.article import Article, ArticleDraft, ArticleKind
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.event import Event
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.language import CHINESE, ENGLISH
from tuiticket.engine.rules.revisions import difference, mark, revisions
from tuiticket.engine.rules.wording_diff import DiffLine
from tuiticket.event_words import name_of
from tuiticket.i18n import _
from tuiticket.keymap import Context
from tuiticket.screens.bindings import bindings
from tuiticket.screens.dialogs.article_meanwhile import ArticleMeanwhile
from tuiticket.screens.dialogs.pick import pick_for
from tuiticket.screens.drafting import DraftingScreen
from tuiticket.screens.hints import hints
from tuiticket.widgets.choice_row import ChoiceRow
from tuiticket.widgets.form import Row, TextField
from tuiticket.widgets.hint_line import HintLine
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, aside
from tuiticket.wording import label, language_name


class Written(NamedTuple):
    """What stands in the form."""

    title: str
    kind: ArticleKind
    language: str
    category_id: int | None
    asked: str
    body: str

    @classmethod
    def of(cls, article: Article) -> Written:
        """The article as it fills the form."""
        return cls(
            title=article.title,
            kind=article.kind,
            language=article.language,
            category_id=article.category_id,
            asked=article.asked,
            body=article.body,
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """What is read at first: the article, what one had begun to write, the category tree."""

    article: Article | None
    draft: ArticleDraft | None
    categories: Sequence[Category]


class ArticleForm(DraftingScreen[int | None]):
    """The fields of an article over an editor with its text; gives its number once it is saved."""

    CSS = """
    ArticleForm {
        & Editor { height: 1fr; border-top: solid $primary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.ARTICLE)]

    def __init__(self, number: int | None = None) -> None:
        super().__init__("article.md")
        self.number = number
        self._began: str | None = None
        self._meanwhile = ""
        self._categories: dict[int | None, Category] = {}
        self._at_first = self._kept = Written("", ArticleKind.FAQ, ENGLISH, None, "", "")
        self._finished = False
        # Held here, as the editor is: what was written is still asked for when the screen is gone.
        self.title_field = TextField()
        self.kind = ChoiceRow[ArticleKind](list(ArticleKind), label, ArticleKind.FAQ)
        self.language = ChoiceRow[str]([ENGLISH, CHINESE], language_name, ENGLISH)
        self.category = ChoiceRow[int | None]([None], self._category_name, None)
        self.asked = TextField()

    def compose(self) -> ComposeResult:
        """Heading, fields, editor."""
        yield Lines(self._heading, classes="-heading")
        yield Row(N_("title"), self.title_field)
        yield Row(N_("type"), self.kind)
        yield Row(N_("language"), self.language)
        yield Row(N_("category"), self.category)
        yield Row(N_("also asked as"), self.asked)
        yield self.editor
        yield HintLine(lambda: hints(self.host.keys, Context.ARTICLE))

    def desk_ready(self) -> None:
        """Read the article and what one had begun to write."""
        (self.title_field if self.number is None else self.editor).focus()
        self.read(self._look, self._begin, group="article", opens=True)

    def _look(self, reading: Reading) -> _Found:
        drafts = reading.find(ArticleDraft, agent_id=self.me.id, article_id=self.number)
        article = None if self.number is None else known_article(reading, self.number)
        categories = sorted(reading.all(Category), key=lambda category: category.key)
        return _Found(article, drafts[0] if drafts else None, categories)

    def _begin(self, found: _Found) -> None:
        self._categories = {category.id: category for category in found.categories}
        self.category.offer([None, *self._categories])
        if found.article is not None:
            self._start_from(found.article)
        else:
            here = i18n.language().partition("_")[0]
            self._began = ""
            self._at_first = self._at_first._replace(language=here)
            self._fill(self._at_first)
        if found.draft is not None:
            draft = found.draft
            self._kept = Written(
                title=draft.title,
                kind=draft.kind,
                language=draft.language,
                category_id=draft.category_id,
                asked=draft.asked,
                body=draft.body,
            )
            self._fill(self._kept)
            self._began = draft.began
            self.notify(_("Your draft is back."), markup=False)
            if found.article is not None:
                self._note(found.article, "")
        self.query_one(Lines).renew()

    def _start_from(self, article: Article) -> None:
        """Take the article as it is now for what one began with."""
        self._began, self._meanwhile = mark(article.title, article.body), ""
        self._at_first = self._kept = Written.of(article)
        self._fill(self._at_first)

    def _fill(self, written: Written) -> None:
        self.title_field.value = drawable(written.title)
        self.kind.value = written.kind
        self.language.offer(list(dict.fromkeys((ENGLISH, CHINESE, written.language))))
        self.language.value = written.language
        self.category.value = written.category_id
        self.asked.value = drawable(written.asked)
        if self.editor.text != written.body:
            here = self.editor.cursor_location
            self.editor.load_text(written.body)
            self.editor.move_cursor(here)

    def _now(self) -> Written:
        return Written(
            self.title_field.value,
            self.kind.value,
            self.language.value,
            self.category.value,
            self.asked.value,
            self.elsewhere.text,
        )

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Learn what others make of the article while one writes."""
        number = self.number
        if number is None or self._began is None or self._finished:
            return
        about = [e for e in events if e.kind.startswith("desk.") or e.data.get("article") == number]
        if about:
            who = about[-1].actor
            self.read(
                lambda reading: known_article(reading, number),
                lambda article: self._note(article, who),
                group="article",
            )

    def _note(self, article: Article, who: str) -> None:
        """Show what they wrote where one has changed nothing; else only that they did."""
        if mark(article.title, article.body) == self._began:
            return
        if self._now() == self._at_first:
            self._start_from(article)
        else:
            self._meanwhile = (
                _("{who} changed it meanwhile").format(who=who) if who else _("changed meanwhile")
            )
        self.query_one(Lines).renew()

    def draft(self) -> Command | None:
        """The article as it is now; what one changed back is no draft any more."""
        now = self._now()
        if self._began is None or self._finished or now == self._kept:
            return None
        self._kept = now
        if now == self._at_first:
            return DropArticleDraft(article=self.number)
        return SaveArticleDraft(article=self.number, began=self._began, **now._asdict())

    def action_writing_editor(self) -> None:
        """Write on in the person's own editor."""
        if self._began is not None:
            self.elsewhere.begin()

    def action_writing_discard(self) -> None:
        """Throw away what one has changed."""
        if self._began is not None:
            self.act(DropArticleDraft(article=self.number), said=_("Discarded"), then=self._done)

    def action_writing_save(self) -> None:
        """Save it for all, unless others have changed it since one began."""
        if self._began is not None:
            self.keep()
            self._save(self._began)

    def _save(self, began: str) -> None:
        now = self._now()
        category = self._categories.get(now.category_id)
        words: dict[str, Any] = {
            "title": now.title,
            "body": now.body,
            "kind": now.kind,
            "language": now.language,
            "category": category.key if category else "",
            "asked_as": (now.asked,) if now.asked != self._at_first.asked else None,
        }
        put = (
            PutArticle(**words)
            if self.number is None
            else EditArticle(article=self.number, began=began, **words)
        )
        self.act(
            put,
            DropArticleDraft(article=self.number),
            said=_said,
            then=self._done,
            otherwise=self._not_saved,
        )

    def _done(self, outcome: Outcome) -> None:
        self._finished = True
        if self.is_current:
            added = [e.data["article"] for e in outcome.events if e.kind == "article.added"]
            self.dismiss(added[0] if added else self.number)

    def _not_saved(self, error: DeskError) -> None:
        """Show what others changed; go where something is wrong."""
        number, began = self.number, self._began
        if not isinstance(error, Stale) or number is None:
            self.host.complain(error)
            if error.values.get("field") == "title":
                self.title_field.focus()
            return

        def compare(reading: Reading) -> tuple[Article, str, Sequence[DiffLine]]:
            known = list(revisions(reading.article_events(), number))
            then = next((one for one in known if mark(one.title, one.body) == began), known[0])
            return known_article(reading, number), known[-1].actor, difference(then, known[-1])

        self.read(compare, self._ask, group="meanwhile", opens=True)

    def _ask(self, found: tuple[Article, str, Sequence[DiffLine]]) -> None:
        article, who, lines = found
        self._began = mark(article.title, article.body)
        again = self._began
        self.app.push_screen(
            ArticleMeanwhile(article.id, who, lines),
            lambda sure: self._save(again) if sure else None,
        )

    @on(ChoiceRow.Asked)
    def _list(self, message: ChoiceRow.Asked) -> None:
        pick_for(message.row)

    def _category_name(self, number: int | None) -> str:
        category = self._categories.get(number)
        return name_of(category) if category else "–"

    def _heading(self, width: int) -> Iterator[Line]:
        words = _("New article")
        if self.number is not None:
            words = _("Editing KB-{article}").format(article=self.number)
        yield aside((Piece(words, "title"),), Piece(drawable(self._meanwhile), "soon"), width)


def _said(outcome: Outcome) -> str:
    numbers = [event.data["article"] for event in outcome.events if "article" in event.data]
    return _("KB-{article} saved").format(article=numbers[0]) if numbers else _("Nothing changed")
