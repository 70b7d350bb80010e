"""A solved ticket as a worked case in the knowledge base."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.commands.articles import title_of
from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.article import Article, ArticleKind
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.ticket import DONE, State, Ticket
from tuiticket.engine.rules.case_study import case_text, without
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFromTicket(Command):
    """Make a worked case of a solved ticket: what was asked, and what we answered.

    The customer's name, whole or as in a salutation, contacts and order number are masked in it.
    """

    ticket: int
    title: str | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused for a ticket that is not solved, or on which nobody answered."""
        ticket = work.ticket(self.ticket)
        said = work.tx.find(Message, ticket_id=ticket.id, withdrawn_at=None)
        answers = [m.body for m in said if m.direction is Direction.OUT and m.automatic is None]
        if ticket.state not in DONE - {State.SPAM} or not answers:
            raise Refused(
                N_("Ticket {number} has no solution that could be told."),
                N_("Answer and solve it first."),
                number=ticket.id,
            )
        asked = next((m.body for m in said if m.direction is Direction.IN), ticket.subject)
        name, private = _private(work, ticket)
        article = work.add(
            Article(
                title=title_of(without(self.title or ticket.subject, name, private)),
                body=case_text(asked, answers, name, private, ticket.language),
                kind=ArticleKind.CASE,
                language=ticket.language,
                category_id=ticket.category_id,
                updated_at=work.now,
            )
        )
        work.record("article.added", ticket.id, article=article.id)


def _private(work: Work, ticket: Ticket) -> tuple[str, list[str]]:
    """The name of a ticket's customer, and what else would tell who it is."""
    customer = work.tx.get(Customer, ticket.customer_id)
    contacts = work.tx.find(Contact, customer_id=ticket.customer_id)
    others = [*(c.value for c in contacts), ticket.order_number or ""]
    return customer.name if customer else "", others
