"""The app around the screens: it opens the desk, beats once a second and tells screens the news.

Shared by the console and the wall board; nothing in here changes the desk.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeAlias, cast

from rich.console import RenderableType
from textual import events, work
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App, SuspendNotSupported
from textual.binding import BindingType
from textual.filter import Monochrome, NoColor
from textual.notifications import Notify
from textual.screen import Screen
from textual.widgets import Input, TextArea
from textual.widgets._toast import Toast, ToastHolder

from tuiticket import i18n
from tuiticket.config import config_file
from tuiticket.engine.errors import N_, DeskError, Refused
from tuiticket.i18n import _
from tuiticket.keymap import Context
from tuiticket.screens import terminal
from tuiticket.screens.bindings import bindings, changed_keys
from tuiticket.screens.canvas import Canvas
from tuiticket.screens.desk_screen import Guest, LookingScreen
from tuiticket.screens.driver import TerminalDriver
from tuiticket.screens.here import Doable, doable
from tuiticket.screens.setting import Setting
from tuiticket.screens.type_ahead import TypeAhead
from tuiticket.theme import THEMES, theme_after, theme_called
from tuiticket.wording import told

if TYPE_CHECKING:  # what is not needed to paint is loaded by the thread that opens the desk
    from tuiticket.engine.desk import Desk
    from tuiticket.engine.model.event import Event
    from tuiticket.screens.session import Session

Who: TypeAlias = "str | Callable[[Desk], str] | None"
"""Who sits there: a login, how to tell it at the open desk, nobody."""

HELD = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
"""Signals that end the console as `q` would, with what was being written kept."""


class DeskApp(App[int], inherit_bindings=False):
    """An app on a desk that `open_desk` opens (in a thread, after the first paint).

    `login` tells who sits there, None for a wall board. `fault` becomes what kept the desk from
    opening. Raises BadInput for a theme there is not.
    """

    CSS_PATH = Path(__file__).with_name("desk.tcss")
    TITLE = "tuiticket"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.EVERYWHERE)]

    def __init__(
        self, open_desk: Callable[[], Desk], login: Who, setting: Setting | None = None
    ) -> None:
        super().__init__(driver_class=TerminalDriver)
        # Who wants no colours gets a theme without; a filter would also grey one they named.
        self._filters = [one for one in self._filters if not isinstance(one, Monochrome | NoColor)]
        self.session: Session | None = None
        self.fault: DeskError | None = None
        self.setting = setting or Setting()
        self.keys = self.setting.keys
        self.save_to = _downloads()
        self.animation_level = "none"
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = theme_called(self.setting.theme).name
        self.set_keymap(changed_keys(self.keys))
        self.typing = TypeAhead(self, super().on_event)
        self.typing.shut()
        self.canvas = Canvas()
        self._open_desk = open_desk
        self._login = login
        self._beating = False

    def on_mount(self) -> None:
        """Paint first; the desk opens behind."""
        loop = asyncio.get_running_loop()
        for number in HELD:
            loop.add_signal_handler(number, self.leave)
        self.app_resume_signal.subscribe(self, lambda _app: self.action_redraw())
        self._open()
        self.set_interval(1, self._second)

    def on_resize(self) -> None:
        """The terminal may have lost what stood there."""
        self.canvas.forget()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Send only what differs from what the terminal shows, and leave the cursor at the text.

        Textual tells the cursor's place when it moves in a text, not when the text itself does.
        """
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            renderable = cast(RenderableType, self.canvas.difference(renderable))
        if isinstance(self.focused, Input | TextArea):
            self.cursor_position = self.focused.cursor_screen_offset
        super()._display(screen, renderable)

    async def on_event(self, event: events.Event) -> None:
        """Do what was typed key by key, once the desk is open; everything else as it comes."""
        if isinstance(event, events.Key) and self._leaves(event):
            self.leave()
        elif isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.typing.take(event)
        else:
            await super().on_event(event)

    def on_paste(self) -> None:
        """Something was pasted that nothing on the screen took."""
        words = _("Nothing takes text here; what you pasted was left out.")
        self.notify(words, severity="warning", markup=False)

    def on_unmount(self) -> None:
        """Every screen is gone and has asked for its last words to be kept: keep them."""
        for number in HELD:
            asyncio.get_running_loop().remove_signal_handler(number)
        if self.session is not None:
            self.session.close()

    def leave(self) -> None:
        """End the program, the terminal being there or not."""
        terminal.spare_the_dead()
        self.exit(0)

    def stay(self) -> int:
        """Show the app until it is left; the exit code.

        Raises the DeskError that kept the desk from opening, once the terminal is as it was.
        """
        result = self.run(mouse=self.setting.mouse)
        if self.fault is not None:
            raise self.fault
        return result or 0

    async def beat(self) -> None:
        """What happens once a second: clocks move on, and news of the desk comes in."""
        if terminal.gone():
            self.leave()
        elif self.session is not None:
            front = next(self._screens(), None)
            if front is not None and front is self.screen:
                front.second_passed(self.session.desk.now())
            await self.catch_up()

    async def catch_up(self, *, sure: bool = False) -> None:
        """Tell every screen what happened since the last time."""
        assert self.session is not None
        try:
            events = await self.session.changes(sure=sure)
        except DeskError as error:
            self.complain(error)
        else:
            self.tell(events)

    def tell(self, events: Sequence[Event]) -> None:
        """Tell every screen, the one in front first, what happened."""
        if events:
            for screen in self._screens():
                screen.desk_changed(events)

    def attend(self) -> None:
        """Hook: tell colleagues where one is now. Who only looks is nowhere."""

    def complain(self, error: DeskError) -> None:
        """Tell the person what could not be done, in words."""
        self.notify(told(error), severity="error", markup=False)

    def on_notify(self, event: Notify) -> None:
        """The same words stand there once, the newest: a stack of them would cover the list."""
        self.unsay(event.notification.message)

    def unsay(self, words: str) -> None:
        """Take away what the person was told, where that still stands."""
        for note in [note for note in self._notifications if note.message == words]:
            self._unnotify(note, refresh=False)
        for screen in self.screen_stack:
            for toast in screen.query(Toast):
                if toast._notification.message == words and toast.is_attached:
                    toast.query_ancestor(ToastHolder).remove()

    def speak(self, language: str) -> None:
        """Go on in another language, at once and everywhere."""
        i18n.switch(language)
        for screen in self._screens():
            screen.language_changed()

    async def action_back(self) -> None:
        """Go back one step: on the screen itself, else to the screen before."""
        screen = self.screen
        stepped = isinstance(screen, LookingScreen) and screen.step_back()
        if not stepped and len(self.screen_stack) > 1:
            await self.pop_screen()

    async def action_close(self) -> None:
        """Go back one screen; from the first one, leave."""
        if len(self.screen_stack) > 1:
            await self.pop_screen()
        else:
            self.leave()

    async def action_quit(self) -> None:
        """Leave at once."""
        self.leave()

    def action_help(self) -> None:
        """Tell what every key does here."""
        from tuiticket.screens.help import Help

        self.push_screen(Help(doable(self, self.keys)))

    def action_command(self) -> None:
        """Find an action by its name and do it."""
        from tuiticket.screens.palette import Palette

        async def do(picked: Doable | None) -> None:
            if picked is not None:
                await picked.carry_out(self)

        self.push_screen(Palette(doable(self, self.keys)), do)

    def action_language(self) -> None:
        """Go on in the next language."""
        languages = list(i18n.LANGUAGES)
        here = languages.index(i18n.language())
        self.speak(languages[(here + 1) % len(languages)])

    def action_theme(self) -> None:
        """Go on in the next colours."""
        self.theme = theme_after(self.theme).name
        self.notify(
            _('Theme “{theme}”. To keep it: theme = "{theme}" in {file}').format(
                theme=self.theme, file=config_file()
            ),
            markup=False,
        )

    def action_redraw(self) -> None:
        """Paint the whole screen anew."""
        self.canvas.forget()
        self.refresh(layout=True)

    def action_suspend(self) -> None:
        """Go to the background, where there is a shell to go to."""
        if self.setting.restricted:
            self.complain(Refused(N_("There is no shell to go back to.")))
        else:
            self.action_suspend_process()

    async def lend_terminal(self, program: Guest) -> None:
        """Keep off the terminal while another program has it; what it raises is raised here.

        The desk is still followed meanwhile, and the signals that end the console still end it, but
        for ctrl+c, which is meant for that program. Raises Refused where the terminal cannot be
        lent.
        """
        fault: DeskError | None = None
        loop = asyncio.get_running_loop()
        try:
            with self.batch_update(), self.suspend():
                # A program started while signals are ignored would ignore them too.
                loop.add_signal_handler(signal.SIGINT, lambda: None)
                try:
                    program.start()
                    # What ended the program may be delivered here only after its end is known.
                    signal.signal(signal.SIGINT, signal.SIG_IGN)
                    await asyncio.to_thread(program.wait)
                except DeskError as error:
                    fault = error
                finally:
                    loop.add_signal_handler(signal.SIGINT, self.leave)
        except SuspendNotSupported as error:
            raise Refused(N_("No other program can run in this terminal.")) from error
        if fault is not None:
            raise fault

    def _screens(self) -> Iterator[LookingScreen[object]]:
        for screen in reversed(self.screen_stack) if self.is_running else ():
            if isinstance(screen, LookingScreen) and screen.standing:
                yield screen

    @work
    async def _open(self) -> None:
        try:
            self.session = await asyncio.to_thread(self.sit_down)
        except DeskError as error:
            self.fault = error
            self.exit(error.exit_code, error.exit_code)
            return
        await self.desk_opened()
        self.typing.open()

    async def desk_opened(self) -> None:
        """Tell the screens, all of them mounted, that the desk is open."""
        for screen in self._screens():
            screen.desk_ready()

    def _leaves(self, stroke: events.Key) -> bool:
        """Whether a key ends the program at once, which waits for no desk that does not answer."""
        leaves = not stroke.is_forwarded and stroke.key in self.keys["quit"].keys
        return leaves and (self.session is None or self.typing.stuck(stroke))

    def sit_down(self) -> Session:
        """Open the desk and take a seat; called in a thread. Raises the DeskError of the desk."""
        from tuiticket.screens.session import Session

        desk, who = self._open_desk(), self._login
        try:
            return Session(desk, who(desk) if callable(who) else who)
        except DeskError:
            desk.close()
            raise

    def _second(self) -> None:
        if not self._beating:
            self._beating = True
            self._beat_once()

    @work(group="beat")
    async def _beat_once(self) -> None:
        try:
            await self.beat()
        finally:
            self._beating = False


def _downloads() -> str:
    """Where files are saved if nobody says otherwise."""
    return "~/Downloads" if Path("~/Downloads").expanduser().is_dir() else "~"
