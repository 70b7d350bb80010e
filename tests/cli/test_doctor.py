"""`tuiticket doctor`: whether everything that follows from something else really does."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import CommandLine
from tests.cli.tampering import forge, tamper


def test_the_doctor_finds_nothing_on_a_desk_at_work(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "take", number)
    say.done("ticket", "reply", number, "--body", "x", "--then", "waiting-customer")
    say.done("ticket", "solve", say.ticket("Two"))
    say.done("ticket", "close", say.ticket("Three"))
    say.done("undo")
    assert say.done("doctor").out == "Everything is as it should be.\n"
    assert say.done("doctor", "--json").out == ""


def test_the_doctor_tells_of_what_an_older_program_learned(say: CommandLine) -> None:
    say.done("classify", "correct", say.ticket("又是套路", body="券没了"), "angry")
    tamper(say, "UPDATE temper_course SET algorithm = 'pa0'")
    (finding,) = say.done("doctor", "--json").objects
    assert (finding["check"], finding["fault"]) == ("learner", False)
    assert "classify rebuild" in say.done("doctor").out
    say.done("classify", "rebuild")
    assert say.done("doctor").out == "Everything is as it should be.\n"


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE ticket SET queued_at = NULL", "it stands in no queue though nobody has it"),
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
    tables = ("timer", "judgement", "delivery", "message", "clock", "ticket")
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


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (
            ["UPDATE ticket SET owner_id = (SELECT id FROM agent WHERE login = 'chen')"],
            "it has an owner and stands in the queue at once",
        ),
        (
            ["UPDATE ticket SET merged_into = id"],
            "it was merged into ticket {n} and still is at work",
        ),
        (
            ["DELETE FROM timer", "DELETE FROM clock WHERE kind = 'resolution'"],
            "its clock resolution is missing",
        ),
    ],
)
def test_the_doctor_sees_what_is_there_twice_or_not_at_all(
    say: CommandLine, statements: list[str], told: str
) -> None:
    say.ticket()
    number = say.ticket("Two")
    tamper(say, *statements)
    answer = say("doctor")
    assert answer.code == 1
    assert f"ticket {number}: {told.format(n=number)}" in answer.out.splitlines()


def test_a_clock_is_built_again_from_what_happened_whatever_the_log_says_became_of_it(
    say: CommandLine,
) -> None:
    number = say.ticket()
    say.done("ticket", "reply", number, "--body", "Which size?", "--then", "waiting-customer")

    def half_an_hour_more(payload: dict[str, Any]) -> None:
        for entity, _id, _how, fields in payload["changes"]:
            if entity == "Clock" and fields.get("kind", [None, ""])[1] == "resolution":
                fields["target_s"][1] += 1800

    forge(say, half_an_hour_more)
    tamper(say, "UPDATE clock SET target_s = target_s + 1800 WHERE kind = 'resolution'")
    tamper(say, "UPDATE ticket SET paused_left_s = paused_left_s + 1800")
    assert say.done("log", "verify", "--json").object["holds"] is True
    answer = say("doctor")
    assert answer.code == 1
    assert answer.out.splitlines() == [
        f"ticket {number}: its clock resolution is not what follows from the log"
    ]


def test_a_desk_of_an_older_program_is_told_of_once_and_not_accused(say: CommandLine) -> None:
    numbers = [say.ticket("One"), say.ticket("Two")]
    say.done("ticket", "reply", numbers[0], "--body", "Hello")
    forge(say, lambda payload: payload["data"].pop("turns", None))
    new = say.ticket("Three")
    told_once, all_well = say.done("doctor").out.splitlines()
    assert "begun under an older program" in told_once
    assert told_once.endswith(": 2")
    assert all_well == "Everything is as it should be."
    assert say.done("doctor", "--json").object["fault"] is False
    tamper(
        say, "DELETE FROM timer", "UPDATE clock SET consumed_s = 5", "UPDATE ticket SET urgency = 1"
    )
    told = say("doctor", "--json").objects
    assert {one["number"] for one in told if one["check"] == "clock"} == {*numbers, new}


def test_the_index_is_built_anew(say: CommandLine) -> None:
    number = say.ticket("Lamp broken")
    assert say.done("doctor", "--reindex", "--json").object["indexed"] > 0
    assert "anew" in say.done("doctor", "--reindex").out
    assert [hit["number"] for hit in say.done("search", "lamp", "--json").objects] == [number]


def test_an_agent_does_not_build_the_index(say: CommandLine) -> None:
    say.ticket("Lamp broken")
    assert "alice may not" in say.refused("doctor", "--reindex", code=1, login="alice")
