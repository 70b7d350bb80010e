"""What follows from a rating: what is to be expected of the customers of other tickets."""

from __future__ import annotations

from tuiticket.engine.model.clock import Clock
from tuiticket.engine.model.judgement import Judgement
from tuiticket.engine.model.message import Message
from tuiticket.engine.model.rating import Outlook
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.forecast.course import Course, course_of
from tuiticket.engine.rules.forecast.outlook import LAST, outlook_of
from tuiticket.engine.work import Work


def look_out(work: Work) -> None:
    """Find anew what the last ratings tell; the same whatever order they were given in."""
    ratings = sorted(work.tx.last_ratings(LAST), key=lambda rating: rating.id)
    found = outlook_of(ratings)
    if work.tx.get(Outlook, found.id) is None:
        work.tx.insert(found)
    else:
        work.tx.update(found)


def gone(work: Work, ticket: Ticket) -> Course:
    """How a ticket has gone by now."""
    tx = work.tx
    return course_of(
        ticket,
        next(iter(tx.find(Judgement, ticket_id=ticket.id)), None),
        tx.find(Message, ticket_id=ticket.id),
        tx.find(Clock, ticket_id=ticket.id),
        tx.events(0, ticket.id),
        work.now,
    )
