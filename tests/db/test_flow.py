"""What came in, went out and was kept, counted from a desk that lived through it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desks import NOON, Shop
from tuiticket.engine.commands.conversation import Reply
from tuiticket.engine.commands.life import Move, Reopen
from tuiticket.engine.model.flow import Attainment, Flow
from tuiticket.engine.model.ticket import State


@pytest.fixture(name="shop")
def _shop(tmp_path: Path) -> Iterator[Shop]:
    """A small desk with people and nothing in its queue."""
    shop = Shop(tmp_path / "desk.db").furnish()
    yield shop
    shop.close()


def test_each_hour_counts_what_was_opened_and_what_is_solved_in_it(shop: Shop) -> None:
    shop.open("Before the first hour")
    shop.clock.advance(hours=1)
    numbers = [shop.open(f"Ticket {n}") for n in range(3)]
    shop.clock.advance(hours=2)
    for number in numbers[:2]:
        shop.do(Move(ticket=number, to=State.SOLVED), by="lena")
    shop.do(Reopen(ticket=numbers[1]), by="lena")
    with shop.desk.reading() as reading:
        assert reading.flow(NOON + timedelta(minutes=1), 4) == Flow((3, 0, 0, 0), (0, 0, 1, 0))
        assert reading.flow(NOON + timedelta(hours=3), 1) == Flow((0,), (1,))


def test_promises_count_when_they_come_to_their_end(shop: Shop) -> None:
    kept, missed, running = (shop.open(f"Ticket {n}") for n in range(3))
    shop.do(Reply(ticket=kept, body="At once"), by="lena")
    shop.clock.advance(hours=5)
    shop.do(Reply(ticket=missed, body="At last"), by="lena")
    with shop.desk.reading() as reading:
        assert reading.attainment(NOON) == Attainment(kept=1, missed=1)
        assert reading.attainment(NOON).percent == 50
        assert reading.attainment(NOON + timedelta(hours=1)) == Attainment(missed=1)
        assert reading.attainment(shop.clock.now + timedelta(1)).percent is None
    assert running not in (kept, missed)
