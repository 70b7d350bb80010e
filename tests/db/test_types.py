"""How values lie in columns."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects import postgresql, sqlite

from tuiticket.db.types import Enumerated, Instant, Plain, column_type
from tuiticket.engine.model.clock import Step, StepAction
from tuiticket.engine.model.ticket import Kind, Priority

LITE, POSTGRES = sqlite.dialect(), postgresql.dialect()  # type: ignore[no-untyped-call]


def test_an_instant_is_a_number_in_one_database_and_a_time_in_the_other() -> None:
    at = datetime(2026, 3, 2, 20, tzinfo=timezone(timedelta(hours=8)))
    assert Instant().process_bind_param(at, LITE) == 1_772_452_800
    assert Instant().process_bind_param(at, POSTGRES) == at
    assert Instant().compile(LITE) == "INTEGER"
    assert Instant().compile(POSTGRES) == "TIMESTAMP WITH TIME ZONE"
    assert Instant().process_result_value(1_772_452_800, LITE) == at


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        Instant().process_bind_param(datetime(2026, 3, 2), LITE)  # noqa: DTZ001


def test_an_enumeration_of_numbers_is_a_number() -> None:
    assert Enumerated(Priority).compile(LITE) == "INTEGER"
    assert Enumerated(Priority).process_bind_param(Priority.HIGH, LITE) == 3
    assert Enumerated(Kind).compile(LITE) == "TEXT"
    assert Enumerated(Kind).process_result_value("repair", LITE) is Kind.REPAIR


@pytest.mark.parametrize("wrong", ["nonsense", "", 5])
def test_what_is_no_member_goes_neither_in_nor_out(wrong: object) -> None:
    with pytest.raises(ValueError):
        Enumerated(Kind).process_bind_param(wrong, LITE)
    with pytest.raises(ValueError):
        Enumerated(Kind).process_result_value(wrong, LITE)


def test_a_structure_is_readable_json() -> None:
    steps = (Step(80, (StepAction.TELL_LEAD,)),)
    column = Plain(tuple[Step, ...])
    written = column.process_bind_param(steps, LITE)
    assert written == '[{"percent":80,"actions":["tell-lead"],"clocks":[]}]'
    assert column.process_result_value(written, LITE) == steps
    assert Plain(tuple[str, ...]).process_bind_param(("急",), LITE) == '["急"]'


@pytest.mark.parametrize(
    ("hint", "sql"),
    [
        (int, "INTEGER"),
        (int | None, "INTEGER"),
        (str | None, "TEXT"),
        (bytes, "BLOB"),
        (bool, "BOOLEAN"),
        (datetime | None, "INTEGER"),
        (Kind | None, "TEXT"),
        (tuple[str, ...], "TEXT"),
    ],
)
def test_a_field_tells_its_column(hint: object, sql: str) -> None:
    assert column_type(hint).compile(LITE) == sql


def test_instants_come_back_in_utc() -> None:
    found = Instant().process_result_value(0, LITE)
    assert found == datetime(1970, 1, 1, tzinfo=UTC)
    assert found.tzinfo is UTC
