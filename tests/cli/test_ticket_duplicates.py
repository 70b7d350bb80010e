"""`tuiticket ticket duplicates · keep-apart`, and what `ticket new` says of them."""

from __future__ import annotations

from tests.cli.conftest import CommandLine

BODY = "The shade of my walnut lamp arrived cracked, and one screw was missing."


def test_opening_tells_what_it_resembles_and_why(say: CommandLine) -> None:
    first = say.ticket("Lamp cracked", body=BODY)
    words = ("--customer", "wang@example.cn", "--body", BODY, "--team", "logistics")
    second = say.done("ticket", "new", "--subject", "Again", *words, "--json").object
    (double,) = second["duplicates"]
    assert (double["number"], double["ground"], double["ours"]) == (first, "customer", True)
    assert {"walnut", "cracked"} <= set(double["words"])
    opened, why = say.done("ticket", "new", "--subject", "Once more", *words).out.splitlines()[:2]
    assert opened.startswith(f"Opened ticket {second['number'] + 1}.")
    assert why.startswith(f"  looks like #{second['number']} (new, now): same customer, ")
    (listed, *_) = say.done("ticket", "duplicates", second["number"], "--json").objects
    assert listed == double
    assert f"looks like #{first}" in say.done("ticket", "show", second["number"]).out


def test_keeping_apart_is_a_word_one_can_take_back(say: CommandLine) -> None:
    first, second = say.ticket("Lamp", body=BODY), say.ticket("Lamp again", body=BODY)
    assert f"told again by #{second}" in say.done("ticket", "duplicates", first).out
    say.done("ticket", "keep-apart", first, second)
    nothing = say("ticket", "duplicates", first)
    assert (nothing.code, nothing.out) == (0, "")
    assert "not taken for duplicates" in say.refused("ticket", "keep-apart", 10001, 10001, code=1)
    say.done("undo")
    assert "walnut" in say.done("ticket", "duplicates", first).out
    assert "no ticket 77" in say.refused("ticket", "duplicates", 77)
