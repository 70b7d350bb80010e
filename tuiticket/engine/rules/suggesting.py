"""Which articles and solved tickets may help with a ticket, by the rare words they share.

Only the rarest words are asked for: the others stand nearly everywhere, cost most and tell least.
A word weighs the more the rarer it is; what agents sent on tickets that were solved counts as much
as those tickets are like this one.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tuiticket.engine.rules.asking import Match, telling_matches
from tuiticket.engine.rules.common_words import COMMON
from tuiticket.engine.rules.tokens import Stem, index_tokens

REASONS = 5
"""Reasons that are named."""

RAREST = 8
"""Different words of a ticket that are asked for."""

HABIT = 0.05
"""How much an article gains for each doubling of its uses."""

LEARNED = 1.5
"""How much an article gains by a solved ticket just like this one on which it was sent."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may help: what of the text it speaks of, how well it fits at first.

    `fit` is 1 for the one that fits best. `uses` counts how often an article was sent; `sent_on`
    are the similar tickets it was sent on.
    """

    key: int
    matches: tuple[Match, ...]
    fit: float
    uses: int = 0
    sent_on: tuple[int, ...] = ()


def rarest(
    tokens: Iterable[str], counts: Mapping[str, int], most: int = RAREST, *, least: int = 2
) -> tuple[str, ...]:
    """The rarest of the tokens that stand in at least so many documents, the rarest first.

    A run's last character alone is left out, as it is part of a pair already, and so are words that
    tell nothing.
    """
    known = (t for t in dict.fromkeys(tokens) if counts.get(t, 0) >= least)
    words = (t for t in known if len(t) > 1 and t not in COMMON)
    return tuple(sorted(words, key=lambda token: (counts[token], -len(token)))[:most])


def weights(tokens: Iterable[str], counts: Mapping[str, int], documents: int) -> dict[str, float]:
    """How much each token tells, from 0 for one that stands everywhere."""
    return {token: math.log(1 + documents / max(1, counts.get(token, 1))) for token in tokens}


def likeness(tokens: Collection[str], weight: Mapping[str, float]) -> float:
    """How much of what was asked is held, from 0 to 1 by weight."""
    whole = sum(weight.values())
    return sum(weight.get(token, 0.0) for token in tokens) / whole if whole else 0.0


def with_what_was_sent(
    candidates: Iterable[Candidate], sent: Mapping[int, Collection[int]], like: Mapping[int, float]
) -> list[Candidate]:
    """The articles again, the best first, by how they fit, are used, and helped before.

    `sent` tells the articles sent on each similar solved ticket, `like` how like this one it is.
    """
    candidates = list(candidates)
    helped = {
        c.key: tuple(sorted(number for number, articles in sent.items() if c.key in articles))
        for c in candidates
    }
    learned = [replace(c, sent_on=helped[c.key]) for c in candidates]

    def worth(c: Candidate) -> float:
        before = sum(like.get(number, 0.0) for number in c.sent_on)
        return c.fit * (1 + HABIT * math.log2(1 + c.uses)) + LEARNED * before

    return sorted(learned, key=lambda c: (-worth(c), c.key))


def shared_words(
    asked: Sequence[str], held: Collection[str], shown: Mapping[str, str]
) -> list[str]:
    """The words that both hold, as they stand in the text, in its order, none part of another.

    `asked` are the tokens of the text in order. Overlapping pairs of characters that follow each
    other become one word again: 退款 款没 没到 is 退款没到.
    """
    words: list[str] = []
    last = ""
    for token in asked:
        if token not in held or len(token) < 2:
            last = ""
            continue
        if last and len(token) == 2 and last[-1] == token[0] and token == shown.get(token, token):
            words[-1] += token[1]
        else:
            words.append(shown.get(token, token))
        last = token if len(token) == 2 and not token.isascii() else ""
    each = list(dict.fromkeys(words))
    return [word for word in each if not any(word in other for other in each if other != word)]


def reasons(
    matches: Iterable[Match], asked: Sequence[str], shown: Mapping[str, str], stem: Stem
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Why an article is suggested: the words in both, and those of the text it has others for.

    The latter are pairs, the text's word and the article's. Only what tells most is named, nothing
    twice.
    """
    told = telling_matches(matches, REASONS)
    others = tuple((match.said, match.word) for match in told if match.other)
    held = {token for match in told if not match.other for token in index_tokens(match.said, stem)}
    return tuple(shared_words(asked, held, shown)), others
