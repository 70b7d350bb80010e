"""Writing answers and notes: nothing is lost, nothing is sent unread or past what others did."""

from __future__ import annotations

import pytest
from textual.events import Key, Paste

from tests.console.driving import (
    Sitting,
    console,
    press,
    rows,
    second,
    settled,
    shown,
    toasts,
    type_in,
)
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.articles import PutArticle
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.clock import ClockKind, ClockState
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.people import Draft
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.screens.compose import ComposeScreen
from tuiticket.screens.dialogs.meanwhile import Meanwhile
from tuiticket.screens.dialogs.review import Review


def compose(sitting: Sitting) -> ComposeScreen:
    """The screen one writes on."""
    assert isinstance(sitting.app.screen, ComposeScreen)
    return sitting.app.screen


def drafts(shop: Shop) -> list[str]:
    """What is kept unsent."""
    with shop.desk.reading() as reading:
        return [draft.body for draft in reading.find(Draft)]


def said(shop: Shop, number: int, direction: Direction = Direction.OUT) -> list[str]:
    """What stands on a ticket, in one direction."""
    return [m.body for m in shop.dossier(number).messages if m.direction is direction]


async def test_an_answer_is_read_once_more_and_then_sent(shop: Shop) -> None:
    number = shop.open(customer_name="Wang Fang")
    async with console(shop) as sitting:
        await press(sitting, "r")
        assert f"To Wang Fang · phone · #{number}" in rows(sitting)[0]
        assert "Where is my parcel?" in shown(sitting)
        await type_in(sitting, "On its way")
        await press(sitting, "ctrl+s")
        assert isinstance(sitting.app.screen, Review)
        assert said(shop, number) == []
        await press(sitting, "y")
        assert said(shop, number) == ["On its way"]
        assert toasts(sitting)[-1] == f"Sent · #{number} · u undoes"
        assert not isinstance(sitting.app.screen, ComposeScreen)
    dossier = shop.dossier(number)
    clocks = {clock.kind: clock.state for clock in dossier.clocks}
    assert clocks[ClockKind.FIRST_RESPONSE] is ClockState.MET
    assert dossier.ticket.unanswered_since is None
    assert drafts(shop) == []


@pytest.mark.parametrize(
    ("key", "state"), [("w", State.WAITING_CUSTOMER), ("x", State.SOLVED), ("y", State.OPEN)]
)
async def test_sending_can_move_the_ticket_on(shop: Shop, key: str, state: State) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "Done")
        await press(sitting, "ctrl+s", key)
    assert shop.ticket(number).state is state


async def test_a_note_reaches_colleagues_only_and_moves_nothing(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "c")
        await type_in(sitting, "Ask Bo")
        await press(sitting, "ctrl+s")
        assert "send and solve" not in shown(sitting)
        await press(sitting, "x")
        assert isinstance(sitting.app.screen, Review)
        await press(sitting, "y")
    assert said(shop, number, Direction.NOTE) == ["Ask Bo"]
    assert shop.ticket(number).unanswered_since is not None


async def test_nothing_written_is_nothing_sent(shop: Shop) -> None:
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r", "space", "ctrl+s")
        assert isinstance(sitting.app.screen, ComposeScreen)
        assert toasts(sitting)[-1] == "Nothing is written yet."


async def test_reading_once_more_can_end_in_writing_on(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "Hello")
        await press(sitting, "ctrl+s", "e")
        await type_in(sitting, "!")
        await press(sitting, "ctrl+s", "escape", "ctrl+s", "y")
    assert said(shop, number) == ["Hello!"]


@pytest.mark.parametrize("leave", [("escape",), ("ctrl+s", "p")])
async def test_what_one_leaves_is_there_again(shop: Shop, leave: tuple[str, ...]) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "Half an answer")
        await press(sitting, *leave)
        assert not isinstance(sitting.app.screen, ComposeScreen)
    assert drafts(shop) == ["Half an answer"]
    assert said(shop, number) == []
    async with console(shop) as sitting:
        await press(sitting, "r")
        assert compose(sitting).editor.text == "Half an answer"
        assert toasts(sitting)[-1] == "Your draft is back."
        await type_in(sitting, "!")
        assert compose(sitting).editor.text == "Half an answer!"


async def test_drafts_are_kept_while_one_writes(shop: Shop) -> None:
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "Dear")
        await second(sitting)
        assert drafts(shop) == ["Dear"]
        await type_in(sitting, " W")
        shop.clock.advance(seconds=2)
        await second(sitting)
        assert drafts(shop) == ["Dear W"]


async def test_a_lost_line_loses_no_word(shop: Shop) -> None:
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "c")
        await type_in(sitting, "Just a thou")
    assert drafts(shop) == ["Just a thou"]


async def test_drafts_of_answers_and_notes_and_agents_are_apart(shop: Shop) -> None:
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "answer")
        await press(sitting, "escape", "c")
        assert compose(sitting).editor.text == ""
        await type_in(sitting, "note")
    async with console(shop, login="bo") as sitting:
        await press(sitting, "7", "r")
        assert compose(sitting).editor.text == ""
    assert sorted(drafts(shop)) == ["answer", "note"]


