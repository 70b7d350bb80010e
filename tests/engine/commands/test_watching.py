"""Following a ticket, and what is unread."""

from __future__ import annotations

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.assignment import Assign, Take
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.commands.watching import SeeTicket, Unwatch, Watch
from tuiticket.engine.errors import Refused
from tuiticket.engine.model.people import Agent, Notice
from tuiticket.engine.model.ticket import Priority, State
from tuiticket.engine.rules.query import parse


def told(shop: Shop, login: str) -> list[list[str]]:
    """The kinds of event each notice to a watcher names."""
    with shop.desk.reading() as reading:
        me = reading.find(Agent, login=login)[0]
        notices = [n for n in reading.find(Notice, agent_id=me.id) if n.about == "watched"]
        kinds = {event.id: event.kind for event in reading.events()}
    return [[kinds[event] for event in notice.details["events"]] for notice in notices]


def unread(shop: Shop, login: str) -> list[int]:
    """The unread tickets of somebody, by the query and by the lines, which must agree."""
    with shop.desk.reading() as reading:
        me = reading.find(Agent, login=login)[0]
        found = list(reading.queue(parse("is:unread sort:number"), me, shop.desk.now()))
        every = reading.queue(parse("sort:number"), me, shop.desk.now())
        assert [line.id for line in reading.lines(every, me) if line.unread] == found
        assert not any(line.unread for line in reading.lines(every))
    return found


def test_a_watcher_hears_of_what_others_do_and_not_of_their_own_acts(shop: Shop) -> None:
    number = shop.open(team="logistics")
    shop.do(Watch(ticket=number), by="bo")
    shop.do(Reply(ticket=number, body="Hello", then=State.WAITING_CUSTOMER), by="chen")
    shop.do(Describe(ticket=number, priority=Priority.HIGH), by="bo")
    shop.desk.do(Receive(ticket=number, body="Thanks for asking"), by=ADMIN)
    assert told(shop, "bo") == [["message.sent", "ticket.moved"], ["message.received"]]
    shop.do(Unwatch(ticket=number), by="bo")
    shop.do(AddNote(ticket=number, body="x"), by="chen")
    assert len(told(shop, "bo")) == 2


def test_who_is_told_anyway_is_told_once(shop: Shop) -> None:
    number = shop.open(team="logistics")
    shop.do(Watch(ticket=number), by="dora")
    shop.do(Assign(ticket=number, login="dora"), by="lena")
    assert told(shop, "dora") == []
    with shop.desk.reading() as reading:
        assert [n.about for n in reading.find(Notice, ticket_id=number)] == ["assigned"]


def test_what_becomes_late_is_told_too(shop: Shop) -> None:
    number = shop.open(team="logistics", priority=Priority.URGENT)
    shop.do(Watch(ticket=number), by="bo")
    shop.clock.advance(minutes=31)
    shop.desk.tick()
    assert ["clock.breached"] in told(shop, "bo")


def test_watching_twice_is_refused_and_undo_ends_it(shop: Shop) -> None:
    number = shop.open()
    with pytest.raises(Refused, match="do not watch"):
        shop.do(Unwatch(ticket=number), by="bo")
    shop.do(Watch(ticket=number), by="bo")
    with pytest.raises(Refused, match="already"):
        shop.do(Watch(ticket=number), by="bo")
    assert len(shop.dossier(number).watchers) == 1
    shop.do(Undo(), by="bo")
    assert shop.dossier(number).watchers == ()


def test_ones_own_ticket_is_unread_until_it_was_seen(shop: Shop) -> None:
    number = shop.open(team="logistics")
    assert unread(shop, "chen") == []
    shop.do(Take(ticket=number), by="chen")
    assert unread(shop, "chen") == [number]
    shop.do(SeeTicket(ticket=number), by="chen")
    assert unread(shop, "chen") == []
    shop.do(AddNote(ticket=number, body="Look at this"), by="dora")
    assert (unread(shop, "chen"), unread(shop, "dora")) == ([number], [])
    shop.do(Reply(ticket=number, body="Hello"), by="chen")
    assert unread(shop, "chen") == []


def test_a_watched_ticket_is_unread_too_and_one_withdrawn_answer_is_no_news(shop: Shop) -> None:
    number = shop.open(team="logistics")
    shop.do(Watch(ticket=number), SeeTicket(ticket=number), by="bo")
    shop.do(Reply(ticket=number, body="Oops"), by="chen")
    assert unread(shop, "bo") == [number]
    shop.do(Undo(), by="chen")
    assert unread(shop, "bo") == []


def test_reading_leaves_no_trace_in_the_log(shop: Shop) -> None:
    number = shop.open()
    with shop.desk.reading() as reading:
        before = reading.log_head()
    done = shop.do(SeeTicket(ticket=number), by="chen")
    with shop.desk.reading() as reading:
        assert reading.log_head() == before
    assert done.act is None
    with pytest.raises(Refused, match="Only a member"):
        shop.desk.do(SeeTicket(ticket=number), by=ADMIN)
