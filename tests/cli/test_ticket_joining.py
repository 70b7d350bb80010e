"""`tuiticket ticket merge · split`: one matter on two tickets, or two matters on one."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def test_what_was_said_goes_to_the_other_ticket(say: CommandLine) -> None:
    number, into = say.ticket("Parcel late"), say.ticket("Where is it?")
    said = say.done("ticket", "merge", number, f"#{into}").out.splitlines()
    assert said[0].startswith(f"Merged ticket {number}. (closed ")
    assert said[1].startswith(f"Ticket {into} took up ticket {number}. (new ")
    assert say.done("ticket", "show", number, "--json").object["messages"] == []
    assert len(say.done("ticket", "show", into, "--json").object["messages"]) == 2
    again = say.refused("ticket", "merge", number, into, code=1)
    assert f"Ticket {number} was merged into {into}." in again
    say.done("undo")
    assert len(say.done("ticket", "show", number, "--json").object["messages"]) == 1


def test_scripts_get_both_tickets(say: CommandLine) -> None:
    number, into = say.ticket("One"), say.ticket("Two")
    lines = say.done("ticket", "merge", number, into, "--json").objects
    assert [(line["number"], line["state"]) for line in lines] == [
        (number, "closed"),
        (into, "new"),
    ]
    assert "cannot be merged into itself" in say.refused("ticket", "merge", into, into, code=1)
    assert "no ticket number" in say.refused("ticket", "merge", into, "x")


def test_several_go_into_one_ticket_at_once(say: CommandLine) -> None:
    first, second, merged, into = (say.ticket(f"Where is parcel {n}?") for n in range(4))
    say.done("ticket", "merge", merged, into)
    told = say("ticket", "merge", first, second, merged, into, "--fitting")
    assert f"Ticket {into} took up tickets {first}, {second}." in told.out
    assert told.err.startswith(f"Left out: Ticket {merged} was merged into {into}.")
    say.done("undo")
    assert len(say.done("ticket", "show", into, "--json").object["messages"]) == 2


def test_a_message_becomes_a_ticket_of_its_own(say: CommandLine) -> None:
    number = say.ticket("Parcel late")
    say.done("ticket", "receive", number, "--body", "And the lamp is broken")
    message = say.done("ticket", "show", number, "--json").object["messages"][-1]["id"]
    assert f"message {message}" in say.done("ticket", "show", number).out
    words = ("--message", message, "--subject", "Broken lamp", "--json")
    new, old = say.done("ticket", "split", number, *words).objects
    assert (new["subject"], new["state"], old["number"]) == ("Broken lamp", "new", number)
    kept = say.done("ticket", "show", number, "--json").object["messages"]
    moved = say.done("ticket", "show", new["number"], "--json").object["messages"]
    assert [[m["text"] for m in kept], [m["text"] for m in moved]] == [
        ["Where is it?"],
        ["And the lamp is broken"],
    ]


def test_what_cannot_be_split_off_is_said(say: CommandLine) -> None:
    number = say.ticket()
    (message,) = say.done("ticket", "show", number, "--json").object["messages"]
    told = say.refused("ticket", "split", number, "--message", message["id"], code=1)
    assert f"It is all the customer said on ticket {number}." in told
    told = say.refused("ticket", "split", number, "--message", 999)
    assert f"Ticket {number} has no message 999 of the customer." in told
