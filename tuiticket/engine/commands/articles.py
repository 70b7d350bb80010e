"""Writing the knowledge base."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.commands.categories import category_at
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.opening import SUBJECT_LIMIT
from tuiticket.engine.errors import N_, Refused, Unknown
from tuiticket.engine.model.article import Article, ArticleKind
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.ticket import DONE, State, Ticket
from tuiticket.engine.rules.case_study import case_text, without
from tuiticket.engine.rules.safetext import clean, one_line
from tuiticket.engine.work import Work, required


@dataclass(frozen=True, slots=True, kw_only=True)
class PutArticle(Command):
    """Write an article, or write one anew that is known by its `source`.

    The same again changes nothing, so a folder can be imported as often as one likes.
    """

    title: str
    body: str
    kind: ArticleKind = ArticleKind.FAQ
    language: str = "en"
    category: str | None = None
    source: str | None = None

    def carry_out(self, work: Work) -> None:
        """Raises BadInput without title or text, Unknown for a category there is not."""
        title = required(one_line(self.title, SUBJECT_LIMIT), N_("title"))
        body = required(clean(self.body), N_("text"))
        category = category_at(work, self.category) if self.category else None
        fields = {
            "title": title,
            "body": body,
            "kind": self.kind,
            "language": self.language,
            "category_id": category.id if category else None,
        }
        known = work.tx.find(Article, source=self.source) if self.source else []
        if not known:
            article = work.add(
                Article(
                    title=title,
                    body=body,
                    kind=self.kind,
                    language=self.language,
                    category_id=category.id if category else None,
                    source=self.source,
                    updated_at=work.now,
                )
            )
            work.record("article.added", article=article.id)
        elif any(getattr(known[0], name) != new for name, new in fields.items()):
            work.change(known[0], **fields, updated_at=work.now)
            work.record("article.changed", article=known[0].id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditArticle(Command):
    """Change an article's title or text; its earlier wording stays in the log."""

    article: int
    title: str | None = None
    body: str | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for an article there is not, BadInput for an empty title or text."""
        article = work.tx.get(Article, self.article)
        if article is None:
            raise Unknown(N_("There is no article KB-{article}."), article=self.article)
        title = article.title if self.title is None else self.title
        body = article.body if self.body is None else self.body
        changed = work.change(
            article,
            title=required(one_line(title, SUBJECT_LIMIT), N_("title")),
            body=required(clean(body), N_("text")),
        )
        if changed != article:
            work.change(changed, updated_at=work.now)
            work.record("article.changed", article=article.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFromTicket(Command):
    """Make a worked case of a solved ticket: what was asked, and what we answered.

    The customer's name, contacts and order number are masked in it.
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
        private = _private(work, ticket)
        title = one_line(without(self.title or ticket.subject, private), SUBJECT_LIMIT)
        article = work.add(
            Article(
                title=required(title, N_("title")),
                body=case_text(asked, answers, private, ticket.language),
                kind=ArticleKind.CASE,
                language=ticket.language,
                category_id=ticket.category_id,
                updated_at=work.now,
            )
        )
        work.record("article.added", ticket.id, article=article.id)


def _private(work: Work, ticket: Ticket) -> list[str]:
    """What would name the customer of a ticket."""
    customer = work.tx.get(Customer, ticket.customer_id)
    contacts = work.tx.find(Contact, customer_id=ticket.customer_id)
    names = [customer.name] if customer else []
    return [*names, *(c.value for c in contacts), ticket.order_number or ""]
