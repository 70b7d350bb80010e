"""What customers thought, and what the desk foretells from it."""

from __future__ import annotations

import pytest

from tests.desks import Shop
from tuiticket.engine.commands.assignment import Transfer
from tuiticket.engine.commands.conversation import Receive, Reply
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.merging import Merge
from tuiticket.engine.commands.rating import Rate
from tuiticket.engine.commands.undo import Redo, Undo
from tuiticket.engine.errors import BadInput, Refused
from tuiticket.engine.model.people import Actor, Via
from tuiticket.engine.model.rating import Outlook, Rating
from tuiticket.engine.model.ticket import Kind, State
from tuiticket.engine.rules.forecast.course import Course, course_from
from tuiticket.engine.rules.forecast.outlook import ENOUGH, forecast_of, outlook_of


def solved(shop: Shop, *, hours: float = 0.5, **fields: object) -> int:
    """A ticket that was answered and solved after so many hours."""
    number = shop.open(**fields)  # type: ignore[arg-type]
    shop.clock.advance(hours=hours)
    shop.do(Reply(ticket=number, body="Here it is.", then=State.SOLVED))
    return number


def rate(number: int, mark: int, comment: str = "") -> Rate:
    return Rate(ticket=number, speed=mark, quality=mark, attitude=mark, comment=comment)


def outlook(shop: Shop) -> Outlook:
    with shop.desk.reading() as reading:
        return reading.find(Outlook)[0]


def ratings(shop: Shop) -> list[Rating]:
    with shop.desk.reading() as reading:
        return reading.find(Rating)


def history(shop: Shop, count: int) -> None:
    """Rated tickets: the quick ones content, the slow ones not."""
    for number in range(count):
        slow = number % 2 == 1
        ticket = solved(shop, hours=30 if slow else 0.2, category="logistics/delay")
        shop.do(rate(ticket, 2 if slow else 5))


def test_a_rating_is_kept_with_how_the_ticket_had_gone(shop: Shop) -> None:
    number = solved(shop, hours=2, kind=Kind.COMPLAINT)
    shop.clock.advance(days=1)
    (event,) = shop.do(rate(number, 4, comment=" fine \x1b[31m")).events
    (kept,) = ratings(shop)
    assert (event.kind, event.data["speed"]) == ("rating.given", 4)
    assert "fine" not in str(event.changes)
    assert (kept.ticket_id, kept.mean, kept.content) == (number, 4, True)
    assert kept.comment.startswith("fine")
    assert "\x1b" not in kept.comment
    assert kept.agent_id is not None
    course = course_from(kept.course)
    assert (course.wait_s, course.took_s) == (7200, 7200)
    assert (course.contacts, course.complaint, course.rebounds) == (1, 1, 0)


def test_the_course_counts_waits_contacts_and_what_went_wrong(shop: Shop) -> None:
    number = shop.open(category="logistics/delay")
    shop.clock.advance(hours=1)
    shop.do(Reply(ticket=number, body="Wait."), by="chen")
    shop.clock.advance(hours=1)
    shop.do(Receive(ticket=number, body="And now?"))
    shop.clock.advance(hours=5)
    shop.do(Transfer(ticket=number, team="after-sales", reason="x"), by="chen")
    shop.do(Transfer(ticket=number, team="logistics", reason="y"), by="lena")
    shop.do(Undo(), by="lena")
    shop.do(Move(ticket=number, to=State.SOLVED), by="lena")
    shop.clock.advance(days=3)
    shop.do(rate(number, 1))
    course = course_from(ratings(shop)[0].course)
    assert course == Course(
        temper=course.temper,
        wait_s=5 * 3600,
        took_s=7 * 3600,
        contacts=2,
        breaches=course.breaches,
        transfers=1,
    )


def test_a_customer_rates_by_themselves_and_again(shop: Shop) -> None:
    number = solved(shop)
    themselves = Actor.system(Via.WEB)
    shop.desk.do(rate(number, 2), by=themselves)
    shop.desk.do(rate(number, 5), by=themselves)
    (kept,) = ratings(shop)
    assert (kept.mean, kept.agent_id) == (5, None)
    with pytest.raises(Refused, match="so already"):
        shop.desk.do(rate(number, 5), by=themselves)


def test_what_cannot_be_rated(shop: Shop) -> None:
    number = shop.open()
    with pytest.raises(Refused, match="not solved"):
        shop.do(rate(number, 5))
    done = solved(shop)
    for mark in (0, 6):
        with pytest.raises(BadInput, match="1 to 5"):
            shop.do(rate(done, mark))
    shop.do(Merge(ticket=number, into=shop.open()))
    with pytest.raises(Refused, match="not solved"):
        shop.do(rate(number, 5))
    with pytest.raises(Refused):
        shop.do(rate(done, 5), by="wall")


def test_an_outlook_follows_from_the_ratings_and_from_what_is_undone(shop: Shop) -> None:
    history(shop, ENOUGH - 1)
    open_ticket = shop.open()
    assert forecast_of(shop.dossier(open_ticket), shop.clock.now) is None
    before = outlook(shop)
    assert before.ratings == ENOUGH - 1
    shop.do(rate(solved(shop), 5))
    after = outlook(shop)
    assert after == outlook_of(ratings(shop))
    assert after.ratings == ENOUGH
    shop.do(Undo())
    assert outlook(shop) == before
    shop.do(Redo())
    assert outlook(shop) == after


def test_an_open_ticket_is_foretold_and_the_longer_it_waits_the_worse(shop: Shop) -> None:
    history(shop, ENOUGH + 4)
    assert [each.foreseen is None for each in ratings(shop)] == [True] * ENOUGH + [False] * 4
    assert outlook(shop).foretold == 4
    number = shop.open(category="logistics/delay")
    soon = forecast_of(shop.dossier(number), shop.clock.now)
    shop.clock.advance(hours=40)
    late = forecast_of(shop.dossier(number), shop.clock.now)
    assert soon is not None
    assert late is not None
    assert late.content < 0.5 < soon.content
    assert late.reasons[0].what in ("wait_s", "took_s")
    assert late.reasons[0].change < 0
    done = solved(shop)
    shop.do(rate(done, 5))
    assert forecast_of(shop.dossier(done), shop.clock.now) is None
