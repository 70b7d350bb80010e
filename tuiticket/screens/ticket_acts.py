"""What can be done to tickets, in the queue as well as with one open: keys become commands."""

from __future__ import annotations

from textual.screen import ScreenResultType

from tuiticket.engine.commands.article_cases import ArticleFromTicket
from tuiticket.engine.desk import Outcome
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.people import DraftKind
from tuiticket.i18n import _
from tuiticket.screens.acts.doubling import DoublingActs
from tuiticket.screens.acts.escalating import EscalatingActs
from tuiticket.screens.acts.filing import FilingActs
from tuiticket.screens.acts.following import FollowingActs
from tuiticket.screens.acts.hearing import HearingActs
from tuiticket.screens.acts.judging import JudgingActs
from tuiticket.screens.acts.later import LaterActs
from tuiticket.screens.acts.living import LivingActs
from tuiticket.screens.acts.owning import OwningActs
from tuiticket.screens.article_form import ArticleForm
from tuiticket.screens.compose import ComposeScreen
from tuiticket.screens.customer import CustomerScreen
from tuiticket.screens.dialogs.explain import Explain
from tuiticket.screens.knowledge import KnowledgeScreen
from tuiticket.screens.log import LogScreen


class TicketActs(
    OwningActs[ScreenResultType],
    EscalatingActs[ScreenResultType],
    LivingActs[ScreenResultType],
    FilingActs[ScreenResultType],
    JudgingActs[ScreenResultType],
    DoublingActs[ScreenResultType],
    LaterActs[ScreenResultType],
    FollowingActs[ScreenResultType],
    HearingActs[ScreenResultType],
):
    """A screen on which all can be done to tickets; here what is only for the current one."""

    def action_ticket_reply(self) -> None:
        """Write to the customer."""
        self._write(DraftKind.REPLY)

    def action_ticket_note(self) -> None:
        """Write to colleagues only."""
        self._write(DraftKind.NOTE)

    def action_ticket_articles(self) -> None:
        """Look for an answer that is known already, and begin a reply with it."""
        current = self.current()

        def answer(article: Article | None) -> None:
            if article is not None:
                self._write(DraftKind.REPLY, article)

        if current:
            self.app.push_screen(KnowledgeScreen(current.subject, current.language), answer)

    def action_ticket_to_article(self) -> None:
        """Make a worked case of it for the knowledge base."""
        if current := self.current():
            self.act(
                ArticleFromTicket(ticket=current.id),
                said=_("Article made · read it before others do"),
                then=self._read_over,
            )

    def _read_over(self, outcome: Outcome) -> None:
        """Open the article that was made: what only people notice is not masked."""
        made = next(e.data["article"] for e in outcome.events if e.kind == "article.added")
        self.app.push_screen(ArticleForm(made))

    def action_ticket_log(self) -> None:
        """Show every step of it."""
        if current := self.current():
            self.app.push_screen(LogScreen(current.id))

    def action_ticket_explain(self) -> None:
        """Say why its clocks and its owner are what they are."""
        if current := self.current():
            self.app.push_screen(Explain(current.id))

    def action_ticket_customer(self) -> None:
        """See all about its customer."""
        if current := self.current():
            self.app.push_screen(CustomerScreen(current.id))

    def action_ticket_copy(self) -> None:
        """Copy its number to the clipboard of the terminal."""
        if current := self.current():
            self.app.copy_to_clipboard(f"#{current.id}")
            self.notify(
                _("#{number} sent to the clipboard, if your terminal allows it (OSC 52)").format(
                    number=current.id
                ),
                markup=False,
            )

    def _write(self, kind: DraftKind, article: Article | None = None) -> None:
        if current := self.current():
            self.app.push_screen(ComposeScreen(current.id, kind, article))
