"""The seal of the log: whatever is done to a line, the first one that does not hold is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.model.event import Change, Event, How, SealedLine
from tuiticket.engine.rules.chain import GENESIS, first_break, sealed, unsealed

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def event(number: int) -> Event:
    return Event(
        id=number,
        act=number,
        at=NOON + timedelta(seconds=number),
        actor="alice",
        via="console",
        kind="ticket.moved",
        ticket_id=10_000 + number,
        data={"state": "open", "words": "退款 “quoted”"},
        changes=(Change("Ticket", number, How.CHANGED, {"state": ["new", "open"]}),),
    )


def log(length: int = 6) -> list[SealedLine]:
    lines, previous = [], GENESIS
    for number in range(1, length + 1):
        lines.append(sealed(event(number), previous))
        previous = lines[-1].hash
    return lines


def head(lines: list[SealedLine]) -> tuple[int, str]:
    return (lines[-1].id, lines[-1].hash) if lines else (0, GENESIS)


def test_a_whole_log_holds_and_tells_its_events_again() -> None:
    lines = log()
    assert first_break(lines, head(lines)) is None
    assert [unsealed(line) for line in lines] == [event(n) for n in range(1, 7)]
    assert first_break([], (0, GENESIS)) is None


COLUMNS = {
    "act": 99,
    "at": 1,
    "actor": "mallory",
    "via": "cli",
    "kind": "ticket.taken",
    "ticket_id": None,
    "payload": '{"changes":[],"data":{}}',
    "payload_hash": "0" * 64,
    "previous": "1" * 64,
    "hash": "2" * 64,
}


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("position", [0, 2, 5])
def test_a_change_in_any_column_is_found_where_it_was_made(column: str, position: int) -> None:
    lines = log()
    lines[position] = replace(lines[position], **{column: COLUMNS[column]})  # type: ignore[arg-type]
    found = first_break(lines, head(log()))
    assert found is not None
    assert found.event_id == position + 1


@given(st.integers(0, 5))
def test_a_removed_line_is_missed_the_last_one_too(position: int) -> None:
    lines = log()
    del lines[position]
    found = first_break(lines, head(log()))
    assert found is not None
    assert found.event_id == position + 1


def test_an_added_line_is_found_behind_the_end_and_before_the_beginning() -> None:
    lines = log()
    behind = [*lines, sealed(event(7), lines[-1].hash)]
    assert (first_break(behind, head(lines)) or pytest.fail("held")).event_id == 7
    before = [sealed(event(0), GENESIS), *lines]
    assert (first_break(before, head(lines)) or pytest.fail("held")).event_id == 0


def test_a_head_moved_along_does_not_hide_a_cut_of_the_chain() -> None:
    lines = log()
    assert first_break(lines, (6, "f" * 64)) is not None
    forged = [*lines[:3], sealed(event(4), "e" * 64)]
    assert (first_break(forged, head(forged)) or pytest.fail("held")).event_id == 4
