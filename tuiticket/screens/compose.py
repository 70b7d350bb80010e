"""Writing an answer to the customer, or a note for colleagues, with the conversation in sight.

What is written is kept as a draft every other second and when one leaves; it goes only by sending
or discarding it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tuiticket.cells import drawable
from tuiticket.engine.commands.assignment import Accept
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import AddNote, Reply
from tuiticket.engine.commands.drafts import SaveDraft
from tuiticket.engine.desk import Outcome
from tuiticket.engine.errors import DeskError, Stale
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.message import Direction
from tuiticket.engine.model.people import Draft, DraftKind
from tuiticket.engine.model.presence import Doing, Present
from tuiticket.engine.model.ticket import State
from tuiticket.engine.ports import Reading
from tuiticket.i18n import _
from tuiticket.keymap import Context
from tuiticket.screens.attendance import At
from tuiticket.screens.bindings import bindings
from tuiticket.screens.dialogs.meanwhile import Meanwhile, news
from tuiticket.screens.dialogs.pick_canned import Offered, PickCanned, missing, offered
from tuiticket.screens.dialogs.review import Review, Verdict
from tuiticket.screens.drafting import DraftingScreen
from tuiticket.screens.hints import hints
from tuiticket.screens.knowledge import KnowledgeScreen
from tuiticket.screens.ticket_view import TicketView, look_at
from tuiticket.screens.widths import NARROW_OR_WIDE
from tuiticket.widgets.article_text import plain
from tuiticket.widgets.editor import Editor
from tuiticket.widgets.hint_line import HintLine
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, aside, line
from tuiticket.widgets.present import presence
from tuiticket.widgets.timeline import Timeline
from tuiticket.widgets.timeline_entries import Said
from tuiticket.wording import label

STILL_TYPING_S = 8
"""Seconds after the last letter for which one counts as typing."""

_THEN = {Verdict.SEND_AND_WAIT: State.WAITING_CUSTOMER, Verdict.SEND_AND_SOLVE: State.SOLVED}


class ComposeScreen(DraftingScreen[None]):
    """An editor below (or beside) the conversation; `article` is put in at once."""

    CSS = """
    ComposeScreen {
        & Container { layout: vertical; height: 1fr; }
        & Timeline { height: 2fr; padding: 0 0 0 1; }
        & Editor { height: 3fr; border-top: solid $primary; }
        &.-wide Container { layout: horizontal; }
        &.-wide Timeline { height: 100%; width: 1fr; }
        &.-wide Editor { height: 100%; width: 1fr; border-top: none; border-left: solid $primary; }
    }
    """
    HORIZONTAL_BREAKPOINTS = NARROW_OR_WIDE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.COMPOSE)]

    def __init__(self, number: int, kind: DraftKind, article: Article | None = None) -> None:
        super().__init__()
        self.number, self.kind = number, kind
        self.view: TicketView | None = None
        self._articles: list[int] = []
        self._canned: list[str] = []
        self._first = article
        self._kept = ""
        self._began: TicketView | None = None
        self._finished = False
        self._typed_at: datetime | None = None
        self._others: Sequence[Present] = ()

    def compose(self) -> ComposeResult:
        """Heading, conversation, editor."""
        yield Lines(self._heading, classes="-heading")
        with Container():
            yield Timeline()
            yield self.editor
        yield HintLine(lambda: hints(self.host.keys, Context.COMPOSE))

    def desk_ready(self) -> None:
        """Read the ticket and what one had begun to write."""
        self.editor.focus()
        self.host.attend()
        self.read(self._look, self._begin, group="compose", opens=True)

    def _look(self, reading: Reading) -> tuple[TicketView, list[Draft]]:
        mine = {"ticket_id": self.number, "agent_id": self.me.id, "kind": self.kind}
        return look_at(reading, self.number), reading.find(Draft, **mine)

    def _begin(self, found: tuple[TicketView, list[Draft]]) -> None:
        view, drafts = found
        self._began = view
        if view.dossier.ticket.accepted_at is None and view.dossier.ticket.owner_id == self.me.id:
            self.act(Accept(ticket=self.number), said="", aside=True)
        self._show(view)
        self.query_one(Timeline).to_newest()
        editor = self.editor
        if drafts:
            self._kept = drafts[0].body
            editor.begin(self._kept)
            self.notify(_("Your draft is back."), markup=False)
        elif self.kind is DraftKind.REPLY and (text := self._withdrawn(view)):
            editor.begin(text)
            self.notify(_("The answer you took back is here again."), markup=False)
        if self._first is not None:
            self._insert(self._first)

    def _withdrawn(self, view: TicketView) -> str:
        """The last answer on the ticket, if it is mine and I took it back."""
        answers = [m for m in view.dossier.messages if m.direction is Direction.OUT]
        last = answers[-1] if answers else None
        taken_back = last is not None and last.withdrawn_at is not None
        return last.body if last and taken_back and last.agent_id == self.me.id else ""

    def _show(self, view: TicketView) -> None:
        self.view = view
        self.query_one(Timeline).show(view.story, view.names, self.now(), self.zone)
        self.query_one(Lines).renew()

    def at_ticket(self) -> At | None:
        """At the ticket one writes on; typing as long as the last letter is fresh."""
        fresh = self._typed_at is not None and (
            (self.now() - self._typed_at).total_seconds() < STILL_TYPING_S
        )
        return At(self.number, Doing.TYPING if fresh else Doing.LOOKING)

    def others_there(self, others: Sequence[Present]) -> None:
        """Show who else is at it."""
        if others != self._others:
            self._others = others
            self.query_one(Lines).renew()

    @on(Editor.Changed)
    def _typed(self) -> None:
        """Colleagues see at once that an answer is on its way."""
        if self._began is not None and self._text() != self._kept:
            began = self._typed_at is None
            self._typed_at = self.now()
            if began:
                self.host.attend()

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Show what others do on this ticket while one writes."""
        if any(event.ticket_id == self.number for event in events):
            self.read(lambda reading: look_at(reading, self.number), self._show, group="compose")

    def language_changed(self) -> None:
        """Say everything again."""
        if self.view is not None:
            self._show(self.view)
        super().language_changed()

    def action_compose_review(self) -> None:
        """Read it once more, then decide."""
        if self._began is None or not self._text().strip():
            self.notify(_("Nothing is written yet."), severity="warning", markup=False)
            return
        self.keep()
        self.app.push_screen(Review(self.kind, self._to_whom(), self._text()), self._decided)

    def action_compose_article(self) -> None:
        """Put an article of the knowledge base in."""
        if self.view is not None:
            ticket = self.view.dossier.ticket
            screen = KnowledgeScreen(ticket.subject, ticket.language)
            self.app.push_screen(screen, self._insert)

    def action_compose_canned(self) -> None:
        """Put a canned reply in, filled in for this ticket."""
        if self.view is None:
            return
        dossier, me = self.view.dossier, self.me

        def offer(replies: list[Offered]) -> None:
            if not replies:
                words = _("There are no canned replies yet. Add some: tuiticket canned put")
                self.notify(words, severity="warning", markup=False)
                return
            by_key = {one.reply.key: one for one in replies}
            self.app.push_screen(
                PickCanned(replies), lambda key: self._put_canned(by_key[key]) if key else None
            )

        self.read(lambda reading: offered(reading, dossier, me), offer, group="canned", opens=True)

    def _put_canned(self, chosen: Offered) -> None:
        self.editor.put(chosen.filled.text)
        self._canned.append(chosen.reply.key)
        if chosen.filled.unfilled:
            self.notify(missing(chosen.filled), severity="warning", markup=False)

    def action_compose_editor(self) -> None:
        """Write on in the person's own editor."""
        if self._began is not None:
            self.elsewhere.begin()

    def action_compose_scroll_up(self) -> None:
        """Scroll the conversation back."""
        self.query_one(Timeline).scroll_relative(y=-3, animate=False)

    def action_compose_scroll_down(self) -> None:
        """Scroll the conversation on."""
        self.query_one(Timeline).scroll_relative(y=3, animate=False)

    def _insert(self, article: Article | None) -> None:
        if article is not None:
            self.editor.put(plain(article.body))
            self._articles.append(article.id)

    def _decided(self, verdict: Verdict | None) -> None:
        match verdict:
            case None:
                return
            case Verdict.KEEP:
                self.dismiss(None)
            case Verdict.DISCARD:
                self._leave(_("Discarded"), self._draft(""))
            case _:
                self._send(_THEN.get(verdict))

    def _send(self, then: State | None) -> None:
        """Send it, unless others have changed the ticket since one began to write."""
        command: Command = AddNote(ticket=self.number, body=self._text())
        if self.kind is DraftKind.REPLY:
            assert self._began is not None
            command = Reply(
                ticket=self.number,
                body=self._text(),
                version=self._began.dossier.ticket.version,
                then=then,
                articles=tuple(dict.fromkeys(self._articles)),
                canned=tuple(dict.fromkeys(self._canned)),
            )
        said = _("Note added") if self.kind is DraftKind.NOTE else _("Sent")
        self.act(
            command,
            self._draft(""),
            said=f"{said} · #{self.number}",
            then=self._sent,
            otherwise=lambda error: self._not_sent(error, then),
        )

    def _sent(self, _outcome: Outcome) -> None:
        self._finished = True
        if self.is_current:
            self.dismiss(None)

    def _not_sent(self, error: DeskError, then: State | None) -> None:
        """Show what changed meanwhile; what nobody needs to know of stops nothing."""
        if not isinstance(error, Stale):
            self.host.complain(error)
            return

        def look(view: TicketView) -> None:
            assert self._began is not None
            story = news(self._began.dossier, view.dossier, self.me.id)
            self._began = view
            self._show(view)
            if story:
                self.app.push_screen(
                    Meanwhile(view, story), lambda again: self._send(then) if again else None
                )
            else:
                self._send(then)

        self.read(
            lambda reading: look_at(reading, self.number), look, group="meanwhile", opens=True
        )

    def _leave(self, said: str, command: Command) -> None:
        self.act(command, said=said, then=self._sent)

    def draft(self) -> SaveDraft | None:
        """The answer or note as it is now; None before the ticket is read and after sending."""
        text = self._text()
        if self._began is None or self._finished or text == self._kept:
            return None
        self._kept = text
        return self._draft(text)

    def _draft(self, text: str) -> SaveDraft:
        return SaveDraft(ticket=self.number, kind=self.kind, body=text)

    def _text(self) -> str:
        return self.elsewhere.text

    def _to_whom(self) -> str:
        assert self.view is not None
        if self.kind is DraftKind.NOTE:
            return _("Note for colleagues on #{number}").format(number=self.number)
        dossier = self.view.dossier
        return _("To {customer} · {channel} · #{number}").format(
            customer=dossier.customer.name,
            channel=label(dossier.ticket.channel),
            number=self.number,
        )

    def _heading(self, width: int) -> Iterator[Line]:
        if self.view is None:
            yield line(Piece(_("reading …"), "quiet"))
            return
        look = "note" if self.kind is DraftKind.NOTE else "title"
        subject = drawable(self.view.dossier.ticket.subject)
        here = presence(self._others, self.view.dossier.agents)
        whom = Piece(drawable(self._to_whom()), look)
        yield aside((*here, whom, Piece(f"  {subject}")), self._news(), width)

    def _news(self) -> Piece:
        """Who wrote or did something since one began."""
        if self._began is None or self.view is None:
            return Piece("")
        story = news(self._began.dossier, self.view.dossier, self.me.id)
        if not story:
            return Piece("")
        last = story[-1]
        if isinstance(last, Said):
            return Piece(_("{who} wrote meanwhile").format(who=drawable(last.who)), "soon")
        return Piece(_("changed meanwhile"), "soon")
