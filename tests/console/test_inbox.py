"""What one was told: read, answered and counted in the console."""

from __future__ import annotations

from tests.console.driving import console, press, rows, second, shown, toasts, type_in
from tests.desks import Shop
from tuiticket.engine.commands.assignment import Assign, Take
from tuiticket.engine.commands.conversation import AddNote
from tuiticket.engine.commands.telling import Tell
from tuiticket.engine.model.people import Agent
from tuiticket.screens.inbox import InboxScreen
from tuiticket.screens.queue import QueueScreen
from tuiticket.screens.ticket import TicketScreen


def inbox_of(shop: Shop, login: str, *, unseen_only: bool = True) -> list[tuple[str, object]]:
    """What somebody was told: about what, and the words if there are any."""
    with shop.desk.reading() as reading:
        me = reading.find(Agent, login=login)[0]
        lines = reading.inbox(me, unseen_only=unseen_only, limit=50)
    return [(line.notice.about, line.notice.details.get("text")) for line in lines]


async def test_news_are_counted_at_the_top_read_and_gone(shop: Shop) -> None:
    number = shop.open("Parcel late", by="chen", team="logistics")
    shop.do(Assign(ticket=number, login="chen"), by="lena")
    shop.do(Tell(login="chen", text="Lunch at one?"), by="dora")
    async with console(shop, "chen") as sitting:
        assert "2 new chen" in rows(sitting)[0]
        await press(sitting, "I")
        assert isinstance(sitting.app.screen, InboxScreen)
        assert "● Dora · Lunch at one?" in rows(sitting)[1]
        assert "● Lena · assigned it to you" in rows(sitting)[2]
        await press(sitting, "space")
        assert "Lunch at one?" not in shown(sitting)
        await press(sitting, "enter")
        assert isinstance(sitting.app.screen, TicketScreen)
        await press(sitting, "q")
        assert "Nothing new. v shows what you have seen." in shown(sitting)
        await press(sitting, "v")
        assert "Lunch at one?" in shown(sitting)
        await press(sitting, "q")
        assert isinstance(sitting.app.screen, QueueScreen)
        assert "new chen" not in rows(sitting)[0]
    assert inbox_of(shop, "chen") == []


async def test_a_word_from_a_colleague_is_said_at_once_and_answered(shop: Shop) -> None:
    number = shop.open("Parcel late", by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        shop.do(Tell(login="chen", text="Take this one?", ticket=number), by="dora")
        await second(sitting)
        assert toasts(sitting)[-1] == "dora writes to you · I opens the inbox"
        assert "1 new chen" in rows(sitting)[0]
        await press(sitting, "I", "r")
        assert f"To Dora · #{number}" in shown(sitting)
        await type_in(sitting, "Gladly")
        await press(sitting, "enter")
        assert toasts(sitting)[-1] == "Told dora"
    assert inbox_of(shop, "dora") == [("message", "Gladly")]


async def test_who_is_named_in_a_note_hears_of_it(shop: Shop) -> None:
    number = shop.open("Parcel late", by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        shop.do(AddNote(ticket=number, body="@chen please call"), by="dora")
        await second(sitting)
        assert toasts(sitting)[-1] == "dora writes to you · I opens the inbox"
        await press(sitting, "I")
        assert "Dora · mentions you: @chen please call" in shown(sitting)


async def test_a_colleague_is_told_of_the_ticket_under_the_cursor(shop: Shop) -> None:
    number = shop.open("Parcel late", by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        await press(sitting, "@")
        await type_in(sitting, "dor")
        await press(sitting, "enter")
        assert f"To Dora · #{number}" in shown(sitting)
        await type_in(sitting, "Have a look")
        await press(sitting, "enter")
    assert inbox_of(shop, "dora") == [("message", "Have a look")]


async def test_everything_is_seen_at_once_and_a_long_word_is_read_whole(shop: Shop) -> None:
    words = "看一下 " * 60 + "[bold]end"
    shop.do(Tell(login="chen", text=words), by="dora")
    shop.do(Tell(login="chen", text="Second"), by="dora")
    async with console(shop, "chen") as sitting:
        await press(sitting, "I", "j")
        assert "[bold]end" in shown(sitting)
        await press(sitting, "*")
        assert "Nothing new." in shown(sitting)
        await press(sitting, "v", "r", "escape")
    assert inbox_of(shop, "chen") == []
    assert len(inbox_of(shop, "chen", unseen_only=False)) == 2


async def test_what_the_desk_says_again_of_a_ticket_is_one_line_and_takes_no_answer(
    shop: Shop,
) -> None:
    number = shop.open(by="chen", team="logistics")
    shop.do(Tell(login="chen", text="One"), by="dora")
    shop.do(Tell(login="chen", text="Two"), by="dora")
    shop.do(Take(ticket=number), by="chen")
    for _hour in range(10):
        shop.clock.advance(hours=1)
        shop.desk.tick()
    told = [about for about, _text in inbox_of(shop, "chen")]
    reminders = told.count("clock")
    assert reminders > 2
    async with console(shop, "chen") as sitting:
        assert "4 new chen" in rows(sitting)[0]
        await press(sitting, "I")
        assert rows(sitting)[0].startswith(" Inbox · only what is new")
        assert f"#{number}" in rows(sitting)[2]
        assert f"% of its time ×{reminders}" in rows(sitting)[2]
        await press(sitting, "j", "r")
        assert shown(sitting).count("of its time") == reminders + 1
        assert toasts(sitting)[-1].startswith("That was told by the desk")
        await press(sitting, "j", "space", "v")
        assert rows(sitting)[0].startswith(" Inbox · new and seen")
        assert [row[:2] for row in rows(sitting)[1:5]] == [" ●", " ●", "  ", " ●"]
        await press(sitting, "k", "k", "space")
        assert [row[:2] for row in rows(sitting)[1:5]] == [" ●", "  ", "  ", " ●"]
    assert [about for about, _text in inbox_of(shop, "chen")] == ["taken-away", "message"]
