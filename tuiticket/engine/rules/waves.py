"""A sudden wave: within hours far more tickets about one thing than the desk is used to.

Two numbers are compared: the tickets with a word (a category, an article of the shop) in the window
now, and those with it in the four weeks before, or what there is of them. Had nothing changed, then
of their sum each would fall into the window by the same chance, and so the number there is binomial
(Przyborowski and Wilenski 1940, "Homogeneity of results in testing samples from Poisson series",
Biometrika 31, 313-323). No rate has to be known, and what was never seen before needs no exception.

How much of four weeks' work such a window holds is taken from all tickets of the desk: from those
at the same hour of the same weekday, the more of them there are the more exactly. On a day that is
busy as a whole every word is expected oftener.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tuiticket.engine.rules.common_words import COMMON

HISTORY_D = 28
"""Days before today that are compared with: four of each weekday."""

SURE = 1e-6
"""The chance under which it is taken for none: many words are looked at, many times a day."""

TIMES = 3.0
"""How much oftener than expected it must be, whatever the chance."""

LEAST_KNOWN = 50
LEAST_DAYS = 7
"""Tickets and days before, without which the desk knows nothing of what is usual."""

WORDS = 24
"""Words of a ticket that are counted."""

FREQUENT = 0.05
"""The share of all documents from which a word tells of no single thing."""

_DOUBT = 1.0
"""Weeks that an even spread over all hours is worth beside those in which this hour was seen."""


@dataclass(frozen=True, slots=True)
class Traffic:
    """All tickets of the desk.

    Those in the window `now`, those in the same one of each week before (`alike`, summed), and all
    of the `days` before today that were counted, four weeks at most (`before`). The window lasts
    `window_s`.
    """

    now: int
    alike: int
    before: int
    window_s: int
    days: int = HISTORY_D

    @property
    def share(self) -> float:
        """How much of the tickets before one such window is expected to hold, 0 to 1."""
        if not self.before or not self.days:
            return 0.0
        even = self.window_s / (self.days * 86_400)
        weeks = self.days // 7
        return (self.alike / self.before + _DOUBT * even) / (weeks + _DOUBT)

    def expected(self, before: int, seen: int) -> float:
        """How many of a thing the window should hold that `before` held the four weeks before.

        `seen` of them are there: the others tell how busy the desk is today.
        """
        usual = self.before * self.share
        busy = max(1.0, (self.now - seen) / usual) if usual else 1.0
        return before * self.share * busy


def chance(seen: int, before: int, share: float) -> float:
    """The probability of so many or more in the window, had nothing changed.

    `share` is how much of the time before the window is worth.
    """
    p = share / (1 + share)
    if seen <= 0 or p >= 1:
        return 1.0
    if p <= 0:
        return 0.0
    total, term = 0.0, 0.0
    n = seen + before
    for k in range(seen, n + 1):
        log = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
        term = math.exp(log + k * math.log(p) + (n - k) * math.log1p(-p))
        total += term
        if k > n * p and term < total * 1e-9:
            break
    return min(1.0, total)


def is_wave(seen: int, before: int, traffic: Traffic, least: int) -> bool:
    """Whether so many in the window are a wave; never below `least`, nor on a desk that is new."""
    if seen < least or traffic.before < LEAST_KNOWN or traffic.days < LEAST_DAYS:
        return False
    expected = traffic.expected(before, seen)
    if seen < TIMES * expected:
        return False
    share = expected / before if before else traffic.share
    return chance(seen, before, share) < SURE


def grown(tickets: int, told_at: int) -> bool:
    """Whether a wave is worth telling again: twice as large as when it was told last."""
    return tickets >= 2 * told_at


def telling_words(
    tokens: Iterable[str], counts: Mapping[str, int], documents: int
) -> tuple[str, ...]:
    """The words of a ticket by which it may belong to a wave, the rarest first.

    Numbers name single things, and what stands everywhere tells nothing. Words that stand nowhere
    else are mostly slips: they come last.
    """
    most = max(20.0, documents * FREQUENT)
    known = {
        token: counts.get(token, 0)
        for token in tokens
        if len(token) > 1 and token not in COMMON and not token.isdecimal()
    }
    some = [token for token, count in known.items() if count <= most]
    return tuple(sorted(some, key=lambda token: (known[token] < 2, known[token], token))[:WORDS])


def letters_of(tracking: str) -> str:
    """The capital letters a parcel's number begins with, by which a carrier is known; or none."""
    letters = tracking[: next((i for i, c in enumerate(tracking) if not c.isalpha()), 0)]
    return letters if 2 <= len(letters) <= 4 and letters.isascii() and letters.isupper() else ""
