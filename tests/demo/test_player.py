"""The play carried out on a real store: the desk stands as the director meant it to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tuiticket.adapters.phones import phone_reader
from tuiticket.adapters.stems import stem
from tuiticket.db.store import open_store
from tuiticket.demo.articles import load_articles, load_procedures
from tuiticket.demo.casting import STATES
from tuiticket.demo.content import table
from tuiticket.demo.director import direct
from tuiticket.demo.hours import CALENDARS
from tuiticket.demo.player import play
from tuiticket.demo.rehearsal import tightest_clock
from tuiticket.demo.wave import AGO, ASKED
from tuiticket.engine.desk import Desk
from tuiticket.engine.errors import Refused
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.customer import Customer
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.model.wave import Wave
from tuiticket.engine.ports import Store
from tuiticket.engine.rules.clocks import remaining
from tuiticket.engine.rules.query import parse

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
PHONES = phone_reader("CN")
WITH_WAVE = {
    **STATES,
    State.CLOSED: STATES[State.CLOSED] - len(AGO),
    State.WAITING_CUSTOMER: STATES[State.WAITING_CUSTOMER] + ASKED,
    State.OPEN: STATES[State.OPEN] + len(AGO) - ASKED,
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample shop, played once for all tests of this module."""
    store = open_store(tmp_path_factory.mktemp("demo") / "demo.db", stem=stem, durable=False)
    play(store, PHONES, NOW)
    yield store
    store.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, lambda: NOW, PHONES)


@pytest.fixture
def tickets(desk: Desk) -> dict[int, Ticket]:
    with desk.reading() as reading:
        return {ticket.id: ticket for ticket in reading.find(Ticket)}


def test_every_ticket_stands_where_the_director_left_it(tickets: dict[int, Ticket]) -> None:
    assert Counter(ticket.state for ticket in tickets.values()) == WITH_WAVE
    for billed in direct(NOW).bill:
        ticket = tickets[billed.number]
        assert ticket.state is billed.part.state, billed.part.scene.id
        assert ticket.created_at == billed.opened


def test_every_clock_is_due_when_it_was_meant_to_be(tickets: dict[int, Ticket]) -> None:
    for billed in direct(NOW).bill:
        ticket = tickets[billed.number]
        part = billed.part
        clock = tightest_clock(part.scene, part.channel, part.turns, billed.opened)
        assert ticket.next_due_at == (clock.due_at if clock else None), part.scene.id


def test_the_queue_lives(tickets: dict[int, Ticket]) -> None:
    left = [
        remaining(ticket.next_due_at, NOW, CALENDARS.of(ticket.next_calendar_id))
        for ticket in tickets.values()
        if ticket.next_due_at
    ]
    assert sum(seconds < 0 for seconds in left) >= 5
    assert sum(0 <= seconds < 3600 for seconds in left) >= 8
    paused = sum(ticket.paused_left_s is not None for ticket in tickets.values())
    assert paused == WITH_WAVE[State.WAITING_CUSTOMER]


def test_one_wave_goes_on_that_is_about_the_kettles(desk: Desk) -> None:
    with desk.reading() as reading:
        (wave,) = reading.find(Wave)
        numbers = reading.queue(parse(f"wave:{wave.id}"), None, NOW)
        found = reading.find(Ticket, id=tuple(numbers))
    assert (wave.name, wave.tickets, wave.over_at) == ("leaking", len(AGO), None)
    assert {ticket.subject for ticket in found} == set(table("wave.toml")["scene"]["subject"])


def test_only_new_tickets_and_those_handed_over_by_hand_belong_to_nobody(
    tickets: dict[int, Ticket],
) -> None:
    free = [ticket for ticket in tickets.values() if ticket.active and ticket.owner_id is None]
    assert sum(ticket.state is State.NEW for ticket in free) == STATES[State.NEW]
    assert len(free) <= STATES[State.NEW] + 6


def test_nothing_is_left_to_do_or_to_hand_out_at_the_moment_it_opens(desk: Desk) -> None:
    assert desk.tick() == ()


def test_the_log_holds_and_tells_of_reminders_but_of_no_escalation(desk: Desk) -> None:
    assert desk.verify_log() is None
    with desk.reading() as reading:
        kinds = Counter(event.kind for event in reading.events())
    assert kinds["clock.reminded"] > 50
    assert kinds["clock.breached"] >= 5
    assert kinds["clock.escalated"] == 0
    assert kinds["ticket.reopened"] >= 2


def test_customers_orders_and_articles_are_all_there(desk: Desk) -> None:
    with desk.reading() as reading:
        assert len(reading.find(Customer)) == 90
        assert len(reading.find(Order)) >= 150
        articles = reading.find(Article)
    pages = (*load_articles(), *load_procedures())
    assert [article.title for article in articles] == [page.title for page in pages]
    assert sum(article.uses for article in articles) > 20


def test_what_was_said_can_be_found_in_both_languages(desk: Desk) -> None:
    with desk.reading() as reading:
        for words in ("退款", "物", "refunds"):
            assert reading.search(words, 10).hits


def test_a_desk_in_use_is_never_played_over(store: Store, desk: Desk) -> None:
    with desk.reading() as reading:
        before = reading.log_head()
    with pytest.raises(Refused):
        play(store, PHONES, NOW)
    with desk.reading() as reading:
        assert reading.log_head() == before


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    store = open_store(tmp_path / "demo.db", stem=stem, durable=False)
    told: list[tuple[int, int]] = []

    class Enough(Exception):
        """Three happenings are enough to see it."""

    def progress(done: int, of: int) -> None:
        told.append((done, of))
        if done == 3:
            raise Enough

    with pytest.raises(Enough):
        play(store, PHONES, NOW, progress=progress)
    store.close()
    assert told == [(done, len(direct(NOW).happenings)) for done in (1, 2, 3)]
