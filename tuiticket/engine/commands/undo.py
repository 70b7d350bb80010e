"""Taking back what one did: the inverse of an act, itself in the log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, Refused, Stale
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.clock import Clock
from tuiticket.engine.model.entities import LOGGED
from tuiticket.engine.model.event import Change, Event, How
from tuiticket.engine.model.message import Delivery, DeliveryState, Message
from tuiticket.engine.rules.clocks import adding_up, cancelled
from tuiticket.engine.rules.record import record, recorded_fields, revive, revive_field
from tuiticket.engine.work import Work

UNDONE = "desk.undone"

UNDOABLE = frozenset(
    {
        "clock.breached",
        "message.sent",
        "note.added",
        "result.accepted",
        "result.recorded",
        "result.rejected",
        "ticket.assigned",
        "ticket.described",
        "ticket.merged",
        "ticket.merged-in",
        "ticket.moved",
        "ticket.released",
        "ticket.reopened",
        "ticket.taken",
        "ticket.thanked",
        "ticket.transferred",
    }
)
"""Kinds of event a person can take back; what a customer did or a clock struck stays.

A breach that one's own act brought to light goes with the act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(Command):
    """Take back an act of one's own; the newest one still standing if none is named.

    An answer is withdrawn as long as it has not left the outbox. Refused where something the act
    changed was changed again since: then that must be undone first.
    """

    act: int | None = None

    def carry_out(self, work: Work) -> None:
        """Apply the inverse of every change of the act, last first, and record it."""
        act = self.act or work.tx.last_act(work.actor.login)
        events = work.tx.act(act) if act else []
        if not events:
            raise Refused(N_("There is nothing of yours to undo."))
        _check(work, events)
        for event in reversed(events):
            for change in reversed(event.changes):
                _invert(work, change)
            _uncount(work, event)
        for number in dict.fromkeys(event.ticket_id for event in events):
            kinds = [event.kind for event in events if event.ticket_id == number]
            work.record(UNDONE, number, act=act, kinds=kinds)


def _check(work: Work, events: list[Event]) -> None:
    if events[0].actor != work.actor.login:
        raise Refused(N_("That was done by {actor}; only they can undo it."), actor=events[0].actor)
    for event in events:
        if event.kind not in UNDOABLE:
            raise Refused(
                N_("This cannot be undone: {kind}."), N_("Set it right by hand."), kind=event.kind
            )


def _invert(work: Work, change: Change) -> None:
    cls = LOGGED[change.entity]
    value = work.tx.get(cls, change.id)
    match change.how:
        case How.ADDED:
            _take_back(work, value)
        case How.CHANGED:
            _restore(work, value, change)
        case How.REMOVED:
            fields = {name: before for name, (before, _after) in change.fields.items()}
            work.add(revive(cls, {"id": change.id, **fields}))


def _take_back(work: Work, value: Any) -> None:
    match value:
        case Message():
            work.change(value, withdrawn_at=work.now)
        case Delivery():
            if value.state is not DeliveryState.HELD:
                raise Refused(N_("The answer has already left for the customer."))
            work.change(value, state=DeliveryState.WITHDRAWN)
        case Clock():
            off = cancelled(value, work.now, work.calendars)
            fields = {f.name: getattr(off, f.name) for f in recorded_fields(Clock)}
            work.change(value, **fields)
        case None:
            raise _changed_since()
        case _:
            work.remove(value)


def _restore(work: Work, value: Any, change: Change) -> None:
    if value is None:
        raise _changed_since()
    now = record(value)
    restored: dict[str, Any] = {}
    for name, (before, after) in change.fields.items():
        if now[name] != after:
            raise _changed_since()
        restored[name] = revive_field(type(value), name, before)
    if isinstance(value, Clock):
        # Its target may have changed while it rested.
        clock = adding_up(replace(value, **restored), work.calendars)
        restored |= {"due_at": clock.due_at, "breach_at": clock.breach_at}
    work.change(value, **restored)


def _uncount(work: Work, event: Event) -> None:
    for article_id in event.data.get("articles", ()):
        article = work.tx.get(Article, article_id)
        if article is not None:
            work.tx.update(replace(article, uses=max(0, article.uses - 1)))


def _changed_since() -> Stale:
    return Stale(
        N_("Something was changed again since."), N_("Undo that first, or set it right by hand.")
    )
