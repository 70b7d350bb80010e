"""The right end of the top line is never cut, however busy the machine is."""

from __future__ import annotations

import asyncio

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from tuiticket.widgets.status_bar import StatusBar


class Work(Message):
    """Something that takes its time."""


class BusyBar(StatusBar):
    """A bar that is held up before it has told that it wants another width."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.free = asyncio.Event(), asyncio.Event()

    async def on_work(self) -> None:
        """Hold it up."""
        self.begun.set()
        await self.free.wait()


class Line(App[None]):
    """Nothing but a top line."""

    def compose(self) -> ComposeResult:
        """Something that takes what room is left, and the bar."""
        with Horizontal():
            yield Static("views")
            yield BusyBar()


async def test_what_is_said_after_it_was_measured_has_room_too() -> None:
    app = Line()
    async with app.run_test(size=(60, 3)) as pilot:
        bar, measured = app.query_one(BusyBar), asyncio.Event()
        bar.time = "14:32"
        bar.post_message(Work())
        await bar.begun.wait()
        bar.who = "alice"
        app.screen.screen_layout_refresh_signal.subscribe(app.screen, lambda _: measured.set())
        app.query_one(Static).refresh(layout=True)
        await measured.wait()
        bar.news = "53"
        bar.free.set()
        await pilot.pause()
        await pilot.pause()
        assert bar.render().plain == "53 new alice ● 14:32"
        assert bar.content_size.width == bar.render().cell_length
