"""`tuiticket log · tick · doctor`: what happened, what is due, and whether all is well."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.cli.conftest import CommandLine


def tamper(say: CommandLine, *statements: str) -> None:
    """Change the desk behind its back, as with the sqlite3 shell and its triggers dropped."""
    with closing(sqlite3.connect(say.file, isolation_level=None)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in found.fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            connection.execute(statement)


def test_the_log_tells_each_step_of_a_ticket(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "take", number)
    say.done("ticket", "reply", number, "--body", "Hello", "--then", "solved")
    kinds = [event["kind"] for event in say.done("log", "show", number, "--json").objects]
    assert kinds == ["ticket.opened", "ticket.taken", "message.sent", "ticket.moved"]
    page = say.done("log", "show", number).out
    assert "Ada (command line)" in page
    assert "state: open → solved" in page


def test_the_log_of_the_whole_desk_is_read_from_any_line_on(say: CommandLine) -> None:
    before = say.done("log", "show", "--json").objects[-1]["id"]
    number = say.ticket()
    say.done("ticket", "take", number)
    later = say.done("log", "show", "--after", before, "--json").objects
    assert [event["number"] for event in later] == [number, number]
    assert len(say.done("log", "show", "--after", before, "--limit", "1", "--json").objects) == 1
    assert f"#{number} " in say.done("log", "show", "--after", before).out


def test_an_untouched_log_holds(say: CommandLine) -> None:
    say.ticket()
    count = len(say.done("log", "show", "--json").objects)
    assert say.done("log", "verify", "--json").object == {"holds": True, "events": count}
    assert say.done("log", "verify").out == f"{count} events, the chain holds.\n"


@pytest.mark.parametrize(
    ("statement", "event"),
    [
        ("UPDATE event SET actor = 'eve' WHERE id = 5", 5),
        ("UPDATE event SET at = at + 1 WHERE id = 5", 5),
        ("UPDATE event SET kind = 'x' WHERE id = 5", 5),
        ("UPDATE event SET ticket_id = 10001 WHERE id = 5", 5),
        ("UPDATE event SET payload = '{}' WHERE id = 5", 5),
        ("UPDATE event SET payload = x'00ff' WHERE id = 5", 5),
        ("UPDATE event SET hash = 'x' WHERE id = 5", 5),
        ("DELETE FROM event WHERE id = 5", 5),
    ],
)
def test_the_first_wrong_event_is_named(say: CommandLine, statement: str, event: int) -> None:
    say.ticket()
    tamper(say, "PRAGMA ignore_check_constraints = ON", statement)
    answer = say("log", "verify", "--json")
    assert (answer.code, answer.object["holds"], answer.object["event"]) == (1, False, event)
    assert answer.object["reason"]
    answer = say("log", "verify")
    assert answer.code == 1
    assert answer.out.startswith(f"The chain breaks at event {event}: ")


@pytest.mark.parametrize("place", [0, 1_000])
def test_an_event_put_in_is_named(say: CommandLine, place: int) -> None:
    say.ticket()
    last = say.done("log", "show", "--json").objects[-1]["id"]
    with closing(sqlite3.connect(say.file, isolation_level=None)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(event)")]
    values = ", ".join(str(place) if column == "id" else column for column in columns)
    tamper(
        say,
        f"INSERT INTO event ({', '.join(columns)}) SELECT {values} FROM event WHERE id = 5",
    )
    answer = say("log", "verify", "--json")
    assert answer.code == 1
    assert answer.object["event"] == (last + 1 if place else 0)


def test_cutting_off_the_last_event_is_noticed(say: CommandLine) -> None:
    say.ticket()
    last = say.done("log", "show", "--json").objects[-1]["id"]
    tamper(say, f"DELETE FROM event WHERE id = {last}")
    assert say("log", "verify", "--json").object["event"] == last
    assert "the chain breaks" in say("doctor").out


def test_a_tick_does_what_is_due(say: CommandLine) -> None:
    assert say.done("tick").out == "Nothing is due.\n"
    number = say.ticket()
    tamper(say, "UPDATE timer SET fire_at = fire_at - 1000000")
    assert say.done("tick", "--json").object == {"tickets": [number]}


def test_the_doctor_finds_nothing_on_a_desk_at_work(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "take", number)
    say.done("ticket", "reply", number, "--body", "x", "--then", "waiting-customer")
    say.done("ticket", "solve", say.ticket("Two"))
    say.done("ticket", "close", say.ticket("Three"))
    say.done("undo")
    assert say.done("doctor").out == "Everything is as it should be.\n"
    assert say.done("doctor", "--json").out == ""


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE ticket SET team_id = NULL", "it has neither an owner nor a team (unrouted)"),
        ("UPDATE ticket SET owner_id = (SELECT id FROM agent WHERE login = 'wall')",
         "its owner, wall, cannot own tickets"),
        ("UPDATE ticket SET state = 'solved'", "a clock runs though the ticket is solved"),
        ("UPDATE clock SET due_at = due_at + 60 WHERE kind = 'resolution'",
         "the due of its clock resolution does not follow from what is left"),
        ("UPDATE ticket SET next_due_at = next_due_at + 60",
         "the queue shows another due than its clocks say"),
        ("DELETE FROM timer", "the timer “reminder or escalation” is missing"),
        ("UPDATE timer SET fire_at = fire_at + 1",
         "the timer “reminder or escalation” is set though nothing asks for it"),
        ("UPDATE ticket SET priority = 4", "the log tells otherwise of priority"),
        ("UPDATE clock SET target_s = target_s + 1, consumed_s = consumed_s + 1",
         "the log tells otherwise of consumed_s, target_s"),
    ],
)  # fmt: skip
def test_the_doctor_names_what_is_wrong(say: CommandLine, statement: str, told: str) -> None:
    number = say.ticket()
    tamper(say, statement)
    answer = say("doctor")
    assert answer.code == 1
    assert f"ticket {number}: {told}" in answer.out.splitlines()
    finding = {"number": number, "finding": told}
    assert any(finding.items() <= found.items() for found in say("doctor", "--json").objects)


def test_the_doctor_misses_a_ticket_that_was_removed(say: CommandLine) -> None:
    number = say.ticket()
    tables = ("timer", "delivery", "message", "clock", "ticket")
    columns = {"ticket": "id"}
    tamper(
        say,
        "PRAGMA foreign_keys = OFF",
        *(f"DELETE FROM {t} WHERE {columns.get(t, 'ticket_id')} = {number}" for t in tables),
    )
    assert "the log tells of it, but it is not there" in say("doctor").out


def test_the_doctor_names_rows_that_point_nowhere(say: CommandLine) -> None:
    say.ticket()
    tamper(say, "PRAGMA foreign_keys = OFF", "DELETE FROM customer")
    answer = say("doctor")
    assert answer.code == 1
    assert "no such customer" in answer.out
