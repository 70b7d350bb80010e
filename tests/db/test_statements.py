"""Statements are built once for each way of asking, whatever is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from tuiticket.db.mapping import mapping
from tuiticket.db.statements import (
    Asked,
    deleting,
    finding,
    inserting,
    selecting,
    shape,
    updating,
)
from tuiticket.engine.model.message import Attachment
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.ticket import State, Ticket

TICKET, AGENT = mapping(Ticket).table, mapping(Agent).table


@pytest.mark.parametrize(
    ("value", "asked"),
    [
        (None, Asked.UNSET),
        (0, Asked.EQUAL),
        ("", Asked.EQUAL),
        (State.NEW, Asked.EQUAL),
        ((), Asked.ANY),
        ([1], Asked.ANY),
        ({State.NEW}, Asked.ANY),
        (frozenset({"a"}), Asked.ANY),
    ],
)
def test_a_value_tells_in_what_way_it_is_asked_for(value: Any, asked: Asked) -> None:
    assert shape({"owner_id": value}) == (("owner_id", asked),)


def test_the_same_way_of_asking_is_the_same_statement() -> None:
    one, other = shape({"owner_id": 1, "state": None}), shape({"owner_id": 2, "state": None})
    assert finding(TICKET, one) is finding(TICKET, other)
    for statement in (inserting, updating, deleting):
        assert statement(TICKET) is statement(TICKET)


def test_another_way_or_class_is_another_statement() -> None:
    ways = [shape({"id": value}) for value in (1, None, (1, 2))]
    different = {str(finding(table, way)) for table in (TICKET, AGENT) for way in ways}
    assert len(different) == 6


def test_what_is_asked_for_is_bound_and_never_written_into_the_statement() -> None:
    asked = shape({"order_number": "'; DROP TABLE ticket; --", "state": (State.NEW,)})
    statement = finding(TICKET, asked).compile()
    assert "DROP" not in str(statement)
    assert set(statement.params) == {"order_number", "state"}


def test_a_field_left_out_is_not_read() -> None:
    attachment = mapping(Attachment).table
    whole, bare = (str(selecting(attachment, without=w)) for w in ((), {"content"}))
    assert "content" in whole
    assert "content" not in bare
