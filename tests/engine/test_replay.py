"""The log alone tells the same as the store, whatever was done."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desks import Shop
from tuiticket.engine.commands.assignment import Release, Take, Transfer
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.life import Move, Reopen
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import DeskError
from tuiticket.engine.model.entities import LOGGED
from tuiticket.engine.model.ticket import Kind, Priority, State
from tuiticket.engine.rules.record import record
from tuiticket.engine.rules.replay import facts_of, replay

TICKETS = st.sampled_from([10_001, 10_002, 10_003])
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(Take, ticket=TICKETS),
    st.builds(Release, ticket=TICKETS),
    st.builds(
        Transfer,
        ticket=TICKETS,
        team=st.sampled_from(["logistics", "after-sales"]),
        reason=st.just("x"),
    ),
    st.builds(
        Reply,
        ticket=TICKETS,
        body=st.just("Hello"),
        then=st.sampled_from([None, State.WAITING_CUSTOMER, State.SOLVED]),
    ),
    st.builds(
        Receive, ticket=TICKETS, body=st.just("Hm"), automatic=st.sampled_from([None, "machine"])
    ),
    st.builds(AddNote, ticket=TICKETS, body=st.just("n")),
    st.builds(
        Describe, ticket=TICKETS, priority=st.sampled_from(Priority), kind=st.sampled_from(Kind)
    ),
    st.builds(Move, ticket=TICKETS, to=st.sampled_from(State)),
    st.builds(Reopen, ticket=TICKETS),
    st.builds(Undo),
)
STEPS = st.tuples(COMMANDS, st.sampled_from(["alice", "chen", "lena"]), st.integers(0, 90_000))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, max_size=15))
def test_replaying_the_log_gives_what_is_stored(story: list[tuple[Command, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shop = Shop(Path(folder) / "desk.db").furnish()
        for number in range(3):
            shop.open(category="logistics" if number else None, contact=f"c{number}@example.cn")
        for command, login, seconds in story:
            shop.clock.advance(seconds=seconds)
            with suppress(DeskError):
                shop.do(command, by=login)
            shop.desk.tick()
        with shop.desk.reading() as reading:
            told = replay(reading.events())
            stored = {
                (name, value.id): facts_of(record(value))
                for name, cls in LOGGED.items()
                for value in reading.find(cls)
            }
        assert {key: facts_of(value) for key, value in told.items()} == stored
        assert shop.desk.verify_log() is None
        shop.close()
