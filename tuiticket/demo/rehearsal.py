"""Playing a story against the desk's own promises, before it has a date.

Where a ticket's clocks will stand is worked out with the rules of the engine, so that the director
can open it at just the moment that lets a clock run out when it should.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from tuiticket.demo.hours import CALENDARS, PROMISES
from tuiticket.demo.scenes import Act, Scene, Turn
from tuiticket.engine.commands.life import raised
from tuiticket.engine.model.clock import Clock
from tuiticket.engine.model.ticket import Channel, Priority, State, Ticket
from tuiticket.engine.rules.clocks import consumed
from tuiticket.engine.rules.policies import policy_for
from tuiticket.engine.rules.promises import Promises
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.engine.rules.urgency import tightest

_START = datetime(2000, 1, 1, tzinfo=UTC)
_ALWAYS = Calendars()

QUIET = timedelta(minutes=6)
"""A story may be left in the middle only where nothing more happened for this long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a ticket stands after some turns of its story, counted from its opening.

    `due` is when its tightest running clock ends, with `target` its whole promise; both None if
    none runs. `strain` is the largest share of a promise that any clock used up so far.
    """

    state: State
    due: timedelta | None
    target: timedelta | None
    strain: float


@cache
def rehearse(scene: Scene, channel: Channel) -> tuple[Standing, ...]:
    """Where each turn leaves the ticket if it came by that channel, the opening first.

    As if the shop never closed: no clock uses up more time than that.
    """
    run = _Run(scene, channel, _START, _ALWAYS)
    standings = [run.standing()]
    for turn in scene.turns[1:]:
        run.take(turn)
        standings.append(run.standing())
    return tuple(standings)


def tightest_clock(scene: Scene, channel: Channel, turns: int, opened: datetime) -> Clock | None:
    """The clock that is due first after so many turns of a ticket opened then; None if none runs.

    It counts by the hours of the shop.
    """
    run = _Run(scene, channel, opened, CALENDARS)
    for turn in scene.turns[1:turns]:
        run.take(turn)
    return tightest(run.clocks)


def stops(scene: Scene, state: State, channel: Channel) -> list[int]:
    """After how many turns the story may be left with its ticket in that state.

    A story that has just been told to its end is solved; the clock closes and archives it later.
    """
    if state in (State.SOLVED, State.CLOSED, State.ARCHIVED):
        return [len(scene.turns)]
    if state is State.NEW:
        return [1]
    # Somebody has the ticket in hand from the moment it is open, if only to read it.
    wanted = {state, State.NEW} if state is State.OPEN else {state}
    return [
        turns
        for turns, (standing, following) in enumerate(
            zip(rehearse(scene, channel), scene.turns[1:], strict=False), start=1
        )
        if standing.state in wanted and following.after >= QUIET
    ]


class _Run:
    """A ticket on its way through a story."""

    def __init__(
        self, scene: Scene, channel: Channel, opened: datetime, calendars: Calendars
    ) -> None:
        self.opened = self.at = opened
        self.calendars = calendars
        self.clocks: list[Clock] = []
        self.ticket = Ticket(
            id=0,
            subject=scene.id,
            kind=scene.kind,
            state=State.NEW,
            priority=scene.priority,
            severity=scene.severity,
            channel=channel,
            customer_id=0,
            created_at=opened,
            updated_at=opened,
            unanswered_since=opened,
        )
        self._promises().opened(opened, answered=False)

    def standing(self) -> Standing:
        """How the ticket stands now."""
        first = tightest(self.clocks)
        return Standing(
            state=self.ticket.state,
            due=first.due_at - self.opened if first and first.due_at else None,
            target=timedelta(seconds=first.target_s) if first else None,
            strain=max(
                consumed(clock, self.at, self.calendars) / clock.target_s for clock in self.clocks
            ),
        )

    def take(self, turn: Turn) -> None:
        """Let one turn act on state and clocks, as the commands of the desk would."""
        self.at += turn.after
        match turn.act:
            case Act.SAYS:
                self._customer_wrote()
            case Act.REPLY:
                self._answered()
            case Act.CALL if self.ticket.channel is Channel.PHONE:
                self._answered()
            case Act.PRIORITY:
                self.ticket = replace(self.ticket, priority=Priority[turn.text[0].upper()])
                self._promises().retargeted(self.at)
            case Act.REVIEW:
                self._move(State.REVIEW)
            case Act.APPROVE:
                self._move(State.OPEN)
            case Act.SOLVE:
                self._move(State.SOLVED)
            case _:
                pass
        if turn.then is not None:
            self._move(turn.then)
        elif turn.ours and self.ticket.state is State.NEW:
            self.ticket = replace(self.ticket, state=State.OPEN)

    def _promises(self) -> Promises:
        policy = policy_for(self.ticket, PROMISES)
        promises = Promises(self.ticket, self.clocks, policy, self.calendars)
        self.clocks = promises.clocks
        return promises

    def _answered(self) -> None:
        self._promises().staff_answered(self.at)
        self.ticket = replace(self.ticket, unanswered_since=None)

    def _customer_wrote(self) -> None:
        back = not self.ticket.active
        if self.ticket.unanswered_since is None:
            if not back:
                self._promises().customer_wrote(self.at)
            self.ticket = replace(self.ticket, unanswered_since=self.at)
        if back:
            self.ticket = replace(
                self.ticket,
                state=State.OPEN,
                cycle=self.ticket.cycle + 1,
                priority=raised(self.ticket.priority),
            )
            self._promises().rebounded(self.at, self.at)
        elif self.ticket.state in (State.WAITING_CUSTOMER, State.WAITING_THIRD):
            self._move(State.OPEN)

    def _move(self, to: State) -> None:
        self._promises().moved(to, self.at)
        asked = None if to is State.SOLVED else self.ticket.unanswered_since
        self.ticket = replace(self.ticket, state=to, unanswered_since=asked)
