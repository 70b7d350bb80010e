"""What an article said before: its wordings, what each changed, and bringing one back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tuiticket.cells import drawable
from tuiticket.engine.commands.articles import RestoreArticle
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.revision import Revision
from tuiticket.engine.rules.revisions import difference, revisions
from tuiticket.event_words import NO_NAMES
from tuiticket.i18n import _
from tuiticket.keymap import Context
from tuiticket.screens.bindings import bindings
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.hints import hints
from tuiticket.screens.widths import NARROW_OR_WIDE
from tuiticket.widgets.choice_list import Choice, ChoiceList
from tuiticket.widgets.hint_line import HintLine
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, aside
from tuiticket.widgets.wording_page import WordingPage
from tuiticket.wording import when


class WordingsScreen(DeskScreen[None]):
    """The wordings of an article, the newest first; beside them what each changed."""

    CSS = """
    WordingsScreen {
        & Container { layout: horizontal; height: 1fr; }
        & ChoiceList { width: 2fr; padding: 0 0 0 1; }
        & WordingPage { width: 3fr; padding: 0 0 0 1; border-left: solid $rule; }
        &.-narrow Container { layout: vertical; }
        &.-narrow ChoiceList { width: 100%; height: 6; }
        &.-narrow WordingPage {
            width: 100%; height: 1fr; border-left: none; border-top: solid $rule;
        }
    }
    """
    HORIZONTAL_BREAKPOINTS = NARROW_OR_WIDE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.WORDINGS)]

    def __init__(self, article: int) -> None:
        super().__init__()
        self.article = article
        self._known: Sequence[Revision] = ()
        self._whole = False

    def compose(self) -> ComposeResult:
        """Heading, wordings, what changed, hints."""
        yield Lines(self._heading, classes="-heading")
        with Container():
            yield ChoiceList[int](_("reading …"))
            yield WordingPage(_("Nothing differs."))
        yield HintLine(lambda: hints(self.host.keys, Context.WORDINGS))

    def desk_ready(self) -> None:
        """Read the wordings."""
        self.query_one(ChoiceList).focus()
        self._read(opens=True)

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Read them again when an article may have changed."""
        if any(event.kind.startswith(("article.", "desk.")) for event in events):
            self._read()

    def language_changed(self) -> None:
        """Say everything again."""
        self.query_one(WordingPage).empty = _("Nothing differs.")
        self._show(self._known)
        super().language_changed()

    def _read(self, *, opens: bool = False) -> None:
        number = self.article
        self.read(
            lambda reading: tuple(revisions(reading.article_events(), number)),
            self._show,
            group="wordings",
            opens=opens,
        )

    def _show(self, known: Sequence[Revision]) -> None:
        self._known = known
        self.query_one(ChoiceList).show(self._choice(each) for each in reversed(known))
        self.query_one(Lines).renew()

    def _choice(self, each: Revision) -> Choice[int]:
        at = when(each.at, self.now(), self.zone)
        left = (Piece(f"{each.number:>3} ", "quiet"), Piece(drawable(each.title)))
        return Choice(
            each.number, left, Piece(f" {drawable(NO_NAMES.agent(each.actor))} {at}", "quiet")
        )

    def _chosen(self) -> Revision | None:
        number = self.query_one(ChoiceList).value
        return next((each for each in self._known if each.number == number), None)

    @on(ChoiceList.Moved)
    def _compare(self) -> None:
        """Show what it changed; all of it where it is the first one, or that is asked for."""
        page, chosen = self.query_one(WordingPage), self._chosen()
        if chosen is None:
            return
        before = next((one for one in self._known if one.number == chosen.number - 1), None)
        if before is None or self._whole:
            page.show_text(chosen.title, chosen.body)
        else:
            self.read(
                lambda _reading: difference(before, chosen),
                page.show_difference,
                group="difference",
            )

    def action_wording_whole(self) -> None:
        """Show all it said, or only what changed."""
        self._whole = not self._whole
        self._compare()

    @on(ChoiceList.Chosen)
    def _chose(self) -> None:
        self.action_wording_whole()

    def action_wording_restore(self) -> None:
        """Bring the wording under the cursor back."""
        if chosen := self._chosen():
            said = _("KB-{article} reads like version {number} again")
            self.act(
                RestoreArticle(article=self.article, revision=chosen.number),
                said=said.format(article=self.article, number=chosen.number),
            )

    def action_wording_down(self) -> None:
        """To the wording before."""
        self.query_one(ChoiceList).move(1)

    def action_wording_up(self) -> None:
        """To the wording after."""
        self.query_one(ChoiceList).move(-1)

    def action_wording_page_down(self) -> None:
        """Scroll the text on."""
        self.query_one(WordingPage).scroll_page_down(animate=False)

    def action_wording_page_up(self) -> None:
        """Scroll the text back."""
        self.query_one(WordingPage).scroll_page_up(animate=False)

    def _heading(self, width: int) -> Iterator[Line]:
        title = drawable(self._known[-1].title) if self._known else ""
        left = (Piece(_("Versions of KB-{article}").format(article=self.article), "title"),)
        shown = _("whole text") if self._whole else _("what changed")
        yield aside((*left, Piece(f"  {title}")), Piece(shown, "quiet"), width)
