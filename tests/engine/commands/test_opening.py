"""Recording a customer's matter as a ticket."""

from __future__ import annotations

import pytest

from tests.desks import NOON, Shop
from tuiticket.engine.commands.opening import LogCall, OpenTicket
from tuiticket.engine.errors import BadInput, Refused, Unknown
from tuiticket.engine.model.clock import ClockKind, ClockState
from tuiticket.engine.model.message import Direction
from tuiticket.engine.model.ticket import LIVE, Channel, Kind, Priority, State


def clocks(shop: Shop, number: int) -> dict[ClockKind, ClockState]:
    return {clock.kind: clock.state for clock in shop.dossier(number).clocks}


def test_a_ticket_keeps_what_was_said_and_starts_its_clocks(shop: Shop) -> None:
    number = shop.open("Sofa arrived scratched", body="See the photo", order_number="88213")
    dossier = shop.dossier(number)
    assert number == 10_001
    assert (dossier.ticket.subject, dossier.ticket.state) == ("Sofa arrived scratched", State.NEW)
    assert dossier.ticket.order_number == "88213"
    assert dossier.ticket.unanswered_since == NOON
    assert [(m.direction, m.body) for m in dossier.messages] == [(Direction.IN, "See the photo")]
    assert clocks(shop, number) == {
        ClockKind.FIRST_RESPONSE: ClockState.RUNNING,
        ClockKind.RESOLUTION: ClockState.RUNNING,
    }
    assert dossier.ticket.next_clock is ClockKind.FIRST_RESPONSE
    assert dossier.ticket.next_due_at is not None
    assert (dossier.ticket.next_due_at - NOON).total_seconds() == 4 * 3600


def test_numbers_go_up_by_one(shop: Shop) -> None:
    assert [shop.open(), shop.open(), shop.open()] == [10_001, 10_002, 10_003]


def test_any_contact_of_a_customer_finds_them_however_it_is_written(shop: Shop) -> None:
    first = shop.open(contact="+86 138 0013 8000", customer_name="王芳")
    second = shop.open(contact="13800138000", customer_name="somebody else")
    assert shop.dossier(first).customer == shop.dossier(second).customer
    assert shop.dossier(second).customer.name == "王芳"
    assert [line.id for line in shop.dossier(second).others] == [first]


def test_a_category_brings_the_ticket_to_its_team_the_childs_to_the_parents(shop: Shop) -> None:
    team = shop.dossier(shop.open(category="logistics/delay")).team
    assert team is not None
    assert team.key == "logistics"


def test_an_automatic_team_gets_an_owner_with_the_reasons_in_the_log(shop: Shop) -> None:
    dossier = shop.dossier(shop.open(kind=Kind.COMPLAINT, by="chen"))
    assert dossier.owner is not None
    assert dossier.owner.login == "alice"
    assigned = next(event for event in dossier.events if event.kind == "ticket.assigned")
    assert [c["login"] for c in assigned.data["considered"]] == ["alice", "bo"]


def test_a_team_that_takes_by_hand_gets_none(shop: Shop) -> None:
    assert shop.dossier(shop.open(category="logistics")).owner is None


def test_capacity_is_kept_and_what_nobody_has_room_for_waits(shop: Shop) -> None:
    numbers = [shop.open(kind=Kind.COMPLAINT, by="chen") for _ in range(8)]
    owners = [shop.dossier(number).owner for number in numbers]
    logins = [owner.login for owner in owners if owner]
    assert sorted(logins) == ["alice"] * 3 + ["bo"] * 3
    assert owners[6:] == [None, None]


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"subject": "  \n "}, BadInput),
        ({"contact": "nobody in particular"}, BadInput),
        ({"category": "no/such"}, Unknown),
        ({"team": "nobody"}, Unknown),
    ],
)
def test_bad_input_is_refused_and_changes_nothing(
    shop: Shop, fields: dict[str, str], error: type[BadInput]
) -> None:
    with shop.desk.reading() as reading:
        before = reading.log_head()
    with pytest.raises(error):
        shop.open(**fields)
    with shop.desk.reading() as reading:
        assert reading.log_head() == before


def test_the_monitor_cannot_open_a_ticket(shop: Shop) -> None:
    with pytest.raises(Refused):
        shop.open(by="wall")


def test_control_characters_of_a_customer_never_reach_the_store(shop: Shop) -> None:
    number = shop.open("Hi\x1b]0;owned\x07 there\n\u202egnp", body="a\x00b\x1b[31mred\u202e")
    dossier = shop.dossier(number)
    for text in (dossier.ticket.subject, dossier.messages[0].body):
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c == "\u202e" for c in text)


def test_a_call_answered_on_the_spot_is_recorded_whole_and_routed_to_nobody(shop: Shop) -> None:
    outcome = shop.do(
        LogCall(
            contact="+8613800138000",
            subject="Which size for 175 cm?",
            answer="Size L.",
            kind=Kind.COMPLAINT,
            seconds=94,
        ),
        by="bo",
    )
    dossier = shop.dossier(outcome.tickets[0])
    assert dossier.ticket.state is State.SOLVED
    assert dossier.owner is not None
    assert dossier.owner.login == "bo"
    assert [m.body for m in dossier.messages] == ["Which size for 175 cm?", "Size L."]
    assert dossier.messages[0].seconds == 94
    assert set(clocks(shop, dossier.ticket.id).values()) == {ClockState.MET}


def test_a_call_without_an_answer_goes_its_way(shop: Shop) -> None:
    call = LogCall(contact="+8613800138000", subject="Lamp broken", priority=Priority.HIGH)
    number = shop.do(call).tickets[0]
    assert shop.ticket(number).state is State.NEW
    assert clocks(shop, number)[ClockKind.FIRST_RESPONSE] is ClockState.RUNNING


def test_a_mail_is_no_call(shop: Shop) -> None:
    with pytest.raises(BadInput):
        shop.do(LogCall(contact="a@b.example", subject="x", channel=Channel.MAIL))


def test_opening_several_at_once_is_one_act(shop: Shop) -> None:
    outcome = shop.do(
        *(OpenTicket(subject=f"No. {n}", body="x", contact="w@example.cn") for n in range(3))
    )
    assert len(outcome.tickets) == 3
    assert {event.act for event in outcome.events} == {outcome.act}


@pytest.mark.parametrize(
    ("contact", "channel"),
    [
        ("wang@example.cn", Channel.MAIL),
        ("+86 138 0013 8000", Channel.PHONE),
        ("wechat:wang", Channel.WECHAT),
        ("chat:wang", Channel.CHAT),
    ],
)
def test_the_channel_follows_the_contact(shop: Shop, contact: str, channel: Channel) -> None:
    assert shop.ticket(shop.open(contact=contact, channel=None)).channel is channel
    call = LogCall(contact=contact, subject="Size?")
    came_by = channel if channel in LIVE else Channel.PHONE
    assert shop.ticket(shop.do(call).tickets[0]).channel is came_by
