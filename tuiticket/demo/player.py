"""The player: carries a play out on an empty desk, as if the fortnight had just gone by.

Everything goes through the desk's own commands at its own time, so the log, the clocks and the
reminders of the sample shop are as real as those of any other.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from tuiticket.demo.director import SEED, direct
from tuiticket.demo.happenings import Happening
from tuiticket.engine.desk import Desk
from tuiticket.engine.model.people import Actor, Via
from tuiticket.engine.ports import Phones, Store


def play(
    store: Store,
    phones: Phones,
    now: datetime,
    *,
    seed: int = SEED,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> None:
    """Fill an empty store with the sample shop as it stands at `now` (UTC).

    Takes some seconds; `progress` is told how many of how many happenings are done. Raises Refused
    if the store holds a desk already; then nothing is changed.
    """
    stage = _Stage(store, phones)
    happenings = direct(now, seed).happenings
    for done, happening in enumerate(happenings, start=1):
        stage.pass_time(happening.at)
        stage.perform(happening)
        progress(done, len(happenings))


class _Stage:
    """A desk whose time is the play's."""

    def __init__(self, store: Store, phones: Phones) -> None:
        self._at = datetime.min.replace(tzinfo=UTC)
        self._desk = Desk(store, lambda: self._at, phones)
        self._actors: dict[tuple[str | None, Via], Actor] = {}

    def pass_time(self, until: datetime) -> None:
        """Let everything that falls due before `until` happen at its own instant."""
        while (due := self._next_due(until)) is not None:
            self._at = due
            self._desk.tick(hand_out=False)
        self._at = until

    def perform(self, happening: Happening) -> None:
        """Carry out one happening, in the name of whoever asked for it."""
        asked_by = (happening.who, happening.via)
        if asked_by not in self._actors:
            self._actors[asked_by] = self._actor(*asked_by)
        self._desk.do(*happening.commands, by=self._actors[asked_by])

    def _actor(self, login: str | None, via: Via) -> Actor:
        return Actor.system(via) if login is None else self._desk.actor(login, via)

    def _next_due(self, until: datetime) -> datetime | None:
        with self._desk.reading() as reading:
            timers = reading.due(until, 1)
        return timers[0].fire_at if timers else None
