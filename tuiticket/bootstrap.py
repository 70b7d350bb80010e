"""Joining the desk: the one place where store, libraries and engine meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from tuiticket.adapters.phones import HOME, phone_reader, region_of
from tuiticket.adapters.stems import stem
from tuiticket.db.connection import place
from tuiticket.db.presence import FilePresence
from tuiticket.db.store import open_store
from tuiticket.engine.desk import Desk
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.ports import Phones, Store
from tuiticket.engine.rules.tokens import Stem


def utc_now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


def open_desk(
    target: str | Path,
    *,
    read_only: bool = False,
    create: bool = False,
    clock: Callable[[], datetime] = utc_now,
) -> Desk:
    """The desk kept in a file, or at the URL of a database.

    With `read_only` the connection itself cannot write. Only with `create` is a missing file made.
    Raises Unreadable for a store that is missing, not ours, or newer than the program.
    """
    store = open_store(target, stem=stem, read_only=read_only, create=create)
    where = place(target, read_only=read_only, durable=False)
    presence = FilePresence(where.path, read_only=read_only)
    return Desk(store, clock, _phones(store), presence)


def _phones(store: Store) -> Phones:
    """Reads bare numbers as those of the country the shop's time zone lies in.

    The zone is asked for at the first number, so that opening a desk costs nothing for it.
    """

    @cache
    def reader(zone: str | None) -> Phones:
        return phone_reader(region_of(zone) if zone else HOME)

    def read(text: str) -> str | None:
        with store.reading() as reading:
            found = reading.find(Settings)
        return reader(found[0].zone if found else None)(text)

    return read


def make_sample(
    target: str | Path,
    now: datetime,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """Make the sample shop at a path, as it stands at `now`; a desk to be thrown away.

    `progress` is told how many of how many steps are done. Raises Refused where there is a desk
    already.
    """
    from tuiticket.demo.player import play

    store = open_store(target, stem=stem, durable=False)
    try:
        play(store, _phones(store), now, progress=progress)
    finally:
        store.close()


def public_holidays(country: str, years: Iterable[int]) -> tuple[list[date], list[date]]:
    """The days off in a country, and the days worked in place of them; raises BadInput."""
    from tuiticket.adapters import holidays

    return holidays.public_holidays(country, years)


def stems() -> Stem:
    """What gives the stem of a word."""
    return stem
