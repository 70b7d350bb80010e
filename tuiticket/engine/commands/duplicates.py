"""A matter that seems to be told already: seen when it is opened, and a person's word on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.customer import Customer
from tuiticket.engine.model.duplicate import PossibleDuplicate, Resemblance, Telling
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.ports import Reading, Transaction
from tuiticket.engine.rules.duplicates import numbers_of, resemblances, tokens_of
from tuiticket.engine.work import Work

NAMED = 3
"""Tickets that a new one is compared to in sight of people, at most."""


def resembling(
    source: Transaction | Reading, told: Telling, settings: Settings, now: datetime
) -> list[Resemblance]:
    """The active tickets that seem to tell the same matter, the likest first; three at most."""
    if not settings.duplicates_within_s:
        return []
    asked = tokens_of(told, source.stem)
    since = now - timedelta(seconds=settings.duplicates_within_s)
    others = source.told_near(told, numbers_of(told, asked), since)
    if not others:
        return []
    counts, documents = source.word_counts(set(asked))
    return resemblances(told, others, counts, documents, source.stem)[:NAMED]


def suspect(work: Work, ticket: Ticket, body: str) -> None:
    """Note beside a new ticket which active ones it seems to tell again; nothing is merged.

    Call it once its opening is recorded.
    """
    customer = work.tx.get(Customer, ticket.customer_id)
    told = Telling(
        text=f"{ticket.subject}\n{body}",
        customer_id=ticket.customer_id,
        name=customer.name if customer else "",
        order_number=ticket.order_number,
        ticket=ticket.id,
    )
    for like in resembling(work.tx, told, work.settings, work.now):
        work.add(
            PossibleDuplicate(
                ticket_id=ticket.id,
                other_id=like.ticket,
                ground=like.ground,
                percent=like.percent,
                words="\n".join(like.words),
            )
        )
        work.record(
            "ticket.possible-duplicate",
            ticket.id,
            number=like.ticket,
            ground=like.ground,
            percent=like.percent,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepApart(Command):
    """Say that two tickets that look alike are two matters; the desk does not ask again."""

    ticket: int
    other: int

    def carry_out(self, work: Work) -> None:
        """Raises Refused where they do not look alike, or that was said already."""
        ticket, other = work.ticket(self.ticket), work.ticket(self.other)
        found = work.tx.find(PossibleDuplicate, ticket_id=ticket.id, other_id=other.id)
        found += work.tx.find(PossibleDuplicate, ticket_id=other.id, other_id=ticket.id)
        seen = next((one for one in found if not one.apart), None)
        if seen is None:
            raise Refused(
                N_("Tickets {number} and {other} are not taken for duplicates."),
                N_("See: tuiticket ticket duplicates {number}"),
                number=ticket.id,
                other=other.id,
            )
        work.change(seen, apart=True)
        work.record("ticket.kept-apart", ticket.id, number=other.id)
        work.record("ticket.kept-apart", other.id, number=ticket.id)
