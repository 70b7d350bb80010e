"""The queue, as somebody uses it who never touches a mouse."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.console.driving import (
    burst,
    console,
    press,
    queue,
    rows,
    second,
    settled,
    shown,
    toasts,
    type_in,
)
from tests.desks import Shop
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.conversation import Reply
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.errors import Refused
from tuiticket.engine.model.ticket import Kind, Priority
from tuiticket.engine.rules.views import VIEWS
from tuiticket.widgets.choice_list import ChoiceList
from tuiticket.widgets.view_tabs import ViewTabs


async def test_the_most_urgent_stands_first_with_its_clock(shop: Shop) -> None:
    calm = shop.open("A calm question", kind=Kind.ENQUIRY)
    urgent = shop.open("It burns", priority=Priority.URGENT)
    async with console(shop) as sitting:
        assert list(queue(sitting).table.numbers) == [urgent, calm]
        first = rows(sitting)[3]
        assert first.startswith("▌0:30:00")
        assert "▲▲" in first
        assert "It burns" in first


async def test_only_the_clocks_move_on(shop: Shop) -> None:
    shop.open("It burns", priority=Priority.URGENT)
    async with console(shop) as sitting:
        before = rows(sitting)
        shop.clock.advance(seconds=1)
        await second(sitting)
        after = rows(sitting)
        changed = [y for y, row in enumerate(before) if row != after[y]]
        assert changed == [3]
        assert after[3].startswith("▌0:29:59")
        assert after[3][10:] == before[3][10:]


async def test_a_filter_is_completed_applied_and_taken_away(shop: Shop) -> None:
    shop.open("Wrong colour", kind=Kind.COMPLAINT)
    shop.open("Parcel late", kind=Kind.SERVICE)
    async with console(shop) as sitting:
        await press(sitting, "7", "/")
        await type_in(sitting, "kind:comp")
        await press(sitting, "tab", "enter")
        assert "/ kind:complaint" in rows(sitting)[1]
        assert "1 ticket" in rows(sitting)[1]
        assert "Parcel late" not in shown(sitting)
        await press(sitting, "escape")
        assert "Parcel late" in shown(sitting)


async def test_a_wrong_filter_says_what_and_where_and_keeps_the_list(shop: Shop) -> None:
    shop.open("Parcel late")
    async with console(shop) as sitting:
        await press(sitting, "/")
        await type_in(sitting, "kind:complant")
        await press(sitting, "enter")
        fault = rows(sitting)[2]
        assert fault.index("^") == len("/ kind:")
        assert "complaint" in fault
        assert queue(sitting).prompt.typing
        assert "Parcel late" in shown(sitting)
        await press(sitting, "escape")
        assert not queue(sitting).prompt.typing
        assert queue(sitting).prompt.text == ""


async def test_words_are_found_in_messages_too(shop: Shop) -> None:
    shop.open("退款", body="三天了还没到账")
    shop.open("Parcel late")
    async with console(shop) as sitting:
        await press(sitting, "/")
        await type_in(sitting, "到账")
        await press(sitting, "enter")
        assert "1 ticket" in rows(sitting)[1]
        assert "退款" in shown(sitting)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["1"], "You have no tickets to work on."),
        (["3"], "No ticket is late."),
        (["9"], "There are no tickets yet."),
        (["/", "x", "enter"], "Nothing in “Active” fits: x"),
        (["/", "x", "enter"], "esc takes the filter away, / changes it"),
    ],
)
async def test_an_empty_list_says_why_and_what_to_do_next(
    shop: Shop, keys: list[str], words: str
) -> None:
    async with console(shop) as sitting:
        await press(sitting, *keys)
        assert words in shown(sitting)


async def test_one_begins_with_ones_own_tickets_or_else_with_all(shop: Shop) -> None:
    number = shop.open("Mine", by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        assert "7 Active 1" in rows(sitting)[0]
        assert queue(sitting).table.number == number
    shop.do(Take(ticket=number), by="chen")
    async with console(shop, "chen") as sitting:
        assert "1 ticket" in rows(sitting)[1]
        assert "1 Mine 1" in rows(sitting)[0]


async def test_views_are_numbered_and_follow_one_another(shop: Shop) -> None:
    shop.open("Parcel late")
    async with console(shop) as sitting:
        await press(sitting, "9")
        everything = shown(sitting)
        await press(sitting, "]")
        assert "You have no tickets" in shown(sitting) or "1 ticket" in rows(sitting)[1]
        await press(sitting, "[")
        assert shown(sitting) == everything


async def test_the_order_can_be_changed_and_is_named(shop: Shop) -> None:
    older = shop.open("Older")
    shop.clock.advance(minutes=5)
    newer = shop.open("Newer")
    async with console(shop) as sitting:
        assert "by urgency" in rows(sitting)[1]
        assert list(queue(sitting).table.numbers) == [older, newer]
        await press(sitting, "o")
        assert "● urgency" in shown(sitting)
        await press(sitting, "3")
        assert "by last changed" in rows(sitting)[1]
        assert list(queue(sitting).table.numbers) == [newer, older]


async def test_after_an_act_the_cursor_stays_on_its_ticket(shop: Shop) -> None:
    numbers = [shop.open(f"Ticket {n}", by="chen", team="logistics") for n in range(3)]
    async with console(shop, "chen") as sitting:
        await press(sitting, "j", "a")
        assert queue(sitting).table.number == numbers[1]
        assert toasts(sitting)[-1].startswith("Taken")
        assert "u undoes" in toasts(sitting)[-1]
        owner = shop.ticket(numbers[1]).owner_id
        assert owner is not None
        await press(sitting, "u")
        assert shop.ticket(numbers[1]).owner_id is None
        assert queue(sitting).table.number == numbers[1]


async def test_where_an_act_takes_the_ticket_away_the_cursor_goes_to_the_next(shop: Shop) -> None:
    numbers = [shop.open(f"Ticket {n}", by="chen", team="logistics") for n in range(3)]
    async with console(shop, "chen") as sitting:
        await press(sitting, "j", "x")
        assert list(queue(sitting).table.numbers) == [numbers[0], numbers[2]]
        assert queue(sitting).table.number == numbers[2]


async def test_what_a_colleague_does_shows_and_never_moves_the_cursor(shop: Shop) -> None:
    numbers = [shop.open(f"Ticket {n}", by="chen", team="logistics") for n in range(3)]
    async with console(shop, "chen") as sitting:
        await press(sitting, "j")
        shop.do(Describe(ticket=numbers[2], priority=Priority.URGENT), by="dora")
        shop.do(Take(ticket=numbers[0]), by="dora")
        await second(sitting)
        assert list(queue(sitting).table.numbers) == [numbers[2], numbers[0], numbers[1]]
        assert queue(sitting).table.number == numbers[1]
        assert "dora" in next(row for row in rows(sitting) if "Ticket 0" in row)


async def test_an_answer_takes_the_ticket_out_of_unanswered_on_every_console(shop: Shop) -> None:
    number = shop.open("Parcel late")
    async with console(shop, "lena") as sitting:
        await press(sitting, "6")
        assert "Parcel late" in shown(sitting)
        shop.do(Reply(ticket=number, body="It is on its way."), by="bo")
        await second(sitting)
        assert "Every customer has an answer." in shown(sitting)
        assert "6 Unanswered 0" in rows(sitting)[0]


async def test_b_goes_to_what_is_due_first(shop: Shop) -> None:
    soon = shop.open("Low, but nearly late", priority=Priority.LOW)
    shop.clock.advance(hours=7, minutes=50)
    urgent = shop.open("Urgent, with half an hour", priority=Priority.URGENT)
    async with console(shop) as sitting:
        assert queue(sitting).table.number == urgent
        await burst(sitting, "b", "a")
    assert shop.dossier(soon).owner is not None
    assert shop.dossier(urgent).owner is None


async def test_another_language_is_spoken_at_once(shop: Shop) -> None:
    shop.open("Parcel late", kind=Kind.COMPLAINT)
    async with console(shop) as sitting:
        await press(sitting, "f8")
        assert "投诉" in shown(sitting)
        assert "客户" in rows(sitting)[2]
        await press(sitting, "f8")
        assert "complaint" in shown(sitting)


async def test_every_key_and_action_is_told_by_help(shop: Shop) -> None:
    async with console(shop, size=(120, 110)) as sitting:
        await press(sitting, "?")
        for words in ("Make the ticket yours.", "Type what to show.", "Take back what you did"):
            assert words in shown(sitting)
        await press(sitting, "escape")
        assert "Make the ticket yours." not in shown(sitting)


async def test_an_action_is_found_by_its_name(shop: Shop) -> None:
    number = shop.open("Parcel late", by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        await press(sitting, ":")
        await type_in(sitting, "yours")
        await press(sitting, "enter")
        assert shop.dossier(number).owner is not None


async def test_a_ticket_is_opened_by_its_number(shop: Shop) -> None:
    number = shop.open("Parcel late", body="Where is the lamp?")
    async with console(shop) as sitting:
        await press(sitting, "#")
        await type_in(sitting, str(number))
        await press(sitting, "enter")
        assert "Where is the lamp?" in shown(sitting)
        await press(sitting, "q")
        assert queue(sitting).table.number == number


async def test_what_cannot_be_done_is_said_and_nothing_is_lost(shop: Shop) -> None:
    number = shop.open("Parcel late", by="chen", team="logistics")
    shop.do(Take(ticket=number), by="dora")
    async with console(shop, "chen") as sitting:
        await press(sitting, "a")
        assert toasts(sitting)[-1].startswith(f"Ticket {number} belongs to dora.")
        await press(sitting, "#", "9", "9", "enter")
        assert toasts(sitting)[-1].startswith("There is no ticket 99.")
        assert queue(sitting).table.number == number


@pytest.mark.parametrize("size", [(80, 24), (160, 48), (40, 10)])
async def test_it_fits_any_terminal(shop: Shop, size: tuple[int, int]) -> None:
    for n in range(60):
        shop.open(f"退款三天没到账,再不处理我就投诉 {n}")
    async with console(shop, size=size) as sitting:
        assert len(rows(sitting)) == size[1]
        await press(sitting, *"jjjjjjjjjjjjjjjjjjjjjjjjj")
        assert queue(sitting).table.cursor == 25
        assert sum(row.startswith("▌") for row in rows(sitting)) == 1
        await sitting.resize_terminal(60, 12)
        await press(sitting, "k")
        assert sum(row.startswith("▌") for row in rows(sitting)) == 1
        assert queue(sitting).table.cursor == 24


async def test_a_list_that_depends_on_the_time_is_read_again_each_minute(shop: Shop) -> None:
    number = shop.open("It burns", priority=Priority.URGENT)
    async with console(shop) as sitting:
        await press(sitting, "7", "/")
        await type_in(sitting, "sla:<20m")
        await press(sitting, "enter")
        assert queue(sitting).table.number is None
        shop.clock.advance(minutes=11)
        for _ in range(60):
            await second(sitting)
        assert queue(sitting).table.number == number


async def test_a_reading_that_fails_says_so_and_can_be_tried_again(shop: Shop) -> None:
    shop.open("Parcel late")
    async with console(shop) as sitting:
        queue(sitting)._failed(Refused("The disk is gone.", "Bring it back."))
        assert "The disk is gone. Bring it back." in shown(sitting)
        assert "R tries again." in shown(sitting)
        await press(sitting, "R")
        assert "Parcel late" in shown(sitting)


async def test_the_view_shown_is_always_in_sight(shop: Shop) -> None:
    async with console(shop, size=(50, 12)) as sitting:
        for number, view in enumerate(VIEWS, start=1):
            await press(sitting, str(number))
            assert f"{number} {view.label}" in rows(sitting)[0]
        assert rows(sitting)[0].lstrip().startswith("‹")
        await press(sitting, "1")
        assert "›" in rows(sitting)[0]


async def test_a_view_can_be_clicked(shop: Shop) -> None:
    async with console(shop) as sitting:
        await sitting.click(ViewTabs, offset=(rows(sitting)[0].index("3 Late") + 2, 0))
        await settled(sitting)
        assert "No ticket is late." in shown(sitting)


async def test_the_fault_of_a_narrow_terminal_stands_below_its_place(shop: Shop) -> None:
    async with console(shop, size=(60, 20)) as sitting:
        await press(sitting, "/")
        await type_in(sitting, "state:open kind:complant")
        await press(sitting, "enter")
        assert rows(sitting)[2] == " " * len("/ state:open kind:") + "^"
        assert "complaint" in rows(sitting)[3] + rows(sitting)[4]


async def test_completions_know_the_desks_own_people_teams_and_tags(shop: Shop) -> None:
    shop.do(Describe(ticket=shop.open("Parcel late"), tags=("fragile",)))
    async with console(shop) as sitting:
        await press(sitting, "7", "/")
        for typed, offered in (("owner:", "chen"), ("team:", "logistics"), ("tag:", "fragile")):
            await type_in(sitting, typed)
            assert offered in rows(sitting)[2]
            await press(sitting, "ctrl+u")


async def test_resizing_keeps_the_cursor_and_what_is_in_sight(shop: Shop) -> None:
    for n in range(60):
        shop.open(f"退款三天没到账,再不处理我就投诉 {n}")
    async with console(shop, size=(120, 30)) as sitting:
        await press(sitting, "7", *"j" * 20)
        table = queue(sitting).table
        number, seen = table.number, table.in_sight()
        for size in [(80, 30), (161, 30), (57, 30), (120, 30)]:
            await sitting.resize_terminal(*size)
            await settled(sitting)
            assert table.number == number
            assert table.in_sight() == seen
            assert all(cell_len(row) <= size[0] for row in rows(sitting))
        for height in (8, 50, 12):
            await sitting.resize_terminal(120, height)
            await settled(sitting)
            assert table.number == number
            assert number in table.in_sight()


async def test_a_list_to_pick_from_uses_the_room_there_is(shop: Shop) -> None:
    async with console(shop, size=(160, 48)) as sitting:
        await press(sitting, "ctrl+p")
        picking = sitting.app.screen.query_one(ChoiceList)
        for height, seen in ((48, 28), (12, 7), (24, 14)):
            await sitting.resize_terminal(160, height)
            await settled(sitting)
            assert picking.size.height == seen
            assert any("enter picks" in row for row in rows(sitting))


async def test_what_is_most_needed_stays_on_a_narrow_terminal(shop: Shop) -> None:
    shop.open("Parcel late", order_number="A-77")
    async with console(shop, size=(80, 24)) as sitting:
        await press(sitting, "7")
        assert rows(sitting)[2].split() == ["SLA", "!", "#", "Subject", "Customer", "Owner", "Last"]
        await sitting.resize_terminal(160, 24)
        await settled(sitting)
        assert {"Team", "Kind", "State", "Channel", "Order"} <= set(rows(sitting)[2].split())
        assert "A-77" in rows(sitting)[3]
