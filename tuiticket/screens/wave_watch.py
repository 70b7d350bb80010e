"""Sudden waves over a list: told to the leads in its head, and shown by one key."""

from __future__ import annotations

from collections.abc import Sequence

from tuiticket.engine.commands.waves import TOLD
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.wave import Wave
from tuiticket.i18n import _
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.ticket_list import TicketList
from tuiticket.wave_words import briefly, called, query
from tuiticket.widgets.list_summary import News
from tuiticket.wording import tickets

_MOVES = ("wave.", "ticket.in-wave", "desk.undone", "desk.redone")
"""Events after which there are other waves, or larger ones."""


class WaveWatch(TicketList, DeskScreen[None]):
    """A list with the newest wave that goes on in its head, as long as one does."""

    def __init__(self) -> None:
        super().__init__()
        self._waves: Sequence[Wave] = ()

    def desk_ready(self) -> None:
        """Also look for waves."""
        super().desk_ready()
        self._look_for_waves()

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Also look for waves, where one began, grew or ended."""
        super().desk_changed(events)
        if any(event.kind.startswith(_MOVES) for event in events):
            self._look_for_waves()

    def language_changed(self) -> None:
        """Also tell of the wave anew."""
        super().language_changed()
        self._tell_wave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The key is about waves that go on."""
        if action == "queue_wave":
            return bool(self._waves)
        return super().check_action(action, parameters)

    def action_queue_wave(self) -> None:
        """Show the tickets of the wave; where there are several, of one of them."""
        if len(self._waves) == 1:
            self.host.open_list(query(self._waves[0]))
            return
        options = [Option(one, called(one), tickets(one.tickets)) for one in self._waves]

        def show(wave: Wave | None) -> None:
            if wave is not None:
                self.host.open_list(query(wave))

        self.app.push_screen(Pick(_("Which wave?"), options), show)

    def _look_for_waves(self) -> None:
        if self.me.role in TOLD:
            self.read(lambda reading: reading.find(Wave, over_at=None), self._learn, group="waves")

    def _learn(self, waves: Sequence[Wave]) -> None:
        self._waves = sorted(waves, key=lambda wave: -wave.id)
        self._tell_wave()

    def _tell_wave(self) -> None:
        key = (*self.host.keys["queue.wave"].keys, "")[0]
        news = News(key, briefly(self._waves[0])) if self._waves else None
        self.prompt.tell(news)
