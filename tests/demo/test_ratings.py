"""The ratings of the play: enough to foretell by, believable, and given in time."""

from __future__ import annotations

from datetime import UTC, datetime
from statistics import mean

from tuiticket.demo.casting import ENDED
from tuiticket.demo.director import SEED, direct
from tuiticket.demo.ratings import rated
from tuiticket.demo.schedule import span
from tuiticket.engine.commands.rating import Rate
from tuiticket.engine.model.rating import CONTENT_FROM
from tuiticket.engine.model.ticket import Kind
from tuiticket.engine.rules.forecast.outlook import ENOUGH

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
BILL = {billed.number: billed for billed in direct(NOW).bill}
HAPPENED = list(rated(BILL.values(), NOW, SEED))
RATES = [rate for each in HAPPENED for rate in each.commands if isinstance(rate, Rate)]


def marks(rate: Rate) -> tuple[int, ...]:
    return rate.speed, rate.quality, rate.attitude


def test_enough_customers_answer_and_they_differ() -> None:
    content = [mean(marks(rate)) >= CONTENT_FROM for rate in RATES]
    assert len(RATES) > ENOUGH
    assert 0.5 < mean(content) < 0.95
    assert {rate.comment != "" for rate in RATES} == {True, False}
    assert min(min(marks(rate)) for rate in RATES) < 3


def test_each_rates_once_after_the_end_and_before_now() -> None:
    assert len({rate.ticket for rate in RATES}) == len(RATES) == len(HAPPENED)
    for happening, rate in zip(HAPPENED, RATES, strict=True):
        billed = BILL[rate.ticket]
        assert billed.part.state in ENDED
        assert billed.opened + span(billed.part) < happening.at < NOW


def test_complaints_end_less_content_than_questions() -> None:
    by_kind = {
        kind: mean(mean(marks(r)) for r in RATES if BILL[r.ticket].part.scene.kind is kind)
        for kind in (Kind.COMPLAINT, Kind.ENQUIRY)
    }
    assert by_kind[Kind.COMPLAINT] < by_kind[Kind.ENQUIRY]


def test_the_same_play_has_the_same_ratings() -> None:
    assert list(rated(BILL.values(), NOW, SEED)) == HAPPENED
    assert list(rated(BILL.values(), NOW, SEED + 1)) != HAPPENED
