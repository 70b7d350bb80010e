"""Putting tickets off, watching, tying and laying to rest, by key."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.console.driving import console, press, queue, shown, toasts, type_in
from tests.desks import NOON, Shop
from tuiticket.engine.commands.snoozing import Snooze
from tuiticket.engine.model.link import LinkKind
from tuiticket.engine.model.ticket import Kind, State


async def test_a_ticket_is_put_out_of_sight_until_one_of_the_usual_times(shop: Shop) -> None:
    number = shop.open(by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        await press(sitting, "z")
        assert "Snooze until" in shown(sitting)
        assert "Tue 03-03 09:00" in shown(sitting)
        await type_in(sitting, "tomorrow m")
        await press(sitting, "enter")
        assert toasts(sitting)[-1] == (f"Snoozed until Tue 03-03 09:00 · #{number} · u undoes")
        assert queue(sitting).table.number is None
    assert shop.ticket(number).snoozed_until == datetime(2026, 3, 3, 1, tzinfo=UTC)


async def test_a_time_may_be_typed_even_one_that_begins_with_a_digit(shop: Shop) -> None:
    numbers = [shop.open(by="chen", team="logistics") for _ in range(2)]
    async with console(shop, "chen") as sitting:
        await press(sitting, "asterisk", "z")
        await type_in(sitting, "2h")
        assert "Mon 03-02 22:00" in shown(sitting)
        await press(sitting, "enter")
    assert {shop.ticket(n).snoozed_until for n in numbers} == {NOON + timedelta(hours=2)}


async def test_what_is_no_time_says_what_may_be_written(shop: Shop) -> None:
    number = shop.open(by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        await press(sitting, "z")
        await type_in(sitting, "whenever")
        assert "Write 2h, 14:30, tomorrow, 11-30 or 2026-11-30 14:30." in shown(sitting)
        await press(sitting, "enter", "escape")
    assert shop.ticket(number).snoozed_until is None


async def test_a_snoozed_ticket_is_brought_back(shop: Shop) -> None:
    number = shop.open(by="chen", team="logistics")
    shop.do(Snooze(ticket=number, until=NOON + timedelta(hours=2)), by="chen")
    async with console(shop, "chen") as sitting:
        await press(sitting, "9", "z", "enter")
        assert toasts(sitting)[-1].startswith("Back in sight")
    assert shop.ticket(number).snoozed_until is None


async def test_when_to_ask_after_a_ticket_is_set_and_said_to_be_done(shop: Shop) -> None:
    number = shop.open(by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        await press(sitting, "Z")
        await type_in(sitting, "3-15")
        await press(sitting, "enter")
        assert toasts(sitting)[-1].startswith("To be asked after Sun 03-15 09:00")
        assert shop.ticket(number).follow_up_at == datetime(2026, 3, 15, 1, tzinfo=UTC)
        await press(sitting, "Z", "enter")
        assert toasts(sitting)[-1].startswith("Followed up")
    assert shop.ticket(number).follow_up_at is None


async def test_tickets_are_watched_and_no_more(shop: Shop) -> None:
    numbers = [shop.open(by="chen", team="logistics") for _ in range(2)]
    async with console(shop, "chen") as sitting:
        await press(sitting, "W")
        assert shop.dossier(numbers[0]).watchers
        await press(sitting, "asterisk", "W")
        assert "1 left out" in toasts(sitting)[-1]
        assert all(shop.dossier(number).watchers for number in numbers)
        await press(sitting, "W")
        assert not any(shop.dossier(number).watchers for number in numbers)
        await press(sitting, "u")
        assert all(shop.dossier(number).watchers for number in numbers)


async def test_two_tickets_are_tied_and_untied(shop: Shop) -> None:
    one, two = shop.open("Parcel late"), shop.open("Parcel still late")
    async with console(shop) as sitting:
        await press(sitting, "9", "enter", "l")
        await type_in(sitting, "still")
        await press(sitting, "enter")
        assert f"What has #{one} to do with #{two}?" in shown(sitting)
        await press(sitting, "2")
        assert toasts(sitting)[-1] == f"Tied to #{two} · #{one} · u undoes"
        (tie,) = shop.dossier(two).linked
        assert (tie.kind, tie.ours, tie.line.id) == (LinkKind.DUPLICATE, False, one)
        await press(sitting, "l")
        assert "● #" in shown(sitting)
        await press(sitting, "enter")
        assert toasts(sitting)[-1].startswith(f"Untied from #{two}")
    assert not shop.dossier(one).linked


async def test_spam_goes_out_of_sight_and_comes_back(shop: Shop) -> None:
    number = shop.open("Win a prize", by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        await press(sitting, "B")
        assert shop.ticket(number).state is State.SPAM
        await press(sitting, "9")
        assert queue(sitting).table.number is None
        await press(sitting, "/", *"is", "colon", *"spam", "enter")
        await press(sitting, "u")
    assert shop.ticket(number).state is State.NEW


async def test_with_the_ticket_open_the_same_key_takes_it_for_spam_and_for_none(shop: Shop) -> None:
    number = shop.open(kind=Kind.ENQUIRY)
    async with console(shop) as sitting:
        await press(sitting, "7", "enter", "B")
        assert shop.ticket(number).state is State.SPAM
        await press(sitting, "B")
        assert toasts(sitting)[-1].startswith("No spam after all")
    assert shop.ticket(number).state is State.OPEN
