"""A possible duplicate in words: "looks like #10482 (open, 2h): same customer, 3 rare words"."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from tuiticket.cells import drawable
from tuiticket.engine.model.duplicate import Double, Ground
from tuiticket.engine.model.queue import QueueLine
from tuiticket.i18n import _, bracketed, listed, ngettext
from tuiticket.wording import age, label

NAMED = 5
"""Words that are named one by one."""


def looks_like(double: Double, now: datetime) -> str:
    """Which other ticket it is, how old and in what state, and why."""
    template = (
        _("looks like {ticket}: {why}") if double.ours else _("told again by {ticket}: {why}")
    )
    return template.format(ticket=known_by(double.line, now), why=why(double))


def known_by(line: QueueLine, now: datetime) -> str:
    """A ticket by its number, with its state and age."""
    return bracketed(f"#{line.id}", listed([label(line.state), age(line.created_at, now)]))


def why(double: Double) -> str:
    """What speaks for it."""
    return because(double.found.ground, double.found.words.splitlines())


def because(ground: Ground, words: Collection[str]) -> str:
    """What ties two matters together, and how many rare words."""
    count = len(words)
    shared = ngettext("{count} rare word", "{count} rare words", count).format(count=count)
    return listed([label(ground), shared])


def in_both(words: Collection[str]) -> str:
    """The rare words both hold, the first few."""
    named = [drawable(word) for word in list(words)[:NAMED]]
    return listed([*named, "…"] if len(words) > NAMED else named)
