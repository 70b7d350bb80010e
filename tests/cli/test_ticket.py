"""`tuiticket ticket`: opening, listing, answering, assigning, moving and describing tickets."""

from __future__ import annotations

import re

import pytest

from tests.cli.conftest import CommandLine
from tuiticket.bootstrap import utc_now
from tuiticket.db.presence import FilePresence
from tuiticket.engine.model.presence import Doing

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

LINE_KEYS = [
    "number", "subject", "kind", "state", "priority", "urgency", "channel", "customer",
    "customer_tags", "team", "owner", "category", "order", "language", "tags", "created_at",
    "updated_at", "last_message_at", "unanswered_since", "clock", "due_at", "left_seconds",
    "paused", "late", "snoozed_until", "follow_up_at", "unread",
]  # fmt: skip
"""The contract with scripts: added to, never renamed."""


def test_a_new_ticket_holds_what_was_given(say: CommandLine) -> None:
    made = say.done(
        "ticket", "new", "--subject", "退款三天没到账", "--body", "-", "--customer",
        "138 0013 8000", "--name", "王芳", "--kind", "投诉", "--priority", "urgent",
        "--severity", "major", "--category", "logistics/delay", "--order", "88213", "--channel",
        "wechat", "--tag", "a", "--tag", "b", "--json", stdin="我已经等了三天了\n",
    ).object  # fmt: skip
    assert list(made) == [*LINE_KEYS, "duplicates"]
    known = say.done("ticket", "show", made["number"], "--json").object
    assert [name for name in made if made[name] != known[name]] in ([], ["left_seconds"])
    wanted = {
        "subject": "退款三天没到账",
        "kind": "complaint",
        "priority": "urgent",
        "severity": "major",
        "category": "logistics/delay",
        "order": "88213",
        "channel": "wechat",
        "tags": ["a", "b"],
        "customer": "王芳",
        "language": "zh",
        "team": "logistics",
        "state": "new",
    }
    assert {name: known[name] for name in wanted} == wanted
    assert known["customer_details"]["contacts"] == [{"kind": "phone", "value": "+8613800138000"}]
    assert [message["text"] for message in known["messages"]] == ["我已经等了三天了"]


def test_instants_are_utc_and_clocks_count_down(say: CommandLine) -> None:
    number = say.ticket(priority="high")
    line = say.done("ticket", "list", "--json").object
    told = (name for name in line if name.endswith("_at") or name == "unanswered_since")
    instants = [line[name] for name in told if name != "follow_up_at"]
    assert all(INSTANT.fullmatch(instant) for instant in instants)
    assert line["clock"] == "first-response"
    assert 3500 < line["left_seconds"] <= 3600
    assert (line["number"], line["paused"], line["late"]) == (number, False, False)


def test_the_list_is_the_active_ones_the_most_urgent_first(say: CommandLine) -> None:
    low, urgent, normal = (
        say.ticket(f"Parcel {priority}", priority=priority)
        for priority in ("low", "urgent", "normal")
    )
    done = say.ticket("Parcel found")
    say.done("ticket", "close", done)
    listed = [line["number"] for line in say.done("ticket", "list", "--json").objects]
    assert listed == [urgent, normal, low]
    _heading, *page = say.done("ticket", "list").out.splitlines()
    clocks = [line.split()[0] for line in page]
    assert re.fullmatch(r"0:(30:00|29:5\d)", clocks[0])
    assert (clocks[1] in ("3h", "4h"), clocks[2] in ("7h", "8h")) == (True, True)
    assert done in [
        t["number"] for t in say.done("ticket", "list", "state:closed", "--json").objects
    ]


def test_a_query_chooses_orders_and_limits(say: CommandLine) -> None:
    first = say.ticket("Refund please", kind="complaint", tag="spam")
    second = say.ticket("Refund at last", kind="complaint")
    third = say.ticket("Size?", kind="enquiry")

    def found(*words: str) -> list[int]:
        return [line["number"] for line in say.done("ticket", "list", *words, "--json").objects]

    assert found("kind:complaint", "-tag:spam") == [second]
    assert found("refunds", "sort:number") == [first, second]
    assert found("sort:-number", "--limit", "2") == [third, second]
    assert found("owner:me") == []
    say.done("ticket", "take", third)
    assert found("owner:me") == [third]


def test_an_empty_answer_says_so_without_being_an_error(say: CommandLine) -> None:
    answer = say("ticket", "list")
    assert (answer.code, answer.out) == (0, "")
    assert "No ticket matches." in answer.err
    assert say.done("ticket", "list", "--json").out == ""


