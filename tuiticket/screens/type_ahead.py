"""Keys done one after the other, each where the one before has led.

Quick fingers, a slow line or a slow machine bring several keys before the first is done. Left
alone, Textual hands all of them to what was in front when they came, and the words typed for a
dialog go astray, or an act meant for the next ticket hits this one. So a key waits until the one
before has risen from the focused widget to the app, what it asked of the desk is answered, and what
that opened stands. No key is ever dropped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeAlias

from textual import events
from textual.app import App
from textual.dom import DOMNode

Stroke: TypeAlias = events.Key | events.Paste
"""What a person typed or pasted."""

FEWEST = 2
"""Times a key is followed up: once itself, once what it made a widget say."""

MOST = 12
"""Times it is followed up at most, where widgets never stop talking."""

PATIENCE = 3.0
"""Seconds after which one who waits for the desk may leave without it."""


class TypeAhead:
    """The keys of one app in their order; `carry_out` does one, as Textual would."""

    def __init__(self, app: App[Any], carry_out: Callable[[Stroke], Awaitable[None]]) -> None:
        self._app = app
        self._carry_out = carry_out
        self._waiting: deque[Stroke] = deque()
        self._busy = self._shut = False
        self._held = 0
        self._following = self._again = False

    @property
    def idle(self) -> bool:
        """Whether every key has been done, and all it asked for."""
        return not (self._busy or self._waiting)

    def stuck(self, stroke: Stroke) -> bool:
        """Whether a key that comes now finds one that has waited for very long."""
        return bool(self._waiting) and stroke.time - self._waiting[0].time > PATIENCE

    async def take(self, stroke: Stroke) -> None:
        """Do a key now if nothing is under way, else in its turn."""
        if self._busy or self._shut:
            self._waiting.append(stroke)
        else:
            await self._do(stroke)

    def shut(self) -> None:
        """There is nothing yet to do keys on: all wait until `open`."""
        self._shut = True

    def open(self) -> None:
        """From now on keys are done, those that waited first."""
        self._shut = False
        self._settle()

    def hold(self) -> None:
        """An answer is awaited that opens or changes something: keys are meant for that."""
        self._held += 1
        self._busy = True

    def release(self) -> None:
        """The answer is there, and what it opened was asked for; once for each `hold`."""
        self._held -= 1
        self._settle()

    @property
    def _front(self) -> DOMNode:
        """Where a key goes now."""
        return self._app.focused or self._app.screen

    async def _do(self, stroke: Stroke) -> None:
        self._busy = self._following = True
        front = self._front
        await self._carry_out(stroke)
        self._follow(tuple(front.ancestors_with_self))

    def _settle(self) -> None:
        """Let what is in front now take its place and its focus, and hear what is said there."""
        self._busy = True
        if self._following:
            self._again = True
        elif self._app.is_running:
            self._following = True
            self._follow(tuple(self._front.ancestors_with_self))

    def _follow(self, path: Sequence[DOMNode], place: int = 0, time: int = 1) -> None:
        """Follow a key up the path it bubbles, one message queue after the other.

        Then follow what it made a widget say, such as that a line was filled in: that went out
        behind the key, and goes the same way, until none on the path has anything more to hear.
        """
        for above, node in enumerate(path[place:], start=place + 1):
            if node.is_attached and node.call_later(self._follow, path, above, time):
                return
        talking = any(node.is_attached and node.message_queue_size for node in path)
        if time < FEWEST or (talking and time < MOST):
            self._app.call_later(self._follow, path, 0, time + 1)
        else:
            self._app.call_later(self._followed, path[0])

    async def _followed(self, front: DOMNode) -> None:
        """Do the next key, unless something came up that it has to wait for."""
        self._following, again, self._again = False, self._again, False
        if self._held or self._shut:
            return
        if again or front is not self._front:
            self._settle()
        elif self._waiting:
            await self._do(self._waiting.popleft())
        else:
            self._busy = False
