"""What a customer thought of how their matter was handled, as they told it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, BadInput, Refused
from tuiticket.engine.model.rating import BEST, Outlook, Rating
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.outlook import gone
from tuiticket.engine.rules.forecast.outlook import foresee
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import clean
from tuiticket.engine.work import Work

COMMENT_LIMIT = 2_000
RATED_IN = frozenset({State.SOLVED, State.CLOSED, State.ARCHIVED})
"""States in which a customer can say how it went."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Command):
    """Keep how a customer rates what was done: speed, quality and attitude, each 1 to 5.

    What they said before is replaced. The desk notes what it had expected, and learns from it.
    """

    permission: ClassVar[Permission] = Permission.TAKE_IN

    ticket: int
    speed: int
    quality: int
    attitude: int
    comment: str = ""
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises BadInput for a mark there is not, Refused for a ticket that is not solved."""
        ticket = work.ticket(self.ticket, self.version)
        marks = {"speed": self.speed, "quality": self.quality, "attitude": self.attitude}
        for mark in marks.values():
            if not 1 <= mark <= BEST:
                raise BadInput(N_("A mark is 1 to {best}, not {mark}."), best=BEST, mark=mark)
        if ticket.state not in RATED_IN or ticket.merged_into is not None:
            raise not_solved(ticket.id)
        self._keep(work, ticket, marks)
        work.record("rating.given", ticket.id, **marks)

    def _keep(self, work: Work, ticket: Ticket, marks: dict[str, int]) -> None:
        comment = clean(self.comment).strip()[:COMMENT_LIMIT]
        before = next(iter(work.tx.find(Rating, ticket_id=ticket.id)), None)
        if before is not None:
            told = {**marks, "comment": comment}
            if all(getattr(before, name) == value for name, value in told.items()):
                raise Refused(N_("Ticket {number} is so already."), number=ticket.id)
            work.change(before, **marks, comment=comment, at=work.now, agent_id=work.actor.agent_id)
            return
        course = gone(work, ticket)
        forecast = foresee(work.tx.get(Outlook, 1), course, ticket.category_id)
        work.add(
            Rating(
                ticket_id=ticket.id,
                speed=self.speed,
                quality=self.quality,
                attitude=self.attitude,
                comment=comment,
                at=work.now,
                agent_id=work.actor.agent_id,
                category_id=ticket.category_id,
                course=course.numbers,
                foreseen=None if forecast is None else round(forecast.content * 1000),
            )
        )


def not_solved(number: int) -> Refused:
    """Why a ticket cannot be rated."""
    return Refused(
        N_("Ticket {number} is not solved; its customer cannot rate it yet."), number=number
    )