def test_chinese_subjects_keep_the_columns_straight(
    say: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    say.ticket("退款三天没到账，再不处理我就投诉，真的要投诉了，太过分了", name="王芳")
    say.ticket("Parcel stuck in Lyon since Monday", customer="morel@example.com", name="J. Morel")
    from rich.cells import cell_len

    chinese, french = say.done("ticket", "list", "sort:number").out.splitlines()[1:]
    assert cell_len(chinese[: chinese.index("王芳")]) == cell_len(french[: french.index("J. M")])
    assert max(cell_len(chinese), cell_len(french)) <= 100


def test_hostile_words_of_customers_are_harmless_on_the_page(say: CommandLine) -> None:
    number = say.ticket("a\x1b[31mred\u202e", body="b\x1b]0;title\x07c\r\nd")
    for page in (say.done("ticket", "list").out, say.done("ticket", "show", number).out):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", page)


def test_filters_are_listed(say: CommandLine) -> None:
    assert "priority:" in say.done("ticket", "filters").out
    names = [each["filter"] for each in say.done("ticket", "filters", "--json").objects]
    assert {"state", "kind", "owner", "sla"} <= set(names)


def test_showing_a_ticket_tells_facts_clocks_and_conversation(say: CommandLine) -> None:
    number = say.ticket("Parcel late", name="J. Morel")
    say.done("ticket", "note", number, "--body", "Ask the carrier")
    page = say.done("ticket", "show", number).out
    for words in (
        f"#{number} Parcel late",
        "J. Morel (wang@example.cn)",
        "first response: ",
        "  Where is it?",
        "internal note",
        "  Ask the carrier",
    ):
        assert words in page


def test_an_answer_stops_the_clock_and_may_move_the_ticket(say: CommandLine) -> None:
    number = say.ticket(channel="mail")
    said = say.done("ticket", "reply", number, "--body", "On its way", "--then", "waiting-customer")
    assert f"Answered ticket {number}." in said.out
    known = say.done("ticket", "show", number, "--json").object
    assert known["state"] == "waiting-customer"
    assert known["unanswered_since"] is None
    states = {clock["kind"]: clock["state"] for clock in known["clocks"]}
    assert states == {"first-response": "met", "resolution": "paused"}
    assert (known["clock"], known["paused"]) == (None, True)
    assert [m["direction"] for m in known["messages"]] == ["in", "out"]
    assert known["messages"][1]["agent"] == "ada"


def test_what_the_customer_says_next_makes_the_ticket_ours_again(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "reply", number, "--body", "Which size?", "--then", "waiting-customer")
    line = say.done(
        "ticket", "receive", number, "--body", "XL", "--channel", "chat", "--json"
    ).object
    assert line["state"] == "open"
    assert line["unanswered_since"]


def test_an_article_used_in_an_answer_is_counted(say: CommandLine) -> None:
    article = say.done("kb", "add", "--title", "Refunds", "--body", "Soon", "--json").object
    say.done("ticket", "reply", say.ticket(), "--body", "Soon", "--article", "KB-1")
    assert say.done("kb", "show", article["article"], "--json").object["uses"] == 1


def test_tickets_go_from_hand_to_hand(say: CommandLine) -> None:
    number = say.ticket()

    def after(*words: object, login: str = "chen") -> tuple[str | None, str | None]:
        line = say.done("ticket", *words, "--json", login=login).object
        return line["team"], line["owner"]

    assert after("take", number) == ("logistics", "chen")
    assert after("assign", number, "dora") == ("logistics", "dora")
    assert after("release", number, login="dora") == ("logistics", None)
    team, owner = after("transfer", number, "after-sales", "--reason", "A refund", login="lena")
    assert team == "after-sales"
    assert owner in ("alice", "bo")
    told = say.refused("ticket", "transfer", number, "logistics", "--reason", " ")
    assert "The reason is empty." in told


def test_several_tickets_are_taken_all_or_none(say: CommandLine) -> None:
    first, second = say.ticket("One"), say.ticket("Two")
    say.done("ticket", "take", second, login="chen")
    say.refused("ticket", "take", first, f"#{second}", code=1, login="dora")
    assert say.done("ticket", "list", f"number:{first}", "--json").object["owner"] is None
    third = say.ticket("Three")
    said = say.done("ticket", "take", first, third, login="dora").out
    assert [f"Ticket {number} is yours." in said for number in (first, third)] == [True, True]


def test_a_ticket_goes_through_its_life(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "reply", number, "--body", "Hello")
    for verb, state in (
        (["wait"], "waiting-customer"),
        (["wait", "--third"], "waiting-third"),
        (["resume"], "open"),
        (["review"], "review"),
        (["solve"], "solved"),
        (["reopen", "--reason", "Not solved"], "open"),
        (["close"], "closed"),
    ):
        assert say.done("ticket", verb[0], number, *verb[1:], "--json").object["state"] == state


def test_a_ticket_is_described_anew(say: CommandLine) -> None:
    number = say.ticket(order="1")
    changed = say.done(
        "ticket", "set", number, "--subject", "New words", "--kind", "repair", "--priority", "high",
        "--category", "logistics", "--severity", "critical", "--order", "", "--json",
    ).object  # fmt: skip
    wanted = {"subject": "New words", "kind": "repair", "priority": "high", "order": None}
    assert {name: changed[name] for name in wanted} == wanted
    assert changed["category"] == "logistics"
    assert "Nothing to set was named." in say.refused("ticket", "set", number)


def test_tags_are_added_and_taken_away(say: CommandLine) -> None:
    number = say.ticket()
    assert say.done("ticket", "tag", number, "a", "b", "--json").object["tags"] == ["a", "b"]
    kept = say.done("ticket", "tag", number, "c", "--remove", "a", "--json").object["tags"]
    assert kept == ["b", "c"]
    assert "No tag was named." in say.refused("ticket", "tag", number)


def test_undo_takes_the_last_act_back(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "take", number)
    assert f"Ticket {number} is as it was before." in say.done("undo").out
    line = say.done("ticket", "list", "--json").object
    assert (line["owner"], line["state"]) == (None, "new")


def test_who_is_at_a_ticket_now_is_shown(say: CommandLine) -> None:
    number = say.ticket()
    assert "Here now" not in say.done("ticket", "show", number).out
    presence = FilePresence(say.file)
    presence.stay("seat", "bo", number, Doing.TYPING, utc_now())
    assert "Here now: bo (typing)" in say.done("ticket", "show", number).out
    shown = say.done("ticket", "show", number, "--json").object
    assert shown["present"] == [{"login": "bo", "doing": "typing"}]


def test_the_language_of_a_ticket_is_set(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "set", number, "--language", "zh")
    assert say.done("ticket", "show", number, "--json").object["language"] == "zh"
    assert "The language is empty." in say.refused("ticket", "set", number, "--language", " ")


def test_what_fits_only_some_can_leave_the_others_out(say: CommandLine) -> None:
    mine, theirs = say.ticket(), say.ticket()
    say.done("ticket", "take", theirs, login="dora")
    say.refused("ticket", "take", mine, theirs, login="chen", code=1)
    answer = say("ticket", "take", mine, theirs, "--fitting", "--json", login="chen")
    assert answer.code == 0
    assert answer.object["number"] == mine
    assert answer.err.startswith(f"Left out: Ticket {theirs} belongs to dora.")
    for verb in ("wait", "solve", "close", "resume", "reopen", "release"):
        told = say("ticket", verb, theirs, "--fitting", login="wall")
        assert told.code == 1, verb


def test_whatever_is_done_to_several_can_leave_some_out(say: CommandLine) -> None:
    for before, verb in (
        (None, ("watch",)),
        ("watch", ("unwatch",)),
        (None, ("spam",)),
        ("solve", ("escalate", "--reason", "x")),
        ("solve", ("snooze", "--in", "2h")),
        ("take", ("steal", "--reason", "x")),
        (None, ("assign", "dora")),
        (None, ("transfer", "after-sales", "--reason", "x")),
        (None, ("set", "--severity", "critical")),
    ):
        done, open_ = say.ticket(), say.ticket()
        if before == "take":
            say.done("ticket", "take", open_, login="dora")
        elif before == "watch":
            say.done("ticket", "watch", open_, login="chen")
        elif before:
            say.done("ticket", before, done, login="chen")
        else:
            say.done("ticket", verb[0], done, *verb[1:], login="chen")
        words = (verb[0], done, open_, *verb[1:], "--fitting", "--json")
        answer = say("ticket", *words, login="chen")
        assert (answer.code, answer.object["number"]) == (0, open_), verb
        assert answer.err.startswith("Left out: "), verb
