"""The inverse of what an event changed, as undo and redo apply it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tuiticket.engine.commands.article_removal import needed
from tuiticket.engine.commands.setup import put_off
from tuiticket.engine.errors import N_, Refused, Stale
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.canned import CannedReply
from tuiticket.engine.model.clock import Clock, FiredStep, Policy
from tuiticket.engine.model.entities import LOGGED
from tuiticket.engine.model.event import Change, Event, How
from tuiticket.engine.model.message import Delivery, DeliveryState, Message
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Due
from tuiticket.engine.rules.clocks import adding_up, cancelled
from tuiticket.engine.rules.nouns import noun
from tuiticket.engine.rules.overflow import TO_HAND_OUT
from tuiticket.engine.rules.record import record, recorded_fields, revive, revive_field
from tuiticket.engine.work import Work


def invert(work: Work, events: Iterable[Event]) -> None:
    """Apply the inverse of every change of these events, last first; the caller records why.

    Raises Stale, naming what was done since, where a value is not as these events left it, and
    Refused where an answer has left the desk.
    """
    for event in reversed(list(events)):
        for change in reversed(event.changes):
            _invert(work, event, change)


def count_uses(work: Work, events: Iterable[Event], step: int) -> None:
    """Count the articles and canned replies these events used once more, or once less."""
    for event in events:
        for key in event.data.get("canned", ()) if event.kind == "message.sent" else ():
            for canned in work.tx.find(CannedReply, key=key):
                work.tx.update(replace(canned, uses=max(0, canned.uses + step)))
        for article_id in event.data.get("articles", ()):
            article = work.tx.get(Article, article_id)
            if article is not None:
                work.tx.update(replace(article, uses=max(0, article.uses + step)))


def _invert(work: Work, event: Event, change: Change) -> None:
    cls = LOGGED[change.entity]
    value = work.tx.get(cls, change.id)
    if value is None and change.how is not How.REMOVED:
        raise _changed_since(work, event, change)
    match change.how:
        case How.ADDED if isinstance(value, Article) and needed(work, value):
            raise _changed_since(work, event, change)
        case How.ADDED:
            _take_back(work, value)
        case How.CHANGED:
            _restore(work, event, value, change)
        case How.REMOVED if cls is FiredStep and _fired_again(work, change):
            pass
        case How.REMOVED:
            fields = {name: before for name, (before, _after) in change.fields.items()}
            work.add(revive(cls, {"id": change.id, **fields}))


def _fired_again(work: Work, change: Change) -> bool:
    """Whether a step that was taken back has fired by itself since."""
    names = ("clock_id", "generation", "percent")
    return bool(work.tx.find(FiredStep, **{name: change.fields[name][0] for name in names}))


def _take_back(work: Work, value: Any) -> None:
    match value:
        case Message():
            work.change(value, withdrawn_at=work.now)
        case Delivery():
            _stay(value)
            work.change(value, state=DeliveryState.WITHDRAWN)
        case Policy():
            # Clocks may run under it; they keep it.
            work.change(value, retired=True)
        case Clock():
            off = cancelled(value, work.now, work.calendars)
            fields = {f.name: getattr(off, f.name) for f in recorded_fields(Clock)}
            work.change(value, **fields)
        case _:
            work.remove(value)


def _restore(work: Work, event: Event, value: Any, change: Change) -> None:
    if isinstance(value, Delivery) and value.state is not DeliveryState.WITHDRAWN:
        _stay(value)
    now = record(value)
    restored: dict[str, Any] = {}
    for name, (before, after) in change.fields.items():
        if now[name] != after:
            raise _changed_since(work, event, change)
        restored[name] = revive_field(type(value), name, before)
    if restored.get("state") is DeliveryState.HELD:
        # It waits anew, that it can still be stopped.
        restored["hold_until"] = work.now + timedelta(seconds=work.settings.hold_s)
    if isinstance(value, Clock):
        # Its target may have changed while it rested.
        clock = adding_up(replace(value, **restored), work.calendars)
        restored |= {"due_at": clock.due_at, "breach_at": clock.breach_at}
    if isinstance(value, Policy):
        _promise_again(work, value, restored)
    _follow_up(work, value, work.change(value, **restored))


def _promise_again(work: Work, policy: Policy, restored: dict[str, Any]) -> None:
    """Refuse where another policy of that name holds by now."""
    if restored.get("retired") is False and work.tx.find(Policy, name=policy.name, retired=False):
        raise Stale(
            N_("Another policy “{policy}” holds by now."),
            N_("Set it right by hand."),
            policy=policy.name,
        )


def _follow_up(work: Work, before: Any, after: Any) -> None:
    """What goes by a value of the set-up goes by it as it is again."""
    match after:
        case Settings():
            work.forget_settings()
            put_off(work, Due.CLOSE, after.close_after_s - before.close_after_s)
            put_off(work, Due.ARCHIVE, after.archive_after_s - before.archive_after_s)
        case Team():
            for ticket in work.tx.find(Ticket, team_id=after.id, owner_id=None, state=TO_HAND_OUT):
                work.touched[ticket.id] = None


def _stay(delivery: Delivery) -> None:
    if delivery.state is not DeliveryState.HELD:
        raise Refused(N_("The answer has already left for the customer."))


def _changed_since(work: Work, event: Event, change: Change) -> Stale:
    """The error that names who did what to the value after the event, as far as that is known."""
    later = [
        each
        for each in work.tx.events(event.id, event.ticket_id)
        if any((c.entity, c.id) == (change.entity, change.id) for c in each.changes)
    ]
    mend = N_("Undo that first, or set it right by hand.")
    if not later:
        return Stale(N_("Something was changed again since."), mend)
    return Stale(
        N_("{actor} did something to it since: {what}."),
        mend,
        actor=later[-1].actor,
        what=noun(later[-1].kind),
    )
