"""A sitting at the desk: one thread that writes in order, news of everybody's doing."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.desks import Shop
from tuiticket.engine.commands.assignment import Release, Take
from tuiticket.engine.commands.conversation import AddNote
from tuiticket.engine.commands.people import ChangeAgent
from tuiticket.engine.errors import Refused
from tuiticket.screens.session import Session


@pytest.fixture
async def session(shop: Shop) -> AsyncIterator[Session]:
    """Chen's sitting."""
    session = Session(Shop(shop.file, shop.clock).desk, "chen")
    yield session
    session.close()


async def test_acts_are_done_in_the_order_they_were_asked_for(shop: Shop, session: Session) -> None:
    number = shop.open("Parcel late", by="chen", team="logistics")
    asked = [
        session.do(command)
        for _ in range(10)
        for command in (Take(ticket=number), Release(ticket=number))
    ]
    for done in asked:
        assert (await done).tickets == (number,)


async def test_an_error_comes_back_to_who_asked_and_stops_nothing(
    shop: Shop, session: Session
) -> None:
    number = shop.open("Parcel late", by="chen", team="logistics")
    wrong = session.do(Release(ticket=number))
    right = session.do(Take(ticket=number))
    with pytest.raises(Refused):
        await wrong
    assert (await right).tickets == (number,)


async def test_what_anybody_did_is_told_once(shop: Shop, session: Session) -> None:
    assert await session.changes() == ()
    number = shop.open("Parcel late")
    assert {event.ticket_id for event in await session.changes()} == {number}
    assert await session.changes() == ()
    await session.do(AddNote(ticket=number, body="Called the carrier."))
    assert [event.kind for event in await session.changes(sure=True)] == ["note.added"]
    assert await session.changes() == ()


async def test_one_knows_what_one_may_do_now(shop: Shop, session: Session) -> None:
    assert session.me is not None
    assert session.me.name == "Chen"
    shop.do(ChangeAgent(login="chen", name="Chen Chen"), by="ada")
    await session.changes()
    assert session.me.name == "Chen Chen"


async def test_closing_finishes_what_was_asked_for(shop: Shop) -> None:
    number = shop.open("Parcel late")
    session = Session(Shop(shop.file, shop.clock).desk, "chen")
    asked = [session.do(AddNote(ticket=number, body=f"Note {n}")) for n in range(20)]
    session.close()
    assert all([await done for done in asked])
    notes = [event for event in shop.dossier(number).events if event.kind == "note.added"]
    assert len(notes) == 20
