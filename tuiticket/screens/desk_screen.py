"""What all screens of the desk have in common: reading it, acting on it, and staying up to date."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar, cast
from zoneinfo import ZoneInfo

from textual._callback import invoke
from textual.binding import BindingType
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import Widget
from textual.worker import Worker

from tuiticket.engine.errors import DeskError
from tuiticket.keymap import KeyMap
from tuiticket.screens.bindings import passed_on
from tuiticket.screens.setting import Setting
from tuiticket.screens.type_ahead import TypeAhead

if TYPE_CHECKING:  # the app knows this file before anything is painted
    from tuiticket.engine.commands.command import Command
    from tuiticket.engine.desk import Desk, Outcome
    from tuiticket.engine.model.event import Event
    from tuiticket.engine.model.people import Agent
    from tuiticket.engine.model.presence import Present
    from tuiticket.engine.ports import Reading
    from tuiticket.screens.attendance import At
    from tuiticket.screens.on_ticket import Act
    from tuiticket.screens.session import Session

T = TypeVar("T")


class Guest(Protocol):
    """Another program that uses the terminal for a while."""

    def start(self) -> None:
        """Start it; raises a DeskError if it does not start."""

    def wait(self) -> None:
        """Wait for its end; blocks. Raises a DeskError if it failed."""


class Host(Protocol):
    """What a screen asks of the app it is shown by.

    `last_act` is what was done to tickets last, `last_open` the ticket that was open last, until
    the list takes its cursor there. Files are saved in the folder `save_to`.
    """

    keys: KeyMap
    session: Session | None
    typing: TypeAhead
    setting: Setting
    save_to: str
    last_act: Act | None
    last_open: int | None

    def holidays(self, country: str, years: Iterable[int]) -> tuple[Iterable[date], Iterable[date]]:
        """The days off in a country, and the days worked for them; raises BadInput, and blocks."""

    def complain(self, error: DeskError) -> None:
        """Tell the person what could not be done, in words."""

    def attend(self) -> None:
        """Tell colleagues at once where one is now, instead of within a second."""

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
        """Have commands carried out as one act, then bring every screen up to date.

        `said` is what the person is told of the outcome; `fitting` as in `Desk.do`. What is typed
        meanwhile waits until all is up to date, unless the person knows nothing of it: `aside`.
        """

    async def lend_terminal(self, program: Guest) -> None:
        """Keep off the terminal while another program has it; raises what that raises."""

    def open_list(self, query: str) -> None:
        """Show the queue with this filter, whatever stands before it."""

    def open_ticket(self, number: int, beside: Sequence[int] = ()) -> None:
        """Show one ticket on a screen of its own; `beside` is the list it stands in."""


class LookingScreen(Screen[ScreenResultType]):
    """A screen that reads the desk and cannot change it."""

    # As in Screen, but a focus that moves paints only the widgets it leaves and comes to.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    @property
    def host(self) -> Host:
        """The app, as far as a screen needs it."""
        return cast(Host, self.app)

    @property
    def session(self) -> Session:
        """The open desk; there is one from `desk_ready` on."""
        session = self.host.session
        assert session is not None, "the desk is not open yet"
        return session

    @property
    def desk(self) -> Desk:
        """The desk itself, for its clock; reading goes through `read`."""
        return self.session.desk

    @property
    def zone(self) -> ZoneInfo:
        """The shop's time zone, in which times are shown."""
        return self.session.zone

    def now(self) -> datetime:
        """The present instant, in whole seconds UTC."""
        return self.desk.now()

    @property
    def standing(self) -> bool:
        """Whether there is something to show things on: mounted, and not being taken down."""
        return self.is_mounted and self.display

    def on_mount(self) -> None:
        """Begin at once if the desk is open already."""
        if self.host.session is not None:
            self.desk_ready()

    def read(
        self,
        question: Callable[[Reading], T],
        then: Callable[[T], None],
        *,
        group: str,
        otherwise: Callable[[DeskError], None] | None = None,
        opens: bool = False,
    ) -> None:
        """Ask the desk, in a thread, and hand the answer to `then` on this one.

        A newer question of the same `group` replaces an older one, whose answer is dropped; so is
        one that comes when the screen was left. What goes wrong is told in words, or handed to
        `otherwise`. If the answer `opens` a dialog or shows what the next key is about, what is
        typed meanwhile waits for that.
        """
        asked, typing = self.session.ask(question), self.host.typing

        async def ask() -> None:
            try:
                answer = await asked
            except DeskError as error:
                self._wrong(error, otherwise)
            else:
                if self.standing:
                    then(answer)

        def answered(asked: asyncio.Future[T]) -> None:
            # Not in the worker: one that is replaced at once never begins.
            if not asked.cancelled():
                asked.exception()
            if opens:
                typing.release()

        if opens:
            typing.hold()
        asked.add_done_callback(answered)
        _: Worker[None] = self.run_worker(ask, group=f"read-{group}", exclusive=True)

    def once_shown(self, at: Widget, step: Callable[[], object]) -> None:
        """Take a step once `at` has done all that was asked for, and is laid out.

        What is typed meanwhile waits for that.
        """
        typing = self.host.typing

        async def take() -> None:
            try:
                await invoke(step)
            finally:
                typing.release()

        typing.hold()
        if not at.call_after_refresh(take):
            typing.release()

    def _wrong(self, error: DeskError, otherwise: Callable[[DeskError], None] | None) -> None:
        (otherwise if otherwise and self.standing else self.host.complain)(error)

    def desk_ready(self) -> None:
        """Hook: the desk is open and the screen is mounted; the first reading belongs here."""

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Hook: this happened at the desk, by anybody, oneself included."""

    def second_passed(self, now: datetime) -> None:
        """Hook: another second; called once each, for the screen in front only."""

    def at_ticket(self) -> At | None:
        """Hook: the ticket its person is at as long as this screen stands, for colleagues to see.

        None where there is no single one; then the screen below is asked.
        """
        return None

    def others_there(self, others: Sequence[Present]) -> None:
        """Hook: who else is at that ticket now."""

    def step_back(self) -> bool:
        """Hook: `back` first undoes what was done on the screen itself, such as a filter.

        Returns whether there was anything; if not, the screen is left.
        """
        return False

    def language_changed(self) -> None:
        """Hook: texts that were put somewhere must be put there anew. Paints everything again."""
        from tuiticket.widgets.lines import Lines

        for lines in self.query(Lines):
            lines.renew()
        for widget in self.walk_children(with_self=True):
            widget.refresh(layout=True)


class DeskScreen(LookingScreen[ScreenResultType]):
    """A screen of somebody who works at the desk."""

    @property
    def me(self) -> Agent:
        """Who sits here."""
        me = self.session.me
        assert me is not None, "somebody sits at every console"
        return me

    def mine(self, events: Iterable[Event]) -> list[Event]:
        """What this person did of what happened; the next key is about what came of it."""
        return [event for event in events if event.actor == self.me.login]

    def act(
        self,
        *commands: Command,
        said: str | Callable[[Outcome], str],
        fitting: bool = False,
        aside: bool = False,
        then: Callable[[Outcome], None] | None = None,
        otherwise: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Have commands carried out as one act, after all that was asked for before.

        Once done, every screen learns of it by `desk_changed`, `said` is shown (with the key that
        takes it back, where it can be), and `then` is called if the screen still stands. An error
        is told in words, or handed to `otherwise`; then nothing was changed. An empty `said` says
        nothing. With `fitting` commands that are refused are left out, see `Desk.do`. What is done
        `aside` holds no key up.
        """

        def done(outcome: Outcome) -> None:
            if then is not None and self.standing:
                then(outcome)

        words = said if callable(said) else lambda _outcome: said
        self.host.carry_out(
            commands,
            words,
            done,
            lambda error: self._wrong(error, otherwise),
            fitting=fitting,
            aside=aside,
        )


class DeskDialog(DeskScreen[ScreenResultType], ModalScreen[ScreenResultType]):
    """A question over another screen; until it is answered only its own keys work.

    And those by which one leaves, or makes the terminal whole again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*passed_on("quit", "suspend", "redraw")]
