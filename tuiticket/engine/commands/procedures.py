"""Standard procedures: the steps of an article tied to a category, ticked off on its tickets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tuiticket.engine.commands.categories import category_at
from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, BadInput, Refused, Unknown
from tuiticket.engine.knowledge import known_article, procedures
from tuiticket.engine.model.procedure import Checklist, Procedure, Step, StepTick
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.steps import steps_in
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachProcedure(Command):
    """Have the steps of an article taken on tickets of a category, and of those below it.

    Its translations go with it: a ticket shows the one in its customer's language.
    """

    permission: ClassVar[Permission] = Permission.SHARE

    article: int
    category: str

    def carry_out(self, work: Work) -> None:
        """Raises BadInput for an article without steps, Refused where it is so already."""
        article = known_article(work.tx, self.article)
        category = category_at(work.tx, self.category)
        if not steps_in(article.body):
            raise BadInput(
                N_("KB-{article} holds no steps."),
                N_("Write each on a line of its own: - [ ] Ask for a photo"),
                article=article.id,
            )
        if work.tx.find(Checklist, article_id=article.id, category_id=category.id):
            raise Refused(
                N_("The steps of KB-{article} are taken on “{category}” already."),
                article=article.id,
                category=category.key,
            )
        work.add(Checklist(article_id=article.id, category_id=category.id))
        work.record("procedure.attached", article=article.id, category=category.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class DetachProcedure(Command):
    """Take the steps of an article away from a category; what was ticked stays."""

    permission: ClassVar[Permission] = Permission.SHARE

    article: int
    category: str

    def carry_out(self, work: Work) -> None:
        """Raises Refused where they are not taken there."""
        article = known_article(work.tx, self.article)
        category = category_at(work.tx, self.category)
        known = work.tx.find(Checklist, article_id=article.id, category_id=category.id)
        if not known:
            raise Refused(
                N_("The steps of KB-{article} are not taken on “{category}”."),
                article=article.id,
                category=category.key,
            )
        work.remove(known[0])
        work.record("procedure.detached", article=article.id, category=category.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class TickStep(Command):
    """Say on a ticket that a step of its procedure was taken; `step` counts from 1."""

    ticket: int
    article: int
    step: int

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a step there is not, Refused where it was ticked already."""
        ticket = work.ticket(self.ticket)
        step = _step(procedures(work.tx, ticket), self)
        if step.tick is not None:
            raise Refused(N_("Step {step} was taken already."), step=self.step)
        work.add(
            StepTick(
                ticket_id=ticket.id,
                article_id=step.article_id,
                author=work.actor.login,
                at=work.now,
                step=step.text,
            )
        )
        work.record("procedure.ticked", ticket.id, article=step.article_id, step=step.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class UntickStep(Command):
    """Say that a step was not taken after all."""

    ticket: int
    article: int
    step: int

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a step there is not, Refused where it was not ticked."""
        ticket = work.ticket(self.ticket)
        step = _step(procedures(work.tx, ticket), self)
        if step.tick is None:
            raise Refused(N_("Step {step} was not taken yet."), step=self.step)
        work.remove(step.tick)
        work.record("procedure.unticked", ticket.id, article=step.article_id, step=step.text)


def _step(found: tuple[Procedure, ...], asked: TickStep | UntickStep) -> Step:
    """The step that is meant.

    Raises Refused where the article is followed on no such ticket, Unknown where it has fewer.
    """
    procedure = next((one for one in found if one.article.id == asked.article), None)
    if procedure is None:
        raise Refused(
            N_("The steps of KB-{article} are not taken on ticket {number}."),
            N_("Attach them to its category: tuiticket kb procedure"),
            article=asked.article,
            number=asked.ticket,
        )
    if not 1 <= asked.step <= len(procedure.steps):
        raise Unknown(
            N_("The procedure KB-{article} has {count} steps."),
            N_("See: tuiticket ticket procedure {number}"),
            article=asked.article,
            count=len(procedure.steps),
            number=asked.ticket,
        )
    return procedure.steps[asked.step - 1]
