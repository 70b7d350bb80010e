"""Tempers that people told: learned once for each ticket, taken back, learned again."""

from __future__ import annotations

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.feeling import (
    TakeOverTempers,
    feeling_of,
    tempers_relearned,
)
from tuiticket.engine.commands.judging import CorrectTemper
from tuiticket.engine.commands.undo import Redo, Undo
from tuiticket.engine.model.judgement import Judgement, Temper, TemperCourse, TemperLesson

TEXT = "都是套路"


def told(shop: Shop, rounds: int) -> None:
    """People told as many times that a text is upset, and that another is calm."""
    for number in range(rounds):
        upset = shop.open(f"又是套路 {number}", body="券不能用")
        calm = shop.open(f"想问尺寸 {number}", body="书架多高")
        shop.do(
            CorrectTemper(ticket=upset, level=Temper.ANGRY),
            CorrectTemper(ticket=calm, level=Temper.CALM),
        )


def read(shop: Shop, text: str = TEXT) -> float:
    with shop.desk.reading() as reading:
        return feeling_of(reading, text).score


def lessons(shop: Shop) -> list[tuple[int, bool]]:
    with shop.desk.reading() as reading:
        return [(each.ticket_id, each.upset) for each in reading.find(TemperLesson)]


def course(shop: Shop) -> TemperCourse:
    with shop.desk.reading() as reading:
        (state,) = reading.find(TemperCourse)
        return state


def judged(shop: Shop, number: int) -> Judgement:
    found = shop.dossier(number).judgement
    assert found is not None
    return found


def test_corrections_teach_the_next_reading_and_it_says_so(shop: Shop) -> None:
    before = read(shop)
    told(shop, 12)
    assert read(shop) > before
    number = shop.open(TEXT, body="退券")
    assert judged(shop, number).lessons == 24
    assert "套路" in judged(shop, number).learned.splitlines()
    assert judged(shop, shop.open("想问书架", body="多高")).learned == ""


def test_the_lesson_is_in_the_log_with_the_correction(shop: Shop) -> None:
    number = shop.open("套路", body="券呢")
    (event,) = shop.do(CorrectTemper(ticket=number, level=Temper.ANGRY)).events
    assert event.kind == "temper.corrected"
    assert {change.entity for change in event.changes} == {"Judgement", "TemperLesson"}


def test_a_ticket_teaches_once_and_what_was_told_last(shop: Shop) -> None:
    number = shop.open("套路", body="券呢")
    for level in (Temper.ANGRY, Temper.DISPLEASED, Temper.CALM):
        shop.do(CorrectTemper(ticket=number, level=level))
    assert lessons(shop) == [(number, False)]
    assert course(shop).texts == len(course(shop).felt) == 1


def test_undoing_a_correction_takes_its_lesson_back(shop: Shop) -> None:
    number = shop.open("套路", body="券呢")
    shop.do(CorrectTemper(ticket=number, level=Temper.ANGRY))
    shop.do(Undo())
    assert lessons(shop) == []
    shop.do(Redo())
    assert lessons(shop) == [(number, True)]
    shop.do(Undo())
    with shop.desk.reading() as reading:
        again = tempers_relearned(reading)
    shop.desk.do(TakeOverTempers(learned=again), by=ADMIN)
    assert course(shop).texts == 0
    assert judged(shop, shop.open("套路", body="券呢")).lessons == 0


def test_learned_again_it_reads_as_before(shop: Shop) -> None:
    told(shop, 8)
    before, state = read(shop), course(shop)
    with shop.desk.reading() as reading:
        again = tempers_relearned(reading)
    late = shop.open("套路", body="又来")
    shop.do(CorrectTemper(ticket=late, level=Temper.ANGRY))
    shop.desk.do(TakeOverTempers(learned=again), by=ADMIN)
    assert course(shop).texts == state.texts + 1
    shop.do(Undo())
    with shop.desk.reading() as reading:
        again = tempers_relearned(reading)
    shop.desk.do(TakeOverTempers(learned=again), by=ADMIN)
    assert course(shop) == state
    assert read(shop) == pytest.approx(before, abs=1e-3)


def test_tempers_and_categories_are_learned_apart(shop: Shop) -> None:
    told(shop, 3)
    for number in range(3):
        shop.open(f"包裹没到 {number}", category="logistics/delay")
    before = read(shop)
    assert judged(shop, shop.open("又是套路 1", body="券不能用")).proposals == (2,)
    assert read(shop) == before
