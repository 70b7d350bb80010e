"""Keys that come all at once do what they would have done one by one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

import pytest
from textual import events, work
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tuiticket.screens.type_ahead import PATIENCE, TypeAhead


class Question(ModalScreen[str]):
    """Asks for a word."""

    def compose(self) -> ComposeResult:
        yield Input()

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)


class Asking(App[None]):
    """`t` opens a question, at once, `w` after an answer that comes in `hops`; `x` is counted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("t", "ask", "Ask"),
        ("w", "ask_later", "Ask later"),
        ("x", "count", "Count"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.typing = TypeAhead(self, super().on_event)
        self.answers: list[str | None] = []
        self.counted = self.hops = 0

    def compose(self) -> ComposeResult:
        yield Static("nothing to focus")

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.typing.take(event)
        else:
            await super().on_event(event)

    def action_ask(self) -> None:
        self.push_screen(Question(), self.answers.append)

    def action_ask_later(self) -> None:
        self.typing.hold()
        self._look_up()

    @work
    async def _look_up(self) -> None:
        for _ in range(self.hops):
            await asyncio.sleep(0)
        self.action_ask()
        self.typing.release()

    def action_count(self) -> None:
        self.counted += 1


def burst(app: App[None], keys: str) -> None:
    """Let keys arrive as one packet of a slow line would bring them."""
    for key in keys:
        name = "enter" if key == "\r" else key
        app.post_message(events.Key(name, key))


async def until(pilot: Pilot[None], came_true: Callable[[], bool]) -> None:
    """Let the app work until something holds; gives up after a while."""
    for _ in range(500):
        if came_true():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came true")


async def test_words_typed_with_the_key_that_asks_for_them_arrive() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        burst(app, "xtexx\rxtt\rx")
        await until(pilot, lambda: app.counted == 3)
        assert app.answers == ["exx", "t"]


async def test_keys_wait_for_an_answer_that_opens_something() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        app.typing.hold()
        burst(app, "ok\r")
        await pilot.pause()
        app.action_ask()
        app.typing.release()
        await until(pilot, lambda: app.answers == ["ok"])


@pytest.mark.parametrize("hops", range(12))
async def test_keys_wait_whenever_the_answer_comes(hops: int) -> None:
    app = Asking()
    async with app.run_test() as pilot:
        app.hops = hops
        burst(app, "wok\rx")
        await until(pilot, lambda: app.counted == 1)
        assert app.answers == ["ok"]


async def test_only_who_has_waited_long_is_stuck() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        app.typing.hold()
        burst(app, "x")
        soon, late = events.Key("q", "q"), events.Key("q", "q")
        late.time += PATIENCE + 1
        await until(pilot, lambda: app.typing.stuck(late))
        assert not app.typing.stuck(soon)
        app.typing.release()
        await until(pilot, lambda: app.typing.idle)
        assert not app.typing.stuck(late)


async def test_keys_wait_until_there_is_something_to_do_them_on() -> None:
    app = Asking()
    app.typing.shut()
    async with app.run_test() as pilot:
        burst(app, "xtok\rx")
        await pilot.pause(0.1)
        assert app.counted == 0
        app.typing.open()
        await until(pilot, lambda: app.counted == 2)
        assert app.answers == ["ok"]
