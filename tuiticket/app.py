"""The agent's console."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from tuiticket.engine.errors import N_, BadInput, DeskError
from tuiticket.i18n import _
from tuiticket.keymap import Context
from tuiticket.screens.bindings import bindings
from tuiticket.screens.desk_app import DeskApp, Who
from tuiticket.screens.desk_screen import LookingScreen
from tuiticket.screens.opening import OpeningScreen
from tuiticket.screens.setting import Setting

if TYPE_CHECKING:  # every screen but the first is loaded by the thread that opens the desk
    from tuiticket.engine.commands.command import Command
    from tuiticket.engine.desk import Desk, Outcome
    from tuiticket.screens.attendance import At, Attendance
    from tuiticket.screens.on_ticket import Act
    from tuiticket.screens.session import Session

__all__ = ["Console", "Setting", "Who", "run_console"]

HAND_OUT_EVERY = 30
"""Seconds between two offers of what waits unassigned; what is due is done each second."""


BEHIND = ("queue", "ticket", "inbox", "help", "palette")
"""Screens that are loaded behind the first paint."""


class Console(DeskApp):
    """The console of one agent."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.DESK)]

    def __init__(
        self, open_desk: Callable[[], Desk], login: Who, setting: Setting | None = None
    ) -> None:
        super().__init__(open_desk, login, setting)
        self.last_act: Act | None = None
        self.last_open: int | None = None
        self._beats = 0
        self._offers: dict[int, str] = {}
        self._attendance: Attendance | None = None

    def get_default_screen(self) -> OpeningScreen:
        """The frame of the queue; the queue itself comes with the desk."""
        return OpeningScreen(self.keys)

    async def desk_opened(self) -> None:
        """Go to the queue: everything starts from it and returns to it."""
        from tuiticket.screens.queue import QueueScreen

        self.add_mode("desk", QueueScreen)
        await self.switch_mode("desk")

    def sit_down(self) -> Session:
        """Load the screens as well: a key must not wait for the one it opens."""
        for name in BEHIND:
            import_module(f"tuiticket.screens.{name}")
        return super().sit_down()

    async def beat(self) -> None:
        """Also do what is due at the desk, and say where one is."""
        await super().beat()
        self.attend()
        if self.session is not None:
            self._beats += 1
            try:
                await self.session.tick(hand_out=self._beats % HAND_OUT_EVERY == 1)
            except DeskError as error:
                self.complain(error)

    def attend(self) -> None:
        """Tell colleagues where one is once the screen stands, and the screen who else is there."""
        self.call_later(self._attend_now)

    def _attend_now(self) -> None:
        if self.session is None:
            return
        if self._attendance is None:
            from tuiticket.screens.attendance import Attendance

            self._attendance = Attendance(self.session)
        there = ((screen, at) for screen in self._screens() if (at := screen.at_ticket()))
        screen, at = next(there, (None, None))
        if at is not None or not self._attendance.nowhere:
            self._attend(self._attendance, screen, at)

    @work(group="attend")
    async def _attend(
        self, attendance: Attendance, screen: LookingScreen[object] | None, at: At | None
    ) -> None:
        others = await asyncio.to_thread(attendance.beat, at)
        if screen is not None and screen.standing and screen.at_ticket() == at:
            screen.others_there(others)

    def on_unmount(self) -> None:
        """Nobody is here any more."""
        if self._attendance is not None:
            self._attendance.leave()

    def carry_out(
        self,
        commands: Sequence[Command],
        said: Callable[[Outcome], str],
        then: Callable[[Outcome], None],
        otherwise: Callable[[DeskError], None],
        *,
        fitting: bool = False,
        aside: bool = False,
    ) -> None:
        """Have commands carried out as one act, then bring every screen up to date."""
        assert self.session is not None, "the desk is not open yet"
        done = self.session.do(*commands, fitting=fitting)
        if not aside:
            self.typing.hold()
        self._follow(done, said, then, otherwise, aside=aside)

    @work(group="acts")
    async def _follow(
        self,
        done: asyncio.Future[Outcome],
        said: Callable[[Outcome], str],
        then: Callable[[Outcome], None],
        otherwise: Callable[[DeskError], None],
        *,
        aside: bool,
    ) -> None:
        try:
            outcome = await done
        except DeskError as error:
            otherwise(error)
        else:
            if outcome.events:
                await self.catch_up(sure=True)
                self._take_offer(outcome)
            if words := said(outcome):
                self._say(words, outcome)
            then(outcome)
        finally:
            if not aside:
                self.typing.release()

    def _say(self, words: str, outcome: Outcome) -> None:
        """Tell what was done, and by which key it is taken back or done again."""
        if (way_back := self._way_back(outcome)) and outcome.act is not None:
            standing = {note.message for note in self._notifications}
            self._offers = {act: one for act, one in self._offers.items() if one in standing}
            self._offers[outcome.act] = words + way_back
        self.notify(words + way_back, markup=False)

    def _take_offer(self, outcome: Outcome) -> None:
        """What was taken back, or done again, is offered no longer."""
        for event in outcome.events:
            for act in (event.data.get("act"), event.data.get("undo")):
                if act in self._offers:
                    self.unsay(self._offers.pop(act))

    def _way_back(self, outcome: Outcome) -> str:
        from tuiticket.engine.commands.undoable import UNDOABLE, UNDONE

        kinds = {event.kind for event in outcome.events}
        if kinds == {UNDONE}:
            return _(" · {key} does it again").format(key=self.keys["redo"].keys[0])
        if not kinds or not kinds <= UNDOABLE:
            return ""
        return _(" · {key} undoes").format(key=self.keys["undo"].keys[0])

    def open_list(self, query: str) -> None:
        """Show the queue with this filter, whatever stands before it; what is typed then waits."""
        self.typing.hold()
        self._go_to_list(query)

    @work(group="list")
    async def _go_to_list(self, query: str) -> None:
        from tuiticket.screens.ticket_list import TicketList

        try:
            while len(self.screen_stack) > 1:
                await self.pop_screen()
            if isinstance(self.screen, TicketList):
                self.screen.look_for(query)
        finally:
            self.typing.release()

    def open_ticket(self, number: int, beside: Sequence[int] = ()) -> None:
        """Show one ticket on a screen of its own; `beside` is the list it stands in."""
        from tuiticket.screens.ticket import TicketScreen

        self.push_screen(TicketScreen(number, beside))

    def action_jump(self) -> None:
        """Open a ticket by its number."""
        from tuiticket.screens.dialogs.ask import Ask

        def open_(typed: str | None) -> None:
            number = (typed or "").strip().lstrip("#")
            if number.isdecimal():
                self.open_ticket(int(number))
            elif typed is not None:
                self.complain(BadInput(N_("“{number}” is no number of a ticket."), number=typed))

        self.push_screen(Ask(_("Open a ticket"), _("Its number"), verb=_("open it")), open_)

    def action_inbox(self) -> None:
        """Read what one was told."""
        from tuiticket.screens.inbox import InboxScreen

        if self.session is not None and not isinstance(self.screen, InboxScreen):
            self.push_screen(InboxScreen())

    def action_knowledge(self) -> None:
        """Read the knowledge base, and write it."""
        from tuiticket.screens.knowledge import KnowledgeScreen

        if self.session is not None and not isinstance(self.screen, KnowledgeScreen):
            self.push_screen(KnowledgeScreen(browse=True))

    def action_people(self) -> None:
        """See who is here."""
        from tuiticket.screens.people import PeopleScreen

        if self.session is not None and not isinstance(self.screen, PeopleScreen):
            self.push_screen(PeopleScreen())

    def action_setup(self) -> None:
        """See and change how the desk is set up."""
        from tuiticket.screens.setup import SetupScreen

        if self.session is not None and not isinstance(self.screen, SetupScreen):
            self.push_screen(SetupScreen())

    def holidays(self, country: str, years: Iterable[int]) -> tuple[Iterable[date], Iterable[date]]:
        """The days off in a country, and the days worked for them."""
        from tuiticket.bootstrap import public_holidays

        return public_holidays(country, years)

    def action_undo(self) -> None:
        """Take back what I did last."""
        from tuiticket.engine.commands.undo import Undo
        from tuiticket.screens.undo_words import taken_back

        self.carry_out([Undo()], taken_back, lambda _outcome: None, self.complain)

    def action_redo(self) -> None:
        """Do again what I took back last."""
        from tuiticket.engine.commands.undo import Redo
        from tuiticket.screens.undo_words import done_again

        self.carry_out([Redo()], done_again, lambda _outcome: None, self.complain)


def run_console(open_desk: Callable[[], Desk], login: Who, setting: Setting | None = None) -> int:
    """Open the console and stay until it is left; the exit code.

    Raises a DeskError if the desk cannot be opened or the setting is wrong.
    """
    return Console(open_desk, login, setting).stay()
