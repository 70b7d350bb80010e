"""Taking back what one did: the inverse of an act, itself in the log."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.inverse import count_uses, invert
from tuiticket.engine.commands.undoable import REDONE, UNDOABLE, UNDONE, may
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.event import ACCEPTED, Event
from tuiticket.engine.rules.nouns import noun
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(Command):
    """Take back an act of one's own; the newest one still standing if none is named.

    An act over many tickets is taken back as one; that one looked at a ticket stays so. An answer
    is withdrawn as long as it has not left the outbox. Refused where something the act changed was
    changed again since, then that must be undone first, and to whoever may not do now what the act
    did.
    """

    act: int | None = None

    def carry_out(self, work: Work) -> None:
        """Apply the inverse of every change of the act, last first, and record it."""
        act = self.act or work.tx.last_act(work.actor.login)
        events = work.tx.act(act) if act else []
        if not events:
            raise Refused(N_("There is nothing of yours to undo."))
        _check(work, events)
        invert(work, [event for event in events if event.kind != ACCEPTED])
        count_uses(work, first_told(work, events), -1)
        for number in dict.fromkeys(event.ticket_id for event in events):
            work.record(UNDONE, number, act=act, kinds=kinds_of(events, number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Redo(Command):
    """Do again what one took back last.

    Refused once one did something else; where somebody changed the same since, that is named.
    Several undoings are redone one by one, the newest first.
    """

    def carry_out(self, work: Work) -> None:
        """Apply the inverse of the undoing, and record it; an answer waits in the outbox anew."""
        undo = work.tx.last_undoing(work.actor.login)
        if undo is None:
            raise Refused(
                N_("There is nothing of yours to redo."),
                N_("Only what you undid last can be redone, before you do anything else."),
            )
        events = work.tx.act(undo)
        may(work.actor, _kinds(events))
        invert(work, events)
        first = first_told(work, events)
        count_uses(work, first, 1)
        act = first[0].act
        for number in dict.fromkeys(event.ticket_id for event in events):
            work.record(REDONE, number, act=act, undo=undo, kinds=kinds_of(events, number))


def kinds_of(events: list[Event], number: int | None) -> list[str]:
    """The kinds of what was first done to a ticket in these events, through undo and redo."""
    return [
        kind
        for event in events
        if event.ticket_id == number
        for kind in (event.data["kinds"] if event.kind in (UNDONE, REDONE) else [event.kind])
    ]


def first_told(work: Work, events: list[Event]) -> list[Event]:
    """The events of the act that these undid or redid; these themselves if they did neither."""
    while events[0].kind in (UNDONE, REDONE):
        events = work.tx.act(events[0].data["act"])
    return events


def _check(work: Work, events: list[Event]) -> None:
    if events[0].actor != work.actor.login:
        raise Refused(N_("That was done by {actor}; only they can undo it."), actor=events[0].actor)
    for event in events:
        if event.kind not in UNDOABLE:
            raise Refused(
                N_("This cannot be undone: {what}."),
                N_("Set it right by hand."),
                what=noun(event.kind),
            )
    may(work.actor, _kinds(events))


def _kinds(events: list[Event]) -> set[str]:
    """What was first done in these events, on whatever ticket or on none."""
    return {
        kind
        for number in {event.ticket_id for event in events}
        for kind in kinds_of(events, number)
    }
