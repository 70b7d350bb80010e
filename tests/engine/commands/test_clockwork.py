"""What the passing of time does, each thing once."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.desks import Shop
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.clockwork import Tick
from tuiticket.engine.commands.conversation import Reply
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import Refused
from tuiticket.engine.model.people import Notice
from tuiticket.engine.model.ticket import Priority, State


def clock_events(shop: Shop, number: int) -> list[tuple[str, str, int]]:
    return [
        (event.kind, event.data["clock"], event.data["percent"])
        for event in shop.dossier(number).events
        if event.kind.startswith("clock.")
    ]


def notices(shop: Shop, number: int) -> Counter[tuple[str, int]]:
    dossier = shop.dossier(number)
    with shop.desk.reading() as reading:
        told = [n for n in reading.find(Notice, ticket_id=number) if n.about == "clock"]
    names = {agent.id: agent.login for agent in dossier.agents}
    return Counter((names[n.agent_id], n.details["percent"]) for n in told)


def test_reminder_breach_and_escalation_come_in_their_time_each_once(shop: Shop) -> None:
    number = shop.open(category="logistics", priority=Priority.URGENT)
    shop.do(Take(ticket=number), by="chen")
    for _ in range(60):
        shop.clock.advance(minutes=1)
        shop.desk.tick()
        shop.desk.tick()
    first = [told for told in clock_events(shop, number) if told[1] == "first-response"]
    assert first == [
        ("clock.reminded", "first-response", 50),
        ("clock.reminded", "first-response", 80),
        ("clock.breached", "first-response", 100),
        ("clock.escalated", "first-response", 150),
    ]
    assert notices(shop, number)["chen", 50] == 1
    assert notices(shop, number)["lena", 80] == 1
    assert notices(shop, number)["lena", 100] == 1


def test_escalation_hands_the_ticket_to_the_sister_team(shop: Shop) -> None:
    number = shop.open(category="logistics", priority=Priority.URGENT)
    shop.do(Take(ticket=number), by="chen")
    shop.clock.advance(minutes=46)
    shop.desk.tick()
    dossier = shop.dossier(number)
    assert dossier.team is not None
    assert dossier.team.key == "after-sales"
    assert dossier.owner is not None
    assert dossier.owner.login == "alice"


def test_after_a_long_silence_the_steps_are_made_up_with_one_notice(shop: Shop) -> None:
    number = shop.open(priority=Priority.URGENT)
    shop.do(Take(ticket=number), by="bo")
    shop.clock.advance(minutes=31)
    shop.desk.tick()
    assert [percent for _, _, percent in clock_events(shop, number)] == [50, 80, 100]
    assert notices(shop, number) == {("bo", 100): 1}


def test_after_days_of_silence_all_clocks_of_a_ticket_make_one_notice(shop: Shop) -> None:
    number = shop.open(team="logistics")
    shop.clock.advance(days=6)
    shop.desk.tick()
    breached = [clock for kind, clock, _ in clock_events(shop, number) if kind == "clock.breached"]
    assert sorted(breached) == ["first-response", "resolution"]
    assert set(notices(shop, number).values()) == {1}
    assert shop.desk.tick() == ()


def test_a_ticket_burns_harder_as_time_passes_and_cools_when_answered(shop: Shop) -> None:
    number = shop.open(priority=Priority.HIGH)
    heats = [shop.ticket(number).urgency]
    for minutes in (31, 20, 10):
        shop.clock.advance(minutes=minutes)
        shop.desk.tick()
        heats.append(shop.ticket(number).urgency)
    assert heats == [3, 4, 5, 7]
    shop.do(Reply(ticket=number, body="Sorry!"))
    assert shop.ticket(number).urgency == 3


def test_an_answered_clock_reminds_nobody(shop: Shop) -> None:
    number = shop.open(priority=Priority.URGENT)
    shop.do(Reply(ticket=number, body="On it", then=State.WAITING_CUSTOMER))
    shop.clock.advance(days=2)
    shop.desk.tick()
    assert clock_events(shop, number) == []


def test_an_answer_taken_back_lets_the_clock_strike_after_all(shop: Shop) -> None:
    number = shop.open(priority=Priority.URGENT)
    shop.clock.advance(minutes=20)
    shop.desk.tick()
    shop.do(Reply(ticket=number, body="On it"))
    shop.clock.advance(minutes=20)
    shop.desk.tick()
    shop.do(Undo())
    shop.desk.tick()
    struck = [percent for _, kind, percent in clock_events(shop, number) if kind[0] == "f"]
    assert struck == [50, 80, 100]


def test_what_was_solved_closes_and_is_archived_by_itself(shop: Shop) -> None:
    number = shop.open()
    shop.do(Move(ticket=number, to=State.SOLVED))
    shop.clock.advance(days=3, seconds=-1)
    shop.desk.tick()
    assert shop.ticket(number).state is State.SOLVED
    shop.clock.advance(seconds=1)
    assert shop.desk.tick() == (number,)
    assert shop.ticket(number).state is State.CLOSED
    shop.clock.advance(days=90)
    shop.desk.tick()
    assert shop.ticket(number).state is State.ARCHIVED
    shop.clock.advance(days=900)
    assert shop.desk.tick() == ()


def test_an_answer_too_late_does_not_outrun_the_breach(shop: Shop) -> None:
    number = shop.open(category="logistics", priority=Priority.URGENT)
    shop.clock.advance(minutes=31)
    answered = shop.do(Reply(ticket=number, body="Sorry"), by="chen")
    assert [event.kind for event in answered.events] == ["message.sent"]
    told = [(event.kind, event.actor) for event in shop.dossier(number).events][2:]
    assert told == [
        ("clock.reminded", "system"),
        ("clock.reminded", "system"),
        ("clock.breached", "system"),
        ("message.sent", "chen"),
    ]
    shop.clock.advance(minutes=30)
    shop.desk.tick()
    assert Counter(clock_events(shop, number))["clock.breached", "first-response", 100] == 1


def test_with_nothing_due_nothing_is_written(shop: Shop) -> None:
    shop.open(category="logistics")
    with shop.desk.reading() as reading:
        before = reading.log_head()
    assert shop.desk.tick() == ()
    with shop.desk.reading() as reading:
        assert reading.log_head() == before


def test_the_monitor_may_not_even_tick(shop: Shop) -> None:
    with pytest.raises(Refused):
        shop.do(Tick(), by="wall")
