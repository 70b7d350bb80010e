"""`tuiticket doctor` on tickets that were let lie: steps that fired, clocks of a hand-over."""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from datetime import timedelta

import pytest

from tests.cli.conftest import CommandLine
from tests.cli.tampering import tamper
from tests.desks import Clock as ShopClock
from tests.desks import Shop
from tuiticket.bootstrap import utc_now
from tuiticket.engine.commands.assignment import Transfer
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.review import Submit
from tuiticket.engine.model.clock import Clock, FiredStep, Policy
from tuiticket.engine.model.people import Actor, Via


def copied(table: str, cls: type[FiredStep] | type[Clock], where: str) -> str:
    """A statement that puts rows of a table there a second time."""
    names = ", ".join(field.name for field in fields(cls) if field.name != "id")
    return f"INSERT INTO {table} ({names}) SELECT {names} FROM {table} WHERE {where}"


@pytest.fixture
def late(say: CommandLine) -> int:
    """A ticket of two days ago whose reminders and breaches have fired; its number."""
    shop = Shop(say.file, ShopClock(utc_now() - timedelta(days=2)))
    number = shop.open(team="logistics")
    shop.close()
    say.done("tick")
    assert say.done("doctor").out == "Everything is as it should be.\n"
    return number


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (
            ["DELETE FROM fired_step WHERE percent = 80"],
            "the proof that its step at 80 % fired is missing",
        ),
        (
            ["UPDATE fired_step SET percent = 81 WHERE percent = 80"],
            "the log tells of no step at 81 % that fired",
        ),
        (
            [
                "ALTER TABLE fired_step RENAME TO once",
                "CREATE TABLE fired_step AS SELECT * FROM once",
                "INSERT INTO fired_step SELECT * FROM once WHERE percent = 100",
                "DROP TABLE once",
            ],
            "its step at 100 % fired more than once",
        ),
        (
            [
                "DROP INDEX uq_clock_alive",
                copied("clock", Clock, "kind = 'resolution'"),
            ],
            "2 clocks of the kind resolution run at once",
        ),
    ],
)
def test_the_doctor_sees_what_fired_or_runs_otherwise_than_told(
    say: CommandLine, late: int, statements: list[str], told: str
) -> None:
    tamper(say, *statements)
    answer = say("doctor")
    assert answer.code == 1
    assert f"ticket {late}: {told}" in answer.out.splitlines()


def test_a_step_is_not_put_there_twice(say: CommandLine, late: int) -> None:
    twice = copied("fired_step", FiredStep, f"ticket_id = {late} AND percent = 80")
    with pytest.raises(sqlite3.IntegrityError):
        tamper(say, twice)


@pytest.mark.parametrize(("kind", "told"), [("submit", "submission"), ("review", "review")])
def test_the_doctor_misses_a_clock_of_a_hand_over(say: CommandLine, kind: str, told: str) -> None:
    number = say.ticket()
    shop = Shop(say.file, ShopClock(utc_now()))
    promise = Policy(name="Results", position=-1, submit_s=3600, review_s=3600)
    shop.desk.do(PutPolicy(policy=promise), by=Actor.system(Via.CLI))
    shop.do(Transfer(ticket=number, team="after-sales", reason="Depot"), by="lena")
    if kind == "review":
        shop.do(Submit(ticket=number, result="Found"), by="alice")
    shop.close()
    assert say.done("doctor").out == "Everything is as it should be.\n"
    tamper(
        say,
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM timer",
        f"DELETE FROM clock WHERE kind = '{kind}' AND state = 'running'",
    )
    answer = say("doctor")
    assert answer.code == 1
    assert f"ticket {number}: its clock {told} is missing" in answer.out.splitlines()
