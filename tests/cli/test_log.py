"""`tuiticket log · tick`: what happened, and what is due."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.cli.conftest import CommandLine
from tests.cli.tampering import tamper


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
