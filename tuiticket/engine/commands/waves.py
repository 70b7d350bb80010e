"""Sudden waves: seen as tickets are opened, told to the leads once, and over after a silence."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from tuiticket.engine.model.category import Category
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.people import Agent, Notice, Role
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Due, Timer
from tuiticket.engine.model.wave import Mark, MarkKind, Wave, WaveTicket
from tuiticket.engine.rules.suggesting import shared_words
from tuiticket.engine.rules.tokens import index_tokens, surfaces
from tuiticket.engine.rules.waves import (
    Traffic,
    grown,
    is_wave,
    letters_of,
    telling_words,
)
from tuiticket.engine.work import Work

READ = 2_000
"""Characters of what was told that are looked at."""

TOLD = (Role.LEAD, Role.SUPERVISOR)
"""Who hears of a wave."""

ALSO = 3
"""Further words that are told of a wave, at most."""


def look_for_wave(work: Work, ticket: Ticket, body: str) -> None:
    """Count what a new ticket is about; let it join a wave that goes on, or begin one.

    Call it once its opening is recorded. Costs some twenty small rows, whatever the desk holds.
    """
    least = work.settings.wave_least
    if not least:
        return
    text = f"{ticket.subject}\n{body}"[:READ]
    marks = marks_of(work, ticket, text)
    work.tx.sight(ticket, marks, work.now)
    going_on = (one for one in work.tx.find(Wave, over_at=None) if any(map(one.holds, marks)))
    if (wave := next(going_on, None)) is not None:
        _join(work, wave, ticket)
        return
    window_s = work.settings.wave_within_s
    crowds = work.tx.crowds(marks, work.now - timedelta(seconds=window_s), least)
    if crowds:
        _begin(work, text, crowds, work.tx.traffic(work.now, window_s))


def marks_of(work: Work, ticket: Ticket, text: str) -> list[Mark]:
    """The things a ticket is about by which it may belong to a wave."""
    tokens = index_tokens(text, work.tx.stem)
    counts, documents = work.tx.word_counts(set(tokens))
    marks = [Mark(MarkKind.WORD, word) for word in telling_words(tokens, counts, documents)]
    if ticket.category_id is not None:
        category = work.tx.get(Category, ticket.category_id)
        marks += [Mark(MarkKind.CATEGORY, category.key)] if category else []
    orders = work.tx.find(Order, number=ticket.order_number) if ticket.order_number else []
    for order in orders:
        marks += [Mark(MarkKind.PRODUCT, sku) for sku in sorted({line.sku for line in order.lines})]
        if carrier := letters_of(order.tracking or ""):
            marks.append(Mark(MarkKind.CARRIER, carrier))
    return marks


def _begin(work: Work, text: str, crowds: Mapping[Mark, Collection[int]], traffic: Traffic) -> None:
    """Begin a wave of the largest crowd that is one, with those that rose beside it.

    It is called by the words of the `text` that made it one.
    """
    least = work.settings.wave_least
    before = work.tx.sighted_before(crowds, work.now)
    rising = {
        mark: set(tickets)
        for mark, tickets in crowds.items()
        if is_wave(len(tickets), before.get(mark, 0), traffic, least)
    }
    if not rising:
        return
    first = max(rising, key=lambda mark: (len(rising[mark]), -before.get(mark, 0), mark))
    members = rising[first] - _taken(work, rising[first])
    if len(members) < least:
        return
    beside = [mark for mark in rising if len(rising[mark] & members) * 2 > len(rising[mark])]
    marks = [mark.name for mark in sorted(beside) if mark.kind is MarkKind.WORD]
    words = _as_written(work, text, marks)
    name = words.pop(0) if first.kind is MarkKind.WORD and words else first.name
    expected = traffic.expected(before.get(first, 0), len(members))
    tickets = [work.tx.get(Ticket, number) for number in sorted(members)]
    wave = work.add(
        Wave(
            kind=first.kind,
            name=name,
            also=tuple(words[:ALSO]),
            marks=tuple(marks),
            started_at=min(one.created_at for one in tickets if one is not None),
            last_at=work.now,
            tickets=len(members),
            expected=round(expected * 100),
            told_at=len(members),
        )
    )
    for number in sorted(members):
        work.add(WaveTicket(wave_id=wave.id, ticket_id=number))
    work.record("wave.started", wave=wave.id, **_about(wave))
    _tell(work, wave, "wave-started")
    if not work.tx.find(Timer, due=Due.WAVE):
        work.tx.insert(Timer(due=Due.WAVE, fire_at=_quiet_at(work, wave)))


def _as_written(work: Work, text: str, marks: Collection[str]) -> list[str]:
    """The words of a text that are counted so, pairs of characters made whole; the longest first.

    Of equals, those that stand first in it.
    """
    stem = work.tx.stem
    words = shared_words(index_tokens(text, stem), marks, surfaces(text, stem))
    return sorted(words, key=lambda word: -len(word.encode()))


def _join(work: Work, wave: Wave, ticket: Ticket) -> None:
    """Let a ticket belong to a wave; the leads hear of it again where it has doubled."""
    if _taken(work, [ticket.id]):
        return
    work.add(WaveTicket(wave_id=wave.id, ticket_id=ticket.id))
    tickets = wave.tickets + 1
    more = grown(tickets, wave.told_at)
    told_at = tickets if more else wave.told_at
    wave = work.change(wave, tickets=tickets, told_at=told_at, last_at=work.now)
    work.record("ticket.in-wave", ticket.id, wave=wave.id, name=wave.name)
    if more:
        work.record("wave.grew", wave=wave.id, **_about(wave))
        _tell(work, wave, "wave-grew")


def calm(work: Work) -> None:
    """End the waves nothing came to for as long as their time; watch the others on."""
    for timer in work.tx.find(Timer, due=Due.WAVE):
        work.tx.delete(Timer, timer.id)
    for wave in work.tx.find(Wave, over_at=None):
        if _quiet_at(work, wave) <= work.now:
            over = work.change(wave, over_at=work.now)
            work.record("wave.over", wave=over.id, **_about(over))
    going_on = work.tx.find(Wave, over_at=None)
    if going_on:
        at = min(_quiet_at(work, wave) for wave in going_on)
        work.tx.insert(Timer(due=Due.WAVE, fire_at=at))


def _taken(work: Work, numbers: Collection[int]) -> set[int]:
    """Those of some tickets that belong to a wave already."""
    return {one.ticket_id for one in work.tx.find(WaveTicket, ticket_id=tuple(numbers))}


def _quiet_at(work: Work, wave: Wave) -> datetime:
    return wave.last_at + timedelta(seconds=work.settings.wave_within_s)


def _about(wave: Wave) -> dict[str, Any]:
    return {"mark": wave.kind, "name": wave.name, "tickets": wave.tickets}


def _tell(work: Work, wave: Wave, about: str) -> None:
    """Tell all leads, whoever of them opened the ticket that made it one: that was no deed."""
    details = {"wave": wave.id, **_about(wave)}
    for agent in work.tx.find(Agent, role=TOLD):
        work.tx.insert(Notice(agent_id=agent.id, at=work.now, about=about, details=details))
