"""Joining the desk: opened to write, to read, or made."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desks import Shop
from tuiticket.bootstrap import open_desk, utc_now
from tuiticket.engine.commands.opening import OpenTicket
from tuiticket.engine.errors import Refused, Unreadable
from tuiticket.engine.model.people import Actor, Via

ASK = OpenTicket(subject="x", body="x", contact="13800138000")


def test_a_desk_is_made_only_where_that_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        open_desk(tmp_path / "desk.db")
    assert not (tmp_path / "desk.db").exists()
    open_desk(tmp_path / "desk.db", create=True).close()
    open_desk(tmp_path / "desk.db").close()


def test_a_desk_opened_for_reading_cannot_be_written(tmp_path: Path) -> None:
    Shop(tmp_path / "desk.db").furnish().close()
    desk = open_desk(tmp_path / "desk.db", read_only=True)
    with pytest.raises(Refused):
        desk.do(ASK, by=Actor.system(Via.CLI))
    with desk.reading() as reading:
        assert reading.settings().name == "Test shop"
    desk.close()


def test_a_desk_lives_by_the_clock_it_is_given(tmp_path: Path) -> None:
    then = datetime(2020, 2, 29, 12, 0, 0, 999, tzinfo=UTC)
    desk = open_desk(tmp_path / "desk.db", create=True, clock=lambda: then)
    assert desk.now() == then.replace(microsecond=0)
    desk.close()
    assert utc_now().tzinfo is UTC
