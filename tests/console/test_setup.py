"""The set-up at the console: looked at, changed as a draft, checked, planned, put into force."""

from __future__ import annotations

import re

import pytest

from tests.console.driving import console, press, rows, second, shown, toasts, type_in
from tests.declaring import export, put
from tests.desks import Shop
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.people import ChangeAgent
from tuiticket.engine.model.clock import ClockKind
from tuiticket.engine.model.judgement import Classifier
from tuiticket.engine.model.people import Agent
from tuiticket.screens.dialogs.confirm import Confirm
from tuiticket.screens.queue import QueueScreen
from tuiticket.screens.setup import SetupScreen
from tuiticket.screens.setup.plan_review import Told

RULES = """
[[routing]]
name = "First"
team = "after-sales"
[[routing]]
name = "Second"
team = "logistics"
"""


def _agent(shop: Shop, login: str) -> Agent:
    with shop.desk.reading() as reading:
        return reading.find(Agent, login=login)[0]


async def test_a_field_is_changed_planned_and_put_into_force(shop: Shop) -> None:
    async with console(shop, "ada") as sitting:
        await press(sitting, "f9", "j", "j", "j", "enter", "enter")
        await type_in(sitting, " Adams")
        await press(sitting, "tab", "right", "tab", "tab", "backspace")
        await type_in(sitting, "12")
        assert _agent(shop, "alice").name == "Alice"
        await press(sitting, "ctrl+s")
        assert isinstance(sitting.app.screen, Told)
        assert "~ People alice: changed" in shown(sitting)
        assert "name: Alice → Alice Adams" in shown(sitting)
        assert "capacity: 3 → 12" in shown(sitting)
        await press(sitting, "y")
        assert "in force" in toasts(sitting)[-1]
        assert isinstance(sitting.app.screen, SetupScreen)
        assert sitting.app.screen.form is None
        alice = _agent(shop, "alice")
        assert (alice.name, alice.role, alice.capacity) == ("Alice Adams", "lead", 12)
        await press(sitting, "u")
        assert toasts(sitting)[-1].startswith("Taken back: ")
        assert "ticket" not in toasts(sitting)[-1]
    assert _agent(shop, "alice").name == "Alice"


async def test_what_is_wrong_is_told_at_its_field(shop: Shop) -> None:
    async with console(shop, "ada") as sitting:
        await press(sitting, "f9", "j", "j", "j", "enter", "enter", "tab", "tab", "tab")
        await type_in(sitting, "x")
        await press(sitting, "ctrl+s")
        assert "1 fault" in toasts(sitting)[-1]
        below = next(number for number, row in enumerate(rows(sitting)) if "capacity" in row)
        assert "This is no number from 1 to 1000." in rows(sitting)[below + 1]
        await press(sitting, "backspace", "ctrl+s")
        assert "so already" in toasts(sitting)[-1] or "Nothing is changed" in toasts(sitting)[-1]
    assert _agent(shop, "alice").capacity == 3


async def test_an_entry_is_added_and_forgotten(shop: Shop) -> None:
    async with console(shop, "ada") as sitting:
        await press(sitting, "f9", "G", "+")
        await type_in(sitting, "late")
        await press(sitting, "enter")
        await type_in(sitting, "Late ones")
        await press(sitting, "tab")
        await type_in(sitting, "sla:late")
        await press(sitting, "escape")
        assert "+ late Late ones" in shown(sitting)
        await press(sitting, "x")
        assert "late Late ones" not in shown(sitting)
        await press(sitting, "+")
        await type_in(sitting, "soon")
        await press(sitting, "enter")
        await type_in(sitting, "Waiting")
        await press(sitting, "tab")
        await type_in(sitting, "state:open")
        await press(sitting, "ctrl+s", "y")
    assert "[views.soon]" in export(shop)
    assert "[views.late]" not in export(shop)


async def test_rules_are_moved_and_removed(shop: Shop) -> None:
    put(shop, RULES)
    async with console(shop, "ada") as sitting:
        await press(sitting, "f9", *"jjjjjj", "enter", "J", "ctrl+s")
        assert isinstance(sitting.app.screen, Told)
        await press(sitting, "y")
        assert re.findall(r'name = "(First|Second)"', export(shop)) == ["Second", "First"]
        await press(sitting, "g", "d")
        assert "- Second" in shown(sitting)
        await press(sitting, "ctrl+s")
        assert "- Routing Second: removed" in shown(sitting)
        await press(sitting, "y")
    assert re.findall(r'name = "(First|Second)"', export(shop)) == ["First"]


async def test_who_may_not_set_up_reads_only(shop: Shop) -> None:
    before = export(shop)
    async with console(shop, "alice") as sitting:
        await press(sitting, "f9")
        assert "only an administrator changes it" in shown(sitting)
        await press(sitting, "enter", "+", "d", "ctrl+s")
        assert isinstance(sitting.app.screen, SetupScreen)
        assert sitting.app.screen.form is None
        assert "Test shop" in shown(sitting)
    assert export(shop) == before


