"""The story of a ticket under the keys: a cursor from entry to entry, and what it folds."""

from __future__ import annotations

from tests.console.driving import Sitting, console, press, rows, second, shown, toasts
from tests.desks import Shop
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.model.ticket import Channel, Priority
from tuiticket.widgets.timeline import Timeline
from tuiticket.widgets.timeline_parts import PAGE


def story(sitting: Sitting) -> Timeline:
    """The story on the screen in front."""
    return sitting.app.screen.query_one(Timeline)


def pointed(sitting: Sitting) -> str:
    """The line the cursor stands on."""
    ground = story(sitting).get_component_rich_style("page--cursor", partial=True).bgcolor
    strips = sitting.app.screen._compositor.render_strips()
    lit = [
        strip.text.strip()
        for strip in strips
        if any(segment.style and segment.style.bgcolor == ground for segment in strip)
    ]
    assert len(lit) == 1, lit
    return lit[0]


def three_entries(shop: Shop, body: str = "Where is it?") -> int:
    """A ticket with a message, an answer and a note, minutes apart; its number."""
    number = shop.open(body=body, channel=Channel.MAIL, customer_name="Wang Fang")
    shop.clock.advance(minutes=1)
    shop.do(Reply(ticket=number, body="On its way."))
    shop.clock.advance(minutes=1)
    shop.do(AddNote(ticket=number, body="Called the carrier."))
    return number


async def test_the_cursor_goes_from_entry_to_entry(shop: Shop) -> None:
    three_entries(shop)
    async with console(shop) as sitting:
        await press(sitting, "enter")
        assert "✎ Alice · internal note" in pointed(sitting)
        await press(sitting, "k")
        assert "→ Alice · answer · e-mail" in pointed(sitting)
        await press(sitting, "k", "k", "k")
        assert "← Wang Fang · e-mail" in pointed(sitting)
        await press(sitting, "G")
        assert "✎ Alice" in pointed(sitting)
        await press(sitting, "g")
        assert "← Wang Fang" in pointed(sitting)


async def test_a_tall_entry_is_read_to_its_end_before_the_next(shop: Shop) -> None:
    three_entries(shop, body="\n".join(f"line {n}" for n in range(60)))
    async with console(shop, size=(120, 30)) as sitting:
        await press(sitting, "enter", "g")
        seen = rows(sitting)
        await press(sitting, "j")
        assert "← Wang Fang" not in shown(sitting)
        assert "line 2" in shown(sitting)
        while "→ Alice" not in (pointed(sitting) if "▌ → Alice" in shown(sitting) else ""):
            seen += rows(sitting)
            await press(sitting, "j")
        assert all(any(f"line {n} " in row + " " for row in seen) for n in range(60))
        await press(sitting, "k")
        assert "line 59" in shown(sitting)


async def test_paging_takes_the_cursor_along(shop: Shop) -> None:
    number = shop.open(channel=Channel.MAIL)
    for n in range(40):
        shop.do(AddNote(ticket=number, body=f"note {n}"))
    async with console(shop, size=(120, 30)) as sitting:
        await press(sitting, "enter", "g", "ctrl+d")
        y = next(y for y, row in enumerate(rows(sitting)) if "✎" in row)
        assert "internal note" in pointed(sitting)
        assert y <= 4
        await press(sitting, "j")
        assert "note 0" not in shown(sitting)


async def test_unfolding_is_for_the_entry_under_the_cursor(shop: Shop) -> None:
    number = shop.open()
    shop.do(Receive(ticket=number, body="First", quoted="> alpha\n> beta"))
    shop.clock.advance(seconds=1)
    shop.do(Receive(ticket=number, body="Second", quoted="> gamma"))
    async with console(shop) as sitting:
        await press(sitting, "enter", "space")
        assert "> gamma" in shown(sitting)
        assert "> beta" not in shown(sitting)
        await press(sitting, "enter")
        assert "> gamma" not in shown(sitting)
        await press(sitting, "k", "enter")
        assert "> beta" in shown(sitting)
        assert "> gamma" not in shown(sitting)


async def test_a_run_of_steps_is_an_entry_that_unfolds(shop: Shop) -> None:
    number = shop.open()
    shop.clock.advance(minutes=1)
    shop.do(Take(ticket=number))
    shop.do(Describe(ticket=number, priority=Priority.HIGH))
    shop.do(Describe(ticket=number, tags=("vip",)))
    async with console(shop) as sitting:
        await press(sitting, "enter", "j")
        assert pointed(sitting).startswith("▸")
        before = len([row for row in rows(sitting) if row.lstrip().startswith("·")])
        await press(sitting, "enter")
        assert pointed(sitting).startswith("▾")
        after = [row for row in rows(sitting) if row.lstrip().startswith("·")]
        assert len(after) >= before + 3
        assert any("Alice took the ticket" in row for row in after)


async def test_no_character_of_a_huge_message_is_out_of_reach(shop: Shop) -> None:
    shop.open(body="无空格" * PAGE + "结尾到了")
    async with console(shop) as sitting:
        await press(sitting, "enter", "G")
        assert "characters more" in shown(sitting)
        for _ in range(4):
            await press(sitting, "enter")
        await press(sitting, "G")
        assert "结尾到了" in shown(sitting)
        assert "more" not in shown(sitting)
        await press(sitting, "enter")
        assert story(sitting).virtual_size.height < 120


async def test_a_long_quote_can_be_read_to_its_end_too(shop: Shop) -> None:
    number = shop.open()
    shop.do(Receive(ticket=number, body="See below", quoted="> y\n" * 30_000 + "> the very end"))
    async with console(shop) as sitting:
        await press(sitting, "enter", "enter", "enter", "G")
        assert "> the very end" in shown(sitting)


async def test_what_the_cursor_stands_on_is_copied(shop: Shop) -> None:
    three_entries(shop)
    async with console(shop) as sitting:
        await press(sitting, "enter", "k", "Y")
        assert sitting.app.clipboard == "On its way."
        assert "11 characters sent to the clipboard" in toasts(sitting)[-1]


async def test_a_colleague_s_words_leave_the_cursor_where_it_is(shop: Shop) -> None:
    number = three_entries(shop)
    async with console(shop) as sitting:
        await press(sitting, "enter", "g")
        shop.clock.advance(seconds=1)
        shop.do(AddNote(ticket=number, body="Me too."), by="bo")
        await second(sitting)
        assert "Me too." in shown(sitting)
        assert "← Wang Fang" in pointed(sitting)
