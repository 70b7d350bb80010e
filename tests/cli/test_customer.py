"""`tuiticket customer`."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def test_one_customer_with_all_that_is_known(say: CommandLine) -> None:
    say.done(
        "customer", "add", "wang@example.cn", "138 0013 8000", "--name", "王芳", "--tag", "vip"
    )
    old, new = say.ticket("Parcel late"), say.ticket("Invoice", customer="13800138000")
    known = say.done("customer", "show", "Wang@Example.cn", "--json").object
    assert (known["name"], known["tags"], known["ticket_count"]) == ("王芳", ["vip"], 2)
    assert [contact["value"] for contact in known["contacts"]] == [
        "wang@example.cn",
        "+8613800138000",
    ]
    assert [ticket["number"] for ticket in known["tickets"]] == [new, old]
    page = say.done("customer", "show", known["id"]).out
    assert page.splitlines()[0] == "王芳 ·vip"
    assert f"#{old} Parcel late · new" in page


def test_tags_are_given_and_taken_away(say: CommandLine) -> None:
    number = say.ticket()
    say.done("customer", "tag", "wang@example.cn", "vip", "b2b")
    assert [t["number"] for t in say.done("ticket", "list", "tag:b2b", "--json").objects] == [
        number
    ]
    known = say.done("customer", "tag", "wang@example.cn", "--remove", "vip", "--json").object
    assert known["tags"] == ["b2b"]
    say.done("undo")
    assert say.done("customer", "show", "wang@example.cn", "--json").object["tags"] == [
        "vip",
        "b2b",
    ]
    assert say.done("doctor").out == "Everything is as it should be.\n"


def test_whoever_is_not_known_is_told(say: CommandLine) -> None:
    say.ticket()
    assert "no customer 77" in say.refused("customer", "show", "77")
    assert "no customer a@example.com" in say.refused("customer", "show", "a@example.com")
    assert "neither" in say.refused("customer", "show", "nonsense")
    assert "No tag" in say.refused("customer", "tag", "wang@example.cn")
    assert "belongs to a customer" in say.refused("customer", "add", "wang@example.cn")
