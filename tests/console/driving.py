"""Sitting at the console in a test: real screens, a real desk, a clock that stands still."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from textual.events import Key
from textual.keys import _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tests.desks import Shop
from tuiticket.app import Console
from tuiticket.engine.desk import Desk
from tuiticket.monitor import Monitor
from tuiticket.screens.desk_app import DeskApp
from tuiticket.screens.setting import Setting
from tuiticket.screens.ticket_list import TicketList

SIZE = (120, 35)

PATIENCE = 120.0
"""Seconds after which a console that does not come to rest is given up."""

Sitting = Pilot[int]


@asynccontextmanager
async def console(
    shop: Shop,
    login: str = "alice",
    size: tuple[int, int] = SIZE,
    setting: Setting | None = None,
) -> AsyncIterator[Sitting]:
    """A console of its own on the shop's file, with everything read that is read at first."""
    async with sitting_at(Console(on(shop), login, setting), size) as sitting:
        yield sitting


@asynccontextmanager
async def board(shop: Shop, size: tuple[int, int] = SIZE) -> AsyncIterator[Sitting]:
    """A wall board on the shop's file."""
    async with sitting_at(Monitor(on(shop)), size) as sitting:
        yield sitting


@asynccontextmanager
async def sitting_at(app: DeskApp, size: tuple[int, int] = SIZE) -> AsyncIterator[Sitting]:
    """The app running without a terminal."""
    async with app.run_test(size=size) as sitting:
        await settled(sitting)
        yield sitting


async def settled(sitting: Sitting) -> None:
    """Wait until every key is done and all that was asked of the desk is answered and shown.

    Raises AssertionError with the screen as it was where that never happens.
    """
    app = sitting.app
    assert isinstance(app, DeskApp)
    try:
        async with asyncio.timeout(PATIENCE):
            await sitting.pause()
            while len(app.workers) or not app.typing.idle:
                with suppress(WorkerCancelled):  # a newer question took the place of an older one
                    await app.workers.wait_for_complete()
                await sitting.pause()
    except TimeoutError as error:
        raise AssertionError(f"it never rests:\n{shown(sitting)}") from error


async def press(sitting: Sitting, *keys: str) -> None:
    """Press keys, each after what the one before began is done."""
    for key in keys:
        await burst(sitting, key)


async def burst(sitting: Sitting, *keys: str) -> None:
    """Press keys that all arrive at once, as from quick fingers over a slow line."""
    for key in keys:
        sitting.app.post_message(_stroke(key))
    await settled(sitting)


async def type_in(sitting: Sitting, text: str) -> None:
    """Type characters, as fast as they are taken."""
    await burst(sitting, *text)


async def second(sitting: Sitting) -> None:
    """Let the console do what it does once a second."""
    app = sitting.app
    assert isinstance(app, DeskApp)
    await app.beat()
    await settled(sitting)


def rows(sitting: Sitting) -> list[str]:
    """What stands on the screen, line by line."""
    strips = sitting.app.screen._compositor.render_strips()
    return [strip.text.rstrip() for strip in strips]


def shown(sitting: Sitting) -> str:
    """What stands on the screen."""
    return "\n".join(rows(sitting))


def queue(sitting: Sitting) -> TicketList:
    """The list that is in front."""
    screen = sitting.app.screen
    assert isinstance(screen, TicketList)
    return screen


def toasts(sitting: Sitting) -> list[str]:
    """What was said to the person, the newest last."""
    return [note.message for note in sitting.app._notifications]


def on(shop: Shop) -> Callable[[], Desk]:
    return lambda: Shop(shop.file, shop.clock).desk


def _stroke(key: str) -> Key:
    """A key by its name or by what it writes, as a terminal would report it."""
    name = key if len(key) > 1 or key.isalnum() else _character_to_key(key)
    try:
        return Key(name, unicodedata.lookup(_get_unicode_name_from_key(name)))
    except KeyError:
        return Key(name, key if len(key) == 1 else None)
