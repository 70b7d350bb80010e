"""`tuiticket ticket transfer · submit · review · triage`: work between teams, and its end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cli.conftest import CommandLine
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.setup import POLICIES


def handed_over(say: CommandLine, *more: str) -> int:
    """A ticket that lena gave to logistics, where chen took it."""
    number = say.ticket(team="after-sales")
    words = ("transfer", number, "logistics", "--reason", "Where is it?", *more)
    say.done("ticket", *words, login="lena")
    say.done("ticket", "take", number, login="chen")
    return number


def clock(say: CommandLine, number: int, kind: str) -> dict[str, object]:
    """The newest clock of a kind."""
    clocks = say.done("ticket", "show", number, "--json").object["clocks"]
    found = [each for each in clocks if each["kind"] == kind]
    assert found, clocks
    newest: dict[str, object] = found[-1]
    return newest


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("4h", 14_400), ("90m", 5_400), ("1h30m", 5_400), ("2d", 172_800), ("45", 45)],
)
def test_a_hand_over_may_set_a_deadline(say: CommandLine, written: str, seconds: int) -> None:
    number = handed_over(say, "--submit-by", written)
    submit = clock(say, number, "submit")
    assert (submit["state"], submit["target_seconds"]) == ("running", seconds)


@pytest.mark.parametrize("written", ["soon", "4x", "", "-1h", "h"])
def test_a_deadline_that_is_no_time_is_refused(say: CommandLine, written: str) -> None:
    number = say.ticket()
    words = ("transfer", number, "after-sales", "--reason", "x", f"--submit-by={written}")
    told = say.refused("ticket", *words, login="lena")
    assert f"--submit-by takes no “{written}”." in told
    assert "1h30m" in told


def test_a_result_is_submitted_sent_back_and_accepted(say: CommandLine) -> None:
    number = handed_over(say, "--submit-by", "4h")
    line = say.done(
        "ticket", "submit", number, "--result", "-", "--json", stdin="In Hangzhou\n", login="chen"
    ).object
    assert line["state"] == "review"
    assert clock(say, number, "submit")["state"] == "met"
    note = say.done("ticket", "show", number, "--json").object["messages"][-1]
    assert (note["direction"], note["agent"], note["text"]) == ("note", "chen", "In Hangzhou")
    own = say.refused("ticket", "review", number, "--accept", code=1, login="chen")
    assert "Nobody reviews their own work." in own
    assert "The reason is empty." in say.refused("ticket", "review", number, "--reject")
    back = say.done("ticket", "review", number, "--reject", "--reason", "Which depot?")
    assert f"Sent the result of ticket {number} back." in back.out
    again = clock(say, number, "submit")
    assert (again["state"], again["target_seconds"]) == ("running", 14_400), "as long again"
    say.done("ticket", "submit", number, "--result", "Depot 4", login="chen")
    accepted = say.done("ticket", "review", number, "--accept", "--json").object
    assert (accepted["state"], accepted["owner"]) == ("open", "chen")


def test_an_interim_result_goes_without_review(say: CommandLine) -> None:
    number = handed_over(say)
    said = say.done("ticket", "submit", number, "--result", "Found it", "--interim", login="chen")
    assert f"Recorded the result of ticket {number}." in said.out
    assert say.done("ticket", "show", number, "--json").object["state"] == "open"


def test_a_reason_belongs_to_a_rejection(say: CommandLine) -> None:
    number = say.ticket()
    for words in (["--accept"], []):
        told = say.refused("ticket", "review", number, *words, "--reason", "x")
        assert "only given with --reject" in told


def test_what_is_not_in_review_is_not_judged(say: CommandLine) -> None:
    number = say.ticket()
    assert "not in review" in say.refused("ticket", "review", number, "--accept", code=1)


def test_several_are_put_up_for_review_and_accepted_at_once(say: CommandLine) -> None:
    numbers = [say.ticket("One"), say.ticket("Two")]
    up = say.done("ticket", "review", *numbers, "--json").objects
    assert [line["state"] for line in up] == ["review", "review"]
    down = say.done("ticket", "review", *numbers, "--accept", "--json").objects
    assert [line["state"] for line in down] == ["open", "open"]


@pytest.mark.parametrize(("meant", "state"), [("--rebound", "open"), ("--thanks", "solved")])
def test_what_came_after_the_solution_is_triaged(say: CommandLine, meant: str, state: str) -> None:
    shop = Shop(say.file)
    shop.desk.do(PutPolicy(policy=replace(POLICIES[2], triage_s=3600)), by=ADMIN)
    shop.close()
    number = say.ticket()
    say.done("ticket", "solve", number)
    say.done("ticket", "receive", number, "--body", "It came broken")
    assert clock(say, number, "triage")["state"] == "running"
    line = say.done("ticket", "triage", number, meant, "--json").object
    assert line["state"] == state
    assert clock(say, number, "triage")["state"] == "met"


def test_without_anything_to_triage_it_is_refused(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "solve", number)
    assert "It is not said what it was." in say.refused("ticket", "triage", number)
    none = say.refused("ticket", "triage", number, "--thanks", code=1)
    assert f"Nobody wrote on ticket {number} after its solution." in none


def test_a_ticket_that_seemed_to_come_back_is_parted_from_the_other(say: CommandLine) -> None:
    earlier = say.ticket("Lamp flickers")
    say.done("ticket", "solve", earlier)
    number = say.ticket("Re: Lamp flickers")
    assert f"the matter of ticket {earlier} is back" in say.done("log", "show", number).out
    assert say.done("ticket", "show", number, "--json").object["rebound_of"] == earlier
    said = say.done("ticket", "unrelated", number).out
    assert f"Ticket {number} is a matter of its own." in said
    assert say.done("ticket", "show", number, "--json").object["rebound_of"] is None
    assert "comes back on no other" in say.refused("ticket", "unrelated", number, code=1)