async def test_discarding_takes_the_draft_away(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "Rubbish")
        await second(sitting)
        await press(sitting, "ctrl+s", "q")
        assert toasts(sitting)[-1] == "Discarded"
    assert drafts(shop) == []
    assert said(shop, number) == []


async def test_an_article_is_found_and_put_in_and_its_use_is_counted(shop: Shop) -> None:
    article = PutArticle(title="Parcel late", body="| Day | What |\n| --- | --- |\n| 3 | wait |")
    shop.desk.do(article, by=ADMIN)
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "Hello.")
        await press(sitting, "f2")
        assert "KB-1" in shown(sitting)
        await press(sitting, "enter")
        assert compose(sitting).editor.text == "Hello.\n\n- 3: wait\n"
        await press(sitting, "ctrl+s", "y")
    assert said(shop, number) == ["Hello.\n\n- 3: wait"]
    with shop.desk.reading() as reading:
        assert [one.uses for one in reading.find(Article)] == [1]


async def test_what_others_say_meanwhile_is_seen_at_once_and_before_sending(shop: Shop) -> None:
    number = shop.open(customer_name="Wang Fang")
    async with console(shop) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "We will look")
        shop.clock.advance(minutes=1)
        shop.do(Receive(ticket=number, body="It has come, thank you!"), by="bo")
        await second(sitting)
        assert "Wang Fang wrote meanwhile" in rows(sitting)[0]
        assert "It has come" in shown(sitting)
        await press(sitting, "ctrl+s", "y")
        assert isinstance(sitting.app.screen, Meanwhile)
        assert "It has come, thank you!" in shown(sitting)
        assert said(shop, number) == []
        await press(sitting, "e")
        assert compose(sitting).editor.text == "We will look"
        await press(sitting, "ctrl+s", "y")
        assert said(shop, number) == ["We will look"]


async def test_one_may_send_past_what_others_did(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "Solved")
        shop.do(Take(ticket=number), by="bo")
        await press(sitting, "ctrl+s", "x")
        assert "Bo took the ticket" in shown(sitting)
        await press(sitting, "y")
    assert said(shop, number) == ["Solved"]
    assert shop.ticket(number).state is State.SOLVED


async def test_what_a_clock_struck_stops_nobody(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "Here")
        shop.clock.advance(hours=3)
        shop.desk.tick()
        await press(sitting, "ctrl+s", "y")
        assert not isinstance(sitting.app.screen, Meanwhile)
    assert said(shop, number) == ["Here"]


async def test_an_answer_to_a_closed_ticket_is_refused_and_kept(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "Too late")
        shop.do(Move(ticket=number, to=State.SOLVED), by="bo")
        await press(sitting, "ctrl+s", "y", "y")
        assert "Reopen it first." in toasts(sitting)[-1]
        assert compose(sitting).editor.text == "Too late"
    assert drafts(shop) == ["Too late"]


async def test_an_answer_taken_back_can_be_written_on(shop: Shop) -> None:
    number = shop.open()
    shop.do(Reply(ticket=number, body="Wrong number, sorry"))
    shop.do(Undo())
    async with console(shop) as sitting:
        await press(sitting, "r")
        assert compose(sitting).editor.text == "Wrong number, sorry"
    async with console(shop, login="bo") as sitting:
        await press(sitting, "7", "r")
        assert compose(sitting).editor.text == ""


async def test_pasted_text_is_made_harmless(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r")
        sitting.app.post_message(Paste("a\x1b[31mb\u202ec\nd"))
        await press(sitting, "ctrl+s", "y")
    assert said(shop, number) == ["abc\nd"]


async def test_the_conversation_scrolls_while_one_writes(shop: Shop) -> None:
    number = shop.open(body="\n".join(f"line {n}" for n in range(80)))
    shop.do(AddNote(ticket=number, body="the end"))
    async with console(shop, size=(80, 24)) as sitting:
        await press(sitting, "r")
        assert "the end" in shown(sitting)
        await sitting.press(*["ctrl+up"] * 40)
        assert "line 0" in shown(sitting)
        await sitting.press(*["ctrl+down"] * 40)
        assert "the end" in shown(sitting)


async def test_a_wide_terminal_shows_both_side_by_side(shop: Shop) -> None:
    shop.open()
    async with console(shop, size=(140, 30)) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "beside")
        row = next(row for row in rows(sitting) if "▌ ☏ wang@example.cn" in row)
        assert "beside" in row


def test_what_is_sent_is_one_act(shop: Shop) -> None:
    """An answer that moves the ticket is undone as a whole."""
    number = shop.open()
    outcome = shop.do(Reply(ticket=number, body="Done", then=State.SOLVED))
    assert {event.act for event in outcome.events} == {outcome.act}
    shop.do(Undo())
    with shop.desk.reading() as reading:
        assert reading.find(Ticket, id=number)[0].state is State.NEW
        assert reading.find(Message, direction=Direction.OUT)[0].withdrawn_at is not None


async def test_what_is_typed_before_the_draft_is_there_follows_it(shop: Shop) -> None:
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r")
        await type_in(sitting, "Hello")
        await press(sitting, "escape")
        for key in ("enter", "r", "space", "y", "o", "u"):
            sitting.app.post_message(Key(key, " " if key == "space" else key))
        await settled(sitting)
        assert compose(sitting).editor.text == "Hello you"
