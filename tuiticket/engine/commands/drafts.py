"""Unsent words and read notices: private to one agent, outside the log."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.people import Draft, DraftKind, Notice
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveDraft(Command):
    """Keep what one has written so far; nothing but blanks lets the draft go."""

    ticket: int
    kind: DraftKind
    body: str

    def carry_out(self, work: Work) -> None:
        """Store the words over those kept before."""
        agent_id = myself(work)
        work.ticket(self.ticket)
        kept = work.tx.find(Draft, ticket_id=self.ticket, agent_id=agent_id, kind=self.kind)
        if not self.body.strip():
            for draft in kept:
                work.tx.delete(Draft, draft.id)
        elif kept:
            work.tx.update(replace(kept[0], body=self.body, saved_at=work.now))
        else:
            work.tx.insert(
                Draft(
                    ticket_id=self.ticket,
                    agent_id=agent_id,
                    kind=self.kind,
                    body=self.body,
                    saved_at=work.now,
                )
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeNotices(Command):
    """Mark one's notices as seen: up to and including the one with that id, and some by id."""

    up_to: int = 0
    ids: tuple[int, ...] = ()

    def carry_out(self, work: Work) -> None:
        """Store when they were seen; those of others, and those seen already, are left alone."""
        for notice in work.tx.find(Notice, agent_id=myself(work), seen_at=None):
            if notice.id <= self.up_to or notice.id in self.ids:
                work.tx.update(replace(notice, seen_at=work.now))


def myself(work: Work) -> int:
    """The actor's own id; raises Refused where the desk acts by itself."""
    if work.actor.agent_id is None:
        raise Refused(N_("Only a member of the staff can do this."))
    return work.actor.agent_id
