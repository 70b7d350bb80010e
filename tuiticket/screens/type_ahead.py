"""Keys done one after the other, each where the one before has led.

Over a slow line several keys arrive at once. A key that opens a dialog and the words typed for it
must not part: left alone, Textual hands all of them to what was in front when they came. So a key
waits until the one before has risen from the focused widget to the app, and what it opened stands.
Keys that come before there is anything to do them on wait for that.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from textual import events
from textual.app import App
from textual.dom import DOMNode

Stroke: TypeAlias = events.Key | events.Paste
"""What a person typed or pasted."""

PATIENCE = 1.0
"""Seconds after which a key that got lost with its widget no longer holds up the next."""


class TypeAhead:
    """The keys of one app in their order; `carry_out` does one, as Textual would."""

    def __init__(
        self,
        app: App[Any],
        carry_out: Callable[[Stroke], Awaitable[None]],
        patience: float = PATIENCE,
    ) -> None:
        self._app = app
        self._patience = patience
        self._carry_out = carry_out
        self._waiting: deque[Stroke] = deque()
        self._turn = 0
        self._busy = False
        self._held = 0
        self._shut = False

    @property
    def idle(self) -> bool:
        """Whether every key has been done."""
        return not (self._busy or self._held or self._waiting)

    async def take(self, stroke: Stroke) -> None:
        """Do a key now if none is under way, else in its turn."""
        if self._busy or self._held or self._shut:
            self._waiting.append(stroke)
            if len(self._waiting) == 1 and not self._shut:
                turn = self._turn
                self._app.set_timer(self._patience, lambda: self._give_up(turn))
            return
        self._busy, self._turn = True, self._turn + 1
        target: DOMNode = self._app.focused or self._app.screen
        await self._carry_out(stroke)
        path = [*target.ancestors_with_self]
        self._rise([*path, *path], self._turn)

    def shut(self) -> None:
        """There is nothing yet to do keys on: all wait, however long, until `open`."""
        self._shut = True

    def open(self) -> None:
        """From now on keys are done, those that waited first."""
        self._shut = False
        self._app.call_later(self._settle, self._turn)

    def hold(self) -> None:
        """An answer is awaited that opens something: what is typed until then is meant for it."""
        self._held += 1

    def release(self) -> None:
        """The answer is there, and what it opened was asked for."""
        self._held = max(0, self._held - 1)
        self._app.call_later(self._settle, self._turn)

    def _rise(self, path: list[DOMNode], turn: int) -> None:
        """Follow the key up the path it bubbles, one message queue after the other.

        Then follow what it made a widget say, such as that a line was filled in: that went out
        behind the key, and goes the same way.
        """
        while path:
            node = path.pop(0)
            if node.is_attached and node.call_later(self._rise, path, turn):
                return
        self._settle(turn)

    def _settle(self, turn: int) -> None:
        """Let a screen that was opened take its place and its focus."""
        if not self._app.screen.call_later(self._app.call_later, self._next, turn):
            self._app.call_later(self._next, turn)

    async def _next(self, turn: int) -> None:
        if turn == self._turn and not (self._held or self._shut):
            self._busy = False
            if self._waiting:
                await self.take(self._waiting.popleft())

    async def _give_up(self, turn: int) -> None:
        if turn == self._turn and self._waiting:
            self._held = 0
            await self._next(turn)
