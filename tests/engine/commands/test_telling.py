"""Messages to colleagues, mentions in notes, and the inbox they land in."""

from __future__ import annotations

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.conversation import AddNote
from tuiticket.engine.commands.drafts import SeeNotices
from tuiticket.engine.commands.telling import LONGEST, Tell
from tuiticket.engine.errors import BadInput, Refused, Unknown
from tuiticket.engine.model.inbox import InboxLine
from tuiticket.engine.model.people import Agent
from tuiticket.engine.rules.record import digest


def inbox(shop: Shop, login: str, *, unseen_only: bool = True, limit: int = 9) -> list[InboxLine]:
    """What somebody was told."""
    with shop.desk.reading() as reading:
        me = reading.find(Agent, login=login)[0]
        return reading.inbox(me, unseen_only=unseen_only, limit=limit)


def test_a_message_lands_in_one_inbox_and_the_log_keeps_no_words(shop: Shop) -> None:
    shop.do(Tell(login="bo", text="Coffee?\x1b[31m"), by="chen")
    (line,) = inbox(shop, "bo")
    assert line.notice.details == {"by": "chen", "text": "Coffee?"}
    assert (line.notice.about, line.notice.ticket_id, line.subject) == ("message", None, None)
    assert inbox(shop, "chen") == inbox(shop, "alice") == []
    with shop.desk.reading() as reading:
        event = list(reading.events())[-1]
    assert (event.kind, event.ticket_id) == ("colleague.told", None)
    assert event.data == {"login": "bo", "words": digest("Coffee?")}


def test_a_message_may_be_about_a_ticket(shop: Shop) -> None:
    number = shop.open("Lamp broken")
    shop.do(Tell(login="bo", text="Yours?", ticket=number), by="chen")
    (line,) = inbox(shop, "bo")
    assert (line.notice.ticket_id, line.subject) == (number, "Lamp broken")
    assert shop.dossier(number).events[-1].kind == "colleague.told"


def test_what_cannot_be_told(shop: Shop) -> None:
    for intent in (
        Tell(login="bo", text="  "),
        Tell(login="bo", text="x" * (LONGEST + 1)),
        Tell(login="chen", text="Hi"),
    ):
        with pytest.raises(BadInput):
            shop.do(intent, by="chen")
    for unknown in (Tell(login="nobody", text="Hi"), Tell(login="bo", text="Hi", ticket=7)):
        with pytest.raises(Unknown):
            shop.do(unknown, by="chen")
    with pytest.raises(Refused):
        shop.desk.do(Tell(login="bo", text="Hi"), by=ADMIN)
    assert inbox(shop, "bo") == []


def test_who_is_named_in_a_note_is_told(shop: Shop) -> None:
    number = shop.open()
    body = "请@bo看一下 @chen @nobody wang@example.cn"
    shop.do(AddNote(ticket=number, body=body), by="chen")
    (line,) = inbox(shop, "bo")
    assert (line.notice.about, line.notice.details["text"]) == ("mentioned", body)
    assert inbox(shop, "chen") == []
    assert shop.dossier(number).events[-1].data["mentions"] == ["bo", "chen"]


def test_the_inbox_is_newest_first_and_what_was_seen_leaves_it(shop: Shop) -> None:
    for n in range(4):
        shop.do(Tell(login="bo", text=f"{n}"), by="chen")
    ids = [line.notice.id for line in inbox(shop, "bo")]
    assert ids == sorted(ids, reverse=True)
    assert [line.notice.details["text"] for line in inbox(shop, "bo", limit=2)] == ["3", "2"]
    shop.do(SeeNotices(ids=(ids[0],)), by="bo")
    shop.do(SeeNotices(up_to=ids[-1]), by="bo")
    shop.do(SeeNotices(up_to=ids[0]), by="alice")
    assert [line.notice.id for line in inbox(shop, "bo")] == ids[1:3]
    assert [line.notice.id for line in inbox(shop, "bo", unseen_only=False)] == ids