async def test_what_a_field_cannot_show_in_its_line_stands_below_it(shop: Shop) -> None:
    addresses = ", ".join(f"mailbox-{number}@example.com" for number in range(4))
    async with console(shop, "ada", size=(80, 24)) as sitting:
        await press(sitting, "f9", "enter", "tab", "tab", "tab")
        await type_in(sitting, addresses)
        assert any(row.endswith("mailbox-0@example.com,") for row in rows(sitting))
        await press(sitting, *["backspace"] * (len(addresses) - 21))
        assert shown(sitting).count("mailbox-0@example.com") == 1, "it fits into its line again"


async def test_a_draft_is_not_thrown_away_unasked(shop: Shop) -> None:
    async with console(shop, "ada") as sitting:
        await press(sitting, "f9", "enter")
        await type_in(sitting, "!")
        await press(sitting, "escape", "escape", "escape")
        assert isinstance(sitting.app.screen, Confirm)
        await press(sitting, "escape", "escape", "y")
        assert isinstance(sitting.app.screen, QueueScreen)
    assert 'name = "Test shop"' in export(shop)


async def test_what_others_change_meanwhile_stays_changed(shop: Shop) -> None:
    async with console(shop, "ada") as sitting:
        await press(sitting, "f9", "j", "j", "j", "enter", "enter")
        await type_in(sitting, " A.")
        shop.do(ChangeAgent(login="alice", capacity=7), by="ada")
        await press(sitting, "ctrl+s")
        assert "capacity" not in shown(sitting).split("People alice")[1].splitlines()[1]
        await press(sitting, "y")
    alice = _agent(shop, "alice")
    assert (alice.name, alice.capacity) == ("Alice A.", 7)


async def test_a_rule_that_others_remove_meanwhile_is_not_another_one(shop: Shop) -> None:
    put(shop, RULES)
    async with console(shop, "ada") as sitting:
        await press(sitting, "f9", *"jjjjjj", "enter", "enter", "tab", "tab", "tab")
        put(shop, RULES[RULES.index("[[routing]]", 5) :], prune=True)
        await second(sitting)
        await type_in(sitting, "parcel")
        await press(sitting, "escape")
        screen = sitting.app.screen
        assert isinstance(screen, SetupScreen)
        assert screen.draft is not None
        assert screen.draft.entry("routing", "First") == {"keywords": ["parcel"]}
        assert screen.draft.how("routing", "Second") is None


async def test_words_are_part_of_it(shop: Shop) -> None:
    async with console(shop, "ada") as sitting:
        await press(sitting, "f9", *"jjjj", "enter", "G", "enter", *["tab"] * 5)
        await type_in(sitting, "Late parcel, 物流延迟")
        await press(sitting, "escape", "escape", "g", "enter", *["tab"] * 14)
        await type_in(sitting, "meh = 0.5")
        await press(sitting, "ctrl+s")
        assert "keywords: late parcel, 物流延迟" in shown(sitting)
        assert "temper words · meh: 0.5" in shown(sitting)
        await press(sitting, "y")
    assert 'keywords = ["late parcel", "物流延迟"]' in export(shop)
    assert "temper_words = { meh = 0.5 }" in export(shop)


async def test_open_tickets_follow_and_categories_are_learned_again(shop: Shop) -> None:
    number = shop.open()
    shop.do(Describe(ticket=number, category="logistics/delay"), by="alice")
    put(shop, "[[policies]]\nname = 'Quick'\nfirst_response = '5m'")
    async with console(shop, "ada") as sitting:
        await press(sitting, "f9", "o")
        assert isinstance(sitting.app.screen, Confirm)
        await press(sitting, "y")
        assert "1 ticket follows" in toasts(sitting)[-1]
        await press(sitting, "L", "y")
        assert "Learned 1 tickets" in toasts(sitting)[-1]
        assert "the tempers of 0 tickets" in toasts(sitting)[-1]
    first = next(c for c in shop.dossier(number).clocks if c.kind is ClockKind.FIRST_RESPONSE)
    assert first.target_s == 300
    with shop.desk.reading() as reading:
        assert reading.find(Classifier)[0].texts == 1


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_a_calendar_shows_its_next_two_weeks(shop: Shop, size: tuple[int, int]) -> None:
    put(shop, '[calendars.shop]\nbusiness_hours.mon = [["09:00", "12:30"]]\nholidays = ["03-09"]')
    async with console(shop, "ada", size=size) as sitting:
        await press(sitting, "f9", "j", "l")
        monday = next(row for row in rows(sitting) if "03-02 ·" in row)
        assert "·········███▄···········" in monday
        await press(sitting, "ctrl+d")
        assert "own holiday" in next(row for row in rows(sitting) if "03-09 ·" in row)


async def test_hostile_names_are_only_text(shop: Shop) -> None:
    name = "[red]\x1b]0;owned\x07\u202e坏 {x}"
    shop.do(ChangeAgent(login="bo", name=name), by="ada")
    async with console(shop, "ada", size=(80, 24)) as sitting:
        await press(sitting, "f9", "j", "j", "j", "l", "j", "enter")
        assert "\x1b" not in shown(sitting)
        assert "\u202e" not in shown(sitting)
        assert "[red]" in shown(sitting)
        await press(sitting, "escape", "escape")
