"""The procedure of a ticket's category beside it, ticked by key, seen by all."""

from __future__ import annotations

import pytest

from tests.console.driving import console, press, second, shown, toasts
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.articles import EditArticle, PutArticle
from tuiticket.engine.commands.conversation import Reply
from tuiticket.engine.commands.procedures import AttachProcedure, TickStep
from tuiticket.engine.model.ticket import State
from tuiticket.screens.article_form import ArticleForm

STEPS = "- [ ] Ask for a photo\n- [ ] Look at the record"


@pytest.fixture
def number(shop: Shop) -> int:
    """A ticket whose category has a procedure."""
    shop.desk.do(
        PutArticle(title="Broken lamps", body=STEPS),
        AttachProcedure(article=1, category="logistics"),
        by=ADMIN,
    )
    return shop.open(category="logistics/delay")


async def test_steps_are_ticked_one_by_one_and_undone(shop: Shop, number: int) -> None:
    async with console(shop, size=(120, 50)) as sitting:
        sitting.app.open_ticket(number)  # type: ignore[attr-defined]
        await second(sitting)
        assert "0/2" in shown(sitting)
        await press(sitting, "semicolon")
        assert "[x] Ask for a photo · alice" in shown(sitting)
        assert "1/2" in shown(sitting)
        assert "Step 1 taken: Ask for a photo" in toasts(sitting)[-1]
        await press(sitting, "semicolon", "semicolon")
        assert "All steps were taken." in toasts(sitting)[-1]
        await press(sitting, "u")
        assert "1/2" in shown(sitting)
        await press(sitting, "tab", "tab", "enter")
        assert "2/2" in shown(sitting)
        await press(sitting, "k", "enter")
        assert "[ ] Ask for a photo" in shown(sitting)
        assert "[x] Look at the record" in shown(sitting)


async def test_what_colleagues_tick_and_edit_is_seen_at_once(shop: Shop, number: int) -> None:
    async with console(shop, size=(120, 50)) as sitting:
        sitting.app.open_ticket(number)  # type: ignore[attr-defined]
        await second(sitting)
        shop.do(TickStep(ticket=number, article=1, step=2), by="bo")
        await second(sitting)
        assert "[x] Look at the record · bo" in shown(sitting)
        shop.do(EditArticle(article=1, body=f"{STEPS}\n- [ ] Tell the customer"), by="bo")
        await second(sitting)
        assert "1/3" in shown(sitting)


async def test_a_ticket_without_a_procedure_says_so(shop: Shop) -> None:
    plain = shop.open()
    async with console(shop) as sitting:
        sitting.app.open_ticket(plain)  # type: ignore[attr-defined]
        await second(sitting)
        await press(sitting, "semicolon")
        assert "No procedure is tied" in toasts(sitting)[-1]


async def test_a_solved_ticket_becomes_an_article_that_is_read_over_at_once(
    shop: Shop, number: int
) -> None:
    shop.do(Reply(ticket=number, body="It is on its way", then=State.SOLVED))
    async with console(shop) as sitting:
        sitting.app.open_ticket(number)  # type: ignore[attr-defined]
        await second(sitting)
        await press(sitting, "O")
        assert isinstance(sitting.app.screen, ArticleForm)
        assert "Editing KB-2" in shown(sitting)
        assert "It is on its way" in shown(sitting)
