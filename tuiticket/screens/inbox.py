"""What one was told, by the desk and by colleagues, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from tuiticket.cells import drawable
from tuiticket.engine.commands.drafts import SeeNotices
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.inbox import Telling
from tuiticket.engine.model.people import Agent, Notice, Team
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.inbox import tellings
from tuiticket.event_words import NO_NAMES, Names
from tuiticket.i18n import _, ngettext
from tuiticket.keymap import Context
from tuiticket.notice_words import said, times, who
from tuiticket.screens.bindings import bindings
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.hints import hints
from tuiticket.screens.telling import tell, tell_someone
from tuiticket.widgets.choice_list import Choice, ChoiceList
from tuiticket.widgets.hint_line import HintLine
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, aside, line
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import when

MOST = 500
"""Notices that are shown."""


class InboxScreen(DeskScreen[None]):
    """The notices in a list, all words of the one under the cursor below it.

    What the desk says again of a ticket is one line of the list, and is seen as one.
    """

    CSS = """
    InboxScreen {
        & > ChoiceList { padding: 0 0 0 1; }
        & > .words { max-height: 40%; padding: 0 1; border-top: solid $rule; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.INBOX)]

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[int, Telling] = {}
        self._names = NO_NAMES
        self._every = False

    def compose(self) -> ComposeResult:
        """Heading, list, words, hints."""
        yield Lines(self._heading, classes="-heading")
        yield ChoiceList[int]()
        yield Lines(self._words, classes="words")
        yield HintLine(lambda: hints(self.host.keys, Context.INBOX))

    @property
    def notices(self) -> ChoiceList[int]:
        """What was told, by its id."""
        return self.query_one(ChoiceList)

    @property
    def current(self) -> Telling | None:
        """What is told under the cursor."""
        return self._told.get(self.notices.value or 0)

    def desk_ready(self) -> None:
        """Read what there is."""
        self.notices.focus()
        self._load(opens=True)

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Read it again; whatever happened may be told here."""
        self._load(opens=bool(self.mine(events)))

    def language_changed(self) -> None:
        """Say everything again."""
        self._show((self._names, tuple(self._told.values())))
        super().language_changed()

    def _load(self, *, opens: bool = False) -> None:
        me, every = self.me, self._every
        self.read(
            lambda reading: _inbox(reading, me, every=every),
            self._show,
            group="inbox",
            opens=opens,
        )

    def _show(self, found: tuple[Names, Sequence[Telling]]) -> None:
        self._names, told = found
        self._told = {one.id: one for one in told}
        self.notices.empty = self._nothing()
        self.notices.show((self._choice(one) for one in told), at=self._place())
        for part in self.query(Lines):
            part.renew()

    def _place(self) -> int | None:
        """Where the cursor goes: it stays, or is on what came to the place of what is gone."""
        ids, here = list(self._told), self.notices.value
        if here in self._told or not ids:
            return here
        return ids[min(self.notices.cursor, len(ids) - 1)]

    def _nothing(self) -> str:
        if self._every:
            return _("Nobody has told you anything yet.")
        return _("Nothing new. {key} shows what you have seen.").format(
            key=self.host.keys["inbox.every"].keys[0]
        )

    def _choice(self, told: Telling) -> Choice[int]:
        newest, notice, new = told.newest, told.newest.notice, told.new
        about = f"#{notice.ticket_id} " if notice.ticket_id else ""
        at = self._at(notice)
        left = (
            Piece("● " if new else "  ", "mine"),
            Piece(drawable(who(newest, self._names)), "strong" if new else "quiet"),
            Piece(" · ", "quiet"),
            Piece(_one_line(said(newest, self._names)), "" if new else "quiet"),
            Piece(times(told), "strong" if new else "quiet"),
            Piece(f" · {_one_line(newest.subject)}" if newest.subject else "", "quiet"),
        )
        return Choice(told.id, left, Piece(f" {about}{at}", "quiet"))

    def _heading(self, width: int) -> Iterator[Line]:
        new = sum(one.new for one in self._told.values())
        count = ngettext("{count} new", "{count} new", new).format(count=new)
        shows = _("new and seen") if self._every else _("only what is new")
        left = (Piece(_("Inbox"), "title"), Piece(f" · {shows}", "quiet"))
        yield aside(left, Piece(count, "quiet"), width)

    def _words(self, width: int) -> Iterator[Line]:
        told = self.current
        if told is None:
            return
        newest, notice = told.newest, told.newest.notice
        about = notice.ticket_id
        subject = f"#{about} {drawable(newest.subject or '')}" if about else ""
        heading = (Piece(drawable(who(newest, self._names)), "strong"), Piece(f"  {subject}"))
        yield aside(heading, Piece(self._at(notice), "quiet"), width)
        if len(told.lines) > 1:
            for one in told.lines:
                said_ = (Piece(_one_line(said(one, self._names))),)
                yield aside(said_, Piece(self._at(one.notice), "quiet"), width)
            return
        text = str(notice.details.get("text") or said(newest, self._names))
        yield from (line(row) for row in wrap(drawable(text), width))

    def _at(self, notice: Notice) -> str:
        return when(notice.at, self.now(), self.zone)

    @on(ChoiceList.Moved)
    def _read_on(self) -> None:
        self.query_one(".words", Lines).renew()

    @on(ChoiceList.Chosen)
    def action_inbox_open(self) -> None:
        """Open the ticket, or the list of a wave; the notice is seen then."""
        told = self.current
        if told is None:
            return
        notice = told.newest.notice
        self._see([told])
        if (wave := notice.details.get("wave")) is not None:
            self.host.open_list(f"wave:{wave}")
        elif notice.ticket_id is not None:
            self.host.open_ticket(notice.ticket_id)

    def action_inbox_seen(self) -> None:
        """Count it as seen and go on to the next one."""
        told = self.current
        if told is not None:
            if self._every:
                self.notices.move(1)
            self._see([told])

    def action_inbox_all_seen(self) -> None:
        """Count everything as seen."""
        self._see(self._told.values())

    def action_inbox_every(self) -> None:
        """Show what was seen too, or only what is new."""
        self._every = not self._every
        self._load(opens=True)

    def action_inbox_answer(self) -> None:
        """Write back to the colleague who wrote it."""
        told = self.current
        if told is None:
            return
        notice = told.newest.notice
        login = notice.details.get("by")
        names = {agent.login: agent.name for agent in self._names.agents.values()}
        if login is None or login not in names:
            self.host.complain(
                Refused(N_("That was told by the desk; nobody would read an answer."))
            )
            return
        self._see([told])
        tell(self, str(login), names[login], notice.ticket_id)

    def action_inbox_write(self) -> None:
        """Write to a colleague."""
        tell_someone(self)

    def action_inbox_down(self) -> None:
        """To the next notice."""
        self.notices.move(1)

    def action_inbox_up(self) -> None:
        """To the notice before."""
        self.notices.move(-1)

    def action_inbox_top(self) -> None:
        """To the newest."""
        self.notices.move(-MOST)

    def action_inbox_bottom(self) -> None:
        """To the oldest."""
        self.notices.move(MOST)

    def _see(self, told: Iterable[Telling]) -> None:
        new = tuple(line.notice.id for one in told if one.new for line in one.lines)
        if new:
            self.act(SeeNotices(ids=new), said="", then=lambda _outcome: self._load(opens=True))


def _inbox(reading: Reading, me: Agent, *, every: bool) -> tuple[Names, Sequence[Telling]]:
    names = Names.of(reading.all(Agent), reading.all(Team), reading.all(Category))
    return names, tellings(reading.inbox(me, unseen_only=not every, limit=MOST))


def _one_line(text: str) -> str:
    return " ".join(drawable(text).split())
