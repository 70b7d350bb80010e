"""When many tickets about one thing are a wave, and when they are only chance."""

from __future__ import annotations

import math
import random
from bisect import bisect
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.waves import (
    HISTORY_D,
    WORDS,
    Traffic,
    chance,
    grown,
    is_wave,
    letters_of,
    telling_words,
)

DAY, HOUR = 86_400, 3600
WINDOW_S = 6 * HOUR
LEAST = 6
WEEK = (1.2, 1.1, 1.0, 1.0, 1.0, 0.8, 0.7)
HOURS = [0.2, 0.1, 0.1, 0.1, 0.1, 0.2, 0.4, 0.8, 1.5, 1.8, 2.0, 2.0]
HOURS += [1.6, 1.6, 1.7, 1.7, 1.6, 1.4, 1.3, 1.4, 1.5, 1.2, 0.8, 0.4]
"""How busy a shop is, by weekday and hour; 1 is the usual."""


@given(seen=st.integers(0, 60), before=st.integers(0, 500), share=st.floats(0.001, 0.5))
def test_the_chance_is_that_of_a_binomial_tail(seen: int, before: int, share: float) -> None:
    p, n = share / (1 + share), seen + before
    tail = sum(math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(seen, n + 1))
    assert chance(seen, before, share) == pytest.approx(tail, rel=1e-6, abs=1e-12)


@given(before=st.integers(0, 200), share=st.floats(0.001, 0.5))
def test_more_in_the_window_is_never_likelier(before: int, share: float) -> None:
    chances = [chance(seen, before, share) for seen in range(30)]
    assert all(one >= other - 1e-8 for one, other in pairwise(chances))


def test_a_busy_day_as_a_whole_is_no_wave() -> None:
    usual = Traffic(now=20, alike=40, before=1000, window_s=WINDOW_S)
    busy = Traffic(now=400, alike=40, before=1000, window_s=WINDOW_S)
    assert is_wave(10, 8, usual, LEAST)
    assert not is_wave(10, 40, busy, LEAST)
    assert busy.expected(40, 10) > 10 * usual.expected(40, 10)


@pytest.mark.parametrize(
    ("seen", "before", "known"),
    [(LEAST - 1, 0, 1000), (9, 0, 20), (9, 400, 1000)],
    ids=["too few", "a desk that is quiet", "usual"],
)
def test_no_wave(seen: int, before: int, known: int) -> None:
    assert not is_wave(seen, before, Traffic(20, 40, known, WINDOW_S), LEAST)


def test_a_new_desk_knows_nothing_usual_and_then_what_there_is() -> None:
    assert not is_wave(9, 0, Traffic(20, 0, 60, WINDOW_S, days=6), LEAST)
    grows = Traffic(now=25, alike=10, before=100, window_s=WINDOW_S, days=12)
    assert grows.expected(26, 6) == pytest.approx(26 * 0.19)
    assert not is_wave(12, 26, grows, LEAST)


def test_a_wave_is_told_again_when_it_has_doubled() -> None:
    assert next(tickets for tickets in range(6, 30) if grown(tickets, 6)) == 12


def test_the_words_that_tell_are_rare_but_hardly_slips() -> None:
    counts = {"strike": 4, "parcel": 900, "qx": 1, "20882131": 3, "the": 4, "late": 30}
    assert telling_words(counts, counts, 1000) == ("strike", "late", "qx")
    many = {f"word{i:03}": 5 for i in range(100)}
    assert len(telling_words(many, many, 1000)) == WORDS


@pytest.mark.parametrize(
    ("tracking", "letters"), [("QX000123", "QX"), ("123", ""), ("", ""), ("ABCDE1", ""), ("QX", "")]
)
def test_a_carrier_is_known_by_its_letters(tracking: str, letters: str) -> None:
    assert letters_of(tracking) == letters


class Quiet:
    """A simulated shop whose tickets come by chance alone, each with some words."""

    def __init__(self, seed: int, per_day: float, days: int) -> None:
        self.dice = random.Random(seed)
        self.per_day, self.days = per_day, days
        self.weights = [1 / (place + 8) for place in range(1500)]
        self.times: list[float] = []
        self.by_day: defaultdict[int, Counter[int]] = defaultdict(Counter)
        self.window: deque[tuple[float, frozenset[int]]] = deque()
        self.seen: Counter[int] = Counter()

    def arrivals(self) -> Iterator[float]:
        """The instants tickets come at, in seconds: a Poisson process, by hour and weekday."""
        for hour in range(self.days * 24):
            rate = self.per_day * WEEK[hour // 24 % 7] * HOURS[hour % 24] / sum(HOURS)
            at = self.dice.expovariate(1.0)
            while at < rate:
                yield (hour + at / rate) * HOUR
                at += self.dice.expovariate(1.0)

    def take(self, now: float, words: frozenset[int]) -> list[int]:
        """Count a ticket; the words of it that are a wave now."""
        while self.window and self.window[0][0] <= now - WINDOW_S:
            self.seen.subtract(self.window.popleft()[1])
        self.window.append((now, words))
        self.seen.update(words)
        self.times.append(now)
        today = int(now // DAY)
        self.by_day[today].update(words)
        crowds = [word for word in words if self.seen[word] >= LEAST]
        if not crowds:
            return []
        traffic = self._traffic(now, today)
        return [word for word in crowds if self._is_wave(word, today, traffic)]

    def words(self) -> frozenset[int]:
        """The words of a ticket about nothing special."""
        return frozenset(self.dice.choices(range(1500), self.weights, k=12))

    def _is_wave(self, word: int, today: int, traffic: Traffic) -> bool:
        days = range(today - HISTORY_D, today)
        before = sum(self.by_day[day][word] for day in days if day in self.by_day)
        return is_wave(self.seen[word], before, traffic, LEAST)

    def _traffic(self, now: float, today: int) -> Traffic:
        def within(start: float, end: float) -> int:
            return bisect(self.times, end) - bisect(self.times, start)

        ends = [now - week * 7 * DAY for week in range(1, 5)]
        alike = sum(within(end - WINDOW_S, end) for end in ends)
        before = within((today - HISTORY_D) * DAY, today * DAY)
        return Traffic(len(self.window), alike, before, WINDOW_S, min(today, HISTORY_D))


@pytest.mark.parametrize(("seed", "per_day"), [(1, 30), (2, 120)])
def test_a_quiet_year_raises_hardly_an_alarm(seed: int, per_day: float) -> None:
    quiet = Quiet(seed, per_day, days=365)
    alarms = {
        (int(now // DAY), word)
        for now in quiet.arrivals()
        for word in quiet.take(now, quiet.words())
    }
    assert len(quiet.times) > 300 * per_day
    assert len(alarms) <= 52, "one a week at most"


@pytest.mark.parametrize(("usual", "within"), [(0, LEAST), (300, 12), (20, 24)])
def test_a_planted_wave_is_found_within_its_first_tickets(usual: int, within: int) -> None:
    """`usual` is the place of the word among the frequent ones; 0 stands for one never seen."""
    quiet = Quiet(3, 60, days=40)
    for now in quiet.arrivals():
        quiet.take(now, quiet.words())
    word, begin = usual or 9_999, (40 * 24 + 10) * HOUR
    found = [
        number
        for number in range(1, 40)
        if word in quiet.take(begin + number * 240, quiet.words() | {word})
    ]
    assert found[0] <= within
